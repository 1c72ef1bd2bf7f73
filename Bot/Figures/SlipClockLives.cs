using DisclosureBot.Clock;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Changes;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Interpretation;

namespace DisclosureBot.Figures;

/// <summary>Follows the clocks of one slip through its history: a state keeps only the newest of a kind, a period may have seen several.</summary>
internal sealed class SlipClockLives
{
    private readonly List<Life> _lives = [];

    private sealed record Life(DeadlineKind Kind, DateOnly Due, DateOnly? DoneOn, DateTimeOffset? RecordedAt);

    public void Hear(Slip? before, SlipEvent fact, Slip after)
    {
        foreach (var kind in Enum.GetValues<DeadlineKind>()) Hear(kind, before?.Clock(kind), after.Clock(kind), fact);
        if (ExplainedAlready(before, after) is { } opened) _lives.Add(new(DeadlineKind.Interpretation, opened, opened, fact.At));
    }

    /// <summary>Those met in the period, and those not met at its end.</summary>
    public IEnumerable<ClockRow> Rows(Subject about, Period period, DateTimeOffset asOf) =>
        from life in _lives
        where life.RecordedAt is null || period.Holds(life.RecordedAt)
        select new ClockRow(about, life.Kind, null, Start(life.Due), life.DoneOn is { } done ? Start(done) : null, life.RecordedAt, Result(life, BureauTime.Day(asOf)));

    private void Hear(DeadlineKind kind, RunningDeadline? before, RunningDeadline? after, SlipEvent fact)
    {
        var at = _lives.FindLastIndex(life => life.Kind == kind);
        if (after is null)
        {
            // What no longer binds was no promise broken; what was met stays met.
            if (before is { IsRunning: true }) _lives.RemoveAt(at);
        }
        else if (before is null || (!before.IsRunning && after.IsRunning && IsAnew(before, after, fact)))
        {
            _lives.Add(new(kind, after.Deadline.Due, after.DoneOn, after.DoneOn is null ? null : fact.At));
        }
        else if (before != after)
        {
            // A corrected day stays in the period in which it was first recorded.
            _lives[at] = _lives[at] with { Due = after.Deadline.Due, DoneOn = after.DoneOn, RecordedAt = after.DoneOn is null ? null : _lives[at].RecordedAt ?? fact.At };
        }
    }

    /// <summary>Another start; the same one running again was only reopened.</summary>
    private static bool IsAnew(RunningDeadline before, RunningDeadline after, SlipEvent fact) =>
        fact is AttributeChanged || (before.Deadline.Receipt.StartedBy, before.Deadline.Receipt.Start) != (after.Deadline.Receipt.StartedBy, after.Deadline.Receipt.Start);

    /// <summary>The day of opening, where the material came out with the document: no clock was ever started, and yet the three days were kept.</summary>
    private static DateOnly? ExplainedAlready(Slip? before, Slip after) =>
        before is not null && InterpretationRules.OpenedOn(before) is null && InterpretationRules.OpenedOn(after) is { } opened
        && after is { NeedsInterpretation: true, Interpretation.Released: not null } && after.Clock(DeadlineKind.Interpretation) is null
            ? opened
            : null;

    private static DateTimeOffset Start(DateOnly day) => BureauTime.At(day, TimeOnly.MinValue);

    private static ClockResult Result(Life life, DateOnly today) => life.DoneOn is { } done
        ? done <= life.Due ? ClockResult.InTime : ClockResult.Late
        : life.Due < today ? ClockResult.Overdue : ClockResult.Running;
}
