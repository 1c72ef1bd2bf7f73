using System.Globalization;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Briefing;
using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Tests.Cards;

/// <summary>Every state that the morning's card and the choice of reminders can be seen in.</summary>
internal static class BriefingGallery
{
    public static IReadOnlyDictionary<string, Func<AdaptiveCard>> Cards => new Dictionary<string, Func<AdaptiveCard>>(StringComparer.Ordinal)
    {
        ["briefing-drafter"] = () => BriefingCard.Render(Drafter),
        ["briefing-head"] = () => BriefingCard.Render(Head),
        ["briefing-leader"] = () => BriefingCard.Render(Leader),
        ["briefing-asked-empty"] = () => BriefingCard.Render(Empty),
        ["briefing-fullest"] = () => BriefingCard.Render(Fullest("关于做好2026年冬季生活必需品市场保供稳价和应急投放工作的通知")),
        ["briefing-hostile"] = () => BriefingCard.Render(Drafter with { Waiting = [.. Drafter.Waiting.Select(line => line with { Title = SampleViews.Hostile })] }),
        ["briefing-moved"] = BriefingCard.Moved,
        ["reminding"] = () => RemindingCard.Render(Reminding("即时", null)),
        ["reminding-chosen"] = () => RemindingCard.Render(Reminding("每日汇总", new(Tone.Good, "已改为“每日汇总”,从现在起有效。"))),
        ["reminding-unknown"] = () => RemindingCard.Render(Reminding("即时", new(Tone.Warning, "没有“每小时”这种提醒方式,请从下面选择。"))),
    };

    public static BriefingView Drafter { get; } = new()
    {
        Title = "今日汇总",
        Day = "11月23日(星期一) 08:00",
        Counts = "等您办理2件,其中逾期1件,今明到期1件,有新情况1件",
        Tone = Tone.Bad,
        Waiting =
        [
            new("slip-2026-0000003", "2026-0003", "关于做好冬季保供工作的通知", "待移交商务运行科(11月20日前)", "已放18个工作小时", "已逾期3天", Tone.Bad),
            new("slip-2026-0000007", "2026-0007", "关于印发年货节活动方案的通知", "在起草人李映禾(演示)处修改", "已放2个工作小时", null, Tone.Neutral),
        ],
        Due = [new("slip-2026-0000004", "2026-0004", "楚雄州电子商务进农村管理办法", "待发布", "已放7个工作小时", "今天到期", Tone.Warning)],
        News = [new("slip-2026-0000009", "2026-0009", "关于家电以旧换新补贴的公告", "等待办公室二审(周临溪(演示)、徐山岚(演示))", "已放1个工作小时", null, Tone.Neutral)],
    };

    private static BriefingView Head { get; } = Drafter with
    {
        Counts = "等您办理1件,本科室在办2件",
        Tone = Tone.Waiting,
        Waiting = [Drafter.Waiting[1] with { Where = "等待科室负责人初审(普云岚(演示))" }],
        Due = [],
        News = [],
        SectionName = "电子商务科",
        Section = [Drafter.Due[0], Drafter.News[0]],
    };

    private static BriefingView Leader { get; } = Drafter with
    {
        Counts = "等您办理0件,全局在办9件",
        Tone = Tone.Neutral,
        Waiting = [],
        Due = [],
        News = [],
        Bureau = ["电子商务科:在办4件,逾期1件,今明到期1件", "市场体系建设科:在办5件"],
    };

    private static BriefingView Empty { get; } = new() { Title = "今日汇总", Day = "11月23日(星期一) 15:31", Counts = "现在没有等您办理的,也没有新情况。", IsAsked = true };

    /// <summary>Everything at once and more of it than a card holds.</summary>
    public static BriefingView Fullest(string text) => Drafter with
    {
        Counts = "等您办理40件,其中逾期40件,今明到期30件,有新情况30件,本科室在办60件,全局在办120件",
        Waiting = Many(40, text),
        Due = Many(30, text),
        News = Many(30, text),
        SectionName = text,
        Section = Many(60, text),
        Bureau = [.. Enumerable.Repeat(text, 20)],
    };

    private static List<BriefingLine> Many(int count, string text) =>
        [.. Enumerable.Range(1, count).Select(n => new BriefingLine(string.Create(CultureInfo.InvariantCulture, $"slip-2026-{n:D7}"), string.Create(CultureInfo.InvariantCulture, $"2026-{n:D4}"), text, text, "已放18个工作小时", "已逾期3天", Tone.Bad))];

    private static RemindingView Reminding(string present, Notice? notice) => new(present,
    [
        new("atOnce", "即时", "每件事一来就发消息,早上不另发汇总。", present == "即时"),
        new("byUrgency", "按紧急程度", "加急件随到随发,其余的每个工作日上班时汇总成一张卡片。", false),
        new("digest", "每日汇总", "加急件和平件都每个工作日上班时汇总成一张卡片。", present == "每日汇总"),
    ], notice);
}
