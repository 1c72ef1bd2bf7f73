using DisclosureBot.Bureau;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Slips;

/// <summary>Whom a slip waits for, at every desk at once: the reviewers before the signature, whoever the open steps need after it. Pure.</summary>
public static class Waiting
{
    public static IReadOnlySet<string> On(Slip slip, Roster roster) => slip.Phase switch
    {
        SlipPhase.InReview => Ids([.. Desk(slip, roster), .. Filing(slip, roster), .. Confirming(slip, roster), .. Consulted(slip, roster)]),
        SlipPhase.WithDrafter => Ids([.. Filing(slip, roster), .. Confirming(slip, roster), .. Consulted(slip, roster)]).Append(slip.Drafter.Id).ToHashSet(StringComparer.Ordinal),
        SlipPhase.Signed => Completion.Now(slip).SelectMany(step => For(step, slip, roster)).Union(Ids([.. Reviewing(slip, roster), .. Filing(slip, roster), .. Confirming(slip, roster), .. Consulted(slip, roster)])).ToHashSet(StringComparer.Ordinal),
        SlipPhase.Declined or SlipPhase.Archived => new HashSet<string>(StringComparer.Ordinal),
        _ => throw new InvalidOperationException(slip.Phase.ToString()),
    };

    /// <summary>What the slip now asks of this person: to review or sign, to handle something else, or to give the comment they were asked for.</summary>
    public static (bool Review, bool Handling, bool Comment) Asked(Slip slip, string person, Roster roster)
    {
        if (!On(slip, roster).Contains(person)) return (false, false, false);
        IEnumerable<Person> desk = slip.Phase == SlipPhase.InReview && Hearing.Holding(slip).Count == 0 ? Desks.At(slip.Stage, slip, roster) : [];
        var reviews = Ids([.. desk, .. Confirming(slip, roster), .. slip.Phase == SlipPhase.Signed ? Reviewing(slip, roster) : []]).Contains(person);
        var comments = Hearing.Asked(slip).Contains(person);
        return (reviews, !(reviews || comments) || OtherThanReview(slip, roster).Contains(person), comments);
    }

    private static IEnumerable<string> OtherThanReview(Slip slip, Roster roster) => slip.Phase switch
    {
        SlipPhase.InReview => Ids([.. Comparing(slip, roster), .. Filing(slip, roster)]),
        SlipPhase.WithDrafter => Ids(Filing(slip, roster)).Append(slip.Drafter.Id),
        SlipPhase.Signed => Completion.Now(slip).Where(step => step != OpenStep.ReviewSecrecy && !(step == OpenStep.HandOver && AwaitsConfirmation(slip)))
            .SelectMany(step => For(step, slip, roster)).Concat(Ids(Filing(slip, roster))),
        SlipPhase.Declined or SlipPhase.Archived => [],
        _ => throw new InvalidOperationException(slip.Phase.ToString()),
    };

    /// <summary>The present desk; while it waits for a colleague's comment nobody is reminded of what they cannot do.</summary>
    private static IEnumerable<Person> Desk(Slip slip, Roster roster) =>
        Hearing.Holding(slip).Count > 0 ? [] : [.. Desks.At(slip.Stage, slip, roster), .. Comparing(slip, roster)];

    private static IEnumerable<Person> Consulted(Slip slip, Roster roster) => Hearing.Asked(slip).Select(roster.Find).OfType<Person>();

    /// <summary>Person ids; who must take this step.</summary>
    public static IEnumerable<string> For(OpenStep step, Slip slip, Roster roster) => step switch
    {
        OpenStep.HandOver when AwaitsConfirmation(slip) => Ids(Confirming(slip, roster)),
        OpenStep.Print or OpenStep.HandOver or OpenStep.RecordOutside or OpenStep.ReleaseInterpretation or OpenStep.PublishFeedback => [slip.Drafter.Id],
        OpenStep.Register or OpenStep.Seal or OpenStep.Issue => Ids(roster.People.Where(SlipDuties.IsGeneralOffice)),
        OpenStep.Receive => Ids(PublishingDesks.Receivers(slip, roster)),
        OpenStep.ReviewSecrecy => Ids(Reviewing(slip, roster)),
        OpenStep.Publish or OpenStep.Catalogue or OpenStep.TakeDown => Ids(PublishingDesks.Operations(roster)),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    /// <summary>The redacted version is described, and the section head has not yet confirmed it (B-14).</summary>
    public static bool AwaitsConfirmation(Slip slip) => FileTimes.Closed(slip, FileRole.RedactedVersion) is null
        && slip.Removals is { ConfirmedBy: null } removals && removals.FileId == slip.Current(FileRole.RedactedVersion)?.Id;

    private static IReadOnlyList<Person> Confirming(Slip slip, Roster roster) => AwaitsConfirmation(slip) ? Desks.Confirmers(slip, roster) : [];

    private static IEnumerable<Person> Reviewing(Slip slip, Roster roster) =>
        Publishable.Unreviewed(slip).SelectMany(file => PublishingDesks.Reviewers(slip, file, roster));

    /// <summary>A filed plan that 政策法规科 has not answered; once printed it no longer can, and never whoever filed it.</summary>
    private static IEnumerable<Person> Filing(Slip slip, Roster roster) => slip is { Interpretation: { Filing: { } filed, Policy: null }, Issue.Printed: null }
        ? roster.People.Where(person => SlipDuties.IsPolicyRegulation(person) && !filed.By.Concerns(person))
        : [];

    /// <summary>A copied paper opinion needs a second pair of eyes: whoever may compare it, and may see the slip.</summary>
    private static IEnumerable<Person> Comparing(Slip slip, Roster roster) => slip.PendingPaper is { } entry
        ? roster.People.Where(person => PaperSigning.PaperRules.Checks(slip, entry, person) && Desks.MaySee(slip, person))
        : [];

    private static HashSet<string> Ids(IEnumerable<Person> people) => people.Select(person => person.Id).ToHashSet(StringComparer.Ordinal);
}
