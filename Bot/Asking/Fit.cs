using DisclosureBot.Clock;
using DisclosureBot.Opinions;
using DisclosureBot.Slips;

namespace DisclosureBot.Asking;

/// <summary>Whether a case fits what only its own state can tell: who signed it, what happened when, an item's clocks. Pure.</summary>
internal static class Fit
{
    public static bool Holds(Hit hit, Question question, DateTimeOffset now) =>
        (!question.IsUntaken || hit.Opinion is { IsOpen: true, Handler: null })
        && (!question.IsNormative || hit.Slip is { Content.Normative: true })
        && (question.Signer is not { } signer || IsSignedBy(hit.Slip, signer.Id, question.When))
        && (question.Happened is not { } happened || question.When is not { } when || question.Signer is not null || (Day(hit, happened) is { } day && day >= when.From && day <= when.To))
        && (question.Due is not { } due || hit.Opinion is not { } item || IsDue(item, due, question.IsOverdue, now));

    private static bool IsSignedBy(Slip? slip, string person, Days? when) =>
        slip?.Signatures.Any(signature => signature.By.Concerns(person) && (when is null || (signature.On >= when.From && signature.On <= when.To))) == true;

    private static DateOnly? Day(Hit hit, Happening happened) => hit switch
    {
        { Opinion: { } item } => happened == Happening.Drafted ? BureauTime.Day(item.ReportedAt) : null,
        { Slip: { } slip } => Day(slip, happened),
        _ => null,
    };

    private static DateOnly? Day(Slip slip, Happening happened) => happened switch
    {
        Happening.Drafted => BureauTime.Day(slip.Trail[0].At),
        Happening.Returned => Day(slip.Trail.LastOrDefault(line => line.Act == SlipAct.Return)?.At),
        Happening.Signed => slip.SignedAt(Stage.Leader)?.On,
        Happening.Issued => Day(slip.Issue.Issued?.At),
        Happening.HandedOver => Day(slip.Publication.Handover?.At),
        Happening.Published => Day(slip.Publication.Published?.When),
        Happening.Archived => slip.Archives is [.., var last] ? BureauTime.Day(last.At) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, null),
    };

    private static DateOnly? Day(DateTimeOffset? at) => at is { } moment ? BureauTime.Day(moment) : null;

    private static bool IsDue(OpinionItem item, Days due, bool overdue, DateTimeOffset now) => item.Clocks.Any(clock =>
        clock.IsRunning && (overdue ? clock.Deadline.Due < now : BureauTime.Day(clock.Deadline.Due) >= due.From && BureauTime.Day(clock.Deadline.Due) <= due.To));
}
