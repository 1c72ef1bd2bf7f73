using System.Globalization;
using DisclosureBot.Opinions.Intake;

namespace DisclosureBot.Tests.Opinions.Matching;

/// <summary>One sighting, and which event it really tells.</summary>
public sealed record Sighting(int Event, string Role, Story Story, OpinionSource Source);

/// <summary>
/// Makes sightings whose truth is known: of a thousand a third are repeats (other words, other order, cut titles, names of media,
/// grown numbers, other addresses), and among the events are twins: the same words about another county, day, shop or good.
/// </summary>
public sealed class StoryGenerator(int seed, IReadOnlyList<EventKind> kinds)
{
    private static readonly (string County, string[] Towns)[] Places =
    [
        ("楚雄市", ["鹿城镇", "东瓜镇", "吕合镇", "紫溪镇"]), ("双柏县", ["妥甸镇", "大庄镇", "法脿镇"]), ("牟定县", ["共和镇", "新桥镇", "江坡镇"]), ("南华县", ["龙川镇", "沙桥镇", "五街镇"]),
        ("姚安县", ["栋川镇", "光禄镇", "弥兴镇"]), ("大姚县", ["金碧镇", "石羊镇", "六苴镇"]), ("永仁县", ["永定镇", "宜就镇", "中和镇"]), ("元谋县", ["元马镇", "黄瓜园镇", "羊街镇"]),
        ("武定县", ["狮山镇", "高桥镇", "猫街镇"]), ("禄丰市", ["金山镇", "仁兴镇", "碧城镇", "广通镇"]),
    ];

    private static readonly string[] Shops =
    [
        "鑫源", "百佳", "惠民", "福满", "乐家", "永辉", "华联", "金鼎", "隆源", "万和", "佳美", "顺达", "彝香", "红火", "宏达", "友谊", "兴旺", "丰泽", "瑞祥", "恒通", "康乐", "龙腾", "盛世", "天天", "好运",
        "吉祥", "如意", "美佳", "新天", "阳光", "德胜", "泰和", "凯丰", "祥云", "彩云", "滇味", "紫薇", "金桥", "银河", "聚福",
    ];

    private static readonly string[] Surnames = ["李", "王", "张", "刘", "杨", "普", "起", "罗", "周", "陈", "赵", "鲁"];
    private static readonly string[] Calls = ["女士", "先生", "某", "大爷", "阿姨"];
    private static readonly string[] Tails = ["_新浪网", "-人民网", " - 云南网", "_楚雄日报", "|澎湃新闻", "_社会_新浪网", "——春城晚报", " | 掌上楚雄客户端", "-楚雄论坛", "_腾讯新闻"];
    private static readonly string[] Leads = ["【热点】", "转发:", "【云南新闻】", "快讯:", "[视频]", "【网络问政】", "#楚雄热点#", "突发:", "最新|"];
    private static readonly string[] Media = ["新闻媒体", "微博", "12345热线", "短视频平台", "州长信箱", "论坛", "监测服务商"];
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 8, 0, 0, TimeSpan.FromHours(8));

    // The sequence of a seeded Random is the same on every machine.
    private readonly Random _random = new(seed);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly List<Happening> _events = [];
    private int _sightings;

    /// <summary>In the order they are seen.</summary>
    public IReadOnlyList<Sighting> Make(int count)
    {
        var repeats = count / 3;
        List<(DateTimeOffset At, Sighting Sighting)> all = [];
        while (_events.Count < count - repeats)
        {
            var twin = _events.Count > 20 && _random.Next(4) == 0;
            if (Next(twin) is { } happening) all.Add(Tell(happening, happening.At, twin ? "twin" : "first", happening.Number));
        }

        for (var i = 0; i < repeats; i++)
        {
            var happening = _events[_random.Next(_events.Count)];
            var later = TimeSpan.FromMinutes(20 + (_random.NextDouble() * _random.NextDouble() * 60 * 70));
            all.Add(Tell(happening, happening.At + later, "repeat", happening.Kind.Grows && _random.Next(3) == 0 ? happening.Number + _random.Next(1, 6) : happening.Number));
        }

        return [.. all.OrderBy(one => one.At).Select(one => one.Sighting)];
    }

    private Happening? Next(bool twin)
    {
        if (!twin) return Kept(Fresh());
        var model = _events[_random.Next(_events.Count)];
        var (county, towns) = Pick(Places);
        return Kept((_random.Next(4)) switch
        {
            0 => model with { County = county, Town = Pick(towns) },
            1 when model.Says('d') => model with { At = model.At.AddDays(_random.Next(1, 5)) },
            2 when model.Says('s') => model with { Shop = Pick(Shops) },
            3 when model.Says('g') && model.Kind.Goods.Length > 1 => model with { Goods = Pick(model.Kind.Goods) },
            _ => model with { County = county, Town = Pick(towns) },
        });
    }

    private Happening Fresh()
    {
        var kind = Pick(kinds);
        var (county, towns) = Pick(Places);
        return new Happening(
            kind, county, Pick(towns), Pick(Shops), Pick(kind.Goods), _random.Next(2, 60), _random.Next(kind.LeastMoney, kind.MostMoney), Pick(Surnames) + Pick(Calls), _random.Next(1, 30),
            Start.AddMinutes(_random.Next(21 * 24 * 60)));
    }

    /// <summary>Null where it could not be told from an event there already is.</summary>
    private Happening? Kept(Happening happening)
    {
        var key = string.Join('|', happening.Kind.Name, happening.County, happening.Says('s') ? happening.Shop : "", happening.Goods, happening.Says('k') ? happening.Period : 0, happening.At.Day);
        if (!_taken.Add(key)) return null;
        _events.Add(happening with { Id = _events.Count });
        return _events[^1];
    }

    private (DateTimeOffset, Sighting) Tell(Happening happening, DateTimeOffset at, string role, int number)
    {
        var retold = role == "repeat";
        var headline = happening.Fill(Pick(happening.Kind.Headlines), number);
        if (retold && _random.Next(6) == 0 && headline.Length > 18) headline = headline[..^_random.Next(2, 6)] + "…";
        if (_random.Next(3) == 0) headline += Pick(Tails);
        if (_random.Next(5) == 0) headline = Pick(Leads) + headline;
        if (_random.Next(6) == 0) headline = Widened(headline);
        var clauses = happening.Kind.Clauses.Select(row => happening.Fill(Pick(row), number)).ToList();
        if (retold && _random.Next(2) == 0) clauses = [clauses[0], .. clauses.Skip(1).Reverse()];
        if (retold && clauses.Count > 2 && _random.Next(3) == 0) clauses.RemoveAt(clauses.Count - 1);
        var text = retold && _random.Next(8) == 0 ? null : string.Concat(clauses);
        var n = _sightings++;
        return (at, new(happening.Id, role, new Story(headline, text, null, null, at), new OpinionSource($"test:{seed}:{n}", Pick(Media), headline, Address(happening, retold, n), at)));
    }

    /// <summary>A repeat now and then has the first one's address, dressed for sharing.</summary>
    private string Address(Happening happening, bool retold, int n) => retold && _random.Next(6) == 0
        ? string.Create(CultureInfo.InvariantCulture, $"http://m.news{seed}.example/a/{happening.Id}.html?utm_source=app&from=singlemessage&spm=a.{n}#comments")
        : retold
            ? string.Create(CultureInfo.InvariantCulture, $"https://site{_random.Next(20)}.example/post?id={n}&share_token={_random.Next()}")
            : string.Create(CultureInfo.InvariantCulture, $"https://www.news{seed}.example/a/{happening.Id}.html");

    private static string Widened(string text) => string.Concat(text.Select(letter => letter is >= '0' and <= '9' ? (char)(letter + 0xFEE0) : letter));

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private sealed record Happening(
        EventKind Kind, string County, string Town, string Shop, string Goods, int Number, int Money, string Person, int Period, DateTimeOffset At, int Id = -1)
    {
        public bool Says(char what) => Kind.Headlines.Concat(Kind.Clauses.SelectMany(row => row)).Any(text => text.Contains($"{{{what}}}", StringComparison.Ordinal));

        public string Fill(string text, int number) => text
            .Replace("{c}", County, StringComparison.Ordinal).Replace("{t}", Town, StringComparison.Ordinal).Replace("{s}", Shop, StringComparison.Ordinal)
            .Replace("{g}", Goods, StringComparison.Ordinal).Replace("{n}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{m}", Money.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{p}", Person, StringComparison.Ordinal)
            .Replace("{k}", Period.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{d}", string.Create(CultureInfo.InvariantCulture, $"{At.Month}月{At.Day}日"), StringComparison.Ordinal);
    }
}
