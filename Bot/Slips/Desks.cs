using DisclosureBot.Bureau;
using DisclosureBot.Journal;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Slips;

/// <summary>Who sits at which desk of a slip: the roster's roles, less those whom the rules keep away (B-26).</summary>
public static class Desks
{
    /// <summary>Those who may act at <paramref name="stage"/>: never the drafter, never who signed the desk before.</summary>
    public static IReadOnlyList<Person> At(Stage stage, Slip slip, Roster roster)
    {
        var before = stage == Stage.SectionHead ? null : slip.SignedAt(stage - 1)?.By.Id;
        if (stage == slip.Stage && slip.PassedTo is { } passed && passed.Id != slip.Drafter.Id && passed.Id != before && roster.Find(passed.Id) is { } holder) return [holder];
        return At(stage, slip.Drafter.Id, slip.SectionId, slip.Content.Signer.Id, before, roster);
    }

    public static IReadOnlyList<Person> At(Stage stage, string drafter, string section, string signer, string? before, Roster roster)
    {
        bool Free(Person person) => person.Id != drafter && person.Id != before;
        return stage switch
        {
            Stage.SectionHead => FirstOf(
                roster.Holding(Role.SectionHead).Where(person => person.Section.Id == section && Free(person)),
                roster.Holding(Role.LeaderInCharge).Where(Free),
                roster.Holding(Role.PrincipalLeader).Where(Free)),
            Stage.GeneralOffice => FirstOf(
                roster.Holding(Role.OfficeReviewer).Where(Free),
                roster.People.Where(person => person.Section.Duties.Contains("generalOffice") && Free(person))),
            Stage.Leader => roster.People.Where(person => person.Id == signer && Free(person)).ToList(),
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
        };
    }

    /// <summary>Who confirms the present redacted version: the head, or where the head drafted or uploaded it a leader (B-14).</summary>
    public static IReadOnlyList<Person> Confirmers(Slip slip, Roster roster) =>
        At(Stage.SectionHead, slip.Drafter.Id, slip.SectionId, slip.Content.Signer.Id, slip.Current(FileRole.RedactedVersion)?.By.Id, roster);

    /// <summary>Leaders who may sign for this drafter; the leaders in charge first (B-8).</summary>
    public static IReadOnlyList<Person> Signers(string drafter, Roster roster) =>
        roster.Holding(Role.LeaderInCharge).Union(roster.Holding(Role.PrincipalLeader)).Where(person => person.Id != drafter).ToList();

    /// <summary>Whether a person may read the slip: those it concerned, its section's head, the office, the leaders.</summary>
    public static bool MaySee(Slip slip, Person person) =>
        slip.Circle.Contains(person.Id)
        || (person.Is(Role.SectionHead) && person.Section.Id == slip.SectionId)
        || person.Is(Role.OfficeReviewer) || person.Is(Role.LeaderInCharge) || person.Is(Role.PrincipalLeader)
        || (person.Is(Role.SecrecyReviewer) && IsToBeReviewed(slip))
        || IsConcerned(slip, person);

    /// <summary>
    /// Those whom a later part of the way has reached, however the roster has changed since: the general office once it is printed,
    /// 商务运行科 once it was handed over, 政策法规科 once a plan was filed.
    /// </summary>
    public static bool IsConcerned(Slip slip, Person person) =>
        (slip.Issue.Printed is not null && SlipDuties.IsGeneralOffice(person))
        || (slip.Publication is not { Handover: null, Published: null, Catalogued: null } && SlipDuties.IsOperations(person))
        || (slip.Interpretation.Filing is not null && SlipDuties.IsPolicyRegulation(person));

    /// <summary>From the final signature on there may be something to publish, and so to review (B-20).</summary>
    private static bool IsToBeReviewed(Slip slip) =>
        slip.Phase is SlipPhase.Signed or SlipPhase.Archived && slip.Attribute != DisclosureAttribute.NotDisclosed
        && (slip.Attribute != DisclosureAttribute.OnRequest || slip.Current(FileRole.InterpretationMaterial) is not null);

    /// <summary>The same for searches; the circle stands in the journal as slots.</summary>
    public static Reach Reach(Person person) => new(
        person.Id,
        person.Is(Role.SectionHead) ? person.Section.Id : null,
        person.Is(Role.OfficeReviewer) || person.Is(Role.LeaderInCharge) || person.Is(Role.PrincipalLeader));

    public static string Office(Person leader) => leader.Is(Role.PrincipalLeader) ? "主要领导" : "分管领导";

    public static string Names(IEnumerable<Person> people) => string.Join('、', people.Select(person => person.Name));

    public static string Review(Stage stage) => stage switch
    {
        Stage.SectionHead => "科室负责人初审",
        Stage.GeneralOffice => "办公室二审",
        Stage.Leader => "局领导签发",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };

    /// <summary>The box of the paper that the stage writes into.</summary>
    public static string Box(Stage stage) => stage switch
    {
        Stage.SectionHead => "拟稿单位(科室)意见",
        Stage.GeneralOffice => "办公室意见",
        Stage.Leader => "签发意见",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };

    private static IReadOnlyList<Person> FirstOf(params ReadOnlySpan<IEnumerable<Person>> choices)
    {
        foreach (var choice in choices)
            if (choice.ToList() is { Count: > 0 } found)
                return found;
        return [];
    }
}
