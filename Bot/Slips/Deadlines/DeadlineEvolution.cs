using DisclosureBot.Calendar;
using DisclosureBot.Clock;

namespace DisclosureBot.Slips.Deadlines;

/// <summary>How a slip's clocks start, stop and move.</summary>
internal static class DeadlineEvolution
{
    public static Slip Apply(Slip slip, DeadlineEvent fact) => fact switch
    {
        DeadlineEvent.DeadlineReminded e => slip.Put(slip.Clock(e.Kind)! with { Reminded = e.Rung }) with
        {
            Trail = slip.Add(e, SlipAct.Deadline, $"{DeadlineKinds.Name(e.Kind)}{Rungs.Name(e.Rung)}提醒"),
        },
        DeadlineEvent.Recounted e => slip.Put(Moved(slip.Clock(e.Kind)!, e)) with
        {
            Trail = slip.Add(e, SlipAct.Deadline, string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"节假日安排变动,{DeadlineKinds.Name(e.Kind)}期限由{e.Before.Due:M月d日}改为{e.After.Due:M月d日}")),
        },
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };

    /// <summary>Starts a clock, or starts it anew; nothing where the fact brought none.</summary>
    public static Slip Run(this Slip slip, DeadlineKind kind, Deadline? deadline) =>
        deadline is null ? slip : slip.Put(new RunningDeadline(kind, deadline));

    /// <summary>Stops a clock where it runs.</summary>
    public static Slip Meet(this Slip slip, DeadlineKind kind, DateTimeOffset at) =>
        slip.Clock(kind) is { IsRunning: true } clock ? slip.Put(clock with { DoneOn = BureauTime.Day(at) }) : slip;

    /// <summary>What was met turns out not to be: the clock runs on.</summary>
    public static Slip Reopen(this Slip slip, DeadlineKind kind) =>
        slip.Clock(kind) is { IsRunning: false } clock ? slip.Put(clock with { DoneOn = null }) : slip;

    /// <summary>Takes a clock away that no longer binds.</summary>
    public static Slip Drop(this Slip slip, params DeadlineKind[] kinds) =>
        slip with { Deadlines = slip.Deadlines.Where(clock => !kinds.Contains(clock.Kind)).ToList() };

    /// <summary>Another day is another thing to be reminded of; the same day is not.</summary>
    private static RunningDeadline Moved(RunningDeadline clock, DeadlineEvent.Recounted e) =>
        clock with { Deadline = e.After, Reminded = e.After.Due == e.Before.Due ? clock.Reminded : null };

    private static Slip Put(this Slip slip, RunningDeadline clock) =>
        slip with { Deadlines = [.. slip.Deadlines.Where(other => other.Kind != clock.Kind), clock] };
}

/// <summary>What people call the clocks.</summary>
public static class DeadlineKinds
{
    public static string Name(DeadlineKind kind) => kind switch
    {
        DeadlineKind.Handover => "移交",
        DeadlineKind.Publication => "公开发布",
        DeadlineKind.LegalDisclosure => "主动公开法定",
        DeadlineKind.Interpretation => "解读",
        DeadlineKind.CommentFeedback => "意见采纳反馈",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

/// <summary>What people call the rungs.</summary>
public static class Rungs
{
    public static string Name(Rung rung) => rung switch
    {
        Rung.Before => "到期前",
        Rung.OnTheDay => "到期日",
        Rung.Overdue => "逾期",
        _ => throw new ArgumentOutOfRangeException(nameof(rung), rung, null),
    };
}
