using DisclosureBot.Slips.Publishing;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips.Files;

/// <summary>Until when a file of each role may be put on a slip or replaced. Pure.</summary>
public static class FileTimes
{
    /// <summary>Null while a new version is welcome; otherwise why not, and what to do instead.</summary>
    public static Refusal? Closed(Slip slip, FileRole role) => slip.Phase switch
    {
        SlipPhase.Declined => StepAnswers.Invalid("本件不予签发,已办结,不能再办理文件。"),
        SlipPhase.Archived => StepAnswers.Invalid("本件已归档,不能再办理文件;公开属性需要变更的,请由局领导办理变更。"),
        _ => role switch
        {
            FileRole.Document or FileRole.Attachment => Text(slip, role),
            FileRole.InterpretationPlan => Plan(slip),
            FileRole.InterpretationMaterial => Material(slip),
            FileRole.RedactedVersion => Redacted(slip),
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        },
    };

    /// <summary>
    /// What was signed is what is issued: after the first signature the text changes only by way of a return. The finished text
    /// with its number comes until it is sealed; then only what came back, what may not be published, or what was never there.
    /// </summary>
    private static Refusal? Text(Slip slip, FileRole role)
    {
        var what = FileRoles.Name(role);
        if (slip.Phase != SlipPhase.Signed) return InReview(slip, what);
        if (slip.Publication.Handover is not null) return StepAnswers.Invalid($"{what}已移交商务运行科,不能再更换;确需更换的,请商务运行科先退回移交。");
        return slip.Issue.Sealed is null || slip.Publication.Returned is not null || IsRefused(slip, role) || (role == FileRole.Document && slip.Current(role) is null)
            ? null
            : StepAnswers.Invalid($"本件已用印,{what}不能再增加或更换,以免与用印的文件不一致;移交后商务运行科退回的,可以更换。");
    }

    private static bool IsRefused(Slip slip, FileRole role) =>
        Publishable.ToHandOver(slip).Any(file => file.Role == role && slip.Publication.ReviewOf(file.Id) is { Cleared: false });

    private static Refusal? InReview(Slip slip, string what) => slip is { Phase: SlipPhase.InReview, Signatures.Count: > 0 }
        ? StepAnswers.Invalid($"本件已有人签署,更换{what}请先撤回,或请审签人退回修改。")
        : null;

    private static Refusal? Plan(Slip slip) => slip.Publication.Published is null && slip.Interpretation.Outside is null
        ? null
        : StepAnswers.Invalid("文件已公开发布,解读方案不能再更换。");

    private static Refusal? Material(Slip slip)
    {
        if (slip.Interpretation.Released is not null) return StepAnswers.Invalid("解读材料已经发布,不能再更换。");
        var candidate = slip.NeedsInterpretation || slip.ImportantPolicy || slip.Content.Normative || slip.Content.ImportantPolicy;
        return candidate ? null : StepAnswers.Invalid("本件不是规范性文件,也没有确认为重要政策,不需要解读,不必上传解读材料。属于重要政策的,请科室负责人初审时确认。");
    }

    /// <summary>The attribute as it stands decides; before the signature, what is proposed or asked.</summary>
    private static Refusal? Redacted(Slip slip)
    {
        var redacted = slip.Attribute is { } present
            ? present == DisclosureAttribute.Redacted
            : slip.Content.Attribute == DisclosureAttribute.Redacted || slip.Asked == DisclosureAttribute.Redacted;
        if (!redacted) return StepAnswers.Invalid("本件的公开属性不是“此件删减后公开”,不需要删减版。");
        return slip.Publication.Handover is null ? null : StepAnswers.Invalid("删减版已移交商务运行科,不能再更换;确需更换的,请商务运行科先退回移交。");
    }
}
