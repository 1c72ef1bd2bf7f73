using DisclosureBot.Bureau;

namespace DisclosureBot.Opinions;

/// <summary>Whose part is whose in 三(九), by role and by what their section is there for.</summary>
public static class OpinionDuties
{
    private const string Duty = "opinion";

    /// <summary>商务运行科 and the opinion officers: they take, assess, assign and close (O-06).</summary>
    public static bool IsKeeper(Person person) => person.Is(Role.OpinionOfficer) || person.Section.Duties.Contains(Duty);

    /// <summary>Those whom every item is open to.</summary>
    public static bool KeepsOrLeads(Person person) => IsKeeper(person) || IsLeader(person);

    public static bool IsLeader(Person person) => person.Is(Role.LeaderInCharge) || person.Is(Role.PrincipalLeader);

    /// <summary>The section that keeps the register; null where the roster names none.</summary>
    public static Section? Keeping(Roster roster) => roster.People.Select(person => person.Section).FirstOrDefault(section => section.Duties.Contains(Duty));

    public static IEnumerable<Person> Keepers(Roster roster) => roster.People.Where(IsKeeper);

    /// <summary>Who may open it: the keepers, the leaders, the section it was assigned to, and everyone it was put before.</summary>
    public static bool MaySee(OpinionItem item, Person person) =>
        item.Circle.Contains(person.Id) || item.Reporter.Id == person.Id || KeepsOrLeads(person) || person.Section.Id == item.SectionId
        || (person.Is(Role.SecrecyReviewer) && item.Draft is not null) || (person.Is(Role.Publisher) && item.Draft is { Review.Cleared: true });

    /// <summary>Who may work on it: keepers, leaders, and the section it was assigned to.</summary>
    public static bool MayHandle(OpinionItem item, Person person) => KeepsOrLeads(person) || person.Section.Id == item.SectionId;

    /// <summary>Whose it is to see that a section answers: its head, or all of it where it has none.</summary>
    public static IReadOnlyList<Person> Answering(string sectionId, Roster roster)
    {
        var people = roster.People.Where(person => person.Section.Id == sectionId).ToList();
        return people.Where(person => person.Is(Role.SectionHead)).ToList() is { Count: > 0 } heads ? heads : people;
    }

    /// <summary>Who reviews what this person drafted: a secrecy reviewer; a leader in charge where the drafter is the only one.</summary>
    public static IReadOnlyList<Person> Reviewers(string drafterId, Roster roster) =>
        roster.Holding(Role.SecrecyReviewer).Where(person => person.Id != drafterId).ToList() is { Count: > 0 } reviewers
            ? reviewers
            : [.. roster.Holding(Role.LeaderInCharge).Where(person => person.Id != drafterId)];

    public static bool MayRelease(Person person) => IsKeeper(person) || person.Is(Role.Publisher);

    public static string Names(IEnumerable<Person> people) => string.Join('、', people.Select(person => person.Name));
}
