using DisclosureBot.Bureau;
using DisclosureBot.Calendar;

namespace DisclosureBot.Slips.Deadlines;

/// <summary>Decides what a rung or another calendar makes of a slip's clocks. Pure.</summary>
public sealed class SlipDeadlineRules(Roster roster, SlipClocks clocks)
{
    public Decision<SlipEvent> Decide(Slip slip, DeadlineCommand command, DateTimeOffset at) => new Decision<SlipEvent>.Accepted(command switch
    {
        DeadlineCommand.RemindOf remind => Remind(slip, remind.Kind, at),
        DeadlineCommand.Recount => Recount(slip, at),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    });

    /// <summary>Of several rungs that passed unnoticed, only the latest: it says all that the earlier ones would have said.</summary>
    private List<SlipEvent> Remind(Slip slip, DeadlineKind kind, DateTimeOffset at)
    {
        if (slip.Phase != SlipPhase.Signed || slip.Clock(kind) is not { IsRunning: true } clock) return [];
        var due = clock.Deadline.Reminders.Where(reminder => reminder.At <= at && !(reminder.Rung <= clock.Reminded)).ToList();
        if (due.Count == 0) return [];
        var rung = due[^1].Rung;
        return [new DeadlineEvent.DeadlineReminded(Who.Clock, at, kind, rung, DeadlineOwners.Reminded(kind, rung, slip, roster))];
    }

    private List<SlipEvent> Recount(Slip slip, DateTimeOffset at)
    {
        if (slip.Phase != SlipPhase.Signed) return [];
        var facts = new List<SlipEvent>();
        foreach (var clock in slip.Deadlines.Where(clock => clock.IsRunning))
        {
            var again = clocks.Again(clock.Kind, clock.Deadline, at);
            if (again.Due != clock.Deadline.Due || !ToCome(again, clock, at).SequenceEqual(ToCome(clock.Deadline, clock, at)))
                facts.Add(new DeadlineEvent.Recounted(Who.Clock, at, clock.Kind, clock.Deadline, again));
        }

        return facts;
    }

    private static IEnumerable<Reminder> ToCome(Deadline deadline, RunningDeadline clock, DateTimeOffset at) =>
        deadline.Reminders.Where(reminder => reminder.At > at && !(reminder.Rung <= clock.Reminded));
}
