using DisclosureBot.Bureau;
using DisclosureBot.Journal;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Slips;

/// <summary>Who sits at which desk of a slip: the roster's roles, less those whom the rules keep away (B-26).</summary>
public static class Desks
{
    /// <summary>
    /// Those whose part <paramref name="stage"/> is: never the drafter, never who signed the desk before, in person or by a stand-in.
    /// Whom the present desk was passed on to (转办) has it alone, unless they since wrote on the draft or left: then it falls back to those who sit there.
    /// </summary>
    public static IReadOnlyList<Person> At(Stage stage, Slip slip, Roster roster)
    {
        bool Free(Person person) => IsFree(stage, slip, person);
        return slip is { Phase: SlipPhase.InReview, PassedTo: { } passed } && stage == slip.Stage
            && roster.Find(passed.Id) is { } one && Free(one)
            ? [one]
            : At(stage, slip.SectionId, slip.Content.Signer.Id, Free, roster);
    }

    /// <summary>The same before there is a slip.</summary>
    public static IReadOnlyList<Person> At(Stage stage, string drafter, string section, string signer, Roster roster) =>
        At(stage, section, signer, person => person.Id != drafter, roster);

    /// <summary>Whether this person may act there now; a stand-in only where they themselves are kept apart from the draft and the desk before too.</summary>
    public static bool MayAct(Stage stage, Slip slip, Person person, Roster roster) =>
        IsFree(stage, slip, person) && At(stage, slip, roster).Any(one => one.Id == person.Id) && MayStandIn(stage, person);

    /// <summary>A desk that came to somebody by 转办 or for want of others is no part of their role: who stands in for them must be fit for it all the same.</summary>
    private static bool MayStandIn(Stage stage, Person seat) => seat.ActedBy is not { } standIn || stage switch
    {
        Stage.SectionHead => standIn.Is(Role.SectionHead) || SlipDuties.IsLeader(standIn) || (!SlipDuties.IsLeader(seat) && standIn.Section.Id == seat.Section.Id),
        Stage.GeneralOffice => SlipDuties.IsGeneralOffice(standIn),
        Stage.Leader => SlipDuties.IsLeader(standIn),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };

    /// <summary>Neither they nor whom they stand in for wrote the draft or signed the desk before (B-26).</summary>
    public static bool IsFree(Stage stage, Slip slip, Person person) => !Wrote(slip, person) && !SignedBefore(stage, slip, person);

    public static bool SignedBefore(Stage stage, Slip slip, Person person) =>
        stage != Stage.SectionHead && slip.SignedAt(stage - 1)?.By.Concerns(person) == true;

    /// <summary>Whether they, or whom they stand in for, drafted it, or revised it in the drafter's place.</summary>
    public static bool Wrote(Slip slip, Person person) => slip.Drafter.Concerns(person)
        || slip.Trail.Any(line => line.Act == SlipAct.Resubmit && line.By.Concerns(person));

    private static IReadOnlyList<Person> At(Stage stage, string section, string signer, Func<Person, bool> free, Roster roster)
    {
        bool Free(Person person) => free(person);
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
        At(Stage.SectionHead, slip.SectionId, slip.Content.Signer.Id, person => MayConfirm(slip, person), roster);

    /// <summary>Nobody confirms a redaction that they, or whom they stand in for, drafted, uploaded or described.</summary>
    public static bool MayConfirm(Slip slip, Person person) => !Wrote(slip, person)
        && slip.Current(FileRole.RedactedVersion)?.By.Concerns(person) != true && slip.Removals?.By.Concerns(person) != true;

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
