using DisclosureBot.Cards;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Tests.Cards;

/// <summary>Every state of the reporting form, by name.</summary>
internal static class ReportGallery
{
    private static readonly Choice[] Places = [new("微博", "微博"), new("12345热线", "12345热线"), new("其他", "其他")];

    public static Dictionary<string, Func<AdaptiveCard>> Cards => new(StringComparer.Ordinal)
    {
        ["report-empty"] = () => ReportCard.Render(Empty),
        ["report-refused"] = () => ReportCard.Render(Empty with
        {
            Typed = Full,
            Notice = new(Tone.Bad, "“获知”早于“发生”,请核对两个时间。"),
        }),
        ["sources"] = () => SourcesCard.Render(new(
        [
            new("州政府网站要闻", "订阅源", "正常", Tone.Good, "上次成功11月23日 09:30,下次读取11月23日 10:00,已收12条"),
            new("本地论坛 **热帖**", "订阅源", "读取不成功:对方没有回应", Tone.Bad, "上次成功11月22日 18:00,下次读取11月23日 12:10,已收3条"),
            new("monitor-a", "推送", "拒收4次(签名不符3、重复推送1)", Tone.Warning, "上次推送11月23日 08:55,启动以来120条,其中新的7条"),
        ])),
        ["sources-none"] = () => SourcesCard.Render(new([])),
    };

    public static ReportView Empty { get; } = new("report-1", Places, new() { LearntDay = "2026-11-23", LearntTime = "09:30" }, null);

    public static ReportInput Full { get; } = new()
    {
        Secret = "no",
        Headline = "某超市水产被指按个数虚标重量",
        Text = "顾客拍视频反映,播放量已过万。",
        Seen = "微博",
        Url = "https://weibo.com/1",
        Place = "楚雄市",
        OccurredDay = "2026-11-23",
        OccurredTime = "09:35",
        LearntDay = "2026-11-23",
        LearntTime = "09:30",
        SuspectedEmergency = true,
    };
}
