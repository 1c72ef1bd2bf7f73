using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DisclosureBot.Opinions.Matching;

/// <summary>What a telling says of where, when, what, who and how much: the things by which two events are told apart.</summary>
/// <param name="Counties">Counties of 楚雄州, and other places as large.</param>
/// <param name="Towns">镇, 乡, 街道.</param>
/// <param name="Happenings">See <see cref="StoryWords.Happenings"/>.</param>
/// <param name="Names">Shops, companies and whatever stands in quotation marks.</param>
/// <param name="Tolls">How many died or were hurt, and how many complained: they grow as a story goes on.</param>
/// <param name="Days">Of the month.</param>
/// <param name="Amounts">Money in yuan, and percentages.</param>
internal sealed partial record StoryFacts(
    FrozenSet<string> Counties, FrozenSet<string> Towns, FrozenSet<string> Villages, FrozenSet<string> Happenings, FrozenSet<string> Goods, FrozenSet<string> Names,
    FrozenSet<string> People, FrozenSet<int> Days, FrozenSet<string> Periods, FrozenSet<string> Amounts, IReadOnlyDictionary<string, int> Tolls)
{
    private static readonly string[] KnownCounties =
    [
        "楚雄市", "双柏", "牟定", "南华", "姚安", "大姚", "永仁", "元谋", "武定", "禄丰",
        "昆明", "曲靖", "玉溪", "保山", "昭通", "丽江", "普洱", "临沧", "红河", "文山", "西双版纳", "大理", "德宏", "怒江", "迪庆", "攀枝花", "成都", "贵阳",
    ];

    private static readonly string[] KnownGoods =
    [
        "食盐", "猪肉", "牛肉", "羊肉", "鸡蛋", "蔬菜", "大米", "食用油", "菜籽油", "白糖", "水果", "苹果", "葡萄", "土豆", "洋芋", "辣椒", "西红柿", "大蒜", "生姜", "松茸", "菌子", "野生菌", "核桃",
        "汽油", "柴油", "成品油", "液化气", "口罩", "药品", "月饼", "奶粉", "白酒", "茶叶", "家电", "汽车", "手机", "电动车", "家装", "冰箱", "空调", "消费券", "购物卡", "预付卡", "快递", "网购", "直播",
    ];

    private static readonly FrozenSet<string> NoNames = new[]
    {
        "农村", "乡村", "山村", "新村", "全村", "本村", "各村", "乡镇", "村镇", "小镇", "全镇", "本镇", "城乡", "家乡", "下乡", "全乡", "返乡", "各县", "全县", "本县", "某县", "我县", "该县", "某镇", "某乡", "某村",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <param name="folded">See <see cref="StoryText.Folded"/>; headline, place and text together.</param>
    public static StoryFacts Read(string folded)
    {
        var essence = StoryText.Essence(folded, whole: false);
        return new(
            Set(CountiesIn(folded)),
            Set(TownNames().Matches(folded).Select(m => m.Value).Where(name => IsPlace(name) && !IsAnyTown(name))),
            Set(VillageNames().Matches(folded).Select(m => m.Value).Where(IsPlace)),
            Set(StoryWords.Happenings.Select(row => row[0]).Where(word => essence.Contains(word, StringComparison.Ordinal))),
            Set(GoodsIn(essence)),
            Set(Shops(essence).Concat(Quoted().Matches(folded).Select(m => StoryText.Essence(m.Groups["name"].Value)).Where(name => name.Length is >= 2 and <= 12))),
            Set(Persons().Matches(folded).Select(m => m.Value)),
            DayNames().Matches(folded).Select(m => int.Parse(m.Groups["day"].Value, CultureInfo.InvariantCulture)).ToFrozenSet(),
            Set(PeriodNames().Matches(folded).Select(m => m.Value)),
            Set(AmountsOf(folded)),
            TollsOf(essence));
    }

    /// <summary>What was sold, not what a shop calls itself by.</summary>
    private static IEnumerable<string> GoodsIn(string essence) => KnownGoods.Where(word =>
    {
        for (var at = essence.IndexOf(word, StringComparison.Ordinal); at >= 0; at = essence.IndexOf(word, at + 1, StringComparison.Ordinal))
            if (at + word.Length == essence.Length || !"店市公超城".Contains(essence[at + word.Length], StringComparison.Ordinal)) return true;
        return false;
    });

    private static IEnumerable<string> CountiesIn(string folded) =>
        KnownCounties.Where(name => folded.Contains(name, StringComparison.Ordinal))
            .Concat(CountyNames().Matches(folded).Select(m => m.Value).Where(name => IsPlace(name) && !KnownCounties.Any(known => name.Contains(known, StringComparison.Ordinal))));

    private static FrozenSet<string> Set(IEnumerable<string> words) => words.ToFrozenSet(StringComparer.Ordinal);

    private static bool IsPlace(string name) => !NoNames.Contains(name[^2..]) && !"某一该个各本全".Contains(name[0], StringComparison.Ordinal) && !"某一该个各本全的".Contains(name[1], StringComparison.Ordinal);

    /// <summary>城镇 is no town, but 鹿城镇 is one.</summary>
    private static bool IsAnyTown(string name) => name.EndsWith("城镇", StringComparison.Ordinal) && "小大国型新".Contains(name[0], StringComparison.Ordinal);

    private static IEnumerable<string> Shops(string essence) => ShopNames().Matches(essence).Select(m => m.Value).Where(name => !Vague().IsMatch(name[..2]));

    private static IEnumerable<string> AmountsOf(string folded)
    {
        foreach (Match match in Money().Matches(folded))
        {
            if (!double.TryParse(match.Groups["n"].Value, CultureInfo.InvariantCulture, out var number)) continue;
            yield return match.Groups["unit"].Value switch
            {
                "%" or "个百分点" => string.Create(CultureInfo.InvariantCulture, $"{number:0.##}%"),
                var unit => string.Create(CultureInfo.InvariantCulture, $"{number * (unit[0] switch { '亿' => 1e8, '万' => 1e4, '千' => 1e3, _ => 1 }):0.##}"),
            };
        }
    }

    private static Dictionary<string, int> TollsOf(string essence)
    {
        Dictionary<string, int> tolls = new(StringComparer.Ordinal);
        foreach (Match match in Toll().Matches(essence))
        {
            var kind = match.Groups["kind"].Value is "名" ? "人" : match.Groups["kind"].Value;
            if (int.TryParse(match.Groups["n"].Value, CultureInfo.InvariantCulture, out var number)) tolls[kind] = Math.Max(number, tolls.GetValueOrDefault(kind));
        }

        return tolls;
    }

    [GeneratedRegex("[\u4e00-\u9fff]{2}县", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CountyNames();

    [GeneratedRegex("[\u4e00-\u9fff]{2}(镇|乡|街道)(?!镇)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TownNames();

    [GeneratedRegex("[\u4e00-\u9fff]{2}(村|社区)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VillageNames();

    [GeneratedRegex("[\u4e00-\u9fffa-z]{2}(超市|综合体|饭店|酒店|加油站|药店|农贸市场|健身房|影城|广场|学校|中学|小学|幼儿园|公司|冷库|驾校|火锅店|小吃店|家电城|家具城|美容院|理发店|洗车店|水果店|培训机构|批发市场|夜市|烧烤店|火锅|茶庄|烟酒店|便利店|仓库|步行街|物流园)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ShopNames();

    /// <summary>Two letters before a shop that are no name of it.</summary>
    [GeneratedRegex("^[某一这那该各全本多几两]|[镇乡县市村区路街道的某个处型大小名州在为及有内外旁近边多各全本这那去到从被对向叫是把用于间所着过盼望]$|[0-9]|^(连锁|附近|周边|部分|当地|城区|县城|城里|知名|经营|销售|反映|涨价|火灾|断货|网民|市民|商户|货款|大家|买家|卖家|国家|农家)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Vague();

    [GeneratedRegex("“(?<name>[^“”\"]{2,16})”|\"(?<name>[^“”\"]{2,16})\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("[赵钱孙李周吴郑王冯陈杨朱秦许何吕张孔曹严华金魏陶姜谢邹喻柏苏潘葛范彭郎鲁韦马苗凤方任袁柳史唐罗毕郝安常于傅康伍余顾孟黄穆萧尹姚邵汪毛戴宋庞熊纪舒项祝董梁杜阮蓝闵席季贾路江童颜郭梅林徐邱骆高夏蔡田胡凌霍万卢莫白段普起鲁](某某|某|先生|女士|师傅|大爷|阿姨|大妈|老师)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Persons();

    [GeneratedRegex(@"(?<![0-9])([0-9]{1,2}月|[0-9]{4}-[0-9]{1,2}-|[0-9]{1,2}/)?(?<day>[0-9]{1,2})(日|号(?![店楼院线]))|[0-9]{4}-[0-9]{1,2}-(?<day>[0-9]{1,2})(?![0-9])|(?<![0-9])[0-9]{1,2}\.(?<day>[0-9]{1,2})(?=晚|早|上午|下午)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayNames();

    [GeneratedRegex(@"(?<![0-9])[0-9]{1,2}月份|第[0-9]{1,3}(期|周|季度|批|届|轮)|(上|中|下)旬", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PeriodNames();

    [GeneratedRegex(@"(?<n>[0-9]+(\.[0-9]+)?)\s*(余|多)?\s*(?<unit>亿元|万元|万余元|万多元|千元|元|块钱|块|%|个百分点|亿|万(?![人名家]))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Money();

    [GeneratedRegex(@"(?<n>[0-9]+)[余多]?(位|个|名|人){1,2}(轻|重)?(?<kind>死亡|受伤|中毒)|(?<kind>死亡|受伤|中毒)(人数)?(升至|增至|达|为|有)?(?<n>[0-9]+)[余多]?[人名]|(?<n>[0-9]+)[余多]?(?<kind>人|名|户|家|起)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Toll();
}
