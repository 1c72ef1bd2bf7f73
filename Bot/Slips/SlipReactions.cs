using DisclosureBot.Bureau;
using DisclosureBot.Delegations;
using DisclosureBot.Journal;
using DisclosureBot.Slips.Changes;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Expediting;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Slips.StandingIn;

namespace DisclosureBot.Slips;

/// <summary>Who looks at a slip's new state, who is told of it, and when the clock comes back to it.</summary>
public static class SlipReactions
{
    public static Reaction Of(Slip? before, IReadOnlyList<SlipEvent> facts, Slip after, Roster roster, SlipClocks clocks, StandIns? standIns = null)
    {
        // A look changes no card.
        if (facts.All(fact => fact is FileEvent.Opened)) return new Reaction([], []);
        var at = facts[^1].At;
        var acted = before is null ? new HashSet<string>(StringComparer.Ordinal) : On(before, roster, standIns, at);
        var acting = On(after, roster, standIns, at);
        var told = Told(facts, before, after, acting, acted, roster, standIns);
        // Those whom it waited for until now are shown that it no longer does.
        var slots = after.Circle.Union(Concerned(after, roster), StringComparer.Ordinal).Union(acted).Union(acting).Union(told).Union(facts.OfType<StandInEvent.Left>().Select(left => left.StandIn.Id))
            .Select(person => new SlotWrite(person, told.Contains(person), acting.Contains(person))).Select(slot => Urgency.Weigh(slot, facts, after, clocks)).ToList();
        return new Reaction(slots, SlipTimers.Between(before, facts, after, clocks));
    }

    /// <summary>Whom it waits for, and who stands in for them at that moment.</summary>
    private static HashSet<string> On(Slip slip, Roster roster, StandIns? standIns, DateTimeOffset at)
    {
        var waitedFor = Waiting.On(slip, roster);
        return waitedFor.Union(standIns?.Of(slip, waitedFor, at) ?? []).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Concerned(Slip slip, Roster roster) =>
        roster.People.Where(person => Desks.IsConcerned(slip, person)).Select(person => person.Id);

    /// <summary>Told are those it newly waits for, and whom a fact is news to; nobody is told what they just did.</summary>
    private static HashSet<string> Told(IReadOnlyList<SlipEvent> facts, Slip? before, Slip after, IReadOnlySet<string> acting, IReadOnlySet<string> acted, Roster roster, StandIns? standIns)
    {
        var told = facts.SelectMany(fact => News(fact, before, after, acting, roster)).ToHashSet(StringComparer.Ordinal);
        // Within the review the desk itself is the news; from the signature on, whoever was not waited for before.
        if (before?.Phase == SlipPhase.Signed || after.Phase is SlipPhase.Signed or SlipPhase.Archived || before?.Turn == after.Turn) told.UnionWith(acting.Except(acted));
        if (standIns is not null) told.UnionWith(standIns.Of(after, told.Intersect(acting).ToHashSet(StringComparer.Ordinal), facts[^1].At));
        told.ExceptWith(facts.Select(fact => fact.By.Id));
        return told;
    }

    private static IEnumerable<string> News(SlipEvent fact, Slip? before, Slip slip, IReadOnlySet<string> acting, Roster roster) => fact switch
    {
        SlipEvent.Drafted or SlipEvent.Resubmitted or SlipEvent.Reminded => acting,
        SlipEvent.Signed => slip.Phase == SlipPhase.Signed ? [slip.Drafter.Id] : acting.Except(StillAsked(before, slip, roster)),
        ConsultingEvent.Asked e => Hearing.Asked(slip).Where(person => person == e.Of.Id),
        ConsultingEvent.Answered e => Asker(e.Id, slip),
        ConsultingEvent.Copied e => e.To.Select(who => who.Id),
        ConsultingEvent.PassedOn e => [e.To.Id],
        SlipEvent.Returned or SlipEvent.Declined => [slip.Drafter.Id],
        PublishingEvent.Received or PublishingEvent.HandoverReturned or PublishingEvent.Published or PublishingEvent.Catalogued or PublishingEvent.TakenDown
            or PublishingEvent.SecrecyReviewed { Cleared: false } => [slip.Drafter.Id],
        AttributeChanged => PublishingDesks.Operations(roster).Select(person => person.Id).Where(slip.Circle.Contains).Append(slip.Drafter.Id),
        DeadlineEvent.DeadlineReminded e => e.To,
        StandInEvent.Seated e => [e.StandIn.Id],
        ExpediteEvent.Urged e => e.To.Select(who => who.Id),
        // Who is to give a comment that holds the desk up is reminded; the desk itself sees the line on its card, an urgent one was reminded before, and is so once.
        ExpediteEvent.Escalated e => [.. e.To, .. Hearing.Holding(slip).Select(one => one.Of.Id)],
        DeadlineEvent.Recounted e => DeadlineOwners.MustAct(e.Kind, slip, roster),
        _ => [],
    };

    /// <summary>Whose comment was wanted before, and who have no other part in it now: a signature is no news for them.</summary>
    private static IEnumerable<string> StillAsked(Slip? before, Slip slip, Roster roster) => before is null ? []
        : Hearing.Asked(before).Intersect(Hearing.Asked(slip), StringComparer.Ordinal).Except(Desks.At(slip.Stage, slip, roster).Select(person => person.Id), StringComparer.Ordinal);

    /// <summary>Who asked, and for whom they stood in.</summary>
    private static IEnumerable<string> Asker(string consultation, Slip slip) =>
        slip.Consultations.Where(one => one.Id == consultation).SelectMany(one => new[] { one.By.Id, one.By.For }).OfType<string>();
}
