using System.Globalization;
using System.Text.RegularExpressions;
using DisclosureBot.Calendar;

namespace DisclosureBot.Asking;

/// <summary>The days that words name, seen from today; a week is Monday to Sunday. Pure.</summary>
internal sealed partial class Dates(DateOnly today, BureauCalendar calendar)
{
    private const string Numerals = "一二三四五六七八九十";

    private DateOnly Monday => today.AddDays(-(((int)today.DayOfWeek + 6) % 7));

    /// <summary>Every day or span named in the text, with where it stands.</summary>
    public IEnumerable<(int At, int Length, Days Days)> In(string text)
    {
        foreach (Match match in Spoken().Matches(text))
            if (Read(match) is { } days) yield return (match.Index, match.Length, days);
    }

    private Days? Read(Match match)
    {
        var name = match.Value;
        if (match.Groups["fixed"].Success) return Fixed(name);
        if (match.Groups["weekday"] is { Success: true, Value: var weekday }) return Weekday(name, match.Groups["week"].Value, weekday[0]);
        if (match.Groups["within"] is { Success: true, Value: var count }) return Within(name, Number(count), match.Groups["unit"].Value, name[0] is '近' or '过');
        return Written(name, match);
    }

    private Days Fixed(string name) => name switch
    {
        "今天" or "今日" or "当天" or "今儿" or "今晚" or "今天下班" => One(name, today),
        "明天" or "明日" or "明儿" => One(name, today.AddDays(1)),
        "后天" => One(name, today.AddDays(2)),
        "大后天" => One(name, today.AddDays(3)),
        "明后天" or "明后两天" => new(today.AddDays(1), today.AddDays(2), name),
        "这两天" or "这几天" or "今明两天" => new(today, today.AddDays(name == "这几天" ? 2 : 1), name),
        "今天早上" or "今早" or "今天上午" or "今天下午" => One(name, today),
        "昨天" or "昨日" => One(name, today.AddDays(-1)),
        "前天" => One(name, today.AddDays(-2)),
        "下个工作日" or "下一个工作日" => One(name, calendar.WorkingDayFrom(today, 1)),
        "上个工作日" or "上一个工作日" => One(name, calendar.WorkingDayFrom(today, -1)),
        "本周" or "这周" or "这星期" or "这个星期" or "本星期" or "这一周" or "这礼拜" or "这个礼拜" => Week(name, 0),
        "周末" or "这周末" or "本周末" => new(Monday.AddDays(5), Monday.AddDays(6), name),
        "下周" or "下星期" or "下个星期" or "下一周" or "下礼拜" => Week(name, 1),
        "上周" or "上星期" or "上个星期" or "上一周" or "上礼拜" => Week(name, -1),
        "本月" or "这个月" or "这月" or "当月" or "月底" or "本月底" or "月内" => Month(name, 0),
        "下月" or "下个月" => Month(name, 1),
        "上月" or "上个月" => Month(name, -1),
        "本季度" or "这个季度" or "这季度" => Quarter(name),
        "去年" => new(new(today.Year - 1, 1, 1), new(today.Year - 1, 12, 31), name),
        _ => new(new(today.Year, 1, 1), new(today.Year, 12, 31), name),
    };

    private static Days One(string name, DateOnly day) => new(day, day, name);

    private Days Week(string name, int weeks) => new(Monday.AddDays(7 * weeks), Monday.AddDays((7 * weeks) + 6), name);

    private Days Month(string name, int months)
    {
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(months);
        return new(first, first.AddMonths(1).AddDays(-1), name);
    }

    private Days Quarter(string name)
    {
        var first = new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1);
        return new(first, first.AddMonths(3).AddDays(-1), name);
    }

    private Days Weekday(string name, string week, char weekday)
    {
        var place = weekday is '日' or '天' or '末' ? 6 : Numerals.IndexOf(weekday, StringComparison.Ordinal);
        var weeks = week switch { "下" => 1, "上" => -1, _ => 0 };
        return One(name, Monday.AddDays((7 * weeks) + place));
    }

    /// <summary>三天内, 5个工作日内: today counts as the beginning, not as one of the days. 近三天 looks back.</summary>
    private Days? Within(string name, int count, string unit, bool back)
    {
        if (count is < 1 or > 400) return null;
        var days = count * (unit.StartsWith('周') || unit.StartsWith('星') || unit.StartsWith("个星", StringComparison.Ordinal) ? 7 : 1);
        if (back) return new(today.AddDays(1 - days), today, name);
        return new(today, unit.Contains("工作日", StringComparison.Ordinal) ? calendar.WorkingDayFrom(today, count) : today.AddDays(days), name);
    }

    private Days? Written(string name, Match match)
    {
        var year = match.Groups["year"] is { Success: true, Value: var text } ? Number(text) : today.Year;
        var month = match.Groups["month"] is { Success: true, Value: var named } ? Number(named) : today.Month;
        if (month is < 1 or > 12 || year is < 2000 or > 2100) return null;
        if (match.Groups["day"] is not { Success: true, Value: var day }) return new(new(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1), name);
        return Number(day) is var number and >= 1 && number <= DateTime.DaysInMonth(year, month) ? One(name, new(year, month, number)) : null;
    }

    private static int Number(string text) => text switch
    {
        "两" => 2,
        "半" => 15,
        [var tens, '十', var ones] when Numerals.Contains(tens, StringComparison.Ordinal) => ((Numerals.IndexOf(tens, StringComparison.Ordinal) + 1) * 10) + Numerals.IndexOf(ones, StringComparison.Ordinal) + 1,
        ['十', var ones] => 11 + Numerals.IndexOf(ones, StringComparison.Ordinal),
        [var one] when Numerals.Contains(one, StringComparison.Ordinal) => Numerals.IndexOf(one, StringComparison.Ordinal) + 1,
        _ => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
    };

    [GeneratedRegex(
        "(?<fixed>今天下班|今天早上|今天上午|今天下午|今早|明后两天|明后天|今明两天|这两天|这几天|今天|今日|当天|今儿|今晚|明天|明日|明儿|大后天|后天|昨天|昨日|前天|下个工作日|下一个工作日|上个工作日|上一个工作日|这周末|本周末|本季度|这个季度|这季度|本月底|月底|月内|本月|这个月|这月|当月|下个月|下月|上个月|上月|今年|本年|去年)"
        + "|(?<week>[本这下上]?)(?:个?星期|周|礼拜)(?<weekday>[一二三四五六日天])(?![天周])"
        + "|(?<fixed>本周|这周|这个星期|这星期|本星期|这一周|这个礼拜|这礼拜|下个星期|下星期|下一周|下周|下礼拜|上个星期|上星期|上一周|上周|上礼拜|周末)"
        + "|(?:未来|今后|近|最近|过去|接下来)(?<within>[0-9]{1,3}|[一二三四五六七八九十两]{1,2})(?<unit>个工作日|天|日|周|个星期|星期)|(?<within>[0-9]{1,3}|[一二三四五六七八九十两]{1,2})(?<unit>个工作日|天|日|周|个星期|星期)(?:之内|以内|内)"
        + "|(?:(?<year>20[0-9]{2})[年.-])?(?<month>[0-9]{1,2})月(?:(?<day>[0-9]{1,2})[日号])?(?:份)?|(?<year>20[0-9]{2})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})|(?<day>[0-9]{1,2})[号日](?!文)",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spoken();
}
