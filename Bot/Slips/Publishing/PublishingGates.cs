using DisclosureBot.Bureau;
using DisclosureBot.Slips.Files;

namespace DisclosureBot.Slips.Publishing;

/// <summary>
/// Whether a person may take a step now, before anything is typed: null, or whose it is and what must be done first.
/// The rules refuse by it and the card offers by it, so that the two cannot disagree.
/// </summary>
public sealed class PublishingGates(Roster roster)
{
    /// <summary>存档与移交 (F-15, B-11).</summary>
    public Refusal? HandOver(Slip slip, Person actor) =>
        actor.Id != slip.Drafter.Id ? Forbidden($"存档与移交由起草人{slip.Drafter.Name}办理。")
        : slip.Attribute == DisclosureAttribute.NotDisclosed ? Invalid("此件不公开的文件不移交商务运行科,发文后归档并列入定期评审。")
        : NotIssued(slip) ?? Taken(slip) ?? NoFile(slip) ?? NotConfirmed(slip) ?? Judged(slip) ?? NobodyReviews(slip) ?? NobodyReceives(slip, actor);

    /// <summary>签收: never by whoever handed over.</summary>
    public Refusal? Receive(Slip slip, Person actor) =>
        NotReceiver(slip, actor, "签收") ?? NotSigned(slip) ?? NotHandedOver(slip)
        ?? (slip.Publication.Handover!.Received is { } received ? SlipStatus.Done(received.By, received.At, "签收", slip, roster) : null);

    public Refusal? ReturnHandover(Slip slip, Person actor) =>
        NotReceiver(slip, actor, "退回移交") ?? NotSigned(slip) ?? NotHandedOver(slip)
        ?? (Publishable.IsPublished(slip) ? Invalid("本件已公开发布,不能再退回移交;地址有误的请更正发布记录。")
            : slip.Publication.Catalogued is not null ? Invalid("本件已列入依申请公开目录,不能再退回移交。")
            : null);

    /// <summary>保密审查 of one file (先审查、后公开; B-20).</summary>
    public Refusal? ReviewSecrecy(Slip slip, string fileId, Person actor)
    {
        if (NotSigned(slip) is { } early) return early;
        if (Publishable.ToReview(slip).FirstOrDefault(file => file.Id == fileId) is not { } file) return NotToReview(slip, fileId);
        var reviewers = PublishingDesks.Reviewers(slip, file, roster);
        if (PublishingDesks.MayReview(slip, file, actor) && reviewers.Any(person => person.Id == actor.Id)) return null;
        if (reviewers.Count == 0) return Forbidden($"花名册中没有人可以审查“{file.Name}”(起草人和上传人不得自审),请联系管理员补充保密审查员。");
        var own = PublishingDesks.MayReview(slip, file, actor) ? "" : "起草人和上传人不得审查自己的文件,也不得代他人审查。";
        return Forbidden($"{own}“{file.Name}”由{Desks.Names(reviewers)}作保密审查。");
    }

    /// <summary>公开发布, or the correction of what was recorded of it, which the archive does not end. 依申请公开 is never published (B-13).</summary>
    public Refusal? Publish(Slip slip, Person actor) =>
        NotOperations(actor, "公开发布") ?? NotForThePublic(slip)
        ?? (Publishable.IsPublished(slip) && IsOnItsWay(slip) ? null : NotSigned(slip) ?? NotIssued(slip) ?? StillUp(slip) ?? NotHandedOver(slip) ?? NotReceived(slip) ?? NotCleared(slip));

    /// <summary>列入依申请公开目录 (B-13).</summary>
    public Refusal? Catalogue(Slip slip, Person actor) =>
        NotOperations(actor, "列入依申请公开目录")
        ?? (slip.Attribute is { } now and not DisclosureAttribute.OnRequest ? Invalid($"只有依申请公开的文件列入依申请公开目录;本件公开属性为“{AttributeStatement.Plain(now)}”。") : null)
        ?? NotSigned(slip) ?? NotHandedOver(slip) ?? NotReceived(slip)
        ?? (slip.Publication.Catalogued is { } done ? SlipStatus.Done(done.By, done.At, "列入依申请公开目录", slip, roster) : null);

    /// <summary>意见采纳情况反馈, and the correction of its address (T-08).</summary>
    public Refusal? PublishFeedback(Slip slip, Person actor) =>
        actor.Id != slip.Drafter.Id && !SlipDuties.IsOperations(actor) ? Forbidden($"意见采纳情况由起草人{slip.Drafter.Name}或{Operations}反馈。")
        : !slip.Content.PreDecision ? Invalid("本件不是征求意见的决策草案,不需反馈意见采纳情况。")
        : (slip.Publication.Feedback is not null && IsOnItsWay(slip) ? null : NotSigned(slip)) ?? (Publishable.IsPublished(slip) ? null : Invalid("决策草案尚未公开发布,请先发布并征集意见,再反馈采纳情况。"));

    /// <summary>撤下 what a less open attribute no longer allows (B-31).</summary>
    public Refusal? TakeDown(Slip slip, Person actor) =>
        NotOperations(actor, "撤下已发布内容") ?? NotSigned(slip)
        ?? (Publishable.OwesTakeDown(slip) ? null
            : slip.Publication.TakenDown is { } done ? SlipStatus.Done(done.By, done.At, "撤下已发布内容", slip, roster)
            : Invalid("本件没有应当撤下的内容。公开属性变更为更少公开后,才需撤下已发布的内容。"));

    private string Operations => Desks.Names(PublishingDesks.Operations(roster)) is { Length: > 0 } names ? names : "商务运行科(花名册中尚无人员,请联系管理员)";

    private Refusal? NotOperations(Person actor, string what) =>
        SlipDuties.IsOperations(actor) ? null : Forbidden($"{what}由商务运行科办理:{Operations}。");

    private Refusal? NotReceiver(Slip slip, Person actor, string what) =>
        NotOperations(actor, what)
        ?? (!PublishingDesks.MayReceive(slip, actor) ? Forbidden($"移交人不得{(what == "签收" ? "签收" : "退回")}自己移交的文件,由{Desks.Names(PublishingDesks.Receivers(slip, roster))}办理。") : null);

    private static bool IsOnItsWay(Slip slip) => slip.Phase is SlipPhase.Signed or SlipPhase.Archived;

    private Refusal? NotSigned(Slip slip) => slip.Phase switch
    {
        SlipPhase.Signed => null,
        SlipPhase.InReview or SlipPhase.WithDrafter => Invalid($"本件尚未签发,签发后才能办理。现在:{SlipStatus.Of(slip, roster)}。"),
        _ => SlipStatus.Overtaken(slip, roster),
    };

    private Refusal? NotIssued(Slip slip) => NotSigned(slip)
        ?? (slip.Issue.Issued is null ? Invalid($"按印制、登记、用印、发文的顺序办理,请先办理“{Completion.Name(Completion.Of(slip)[0])}”。") : null);

    private Refusal? Taken(Slip slip) => slip.Publication.Handover is { } over ? SlipStatus.Done(over.By, over.At, "移交", slip, roster) : null;

    private static Refusal? NoFile(Slip slip) => slip switch
    {
        { Attribute: DisclosureAttribute.Redacted } when slip.Current(FileRole.RedactedVersion) is null =>
            Invalid("此件删减后公开,只能移交删减版。请先上传删减版,说明删减内容及依据,并由科室负责人确认。移交期限不因此顺延。"),
        { Attribute: DisclosureAttribute.Public or DisclosureAttribute.OnRequest } when slip.Current(FileRole.Document) is null =>
            Invalid("请先上传正文(电子版),再存档与移交。"),
        _ => null,
    };

    private Refusal? NotConfirmed(Slip slip)
    {
        if (slip.Attribute != DisclosureAttribute.Redacted) return null;
        var version = slip.Current(FileRole.RedactedVersion)!;
        if (slip.Removals is not { } removals || removals.FileId != version.Id) return Invalid($"请先说明删减版“{version.Name}”(第{version.Version}版)的删减内容及依据。");
        return removals.ConfirmedBy is null ? Invalid($"删减版“{version.Name}”(第{version.Version}版)尚待科室负责人{Desks.Names(Desks.Confirmers(slip, roster))}确认。") : null;
    }

    /// <summary>What must not be published is not handed over to be published.</summary>
    private static Refusal? Judged(Slip slip) => !Publishable.ByUs(slip) ? null : Publishable.ToHandOver(slip)
        .Select(file => slip.Publication.ReviewOf(file.Id) is { Cleared: false } review
            ? Invalid($"“{file.Name}”经{review.By.Name}保密审查不得公开({review.Basis}),不能移交。请更换文件,或报请局领导变更公开属性。")
            : null)
        .FirstOrDefault(refusal => refusal is not null);

    /// <summary>Where neither the drafter nor the uploader leaves anybody to review it, another must have put it there.</summary>
    private Refusal? NobodyReviews(Slip slip)
    {
        if (!Publishable.ByUs(slip) || Publishable.ToHandOver(slip).FirstOrDefault(file => PublishingDesks.Reviewers(slip, file, roster).Count == 0) is not { } orphan) return null;
        var others = roster.People.Where(person => SlipDuties.IsDrafter(slip, person) || SlipDuties.HeadsSection(slip, person))
            .Where(person => PublishingDesks.Reviewers(slip, orphan with { By = Who.Of(person) }, roster).Count > 0).ToList();
        return Invalid($"“{orphan.Name}”由{orphan.By.Name}上传,没有人可以作保密审查(起草人和上传人不得自审)。"
            + (others.Count > 0 ? $"请由{Desks.Names(others)}重新上传同一文件后再移交。" : "请联系管理员补充保密审查员后再移交。"));
    }

    private Refusal? NobodyReceives(Slip slip, Person actor) => PublishingDesks.Receivers(slip, roster, Who.Of(actor)).Count == 0
        ? Invalid("花名册中没有人可以签收本件(移交人不得自己签收),请联系管理员补充商务运行科人员。")
        : null;

    private static Refusal? NotHandedOver(Slip slip) => slip.Publication.Handover is null ? Invalid($"起草人{slip.Drafter.Name}尚未移交本件,请等待移交。") : null;

    private static Refusal? NotReceived(Slip slip) => slip.Publication.Handover!.Received is null ? Invalid("请先签收移交的文件。") : null;

    private static Refusal? NotForThePublic(Slip slip) => slip switch
    {
        { Attribute: DisclosureAttribute.OnRequest } => Invalid("此件依申请公开,只列入依申请公开目录,正文不发布。"),
        { Attribute: DisclosureAttribute.NotDisclosed } => Invalid("此件不公开,不得发布。"),
        { Content.OnBehalf: true } => Invalid("代起草的文件由委托机关公开,请由起草人记录委托机关公开的日期和地址。"),
        _ => null,
    };

    private static Refusal? StillUp(Slip slip) => Publishable.OwesTakeDown(slip) ? Invalid("公开属性已变更,请先撤下此前发布的全文,再发布删减版。") : null;

    private Refusal? NotCleared(Slip slip)
    {
        foreach (var file in Publishable.ToPublish(slip))
        {
            var reviewers = PublishingDesks.Reviewers(slip, file, roster) is { Count: > 0 } people ? Desks.Names(people) : "保密审查员(花名册中尚无人员,请联系管理员)";
            switch (slip.Publication.ReviewOf(file.Id))
            {
                case null: return Invalid($"先审查、后公开:“{file.Name}”尚未作保密审查,请{reviewers}审查。");
                case { Cleared: false } review: return Invalid($"“{file.Name}”经{review.By.Name}保密审查不得公开({review.Basis})。请退回移交,由起草人更换文件或报请变更公开属性;对结论有异议的,请{reviewers}重新审查。");
            }
        }

        return null;
    }

    private Refusal NotToReview(Slip slip, string fileId) => slip.File(fileId) is { } file && Publishable.IsPublished(slip)
        ? new(RefusalKind.Stale, $"“{file.Name}”已经发布,保密审查结论不再更改。{SlipStatus.Standing(slip, roster)}")
        : Invalid("这份文件不在拟公开之列,或已被新的版本取代,不需保密审查。请在最新卡片上核对。");

    private static Refusal Forbidden(string text) => new(RefusalKind.Forbidden, text);

    private static Refusal Invalid(string text) => new(RefusalKind.Invalid, text);
}
