using DisclosureBot.Cards;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using static DisclosureBot.Tests.Cards.SampleOpinions;
using static DisclosureBot.Tests.Cards.SampleViews;

namespace DisclosureBot.Tests.Cards;

/// <summary>Every state of a public opinion item's card, by name.</summary>
internal static class OpinionGallery
{
    public static Dictionary<string, Func<AdaptiveCard>> Cards => new([.. Ordinary, .. Answers, .. Ends, .. Emergencies, .. Drills, .. Limits], StringComparer.Ordinal);

    private static Dictionary<string, Func<AdaptiveCard>> Ordinary => new(StringComparer.Ordinal)
    {
        ["opinion-untaken"] = () => OpinionCard.Render(Salt with { Steps = [Take, SampleOpinions.Note] }),
        ["opinion-group"] = () => OpinionCard.Render(Salt with { Steps = [Take] }),
        ["opinion-escalated"] = () => OpinionCard.Render(Salt with
        {
            Status = "无人接手,已提请分管领导",
            StatusTone = Tone.Bad,
            Escalation = "11月23日 11:10仍无人接手,将再向上提请",
            Steps = [Take],
        }),
        ["opinion-taken"] = () => OpinionCard.Render(Taken with { Notice = new(Tone.Good, "已由您处理,请尽快研判。"), Steps = [Assess, .. Besides] }),
        ["opinion-assess-refused"] = () => OpinionCard.Render(Taken with
        {
            Notice = new(Tone.Bad, "还没有选“轻重”,请选定后再提交。已填的都保留着。"),
            Steps = [Assess with { Fields = [Assess.Fields[0] with { Value = "FalseInformation" }, Assess.Fields[1], Assess.Fields[2] with { Value = "画面为去年旧闻,库存充足" }] }, .. Besides],
        }),
        ["opinion-watched"] = () => OpinionCard.Render(Taken),
        ["opinion-assigned"] = () => OpinionCard.Render(Assessed with
        {
            Headline = "媒体报道某健身预付卡商户闭店失联",
            Kind = "公众切身利益",
            Status = "已交办市场体系建设科,等待回应",
            Section = "市场体系建设科",
            Clocks = [Response("已逾期2小时10分", Tone.Bad)],
        }),
        ["opinion-overheard"] = () => OpinionCard.Render(Assessed with
        {
            Sources = [.. Enumerable.Range(1, 9).Select(n => new SourceLine(n % 2 == 0 ? "微博" : "短视频平台", $"网传食盐断货({n})", n % 3 == 0 ? null : $"https://video.example.cn/v/{n}", $"11月23日 1{n}:05"))],
            Files = [new("截图1.png", "312 KB", "https://bot.example.cn/files/1"), new("超市货架现场照片.jpg", "4.2 MB")],
        }),
        ["opinion-general"] = () => OpinionCard.Render(Assessed with { Headline = "建议在彝绣集市增设农村快递代收点", Gravity = "一般舆情", GravityTone = Tone.Neutral, Kind = "建设性意见" }),
    };

    private static Dictionary<string, Func<AdaptiveCard>> Answers => new(StringComparer.Ordinal)
    {
        ["opinion-drafting"] = () => OpinionCard.Render(Assessed with { Steps = [Draft, .. Besides] }),
        ["opinion-review"] = () => OpinionCard.Render(UnderReview with { Steps = [Review] }),
        ["opinion-draft-refused"] = () => OpinionCard.Render(UnderReview with
        {
            Status = "回应未通过保密审查,等待修改",
            StatusTone = Tone.Warning,
            Draft = UnderReview.Draft! with { State = "周临溪(演示) 11月23日 10:41审查,不得公开:库存数字未经批准,不宜公开", Tone = Tone.Bad },
            Steps = [Draft],
        }),
        ["opinion-cleared"] = () => OpinionCard.Render(UnderReview with
        {
            Status = "回应已审查,等待发布",
            Draft = UnderReview.Draft! with { State = "周临溪(演示) 11月23日 10:41审查,可以公开,等待发布", Tone = Tone.Good },
            Clocks = [Response("还剩9小时", Tone.Warning)],
            Steps = [Release, .. Besides],
        }),
        ["opinion-released"] = () => OpinionCard.Render(Released with { Steps = [Close, .. Besides] }),
    };

    private static Dictionary<string, Func<AdaptiveCard>> Ends => new(StringComparer.Ordinal)
    {
        ["opinion-closed"] = () => OpinionCard.Render(Closed),
        ["opinion-merged"] = () => OpinionCard.Render(Closed with
        {
            Headline = "家电补贴到账慢",
            Status = "并入 舆2026-0001",
            StatusTone = Tone.Neutral,
            Handler = null,
            Clocks = [],
            Releases = [],
            End = new("去向", "并入 舆2026-0001", "罗青砚(演示),11月23日 09:50", "opinion-2026-0000001"),
        }),
        ["opinion-transferred"] = () => OpinionCard.Render(Closed with
        {
            Headline = "市民反映某加油站“加不满”",
            Status = "非本部门职责,转州市场监督管理局",
            StatusTone = Tone.Neutral,
            Clocks = [],
            Releases = [],
            End = new("转办记录", "12345工单已转办,并电话告知来电人", "罗青砚(演示),11月21日 15:20"),
        }),
        ["opinion-closed-late"] = () => OpinionCard.Render(Closed with { Clocks = [Met with { State = "已于11月25日 10:05完成(逾期2小时)", Tone = Tone.Warning }] }),
        ["opinion-moved"] = () => OpinionCard.Moved(Salt.Case, Salt.Number, Salt.Headline, drill: false),
    };

    private static Dictionary<string, Func<AdaptiveCard>> Emergencies => new(StringComparer.Ordinal)
    {
        ["opinion-unranked"] = () => OpinionCard.Render(Unranked with { Steps = [SetLevel] }),
        ["opinion-suspected"] = () => OpinionCard.Render(Unranked with
        {
            Status = "等待接手",
            StatusTone = Tone.Warning,
            Kind = null,
            Handler = null,
            OccurredOn = null,
            Escalation = "11月21日 22:16仍无人接手,将再向上提请",
            Steps = [Take],
        }),
        ["opinion-fire"] = () => OpinionCard.Render(Fire with { Steps = [.. Working] }),
        ["opinion-fire-overdue"] = () => OpinionCard.Render(Fire with
        {
            OccurredOn = "11月21日 21:40(至今23小时20分)",
            LearntOn = "11月21日 22:05(至今22小时55分)",
            Clocks = [FirstRelease("已逾期18小时20分", Tone.Bad), Press("还剩40分钟", Tone.Warning)],
            Steps = [.. Working],
        }),
        ["opinion-fire-met"] = () => OpinionCard.Render(FireMet),
        ["opinion-fire-leader"] = () => OpinionCard.Render(Fire with { Clocks = [FirstRelease("还剩59分钟", Tone.Warning), Press("还剩19小时59分", Tone.Waiting)], Steps = [Meet(OpinionVerbs.MeetPressConference, "新闻发布会") with { IsMain = true }] }),
    };

    private static Dictionary<string, Func<AdaptiveCard>> Drills => new(StringComparer.Ordinal)
    {
        ["opinion-drill"] = () => OpinionCard.Render(Drill with { Handler = null, Status = "无人接手,已提请科室负责人", StatusTone = Tone.Bad, Steps = [Take] }),
        ["opinion-drill-closed"] = () => OpinionCard.Render(Closed with { DrillSpeed = 12, Number = "演2026-0001" }),
        ["opinion-drill-moved"] = () => OpinionCard.Moved(Drill.Case, Drill.Number, Drill.Headline, drill: true),
    };

    private static Dictionary<string, Func<AdaptiveCard>> Limits => new(StringComparer.Ordinal)
    {
        ["opinion-fullest"] = () => OpinionCard.Render(Fullest),
        ["opinion-long"] = () => OpinionCard.Render(FilledWith(Long)),
        ["opinion-long-closed"] = () => OpinionCard.Render(ClosedWith(Long)),
        ["opinion-hostile"] = () => OpinionCard.Render(FilledWith(_ => Hostile) with
        {
            Sources = [new(Hostile, Hostile, "javascript:alert(1)", "11月23日 08:05"), new(Hostile, Hostile, "http://evil.example@host/", "11月23日 08:05")],
            Steps = [Draft with { Lead = Hostile, Fields = [Draft.Fields[0] with { Value = Hostile }] }],
        }),
    };

    private static OpinionView Unranked => Fire with
    {
        Status = "突发事件,等待主要领导定级",
        Gravity = "突发事件(待定级)",
        FirstSpokesperson = null,
        Clocks = [Response("还剩47小时50分", Tone.Waiting)],
        Trail = Fire.Trail.Take(3).ToList(),
    };

    private static OpinionView FireMet => Fire with
    {
        OccurredOn = "11月21日 21:40(至今22小时)",
        LearntOn = "11月21日 22:05(至今21小时35分)",
        Clocks =
        [
            Press("还剩2小时", Tone.Warning),
            FirstRelease("已于11月22日 00:30完成(提前2小时10分)", Tone.Good) with { IsRunning = false, Proof = new("局网站、微信公众号发布,罗青砚(演示)登记", "https://swj.example.cn/yq/8.html") },
        ],
        Releases = [new("权威信息(第1稿)", "21日21时40分某县商贸综合体发生火灾,明火已于22日0时10分扑灭,起火原因正在调查。", "局网站,11月22日 00:30发布", Tone.Good, "https://swj.example.cn/yq/8.html")],
    };

    private static OpinionView Drill => Fire with { Case = "opinion-drill-2026-0000001", Number = "演2026-0001", DrillSpeed = 12, Clocks = [FirstRelease("还剩19分钟", Tone.Waiting), Press("还剩1小时54分", Tone.Waiting)] };

    private static IEnumerable<StepForm> Working => [Draft with { Button = "拟写权威信息" }, Meet(OpinionVerbs.MeetPressConference, "新闻发布会"), Meet(OpinionVerbs.MeetFirstRelease, "首次权威信息"), .. Besides];

    /// <summary>An emergency in full course, everything on it, and every step that one person can have at a time.</summary>
    public static OpinionView Fullest { get; } = FireMet with
    {
        Sources = [.. Enumerable.Range(1, 30).Select(n => new SourceLine("短视频平台", $"网传商贸综合体火灾现场画面({n})", $"https://video.example.cn/v/{n}", "11月21日 22:40"))],
        Files = [.. Enumerable.Range(1, 12).Select(n => new AttachmentLine($"现场照片{n}.jpg", "4.2 MB", $"https://bot.example.cn/files/{n}"))],
        Draft = UnderReview.Draft,
        Trail = [.. Enumerable.Range(1, 40).Select(n => new TrailLine("11月22日 09:12", "罗青砚(演示)", $"第{n}次核实伤亡和物资供应情况", null, false))],
        Steps = [.. All.Where(form => form.Verb is not (OpinionVerbs.Take or OpinionVerbs.Review or OpinionVerbs.Release or OpinionVerbs.MeetResponse)).Select(form => form with { IsMain = form.Verb == OpinionVerbs.Close })],
    };

    public static string Long(int length) => string.Concat(Enumerable.Repeat("此处写明情况和依据,", (length / 10) + 1))[..length];

    /// <summary>Everything that people write as long as it can be, all at once.</summary>
    public static OpinionView FilledWith(Func<int, string> text) => Fullest with
    {
        Headline = text(200),
        DrillSpeed = 12,
        Status = text(120),
        Kind = "不实信息",
        IsEmergency = false,
        Text = text(2_000),
        Place = text(200),
        Notice = new(Tone.Bad, text(300)),
        Sources = [.. Enumerable.Range(1, 30).Select(n => new SourceLine(text(100), text(200), "https://video.example.cn/" + new string('a', 500), "11月21日 22:40"))],
        Files = [.. Enumerable.Range(1, 12).Select(n => new AttachmentLine(text(200), "4.2 MB", $"https://bot.example.cn/files/{n}"))],
        Clocks = [.. Fullest.Clocks.Select(clock => clock with { Proof = new(text(500), "https://swj.example.cn/" + new string('a', 470)) })],
        Draft = new("澄清(第2稿)", text(2_000), text(300), Tone.Bad),
        Releases = [.. Enumerable.Range(1, 3).Select(n => new AnswerLine($"澄清(第{n}稿)", text(2_000), text(200), Tone.Good, "https://swj.example.cn/" + new string('a', 470)))],
        Trail = [.. Enumerable.Range(1, 40).Select(n => new TrailLine("11月22日 09:12", "罗青砚(演示)", text(1_000), text(1_000), false))],
        Steps =
        [
            .. Fullest.Steps.Select(form => form.IsMain ? form with { Fields = [form.Fields[0] with { Value = text(1_000) }] } : form),
        ],
    };

    /// <summary>The same once it has ended: nothing is left to do, and 评估 stands at its foot.</summary>
    public static OpinionView ClosedWith(Func<int, string> text) => FilledWith(text) with { End = new("评估", text(1_000), "罗青砚(演示),11月23日 17:00", "opinion-2026-0000001"), Steps = [] };
}
