using DisclosureBot.Calendar;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Expediting;

namespace DisclosureBot.Slips;

/// <summary>What of a slip's news can wait for a digest: all but 特急, 催办 and 督办, reminders of the desk, and a deadline's last day and what follows it. Pure.</summary>
internal static class Urgency
{
    public static SlotWrite Weigh(SlotWrite slot, IReadOnlyList<SlipEvent> facts, Slip slip, SlipClocks clocks) => slot with
    {
        CanWait = !slot.Alert || !(IsExtraUrgent(slip) || facts.Any(IsPressing) || (slot.MustAct && EndsBefore(clocks.NextMorning(facts[^1].At), slip))),
        IsUrgent = slot.Alert && slip.Content.Urgency == UrgencyLevel.Urgent,
    };

    private static bool IsExtraUrgent(Slip slip) => slip.Content.Urgency == UrgencyLevel.ExtraUrgent;

    private static bool IsPressing(SlipEvent fact) => fact
        is SlipEvent.Reminded or ExpediteEvent.Urged or ExpediteEvent.Escalated or DeadlineEvent.DeadlineReminded { Rung: >= Rung.OnTheDay };

    /// <summary>The next digest would come too late for a deadline that then has passed.</summary>
    private static bool EndsBefore(DateTimeOffset morning, Slip slip) =>
        slip.Deadlines.Any(clock => clock.IsRunning && clock.Deadline.Due < BureauTime.Day(morning));
}
