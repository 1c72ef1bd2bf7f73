using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Issuing;

namespace DisclosureBot.Slips.Publishing;

/// <summary>What a signed slip may still lack, in the order of its way.</summary>
public enum OpenStep
{
    Print, Register, Seal, Issue, TakeDown, HandOver, Receive, ReviewSecrecy, Publish, Catalogue,
    RecordOutside, ReleaseInterpretation, PublishFeedback,
}

/// <summary>How far a signed slip is from its archive (四(一)4, B-11): what is missing, and what of it can be done now. Pure.</summary>
public static class Completion
{
    /// <summary>Everything still missing, in order; empty before the attribute is determined.</summary>
    public static IReadOnlyList<OpenStep> Of(Slip slip) => slip.Attribute is null ? [] : [.. Issuing(slip.Issue), .. Disclosing(slip)];

    /// <summary>Nothing is missing: it can be archived, once every recorded address has been looked at; what was found there does not hold it.</summary>
    public static bool IsDone(Slip slip) => slip.Phase == SlipPhase.Signed && Of(slip).Count == 0 && !AwaitsLook(slip);

    /// <summary>An address was recorded that nobody has looked at yet.</summary>
    public static bool AwaitsLook(Slip slip) => slip.Publication.Published?.Check == AddressCheck.Pending && slip.Publication.TakenDown is null
        || slip.Publication.Feedback?.Check == AddressCheck.Pending || slip.Interpretation.Released?.Check == AddressCheck.Pending;

    /// <summary>Those of the missing steps that wait for nothing but a person; none once archived.</summary>
    public static IReadOnlyList<OpenStep> Now(Slip slip) =>
        slip.Phase == SlipPhase.Signed ? Of(slip).Where(step => IsOpen(step, slip)).ToList() : [];

    public static string Name(OpenStep step) => step switch
    {
        OpenStep.Print => "印制",
        OpenStep.Register => "登记",
        OpenStep.Seal => "用印",
        OpenStep.Issue => "发文",
        OpenStep.TakeDown => "撤下已发布内容",
        OpenStep.HandOver => "存档与移交",
        OpenStep.Receive => "签收",
        OpenStep.ReviewSecrecy => "保密审查",
        OpenStep.Publish => "公开发布",
        OpenStep.Catalogue => "列入依申请公开目录",
        OpenStep.RecordOutside => "记录委托机关公开情况",
        OpenStep.ReleaseInterpretation => "发布解读材料",
        OpenStep.PublishFeedback => "反馈意见采纳情况",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    private static IEnumerable<OpenStep> Issuing(IssueRecord issue)
    {
        if (issue.Printed is null) yield return OpenStep.Print;
        if (issue.Registered is null) yield return OpenStep.Register;
        if (issue.Sealed is null) yield return OpenStep.Seal;
        if (issue.Issued is null) yield return OpenStep.Issue;
    }

    private static IEnumerable<OpenStep> Disclosing(Slip slip)
    {
        if (Publishable.OwesTakeDown(slip)) yield return OpenStep.TakeDown;
        if (slip.Attribute == DisclosureAttribute.NotDisclosed) yield break;
        if (slip.Publication.Handover is null) yield return OpenStep.HandOver;
        if (slip.Publication.Handover?.Received is null) yield return OpenStep.Receive;
        if (slip.Attribute == DisclosureAttribute.OnRequest)
        {
            if (slip.Publication.Catalogued is null) yield return OpenStep.Catalogue;
            yield break;
        }

        foreach (var step in Publishing(slip)) yield return step;
    }

    private static IEnumerable<OpenStep> Publishing(Slip slip)
    {
        var release = slip.NeedsInterpretation && slip.Interpretation.Released is null;
        if (Publishable.ToReview(slip).Any(file => !Cleared(slip, file) && (release || file.Role != FileRole.InterpretationMaterial))) yield return OpenStep.ReviewSecrecy;
        if (slip.Content.OnBehalf)
        {
            if (slip.Interpretation.Outside is null) yield return OpenStep.RecordOutside;
        }
        else if (!Publishable.IsPublished(slip))
        {
            yield return OpenStep.Publish;
        }

        if (release) yield return OpenStep.ReleaseInterpretation;
        if (slip.Content is { PreDecision: true, OnBehalf: false } && slip.Publication.Feedback is null) yield return OpenStep.PublishFeedback;
    }

    private static bool IsOpen(OpenStep step, Slip slip) => step switch
    {
        OpenStep.Print or OpenStep.TakeDown => true,
        OpenStep.Register => slip.Issue.Printed is not null,
        OpenStep.Seal => slip.Issue.Registered is not null,
        OpenStep.Issue => slip.Issue.Sealed is not null,
        OpenStep.HandOver or OpenStep.RecordOutside => slip.Issue.Issued is not null,
        OpenStep.Receive => slip.Publication.Handover is not null,
        OpenStep.ReviewSecrecy => Publishable.Unreviewed(slip).Count > 0,
        OpenStep.Publish => slip.Publication.Handover?.Received is not null && !Publishable.OwesTakeDown(slip)
            && Publishable.ToPublish(slip).All(file => slip.Publication.ReviewOf(file.Id) is not null),
        OpenStep.Catalogue => slip.Publication.Handover?.Received is not null,
        // While the material lies with the secrecy reviewer nobody else can do anything about it.
        OpenStep.ReleaseInterpretation => (slip.Content.OnBehalf ? slip.Interpretation.Outside is not null : Publishable.IsPublished(slip))
            && !(slip.Current(FileRole.InterpretationMaterial) is { } material && slip.Publication.ReviewOf(material.Id) is null),
        OpenStep.PublishFeedback => Publishable.IsPublished(slip),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    private static bool Cleared(Slip slip, SlipFile file) => slip.Publication.ReviewOf(file.Id) is { Cleared: true };
}
