using DisclosureBot.Cards;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Tests.Cards;

/// <summary>Every state the cards of the watch and of drills can be seen in.</summary>
internal static class WatchGallery
{
    public static readonly WatchView Watch = new()
    {
        OnDuty = "罗青砚(演示)",
        At = "11月23日 09:12",
        Round = 2,
        Last = "罗青砚(演示)于11月23日 08:03接纪文岫(演示)的班。",
        Days =
        [
            new("11月23日(周一)", "罗青砚(演示)", IsToday: true),
            new("11月24日至11月26日(周二至周四)", "纪文岫(演示)"),
            new("11月27日(周五)", null),
            new("11月28日至12月6日(周六至周日)", "罗青砚(演示)、纪文岫(演示)"),
        ],
        Items =
        [
            new("opinion-2026-0000003", "舆2026-0003", "媒体报道某健身预付卡商户闭店失联", "重要舆情", "回应 11月22日 17:30 已逾期", Tone.Bad),
            new("opinion-2026-0000001", "舆2026-0001", "网民反映家电以旧换新补贴到账慢", "一般舆情", "回应 11月24日 09:10", Tone.Waiting),
            new("opinion-drill-2026-0000001", "演2026-0001", "某县商贸综合体夜间火灾", "突发事件(待定级)", null, Tone.Waiting, IsDrill: true),
        ],
        Count = "2件,另有演练1件",
    };

    public static readonly WatchView HandingOver = Watch with
    {
        Receivers = [new("jiwen", "纪文岫(演示)"), new("gaoyuan", "高远汀(演示)"), new("luming", "鲁明泽(演示)")],
        MayEnter = true,
    };

    public static readonly WatchView Pending = Watch with
    {
        Pending = new("罗青砚(演示)交班给纪文岫(演示),等待接班", "11月23日 17:55", "预付卡一事下午已与市场监管部门通话,等对方书面回复", "舆2026-0003、舆2026-0001、演2026-0001"),
    };

    public static readonly DutyRosterView Roster = new(Watch.Days, "罗青砚(演示)、纪文岫(演示)、高远汀(演示)、鲁明泽(演示)", MayEnter: true);

    public static readonly DrillView Drill = new(
        "form-1", [new("1", "实际时间(1×)"), new("12", "时间压缩12×:1小时按5分钟,24小时按2小时"), new("30", "时间压缩30×:1小时按2分钟,24小时按48分"), new("60", "时间压缩60×:1小时按1分钟,24小时按24分")],
        new(), [new("opinion-drill-2026-0000002", "演2026-0002", "某冷库制冷剂泄漏", "罗青砚(演示)处理中,等待研判", Tone.Waiting), new("opinion-drill-2026-0000001", "演2026-0001", "某县商贸综合体夜间火灾", "已办结", Tone.Good)], MayStart: true);

    public static readonly DrillScoreView Score = new("opinion-drill-2026-0000001", "演2026-0001", "某县商贸综合体夜间火灾", "时间压缩60×", 65, IsOver: true,
    [
        new("接手", 18, 18, "限时10分,用时7分(实际7秒),按时", Tone.Good),
        new("研判", 12, 12, "限时2小时,用时1小时5分(实际1分05秒),按时", Tone.Good),
        new("定级", 12, 12, "限时1小时,用时40分(实际40秒),按时", Tone.Good),
        new("首次权威信息", 12, 24, "限时5小时,用时6小时10分(实际6分10秒),超时", Tone.Warning),
        new("保密审查", 11, 11, "限时2小时,用时30分(实际30秒),按时", Tone.Good),
        new("新闻发布会", 0, 17, "限时24小时,用时60小时(实际1小时),严重超时", Tone.Bad),
        new("办结评估", 0, 6, "限时72小时,未完成", Tone.Bad),
    ]);

    public static readonly IReadOnlyDictionary<string, Func<AdaptiveCard>> Cards = new Dictionary<string, Func<AdaptiveCard>>(StringComparer.Ordinal)
    {
        ["watch"] = () => WatchCard.Render(Watch),
        ["watch-officer"] = () => WatchCard.Render(HandingOver),
        ["watch-nobody"] = () => WatchCard.Render(Watch with
        {
            OnDuty = null,
            Last = null,
            Items = [],
            Count = "0件",
            Days = [new("11月23日(周一)", null, IsToday: true), new("11月24日至12月6日(周二至周日)", null)],
            MayEnter = true,
            Notice = new(Tone.Warning, "11月24日、11月25日、11月26日无人值班,请写“值班表”安排。"),
        }),
        ["watch-receiver"] = () => WatchCard.Render(Pending with { MayReceive = true }),
        ["watch-giver"] = () => WatchCard.Render(Pending with { MayTakeBack = true, Notice = new(Tone.Good, "已办理。下面是最新情况。") }),
        ["watch-refused"] = () => WatchCard.Render(HandingOver with { Typed = new("jiwen", "补贴一事等财政回复"), Notice = new(Tone.Bad, "不能交班给值班人本人,请选择另一位同事。") }),
        ["watch-hostile"] = () => WatchCard.Render(Pending with
        {
            Pending = Pending.Pending! with { Note = SampleViews.Hostile },
            Items = [new("opinion-2026-0000001", "舆2026-0001", SampleViews.Hostile, "一般舆情", null, Tone.Waiting)],
        }),
        ["watch-moved"] = WatchCard.Moved,
        ["duty-roster"] = () => DutyRosterCard.Render(Roster),
        ["duty-roster-read"] = () => DutyRosterCard.Render(Roster with { MayEnter = false }),
        ["duty-roster-refused"] = () => DutyRosterCard.Render(Roster with
        {
            Typed = "11月24日 罗青砚\n11月25日 张三",
            Notice = new(Tone.Bad, "第2行“11月25日 张三”:花名册中没有“张三”,请核对姓名。请修改后再录入,刚才的内容没有保存。"),
        }),
        ["drill"] = () => DrillCard.Render(Drill),
        ["drill-read"] = () => DrillCard.Render(Drill with { MayStart = false, Drills = [] }),
        ["drill-refused"] = () => DrillCard.Render(Drill with { Typed = new() { Headline = "夜间火灾", Speed = "60", SuspectedEmergency = true }, Notice = new(Tone.Bad, "请填写“演练情节”,让参加的人知道发生了什么。") }),
        ["drill-score"] = () => DrillScoreCard.Render(Score),
        ["drill-score-running"] = () => DrillScoreCard.Render(Score with { Total = 42, IsOver = false }),
    };
}
