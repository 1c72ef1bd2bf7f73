using System.Globalization;
using System.Text.RegularExpressions;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Clock;
using DisclosureBot.Opinions.Intake;

namespace DisclosureBot.Chat;

/// <summary>Reads what follows the word 舆情: headline, link, where it was seen, and times that cannot be mistaken. What is not said is not guessed.</summary>
/// <param name="Seen">Where the story was seen, in the words of the message.</param>
public sealed partial record ReportText(Story Story, string Seen, string? Url)
{
    public const string Example = "请写明是什么事,例如“舆情 某超市水产被指按个数虚标重量 来源:微博 https://… 昨天21:40发生”;也可以只写“舆情”,在表单中填写。";

    /// <summary>Where nothing was said of it.</summary>
    private const string Ourselves = "本局人员上报";

    private const int LeastLetters = 4;
    private const int LongestQuestion = 30;

    /// <summary>Null where it is no report: a question, or hardly a word.</summary>
    /// <param name="now">Bureau time; what is said to lie after it is no time of this story.</param>
    public static ReportText? Read(string said, DateTimeOffset now)
    {
        if (IsQuestion(said.Trim())) return null;
        var url = Addresses().Match(said) is { Success: true } found ? found.Value : null;
        var rest = Addresses().Replace(said, " ");
        var seen = Seens().Match(rest) is { Success: true } named ? named : null;
        if (seen is not null) rest = rest.Remove(seen.Index, seen.Length).Insert(seen.Index, " ");
        if (Split(rest) is not var (headline, text)) return null;
        var (occurred, learnt) = Times(said, now);
        return new(new Story(headline, text, null, occurred, learnt ?? now), seen?.Groups["name"].Value ?? Ourselves, url);
    }

    private static bool IsQuestion(string said) => said.Length <= LongestQuestion && !Addresses().IsMatch(said) && Questions().IsMatch(said);

    /// <summary>The first line or sentence is the headline; where it is too long for one, the text holds it in full.</summary>
    private static (string Headline, string? Text)? Split(string said)
    {
        var end = Ends().Match(said.Trim()) is { Success: true } stop ? stop.Index + stop.Length : said.Trim().Length;
        var first = Wording.Clean(said.Trim()[..end])?.TrimEnd('。', ';', '\uFF1B').Trim();
        if (first is null || !SaysSomething(first)) return Wording.Clean(said) is { } whole && SaysSomething(whole) ? Cut(whole, null) : null;
        return Cut(first, Wording.Clean(said.Trim()[end..]));
    }

    private static bool SaysSomething(string text) => text.Count(char.IsLetterOrDigit) >= LeastLetters;

    private static (string, string?) Cut(string headline, string? text) => headline.Length <= ReportCard.HeadlineLimit
        ? (headline, Bounded(text))
        : (Cards.PlainText.Clip(headline, ReportCard.HeadlineLimit), Bounded(text is null ? headline : headline + "。" + text));

    private static string? Bounded(string? text) => text is null ? null : Cards.PlainText.Clip(text, ReportCard.TextLimit);

    private static (DateTimeOffset? Occurred, DateTimeOffset? Learnt) Times(string said, DateTimeOffset now)
    {
        var moments = Moments().Matches(said).Select(match => (At: Moment(match, now), After: match.Groups["verb"].Value)).Where(one => one.At is not null).ToList();
        var occurred = moments.Where(one => one.After == "发生").ToList();
        var learnt = moments.Where(one => one.After is not ("" or "发生")).ToList();
        var bare = moments.Where(one => one.After.Length == 0).ToList();
        // Two times of one kind, or an end before its beginning, contradict each other: then neither is taken.
        var (at, known) = (Only(occurred.Count > 0 ? occurred : bare), Only(learnt));
        return at > known ? (null, null) : (at, known);
    }

    private static DateTimeOffset? Only(IReadOnlyList<(DateTimeOffset? At, string After)> moments) => moments is [var one] ? one.At : null;

    private static DateTimeOffset? Moment(Match match, DateTimeOffset now)
    {
        if (Hour(match) is not { } hour || Day(match, now) is not { } day) return null;
        var at = BureauTime.At(day, hour);
        return at <= now ? at : null;
    }

    private static DateOnly? Day(Match match, DateTimeOffset now)
    {
        var today = BureauTime.Day(now);
        if (match.Groups["near"] is { Success: true } near) return today.AddDays(near.Value switch { "今天" => 0, "昨天" => -1, _ => -2 });
        var year = match.Groups["year"] is { Success: true } named ? Number(named.Value) : today.Year;
        var (month, day) = (Number(match.Groups["month"].Value), Number(match.Groups["day"].Value));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        var read = new DateOnly(year, month, day);
        // In January, 12月31日 was last year's.
        return read > today && !match.Groups["year"].Success && today.Month == 1 && month == 12 ? read.AddYears(-1) : read;
    }

    /// <summary>8点 could be either half of the day; 8:05 and 晚上8点 cannot.</summary>
    private static TimeOnly? Hour(Match match)
    {
        var (hour, minute) = (Number(match.Groups["hour"].Value), match.Groups["minute"] is { Success: true } given ? Number(given.Value) : 0);
        var part = match.Groups["part"].Value;
        if (part.Length == 0 && match.Groups["oclock"].Value == "点" && hour <= 12) return null;
        if (part is "下午" or "晚上" or "晚" && hour is >= 1 and < 12) hour += 12;
        else if (part is "晚上" or "晚" && hour == 12) return null;
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("https?://[^\\s<>\"“”‘’【】《》\uFF0C\u3002\u3001\uFF1B\uFF1A\uFF08\uFF09]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Addresses();

    [GeneratedRegex(
        "(?:来源|出处|在哪看到|看到于)[:\uFF1A] ?(?<name>[^\\s,\uFF0C\u3002;\uFF1B:\uFF1A]{2,30})" +
        "|(?<![^\\s,\uFF0C\u3002;\uFF1B])(?<name>微博|微信|短视频平台|抖音|快手|新闻媒体|12345热线|12345|州长信箱|留言板|县局上报|值班电话)[:\uFF1A]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Seens();

    [GeneratedRegex("[\u3002!\uFF01?\uFF1F;\uFF1B\\r\\n]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ends();

    [GeneratedRegex("[?\uFF1F]$|[吗呢么]$|^(?:怎么|怎样|如何|什么是)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Questions();

    [GeneratedRegex(
        "(?:(?<near>今天|昨天|前天)|(?:(?<year>20[0-9]{2})年)?(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日) ?(?<part>凌晨|早上|上午|中午|下午|晚上|晚)? ?" +
        "(?<hour>[0-9]{1,2})(?:[:\uFF1A](?<minute>[0-9]{2})|(?<oclock>[时点])(?:(?<minute>[0-9]{1,2})分)?)(?![0-9]) ?(?<verb>发生|获知|得知|发现|看到|接报)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Moments();
}
