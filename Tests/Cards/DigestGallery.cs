using DisclosureBot.Cards;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Opinions;

namespace DisclosureBot.Tests.Cards;

/// <summary>Every state that the digest of public opinion can be seen in.</summary>
internal static class DigestGallery
{
    public static IReadOnlyDictionary<string, Func<AdaptiveCard>> Cards => new Dictionary<string, Func<AdaptiveCard>>(StringComparer.Ordinal)
    {
        ["digest-daily"] = () => DigestCard.Render(Daily),
        ["digest-weekly"] = () => DigestCard.Render(Weekly),
        ["digest-asked"] = () => DigestCard.Render(Quiet),
        ["digest-fullest"] = () => DigestCard.Render(Fullest("猪肉价格连续上涨,市民反映农贸市场与超市价差较大,要求公布储备肉投放安排")),
        ["digest-hostile"] = () => DigestCard.Render(Daily with { Items = [.. Daily.Items.Select(item => item with { Headline = SampleViews.Hostile })] }),
        ["digest-moved"] = DigestCard.Moved,
    };

    public static DigestView Daily { get; } = new()
    {
        Title = "舆情日报",
        Period = "11月20日 08:00至11月23日 08:00",
        Counts = "新增3条,办结1条,转出1条,重复并入2条;未办结4条,逾期时限1个",
        Tone = Tone.Bad,
        Levels = [new("重大突发事件", 0, 1, 0, 0), new("未研判", 1, 0, 0, 0), new("重要舆情", 0, 1, 1, 1), new("一般舆情", 0, 0, 0, 1)],
        Times = ["接手用时(自上报起,3条):平均24分钟,中位12分钟", "回应用时(自上报起,1条):平均5小时40分,中位5小时40分"],
        Clocks = [new("新闻发布会", 0, 0, 0, 1), new("首次权威信息", 0, 1, 0, 0), new("回应", 2, 0, 1, 1)],
        Items =
        [
            new("opinion-2026-0000004", "舆2026-0004", "南华县一仓储物流园起火,园内存有储备物资", "重大突发事件", true, "普云岚(演示)处理中,等待回应", "新闻发布会时限11月23日 21:30", Tone.Neutral),
            new("opinion-2026-0000002", "舆2026-0002", "网传家电以旧换新补贴月底停发", "重要舆情", false, "回应第2稿等待保密审查", "回应已逾期3小时20分", Tone.Bad),
            new("opinion-2026-0000005", "舆2026-0005", "市民反映预付卡商家停业退款难", "未研判", false, "无人接手,已提请科室负责人", "回应时限11月24日 20:05", Tone.Neutral),
            new("opinion-2026-0000003", "舆2026-0003", "彝族年年货节停车难", "重要舆情", false, "已回应,等待办结", null, Tone.Neutral),
        ],
    };

    public static DigestView Weekly { get; } = Daily with
    {
        Title = "舆情周报",
        Period = "11月16日 08:00至11月23日 08:00",
        LastDay = "上次简报以来:新增1条,办结0条,转出0条",
        MoreItems = 3,
        IsPartial = true,
    };

    private static DigestView Quiet { get; } = new()
    {
        Title = "舆情日报",
        Period = "11月23日 08:00至11月23日 15:31",
        Counts = "新增0条,办结0条,转出0条;未办结1条",
        Tone = Tone.Neutral,
        Levels = [new("一般舆情", 0, 1, 0, 0)],
        Items = [Daily.Items[3]],
        IsAsOfNow = true,
    };

    /// <summary>Every level, every clock and ten items.</summary>
    public static DigestView Fullest(string text) => Weekly with
    {
        Levels = [.. Enum.GetValues<Gravity>().Reverse().Select(gravity => new DigestLevel(OpinionNames.Of(gravity), 11, 22, 33, 44))],
        Items = [.. Enumerable.Range(1, 10).Select(n => Daily.Items[n % 4] with { Headline = text, Status = text })],
        MoreItems = 190,
    };
}
