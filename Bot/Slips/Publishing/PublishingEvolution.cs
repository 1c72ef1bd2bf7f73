using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Issuing;

namespace DisclosureBot.Slips.Publishing;

/// <summary>What a slip becomes by a fact on its way to the public.</summary>
internal static class PublishingEvolution
{
    public static Slip Apply(Slip slip, PublishingEvent fact) => fact switch
    {
        PublishingEvent.HandedOver e => slip.Meet(DeadlineKind.Handover, e.At).Put(
            slip.Publication with { Handover = new Handover(e.By, e.At, e.FileIds) }, e, "存档并移交商务运行科"),
        PublishingEvent.Received e => slip.Run(DeadlineKind.Publication, e.Publication).Put(
            slip.Publication with { Handover = slip.Publication.Handover! with { Received = new Done(e.By, e.At) } }, e, "签收"),
        PublishingEvent.HandoverReturned e => slip.Reopen(DeadlineKind.Handover).Drop(DeadlineKind.Publication).Put(
            slip.Publication with { Handover = null, Returned = new HandoverReturn(e.By, e.At, e.Reason), Rounds = slip.Publication.Rounds + 1 }, e, "退回移交", e.Reason),
        PublishingEvent.SecrecyReviewed e => slip.Put(
            slip.Publication with { SecrecyReviews = [.. slip.Publication.SecrecyReviews, new SecrecyReview(e.FileId, e.Cleared, e.Basis, e.By, e.At)] },
            e, $"保密审查“{slip.File(e.FileId)?.Name}”:{(e.Cleared ? "可以公开" : "不得公开")}", e.Basis),
        PublishingEvent.Published e => slip
            // A corrected day is the day on which it was met.
            .Reopen(DeadlineKind.Publication).Meet(DeadlineKind.Publication, e.When).Reopen(DeadlineKind.LegalDisclosure).Meet(DeadlineKind.LegalDisclosure, e.When)
            .Run(DeadlineKind.Interpretation, e.Interpretation).Run(DeadlineKind.CommentFeedback, e.Feedback)
            .Put(
                slip.Publication with
                {
                    Published = new Publication(e.By, e.At, e.Url, e.Channels, e.When, e.CommentsCloseOn, AddressCheck.Pending, null, slip.Attribute!.Value, slip.Changes.Count),
                    TakenDown = null,
                    Rounds = slip.Publication.Rounds + 1,
                },
                e, $"{(Publishable.IsPublished(slip) ? "更正发布记录" : "公开发布")}({string.Join('、', e.Channels)}):{e.Url}") with
        {
            // What is corrected after the archive is sealed once more.
            Phase = Again(slip),
        },
        PublishingEvent.AddressChecked e => Checked(slip, e),
        PublishingEvent.Catalogued e => slip.Meet(DeadlineKind.Publication, e.At)
            .Put(slip.Publication with { Catalogued = new Done(e.By, e.At) }, e, "列入依申请公开目录"),
        PublishingEvent.FeedbackPublished e => slip.Meet(DeadlineKind.CommentFeedback, e.When).Put(
            slip.Publication with
            {
                Feedback = new Publication(e.By, e.At, e.Url, [], e.When, null, AddressCheck.Pending, null, slip.Attribute!.Value, slip.Changes.Count),
                Rounds = slip.Publication.Rounds + 1,
            },
            e, $"反馈意见采纳情况:{e.Url}") with
        { Phase = Again(slip) },
        // All of it is down: what comes later is released anew. The trail keeps what stood where.
        PublishingEvent.TakenDown e => slip.Put(
            slip.Publication with { TakenDown = new Done(e.By, e.At), Feedback = null }, e, "已发布内容撤下", Publishable.Addresses(slip)) with
        {
            Interpretation = slip.Interpretation with { Released = null },
        },
        PublishingEvent.Archived e => slip with
        {
            Phase = SlipPhase.Archived,
            Archives = [.. slip.Archives, new ArchivedPackage(e.PackageId, e.Seal, e.Size, e.At)],
            Trail = slip.Add(e, SlipAct.Archive, $"归档,封存校验值 {e.Seal}"),
        },
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };

    private static SlipPhase Again(Slip slip) => slip.Phase == SlipPhase.Archived ? SlipPhase.Signed : slip.Phase;

    private static Slip Put(this Slip slip, PublicationRecord record, SlipEvent fact, string what, string? why = null) =>
        slip with { Publication = record, Trail = slip.Add(fact, SlipAct.Publish, what, why) };

    /// <summary>One look may answer for several addresses: all that were recorded alike.</summary>
    private static Slip Checked(Slip slip, PublishingEvent.AddressChecked e)
    {
        Publication? Mark(Publication? at) => at?.Url == e.Url ? at with { Check = e.Check, CheckNote = e.Note } : at;
        var released = slip.Interpretation.Released;
        return slip with
        {
            Publication = slip.Publication with
            {
                Published = Mark(slip.Publication.Published),
                Feedback = Mark(slip.Publication.Feedback),
                Unreached = Tries(slip.Publication, e),
            },
            Interpretation = slip.Interpretation with
            {
                Released = released?.Url == e.Url ? released with { Check = e.Check, CheckNote = e.Note } : released,
            },
        };
    }

    private static IReadOnlyList<AddressTries> Tries(PublicationRecord record, PublishingEvent.AddressChecked e)
    {
        var others = record.Unreached.Where(tries => tries.Url != e.Url);
        return e.Check == AddressCheck.Unreachable ? [.. others, new AddressTries(e.Url, record.TriesAt(e.Url) + 1)] : [.. others];
    }
}
