using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Slips.Deadlines;

/// <summary>Who must act on a clock, and who hears of it at which rung: first they, then their section head too, then the leaders in charge.</summary>
public static class DeadlineOwners
{
    /// <summary>Person ids.</summary>
    public static IReadOnlyList<string> MustAct(DeadlineKind kind, Slip slip, Roster roster) =>
        IsWithOperations(kind, slip) ? Ids(PublishingDesks.Operations(roster)) : [slip.Drafter.Id];

    /// <summary>Person ids, nobody twice, those who must act first.</summary>
    public static IReadOnlyList<string> Reminded(DeadlineKind kind, Rung rung, Slip slip, Roster roster)
    {
        var people = MustAct(kind, slip, roster).AsEnumerable();
        if (rung >= Rung.OnTheDay) people = people.Concat(Ids(Heads(kind, slip, roster)));
        if (rung >= Rung.Overdue) people = people.Concat(Ids(roster.Holding(Role.LeaderInCharge)));
        return people.Distinct(StringComparer.Ordinal).ToList();
    }

    private static bool IsWithOperations(DeadlineKind kind, Slip slip) => kind switch
    {
        DeadlineKind.Publication => true,
        // What is published elsewhere (代起草) is recorded by the drafter alone, whoever keeps the copy.
        DeadlineKind.LegalDisclosure => slip.Publication.Handover is not null && !slip.Content.OnBehalf,
        DeadlineKind.Handover or DeadlineKind.Interpretation or DeadlineKind.CommentFeedback => false,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static IEnumerable<Person> Heads(DeadlineKind kind, Slip slip, Roster roster) => roster.Holding(Role.SectionHead).Where(head =>
        IsWithOperations(kind, slip) ? head.Section.Duties.Contains("publication") : head.Section.Id == slip.SectionId);

    private static List<string> Ids(IEnumerable<Person> people) => people.Select(person => person.Id).ToList();
}
