using DisclosureBot.Bureau;

namespace DisclosureBot.Slips;

/// <summary>Whose part of a slip's way is whose, by role and by what their section is there for.</summary>
public static class SlipDuties
{
    public static bool IsDrafter(Slip slip, Person person) => slip.Drafter.Id == person.Id;

    /// <summary>科室负责人 of the slip's own section.</summary>
    public static bool HeadsSection(Slip slip, Person person) => person.Is(Role.SectionHead) && person.Section.Id == slip.SectionId;

    /// <summary>局办公室: registers and seals (四(一)4).</summary>
    public static bool IsGeneralOffice(Person person) => person.Is(Role.OfficeReviewer) || person.Section.Duties.Contains("generalOffice");

    /// <summary>政策法规科: plans are filed with it (三(八)).</summary>
    public static bool IsPolicyRegulation(Person person) => person.Section.Duties.Contains("policyRegulation");

    /// <summary>商务运行科: receives and publishes (四(一)4).</summary>
    public static bool IsOperations(Person person) => person.Is(Role.Publisher) || person.Section.Duties.Contains("publication");

    public static bool IsLeader(Person person) => person.Is(Role.LeaderInCharge) || person.Is(Role.PrincipalLeader);

    /// <summary>Their names, or whom to ask where the roster has nobody.</summary>
    public static string Names(IReadOnlyCollection<Person> people, Roster roster) =>
        people.Count > 0 ? Desks.Names(people) : $"管理员{Administrators(roster)}补充花名册后确定的人员";

    public static string Administrators(Roster roster) => Desks.Names(roster.Holding(Role.Administrator));
}
