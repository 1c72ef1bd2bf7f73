using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips.Interpretation;

/// <summary>Decides who files, confirms and publishes a slip's interpretation, and when (三(八)). Pure.</summary>
public sealed class InterpretationRules(Roster roster, SlipClocks clocks, PublishingSettings settings)
{
    /// <summary>解读形式.</summary>
    public static readonly IReadOnlyList<string> Forms = ["文字解读", "图表解读", "新闻发布会", "在线访谈", "发表文章", "专家解读"];

    public IReadOnlyList<string> Channels => settings.InterpretationChannels;

    public Decision<SlipEvent> Decide(Slip slip, InterpretationCommand command, Person actor, DateTimeOffset at) => command switch
    {
        InterpretationCommand.FilePlan file => FilePlan(slip, file, actor, at),
        InterpretationCommand.ConfirmPolicy confirm => ConfirmPolicy(slip, confirm, actor, at),
        InterpretationCommand.RecordOutside outside => RecordOutside(slip, outside, actor, at),
        InterpretationCommand.Release release => Release(slip, release, actor, at),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    private Decision<SlipEvent> FilePlan(Slip slip, InterpretationCommand.FilePlan file, Person actor, DateTimeOffset at)
    {
        if (slip.Interpretation.Filing is { } filed && filed.FileId == file.FileId && filed.By.IsHandOf(actor)) return StepAnswers.Nothing;
        if (StepAnswers.Overtaken(slip, file) is { } late) return late;
        if (NotFiling(slip, actor) is { } refusal) return refusal;
        return file.FileId == slip.Current(FileRole.InterpretationPlan)!.Id
            ? StepAnswers.Accept(new InterpretationEvent.PlanFiled(Who.Of(actor), at, file.FileId, Regulation(slip).Select(person => person.Id).ToList()))
            : StepAnswers.Stale("解读方案已经换成新的版本,请按新版本报备。");
    }

    private Decision<SlipEvent> ConfirmPolicy(Slip slip, InterpretationCommand.ConfirmPolicy confirm, Person actor, DateTimeOffset at)
    {
        var reason = Wording.Clean(confirm.Reason);
        if (slip.Interpretation.Policy is { } given && given.By.IsHandOf(actor)
            && (given.Normative, given.NeedsInterpretation, given.Reason) == (confirm.Normative, confirm.NeedsInterpretation, reason)) return StepAnswers.Nothing;
        if (StepAnswers.Overtaken(slip, confirm) is { } late) return late;
        if (NotConfirming(slip, actor) is { } refusal) return refusal;
        if (confirm is { Normative: true, NeedsInterpretation: false }) return StepAnswers.Invalid("规范性文件一律须解读,不能免除。请勾选“须解读”。");
        if ((confirm.Normative, confirm.NeedsInterpretation) != Declared(slip) && reason is null)
            return StepAnswers.Invalid("确认意见与起草科室的申报不一致的,请填写“理由”。");
        if (Wording.TooLong(reason, "理由", Wording.ReasonLimit) is { } longReason) return longReason;
        return StepAnswers.Accept(new InterpretationEvent.PolicyConfirmed(Who.Of(actor), at, confirm.Normative, confirm.NeedsInterpretation, reason));
    }

    private Decision<SlipEvent> RecordOutside(Slip slip, InterpretationCommand.RecordOutside outside, Person actor, DateTimeOffset at)
    {
        var address = WebAddress.Read(outside.Url, "发布网址", out var url);
        var earlier = slip.Interpretation.Outside;
        if (earlier is not null && earlier.By.IsHandOf(actor) && (earlier.On, earlier.Url) == (outside.On, url)) return StepAnswers.Nothing;
        if (StepAnswers.Overtaken(slip, outside) is { } late) return late;
        if (NotOutside(slip, actor) is { } refusal) return refusal;
        if (outside.On is not { } on) return StepAnswers.Invalid("请填写对方公开发布的日期。");
        if (on > BureauTime.Day(at)) return StepAnswers.Invalid("公开发布的日期不能晚于今天。");
        if (on < slip.SignedAt(Stage.Leader)!.On) return StepAnswers.Invalid("公开发布的日期不能早于本件签发的日期。");
        if (address is not null) return address;
        return StepAnswers.Accept(new InterpretationEvent.OutsidePublished(
            Who.Of(actor), at, on, url, StartsClock(slip, earlier, on) ? clocks.Interpretation(on, at) : null));
    }

    /// <summary>What the public may not read is not explained to it; a correction moves the clock while it runs.</summary>
    private static bool StartsClock(Slip slip, OutsidePublication? earlier, DateOnly on) =>
        slip.NeedsInterpretation && slip.Attribute is DisclosureAttribute.Public or DisclosureAttribute.Redacted
        && (earlier is null || (earlier.On != on && slip.Clock(DeadlineKind.Interpretation) is { IsRunning: true }));

    private Decision<SlipEvent> Release(Slip slip, InterpretationCommand.Release release, Person actor, DateTimeOffset at)
    {
        var address = WebAddress.Read(release.Url, "发布网址", out var url);
        var earlier = slip.Interpretation.Released;
        if (earlier is not null && IsSame(earlier, release, url)) return earlier.By.IsHandOf(actor) ? StepAnswers.Nothing : StepAnswers.DoneBy(earlier.By, earlier.At, "发布解读材料");
        if (StepAnswers.Overtaken(slip, release) is { } late) return late;
        if (NotReleasing(slip, actor) is { } refusal) return refusal;
        if (address is not null) return address;
        if (release.Channel is not { } channel || !Channels.Contains(channel, StringComparer.Ordinal))
            return StepAnswers.Invalid($"请选择发布渠道:{string.Join('、', Channels)}。");
        if (release.Form is not { } form || !Forms.Contains(form, StringComparer.Ordinal)) return StepAnswers.Invalid("请选择“解读形式”。");
        var when = earlier is not null && IsSame(earlier.When, release.When) ? earlier.When : Moment(release.When, at);
        if (when > at) return StepAnswers.Invalid("发布时间不能晚于现在。");
        if (BureauTime.Day(when) < OpenedOn(slip)) return StepAnswers.Invalid("解读材料的发布日期不能早于文件公开的日期,最早可与文件同日发布。");
        if (when != earlier?.When && slip.Current(FileRole.InterpretationMaterial) is { } material && ReviewOrder.Before(slip, [material], when, "发布日期") is { } unreviewed) return unreviewed;
        return StepAnswers.Accept(new InterpretationEvent.Released(Who.Of(actor), at, url, channel, when, form, release.LedByHead));
    }

    private static bool IsSame(InterpretationRelease earlier, InterpretationCommand.Release release, string url) =>
        (earlier.Url, earlier.Channel, earlier.Form, earlier.LedByHead) == (url, release.Channel, release.Form, release.LedByHead) && IsSame(earlier.When, release.When);

    /// <summary>A card gives back the day alone.</summary>
    private static bool IsSame(DateTimeOffset earlier, DateTimeOffset? given) =>
        given is not { } when || when == earlier || (when.TimeOfDay == TimeSpan.Zero && BureauTime.Day(when) == BureauTime.Day(earlier));

    /// <summary>Why this person cannot file the plan now; null when they can.</summary>
    internal Refusal? NotFiling(Slip slip, Person actor)
    {
        var plan = slip.Current(FileRole.InterpretationPlan);
        if (slip.Interpretation.Filing is { } filed && filed.FileId == plan?.Id) return StepAnswers.DoneBy(filed.By, filed.At, "将这一版解读方案报备");
        if (!SlipDuties.IsDrafter(slip, actor)) return StepAnswers.Forbidden($"解读方案由起草人{slip.Drafter.Name}报备。");
        if (slip.Phase is not (SlipPhase.InReview or SlipPhase.WithDrafter)) return StepAnswers.Invalid("本件的审签已经结束,报备应当在签发前办理;如有疑问请联系政策法规科。");
        if (plan is null) return StepAnswers.Invalid("请先上传“解读方案”,再报备政策法规科。");
        return Regulation(slip).Count == 0
            ? StepAnswers.Invalid($"花名册中没有政策法规科人员可以接收报备,请联系管理员{SlipDuties.Administrators(roster)}补充。")
            : null;
    }

    /// <summary>Why this person cannot confirm now, or correct their own confirmation; null when they can.</summary>
    internal Refusal? NotConfirming(Slip slip, Person actor)
    {
        if (slip.Interpretation.Policy is { } given && given.By.PartOf != actor.Id)
            return StepAnswers.Stale($"{given.By.Name}已于{BureauTime.Show(given.At)}代表政策法规科确认;需要更改的,请由其本人办理。");
        if (!SlipDuties.IsPolicyRegulation(actor)) return StepAnswers.Forbidden($"这一步由政策法规科({SlipDuties.Names(Regulation(slip), roster)})确认。");
        if (slip.Interpretation.Filing is not { } filed) return StepAnswers.Invalid($"本件还没有报备。请起草人{slip.Drafter.Name}上传“解读方案”并报备政策法规科后再确认。");
        if (filed.By.Concerns(actor)) return StepAnswers.Forbidden($"本人报备的不能由本人确认,请由{SlipDuties.Names(Regulation(slip), roster)}确认。");
        if (slip.Phase is SlipPhase.Declined or SlipPhase.Archived) return StepAnswers.Invalid("本件已办结,不能再确认。");
        return slip.Issue.Printed is null ? null : StepAnswers.Invalid("本件已印制,移交期限已按现有确认起算,不能再确认或更改。");
    }

    /// <summary>Why this person cannot record an outside publication now, or correct it until the archive; null when they can.</summary>
    internal static Refusal? NotOutside(Slip slip, Person actor)
    {
        if (!SlipDuties.IsDrafter(slip, actor)) return StepAnswers.Forbidden($"代起草文件的公开日期由起草人{slip.Drafter.Name}记录。");
        if (!slip.Content.OnBehalf) return StepAnswers.Invalid("本件不是代起草文件,公开发布由商务运行科记录。");
        return StepAnswers.NotSigned(slip, "记录对方公开发布的日期");
    }

    /// <summary>Why this person cannot record the release now, or correct it, which the archive does not end; null when they can.</summary>
    internal Refusal? NotReleasing(Slip slip, Person actor)
    {
        if (!SlipDuties.IsDrafter(slip, actor) && !SlipDuties.HeadsSection(slip, actor) && !SlipDuties.IsOperations(actor))
            return StepAnswers.Forbidden($"解读材料由起草人{slip.Drafter.Name}、{slip.Section}负责人或商务运行科发布。");
        var isReleased = slip.Interpretation.Released is not null;
        if (!(isReleased && slip.Phase == SlipPhase.Archived) && StepAnswers.NotSigned(slip, "发布解读材料") is { } early) return early;
        if (OpenedOn(slip) is null) return StepAnswers.Invalid("文件还没有公开。请在文件公开发布后发布解读材料,最好同日。");
        if (isReleased) return null;
        if (slip.Current(FileRole.InterpretationMaterial) is not { } material) return StepAnswers.Invalid("请先上传“解读材料”。");
        return slip.Publication.ReviewOf(material.Id) switch
        {
            null => StepAnswers.Invalid($"解读材料须先审查、后公开,请先由保密审查员{Desks.Names(roster.Holding(Role.SecrecyReviewer))}审查。"),
            { Cleared: false } => StepAnswers.Invalid("保密审查结论为不得公开,请修改后上传新的解读材料,再送审查。"),
            _ => null,
        };
    }

    /// <summary>The declaration that 政策法规科 confirms or departs from (B-17).</summary>
    internal static (bool Normative, bool NeedsInterpretation) Declared(Slip slip) => (slip.Content.Normative, slip.Content.Normative || slip.ImportantPolicy);

    /// <summary>The day the public could first read the document itself, here or at the superior's; null while it cannot.</summary>
    internal static DateOnly? OpenedOn(Slip slip) => slip.Publication is { Published: { } published, TakenDown: null }
        ? BureauTime.Day(published.When)
        : slip.Interpretation.Outside?.On;

    private List<Person> Regulation(Slip slip) =>
        roster.People.Where(person => SlipDuties.IsPolicyRegulation(person) && !SlipDuties.IsDrafter(slip, person)).ToList();

    /// <summary>A day without a time of day, as a card gives it, means now when it is today.</summary>
    private static DateTimeOffset Moment(DateTimeOffset? given, DateTimeOffset at) =>
        given is { } when && (when.TimeOfDay != TimeSpan.Zero || BureauTime.Day(when) != BureauTime.Day(at)) ? when : at;
}
