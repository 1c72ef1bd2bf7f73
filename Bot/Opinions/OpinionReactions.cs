using DisclosureBot.Bureau;
using DisclosureBot.Journal;
using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Opinions.Emergency;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Opinions.Response;

namespace DisclosureBot.Opinions;

/// <summary>Who looks at an item's new state, who is told of it, and when the clock comes back to it.</summary>
public static class OpinionReactions
{
    public static Reaction Of(OpinionItem? before, IReadOnlyList<OpinionEvent> facts, OpinionItem after, Roster roster)
    {
        // A look changes no card.
        if (facts.All(fact => fact is IntakeEvent.FileOpened)) return new Reaction([], []);
        var acting = OpinionWaiting.On(after, roster);
        var acted = before is null ? new HashSet<string>(StringComparer.Ordinal) : OpinionWaiting.On(before, roster);
        var told = facts.SelectMany(fact => News(fact, after)).ToHashSet(StringComparer.Ordinal);
        if (before is not null) told.UnionWith(acting.Except(acted));
        told.ExceptWith(facts.Select(fact => fact.By.Id));
        return new Reaction(
            [.. after.Circle.Union(acting).Union(acted).Union(told).Where(HasDesk).Select(id => new SlotWrite(id, told.Contains(id), acting.Contains(id)))],
            OpinionTimers.Between(before, after));

        // A feed or a vendor reports, but reads no cards.
        bool HasDesk(string id) => id == OpinionGroup.Id || roster.Find(id) is not null;
    }

    private static IEnumerable<string> News(OpinionEvent fact, OpinionItem item) => fact switch
    {
        IntakeEvent.Reported e => e.To,
        AlarmEvent.Escalated e => e.To,
        AlarmEvent.Passed e => [e.To.Id],
        HandlingEvent.Assessed e => e.To,
        HandlingEvent.Assigned e => e.To,
        HandlingEvent.TransferredOut or HandlingEvent.Closed or IntakeEvent.Merged => item.Handler is { } handler ? [item.Reporter.Id, handler.Id] : [item.Reporter.Id],
        ResponseEvent.Drafted e => e.To,
        ResponseEvent.Reviewed => [item.Draft!.By.Id],
        ResponseEvent.Released => item.Handler is { } handler ? [handler.Id] : [],
        EmergencyEvent.LevelSet e => e.To,
        EmergencyEvent.Reminded e => e.To,
        IntakeEvent or AlarmEvent.Taken or HandlingEvent.Noted or EmergencyEvent.ClockMet => [],
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };
}
