using DisclosureBot.Bureau;
using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions;

/// <summary>Whom an item waits for now: their 待办 holds it.</summary>
public static class OpinionWaiting
{
    public static IReadOnlySet<string> On(OpinionItem item, Roster roster) =>
        item.IsOpen ? People(item, roster).ToHashSet(StringComparer.Ordinal) : new HashSet<string>(StringComparer.Ordinal);

    private static IEnumerable<string> People(OpinionItem item, Roster roster) =>
    [
        // The section's own chat is told, but no 待办 is a chat's.
        .. item.Handler is { } handler ? [handler.Id] : item.Called.Where(id => id != OpinionGroup.Id),
        .. item.Gravity == Gravity.UnrankedIncident && item.Assessment is not null ? Ids(roster.Holding(Role.PrincipalLeader)) : [],
        .. item.Clock(OpinionClockKind.PressConference) is { IsRunning: true } ? Ids(roster.Holding(Role.PrincipalLeader)) : [],
        .. item is { Assignment: { } assigned, Releases.Count: 0, Draft: null } ? Ids(OpinionDuties.Answering(assigned.SectionId, roster)) : [],
        .. item.Draft is { } draft ? Answer(item, draft, roster) : [],
    ];

    private static IEnumerable<string> Answer(OpinionItem item, ResponseDraft draft, Roster roster) => draft.Review switch
    {
        null => Ids(OpinionDuties.Reviewers(draft.By.Id, roster)),
        { Cleared: false } => [draft.By.Id],
        _ when roster.Find(item.Handler?.Id) is { } handler && OpinionDuties.MayRelease(handler) => [handler.Id],
        _ => Ids(roster.People.Where(OpinionDuties.MayRelease)),
    };

    private static IEnumerable<string> Ids(IEnumerable<Person> people) => people.Select(person => person.Id);
}
