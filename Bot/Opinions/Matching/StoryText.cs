using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DisclosureBot.Opinions.Matching;

/// <summary>Brings a telling down to what it tells: one width, one word for one thing, no headline dress, no punctuation.</summary>
internal static partial class StoryText
{
    private const string Digits = "零一二三四五六七八九";

    private static readonly (string From, string To)[] Same =
        [.. StoryWords.Happenings.Concat(StoryWords.Names).SelectMany(row => row.Select(word => (word, row[0]))).OrderByDescending(pair => pair.word.Length)];

    private static readonly string[] Fillers = [.. StoryWords.Fillers.OrderByDescending(word => word.Length)];

    /// <summary>Half width, small letters, Arabic numerals before what is counted; still with its punctuation.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
            folded.Append(letter switch
            {
                >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(letter - 0xFEE0)),
                '\u3000' => ' ',
                '「' or '『' or '《' or '‘' => '“',
                '」' or '』' or '》' or '’' => '”',
                _ => char.ToLowerInvariant(letter),
            });
        return Counted().Replace(folded.ToString(), number => Arabic(number.Value) is { } value ? value.ToString(CultureInfo.InvariantCulture) : number.Value);
    }

    /// <summary>A headline without what its medium put before and after it.</summary>
    public static string Undressed(string folded)
    {
        var headline = folded.Trim();
        for (var more = true; more;)
        {
            var bare = Tail().Replace(Remark().Replace(Lead().Replace(headline, ""), ""), "").Trim();
            more = bare.Length >= 4 && bare.Length < headline.Length;
            if (more) headline = bare;
        }

        return headline;
    }

    /// <summary>What is left to compare: words made one, fillers and punctuation gone.</summary>
    /// <param name="whole">Without a mark where the sentence broke off.</param>
    public static string Essence(string folded, bool whole = true)
    {
        var text = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length;)
        {
            if (Starting(Same, folded, i) is { } pair)
            {
                text.Append(pair.To);
                i += pair.From.Length;
            }
            else if (Fillers.FirstOrDefault(word => string.CompareOrdinal(folded, i, word, 0, word.Length) == 0) is { } filler)
                i += filler.Length;
            else if (char.IsLetterOrDigit(folded[i++]))
                text.Append(folded[i - 1]);
            else if (!whole)
                text.Append('。');
        }

        return text.ToString();
    }

    /// <summary>Each pair of neighbours, as one number; sorted and once each.</summary>
    public static int[] Pairs(string essence) =>
        [.. Enumerable.Range(0, Math.Max(0, essence.Length - 1)).Select(i => (essence[i] << 16) | essence[i + 1]).Distinct().Order()];

    private static (string From, string To)? Starting((string From, string To)[] pairs, string text, int at)
    {
        foreach (var pair in pairs)
            if (string.CompareOrdinal(text, at, pair.From, 0, pair.From.Length) == 0) return pair;
        return null;
    }

    private static int? Arabic(string chinese)
    {
        var (sum, digit) = (0, -1);
        foreach (var letter in chinese)
        {
            if (letter == '两') digit = 2;
            else if (Digits.IndexOf(letter, StringComparison.Ordinal) is var value and >= 0) digit = value;
            else
            {
                sum += (digit < 0 ? 1 : digit) * letter switch { '十' => 10, '百' => 100, _ => 1000 };
                digit = -1;
            }
        }

        return sum + Math.Max(digit, 0);
    }

    // 一 alone counts nothing: 一超市 is some market.
    [GeneratedRegex("(?<![某十百千])([零二三四五六七八九十两百千][零一二三四五六七八九十百千]*|一[十百千零二三四五六七八九][零一二三四五六七八九十百千]*|一(?=[人名](死|受|遇|伤|身)))(?=余|多|几)?(?=[余多]?(人|名|家|户|起|辆|台|元|万|亿|斤|公斤|吨|天|日|月|周|期|批|%))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"^(\s*(【[^】]{0,20}】|\[[^\]]{0,20}\]|#[^#]{0,24}#|(转发|转载|转|快讯|突发|最新|最新消息|视频|图文|重磅|紧急|热点|关注|网传|独家|求助|投诉|爆料|曝光|扩散)\s*[::|丨!!/]+))+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"[((\[【](图|组图|多图|视频|附视频|转载|转发|来源[::][^))]*|[0-9]+图)[))\]】]\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Remark();

    [GeneratedRegex(@"\s*([_|丨—–-]+\s*([^_|丨,。!?—–-]{0,12}(网|新闻|日报|晚报|早报|晨报|时报|都市报|商报|在线|客户端|频道|头条|头条号|微博|论坛|贴吧|百家号|公众号|融媒|融媒体|电视台|广播|tv|社区|资讯|热线|视频|抖音|快手|bilibili|知乎|问政|留言板|发布)|社会|国内|要闻|滚动|滚动新闻|民生|经济|财经|本地|云南|楚雄))\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tail();
}
