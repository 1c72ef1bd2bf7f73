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
        .. IsKeepersTurn(item, roster) ? Ids(OpinionDuties.Keepers(roster)) : [],
        .. item.Gravity == Gravity.UnrankedIncident && item.Assessment is not null ? Ids(roster.Holding(Role.PrincipalLeader)) : [],
        .. item.Clock(OpinionClockKind.PressConference) is { IsRunning: true } ? Ids(roster.Holding(Role.PrincipalLeader)) : [],
        .. item is { Assignment: { } assigned, Draft: null } && !IsReady(item) ? Ids(OpinionDuties.Answering(assigned.SectionId, roster)) : [],
        .. item.Draft is { } draft ? Answer(item, draft, roster) : [],
    ];

    /// <summary>研判 and 办结 are the keepers' (O-06): they are waited for where somebody of another section, or nobody of the bureau any more, has it in hand.</summary>
    private static bool IsKeepersTurn(OpinionItem item, Roster roster) => item.Handler is { } inHand && roster.Find(inHand.Id) switch
    {
        null => true,
        var handler when OpinionDuties.KeepsOrLeads(handler) => false,
        _ => item.Assessment is null || (item.Draft is null && IsReady(item)),
    };

    /// <summary>There is nothing more to answer: false information is not at rest without a clarification (三(九)), nor anything while a clock of an answer runs.</summary>
    public static bool IsReady(OpinionItem item) =>
        (item.Kind == OpinionKind.FalseInformation ? item.Releases.Count > 0 : item.IsAnswered)
        && !item.Clocks.Any(clock => clock is { IsRunning: true, Deadline.Kind: OpinionClockKind.FirstRelease or OpinionClockKind.Response });

    private static IEnumerable<string> Answer(OpinionItem item, ResponseDraft draft, Roster roster) => draft.Review switch
    {
        null => Ids(OpinionDuties.Reviewers(draft.By.Id, roster)),
        { Cleared: false } => [draft.By.Id],
        _ when roster.Find(item.Handler?.Id) is { } handler && OpinionDuties.MayRelease(handler) => [handler.Id],
        _ => Ids(roster.People.Where(OpinionDuties.MayRelease)),
    };

    private static IEnumerable<string> Ids(IEnumerable<Person> people) => people.Select(person => person.Id);
}
