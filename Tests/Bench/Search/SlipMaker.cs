using System.Globalization;

namespace DisclosureBot.Tests.Bench.Search;

/// <summary>A made slip, as far as lists and searches know it.</summary>
internal sealed record MadeSlip(
    int Sequence, string Id, string Number, string Title, string Company, string Drafter, string DrafterName, string Section, string SectionName,
    string? Document, string Attribute, string Place, bool Open, DateTimeOffset Updated, DateOnly? Due, IReadOnlyList<string> People)
{
    public string Words => string.Join(' ', [Number, Title, DrafterName, SectionName, "通知", .. Document is null ? Array.Empty<string>() : [Document]]);
}

/// <summary>Makes slips in a bureau's vocabulary, ten years of them, always the same ones for a seed.</summary>
internal sealed class SlipMaker(int count, int seed)
{
    public const int People = 60;
    public const int Sections = 15;

    /// <summary>So many people see no more than <see cref="SeenByFew"/> slips each, spread over all the years.</summary>
    public const int FewSighted = 5;
    public const int SeenByFew = 40;

    public static readonly string[] Subjects =
        "年货节 电子商务进农村 外贸转型升级 县域商业体系建设 成品油市场 家政服务 冷链物流 老字号认定 农产品产销对接 消费券发放 招商引资 口岸通关 再生资源回收 餐饮业促进 跨境电商综试区 会展业 商贸流通 药品流通 生活必需品保供 汽车以旧换新 家电下乡 步行街改造 夜间经济 直播电商 服务外包 对外投资 安全生产 预付卡管理 废旧农膜回收 野生菌展销 火把节促消费".Split(' ');

    private static readonly string[] Verbs = "关于印发 关于举办 关于开展 关于组织申报 关于做好 关于转发 关于下达 关于公布 关于报送 关于调整 关于同意 关于加强".Split(' ');
    private static readonly string[] Towns = "楚雄市 双柏县 牟定县 南华县 姚安县 大姚县 永仁县 元谋县 武定县 禄丰市".Split(' ');
    private static readonly string[] Genres = "工作的通知 情况的通报 有关事宜的函 的请示 情况的报告 的意见 的批复 的公告 实施方案的通知 管理办法的通知 工作要点的通知 资金计划的通知".Split(' ');
    private static readonly string[] SectionNames = "办公室 电子商务科 市场体系建设科 市场运行科 流通业发展科 对外贸易科 外资管理科 对外投资科 财务科 人事科 政策法规科 口岸科 招商科 商务运行科 安全科".Split(' ');
    private static readonly string[] Codes = ["楚商发", "楚商规", "楚商办", "楚商函"];
    private static readonly string[] Trades = "商贸 食品 物流 农业科技 电子商务 实业 菌业 酒业".Split(' ');
    private const string Names = "华国文宇轩涵东明红刚强伟芳英军平丽晴远航思源嘉怡";
    private const string Families = "李王张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗";
    private static readonly DateTimeOffset Start = new(2016, 1, 4, 9, 0, 0, TimeSpan.FromHours(8));

    public static string Person(int n) => string.Create(CultureInfo.InvariantCulture, $"person-{n:D2}");

    public static string Few(int n) => string.Create(CultureInfo.InvariantCulture, $"few-{n}");

    public static string Section(int n) => string.Create(CultureInfo.InvariantCulture, $"section-{n:D2}");

    public static string Name(int person) => $"{Families[person % Families.Length]}{Names[person % Names.Length]}{Names[(person * 7 + 3) % Names.Length]}";

    public IEnumerable<MadeSlip> Make()
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++) yield return One(random, i);
    }

    private MadeSlip One(Random random, int i)
    {
        // Three thousand six hundred days in order; each lies some weeks, the last hundredth and a few of the older ones lie still.
        var begun = Start.AddMinutes(3_600L * 24 * 60 * i / count);
        var open = i > count - (count / 100) || random.Next(2_000) == 0;
        var drafter = random.Next(People);
        var section = drafter % Sections;
        var company = Company(random);
        var about = random.Next(100) < 40 ? $"{company}{Pick(random, Trades)}有限公司" : "";
        var title = $"{Pick(random, Verbs)}{(random.Next(2) == 0 ? $"{begun.Year}年" : "")}{Pick(random, Towns)}{about}{Pick(random, Subjects)}{Pick(random, Genres)}";
        var number = string.Create(CultureInfo.InvariantCulture, $"{begun.Year}-{i % 200_000:D4}");
        var document = open ? null : string.Create(CultureInfo.InvariantCulture, $"{Pick(random, Codes)}〔{begun.Year}〕{random.Next(1, 30_000)}号");
        var people = Enumerable.Range(0, 9).Select(_ => Person(random.Next(People))).Append(Person(drafter)).ToHashSet(StringComparer.Ordinal);
        var gap = count / SeenByFew;
        if (i % gap < FewSighted) people.Add(Few(i % gap));
        return new MadeSlip(
            i + 1, string.Create(CultureInfo.InvariantCulture, $"slip-{begun.Year}-{i + 1:D7}"), number, title, about.Length > 0 ? company : "", Person(drafter), Name(drafter), Section(section), SectionNames[section],
            document, random.Next(10) switch { < 6 => "public", < 7 => "redacted", < 8 => "onRequest", _ => "withheld" },
            open ? Pick(random, ["sectionHead", "office", "leader", "drafter", "print", "register"]) : "archived", open,
            begun.AddMinutes(random.Next(40 * 24 * 60)), open && random.Next(2) == 0 ? DateOnly.FromDateTime(begun.Date).AddDays(random.Next(3, 30)) : null,
            [.. people.Order(StringComparer.Ordinal)]);
    }

    private static string Company(Random random) => new([.. Enumerable.Range(0, 3).Select(_ => (char)('\u4e00' + random.Next(3_000)))]);

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
