using DisclosureBot.Bureau;

namespace DisclosureBot.Opinions;

/// <summary>Whom an item waits for now: their 待办 holds it.</summary>
public static class OpinionWaiting
{
    public static IReadOnlySet<string> On(OpinionItem item, Roster roster) =>
        item.IsOpen ? People(item, roster).ToHashSet(StringComparer.Ordinal) : new HashSet<string>(StringComparer.Ordinal);

    private static IEnumerable<string> People(OpinionItem item, Roster roster) =>
    [
        .. item.Handler is { } handler ? [handler.Id] : item.Called,
        .. item.Gravity == Gravity.UnrankedIncident && item.Assessment is not null ? Ids(roster.Holding(Role.PrincipalLeader)) : [],
        .. item.Gravity >= Gravity.SeriousIncident && item.Clock(Clocks.OpinionClockKind.PressConference) is { IsRunning: true } ? Ids(roster.Holding(Role.PrincipalLeader)) : [],
        .. item is { Assignment: { } assigned, Releases.Count: 0 } ? Ids(roster.Holding(Role.SectionHead).Where(head => head.Section.Id == assigned.SectionId)) : [],
        .. item.Draft is { Review: null } draft ? Ids(roster.Holding(Role.SecrecyReviewer).Where(reviewer => reviewer.Id != draft.By.Id)) : [],
        .. item.Draft is { Review: not null, By: var drafter } ? [drafter.Id] : (IEnumerable<string>)[],
    ];

    private static IEnumerable<string> Ids(IEnumerable<Person> people) => people.Select(person => person.Id);
}
