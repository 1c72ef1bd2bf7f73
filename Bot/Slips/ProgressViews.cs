using System.Globalization;
using DisclosureBot.Bureau;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Clock;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Issuing;
using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Slips;

/// <summary>办理进度: the way from the signature to the archive, as far as the attribute makes the document go it (F-14, F-15, B-4, B-13). Pure.</summary>
/// <param name="year">The present year, bureau time; other years are spelled out.</param>
public sealed class ProgressViews(Roster roster, int year)
{
    private const string Operations = "商务运行科";

    public IReadOnlyList<ProgressStep> Of(Slip slip) =>
        slip.Phase is not (SlipPhase.Signed or SlipPhase.Archived) ? [] : [.. Issuing(slip), .. Outside(slip), .. Handing(slip), .. Releasing(slip), .. Ending(slip)];

    private IEnumerable<ProgressStep> Issuing(Slip slip)
    {
        var issue = slip.Issue;
        yield return Step("印制", issue.Printed, open: true, $"待起草人{slip.Drafter.Name}印制", issue.Printed is null ? "" : Text($",{issue.Copies}份"));
        yield return Step("登记", issue.Registered, issue.Printed is not null, "待办公室登记文号", issue.Number is { } number ? $",{number}" : "");
        yield return Step("用印", issue.Sealed, issue.Registered is not null, "待办公室用印");
        yield return Step("发文", issue.Issued, issue.Sealed is not null, "待发文");
    }

    /// <summary>代起草: somebody else publishes it (B-17).</summary>
    private IEnumerable<ProgressStep> Outside(Slip slip)
    {
        if (!slip.Content.OnBehalf) yield break;
        var outside = slip.Interpretation.Outside;
        yield return new("发文机关公开", outside is null ? StepState.Waiting : StepState.Done,
            outside is null ? $"待起草人{slip.Drafter.Name}记录公开日期和地址" : $"{outside.By.Name} 记录于{Show(outside.At)},{Text($"{outside.On.Month}月{outside.On.Day}日")}公开");
    }

    private IEnumerable<ProgressStep> Handing(Slip slip)
    {
        if (!IsHandedOver(slip)) yield break;
        var handover = slip.Publication.Handover;
        if (slip.Attribute == DisclosureAttribute.Redacted && handover is null && slip.Removals?.ConfirmedAt is null)
            yield return new("删减版", StepState.Waiting, "待起草人提供删减版和删减说明,并由科室负责人确认");
        yield return Step("移交", handover is null ? null : new Done(handover.By, handover.At), slip.Issue.Issued is not null, $"待起草人{slip.Drafter.Name}移交{Operations}");
        yield return Step("签收", handover?.Received, handover is not null, $"待{Operations}签收");
    }

    private IEnumerable<ProgressStep> Releasing(Slip slip)
    {
        var (record, received) = (slip.Publication, slip.Publication.Handover?.Received is not null);
        if (MustComeDown(slip))
            yield return Step("撤下", record.TakenDown, open: true, $"待{Operations}撤下变更前发布的内容");
        if (IsHandedOver(slip) && slip.Attribute == DisclosureAttribute.OnRequest)
            yield return Step("列入目录", record.Catalogued, received, $"待{Operations}列入依申请公开目录");
        if (IsHandedOver(slip) && IsForThePublic(slip))
        {
            yield return Secrecy(slip);
            yield return Step("发布", Standing(slip) is { } published ? new Done(published.By, published.When) : null, received, $"待{Operations}发布");
        }

        if (slip.NeedsInterpretation && (slip.Content.OnBehalf || IsForThePublic(slip)))
            yield return Step("解读", slip.Interpretation.Released is { } released ? new Done(released.By, released.When) : null,
                record.Published is not null || slip.Interpretation.Outside is not null, $"待{slip.Section}发布解读材料");
        if (slip.Content.PreDecision && IsForThePublic(slip))
            yield return Step("意见采纳反馈", record.Feedback is { } feedback ? new Done(feedback.By, feedback.When) : null, record.Published is not null, "待反馈意见采纳情况");
    }

    private IEnumerable<ProgressStep> Ending(Slip slip)
    {
        var archived = slip.Archives.Count > 0 && slip.Phase == SlipPhase.Archived ? slip.Archives[^1] : null;
        yield return new("归档", archived is null ? StepState.Later : StepState.Done, archived is null ? (slip.Phase == SlipPhase.Signed && Completion.AwaitsLook(slip) ? "核对发布地址后自动封存" : "各步办结后自动封存") : $"{Show(archived.At)},封存校验值{archived.Seal[..Math.Min(12, archived.Seal.Length)]}");
    }

    /// <summary>先审查、后公开, of what was handed over (B-20).</summary>
    private ProgressStep Secrecy(Slip slip)
    {
        var files = slip.Publication.Handover?.FileIds ?? [];
        var reviews = files.Select(slip.Publication.ReviewOf).ToList();
        if (reviews.OfType<SecrecyReview>().FirstOrDefault(review => !review.Cleared) is { } refused)
            return new("保密审查", StepState.Halted, $"{refused.By.Name} {Show(refused.At)}:“{slip.File(refused.FileId)?.Name}”不得公开");
        if (reviews.Count > 0 && reviews.All(review => review is not null))
            return Step("保密审查", new Done(reviews[^1]!.By, reviews[^1]!.At), open: true, "");
        var reviewers = roster.Holding(Role.SecrecyReviewer).Where(person => person.Id != slip.Drafter.Id).ToList();
        return new("保密审查", files.Count == 0 ? StepState.Later : StepState.Waiting,
            $"待{(reviewers.Count == 0 ? "保密审查员" : Desks.Names(reviewers))}审查{(files.Count > 1 ? Text($",还有{reviews.Count(review => review is null)}个文件") : "")}");
    }

    /// <summary>此件不公开 goes to nobody; what others publish goes over only where a clock says so.</summary>
    private static bool IsHandedOver(Slip slip) => slip.Attribute != DisclosureAttribute.NotDisclosed
        && (!slip.Content.OnBehalf || slip.Publication.Handover is not null || slip.Clock(DeadlineKind.Handover) is not null);

    private static bool IsForThePublic(Slip slip) => slip.Attribute is DisclosureAttribute.Public or DisclosureAttribute.Redacted;

    /// <summary>What was published before a change of attribute does not count after it (B-31).</summary>
    private static Publication? Standing(Slip slip) =>
        slip.Publication is { TakenDown: null, Published: { } published } && !IsOlderThanChange(slip, published) ? published : null;

    private static bool MustComeDown(Slip slip) => slip.Publication.Published is { } published && IsOlderThanChange(slip, published)
        && AttributeStatement.IsLessOpen(slip.Changes[^1].To, slip.Changes[^1].From);

    private static bool IsOlderThanChange(Slip slip, Publication published) => slip.Changes.Count > 0 && published.At < slip.Changes[^1].At;

    private ProgressStep Step(string name, Done? done, bool open, string waiting, string detail = "") => done is not null
        ? new(name, StepState.Done, $"{done.By.Name} {Show(done.At)}{detail}")
        : open ? new(name, StepState.Waiting, waiting) : new(name, StepState.Later, waiting);

    private string Show(DateTimeOffset at) => BureauTime.Show(at, year);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
