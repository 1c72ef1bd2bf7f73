using DisclosureBot.Bureau;
using DisclosureBot.Journal;
using DisclosureBot.Slips.Changes;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Slips;

/// <summary>Who looks at a slip's new state, who is told of it, and when the clock comes back to it.</summary>
public static class SlipReactions
{
    public static Reaction Of(Slip? before, IReadOnlyList<SlipEvent> facts, Slip after, Roster roster, SlipClocks clocks)
    {
        // A look changes no card.
        if (facts.All(fact => fact is FileEvent.Opened)) return new Reaction([], []);
        var acted = before is null ? new HashSet<string>(StringComparer.Ordinal) : Waiting.On(before, roster);
        var acting = Waiting.On(after, roster);
        var told = Told(facts, before, after, acting, acted, roster);
        // Those whom it waited for until now are shown that it no longer does.
        var slots = after.Circle.Union(Concerned(after, roster), StringComparer.Ordinal).Union(acted).Union(acting).Union(told)
            .Select(person => new SlotWrite(person, told.Contains(person), acting.Contains(person))).Select(slot => Urgency.Weigh(slot, facts, after, clocks)).ToList();
        return new Reaction(slots, SlipTimers.Between(before, facts, after, clocks));
    }

    private static IEnumerable<string> Concerned(Slip slip, Roster roster) =>
        roster.People.Where(person => Desks.IsConcerned(slip, person)).Select(person => person.Id);

    /// <summary>Told are those it newly waits for, and whom a fact is news to; nobody is told what they just did.</summary>
    private static HashSet<string> Told(IReadOnlyList<SlipEvent> facts, Slip? before, Slip after, IReadOnlySet<string> acting, IReadOnlySet<string> acted, Roster roster)
    {
        var told = facts.SelectMany(fact => News(fact, after, acting, roster)).ToHashSet(StringComparer.Ordinal);
        // Within the review the desk itself is the news; from the signature on, whoever was not waited for before.
        if (before?.Phase == SlipPhase.Signed || after.Phase is SlipPhase.Signed or SlipPhase.Archived || before?.Turn == after.Turn) told.UnionWith(acting.Except(acted));
        told.ExceptWith(facts.Select(fact => fact.By.Id));
        return told;
    }

    private static IEnumerable<string> News(SlipEvent fact, Slip slip, IReadOnlySet<string> acting, Roster roster) => fact switch
    {
        SlipEvent.Drafted or SlipEvent.Resubmitted or SlipEvent.Reminded => acting,
        SlipEvent.Signed => slip.Phase == SlipPhase.Signed ? [slip.Drafter.Id] : acting,
        SlipEvent.Returned or SlipEvent.Declined => [slip.Drafter.Id],
        PublishingEvent.Received or PublishingEvent.HandoverReturned or PublishingEvent.Published or PublishingEvent.Catalogued or PublishingEvent.TakenDown
            or PublishingEvent.SecrecyReviewed { Cleared: false } => [slip.Drafter.Id],
        AttributeChanged => PublishingDesks.Operations(roster).Select(person => person.Id).Where(slip.Circle.Contains).Append(slip.Drafter.Id),
        DeadlineEvent.DeadlineReminded e => e.To,
        DeadlineEvent.Recounted e => DeadlineOwners.MustAct(e.Kind, slip, roster),
        _ => [],
    };
}
