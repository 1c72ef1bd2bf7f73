using System.Globalization;
using System.Text.RegularExpressions;
using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Opinions;

namespace DisclosureBot.Opinions.Watch;

/// <summary>Reads a duty roster as people type it, one day or range a line, and writes days as people read them.</summary>
public static partial class DutyText
{
    /// <summary>Nobody plans further; a mistyped year would.</summary>
    private const int FurthestDays = 366;

    private const int LongestRange = 62;

    /// <summary>A day without its year that lies further back than this is next year's.</summary>
    private const int LongGone = 180;

    private const string Nobody = "无";

    private static readonly char[] BetweenNames = ['、', ',', ',', ';', ';', ' ', '和'];

    /// <summary>11月24日, or with its year where that is not this one.</summary>
    public static string Day(DateOnly day, DateOnly today) => day.Year == today.Year
        ? string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日")
        : string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>周一 …</summary>
    public static string Weekday(DateOnly day) => "周" + DeadlineText.Weekday(day);

    /// <summary>Every day the lines name, or what is wrong with them, each fault naming its line.</summary>
    /// <param name="today">The watch day of now.</param>
    public static IReadOnlyList<DutyDay> Read(string text, DateOnly today, Roster roster, out IReadOnlyList<string> faults)
    {
        List<string> wrong = [];
        Dictionary<DateOnly, (int Line, DutyDay Duty)> days = [];
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(raw => Wording.Clean(raw)))
        {
            number++;
            if (line is null) continue;
            if (Fault(line, number) is { } fault) wrong.Add($"第{number}行“{PlainText.Clip(line, 30)}”:{fault}");
        }

        faults = wrong;
        return [.. days.Values.Select(entry => entry.Duty).OrderBy(duty => duty.Day)];

        string? Fault(string line, int at)
        {
            if (Entry().Match(line) is not { Success: true } entry) return "看不出日期和姓名,请写成“11月23日 姓名”或“11月24日至26日 姓名”。";
            if (Range(entry, today, out var from, out var to) is { } undated) return undated;
            if (People(entry.Groups["names"].Value, roster, out var people) is { } unknown) return unknown;
            for (var day = from; day <= to; day = day.AddDays(1))
            {
                if (days.TryGetValue(day, out var earlier)) return $"{Day(day, today)}在第{earlier.Line}行已经写过,请只保留一行。";
                days[day] = (at, new(day, people));
            }
            return null;
        }
    }

    private static string? Range(Match entry, DateOnly today, out DateOnly from, out DateOnly to)
    {
        to = default;
        if (Date(entry, "", null, today, out from) is { } wrong) return wrong;
        if (!entry.Groups["day2"].Success) to = from;
        else if (Date(entry, "2", from, today, out to) is { } wrongEnd) return wrongEnd;
        if (from < today) return $"{Day(from, today)}已经过去,只能安排今天和以后的日子。";
        if (to < from) return "起止日期前后颠倒了,请核对。";
        if (to.DayNumber - from.DayNumber >= LongestRange) return $"一行最多写{LongestRange}天,请分成几行。";
        return to.DayNumber - today.DayNumber > FurthestDays ? "只能安排一年以内的日子,请核对年份。" : null;
    }

    /// <param name="from">Of an end: what it leaves out is as in the beginning.</param>
    private static string? Date(Match entry, string which, DateOnly? from, DateOnly today, out DateOnly date)
    {
        var (year, month, day) = (Number("year"), Number("month") ?? from?.Month, Number("day") ?? 0);
        var guessed = year ?? from?.Year ?? today.Year;
        if (!Valid(guessed, month ?? 0, day, out date)) return "没有这一天,请核对日期。";
        if (year is not null || from is not null)
        {
            // 12月30日至1月2日 runs into the next year.
            if (year is null && date < from && month < from.Value.Month) Valid(guessed + 1, month.Value, day, out date);
            return null;
        }
        if (today.DayNumber - date.DayNumber > LongGone && !Valid(guessed + 1, month!.Value, day, out date)) return "没有这一天,请核对日期。";
        return null;

        int? Number(string name) => entry.Groups[name + which] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : null;
    }

    private static bool Valid(int year, int month, int day, out DateOnly date)
    {
        var exists = year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = exists ? new DateOnly(year, month, day) : default;
        return exists;
    }

    /// <summary>By the names of the roster file, with or without what stands in brackets after them.</summary>
    private static string? People(string names, Roster roster, out IReadOnlyList<string> people)
    {
        List<string> found = [];
        people = found;
        foreach (var name in names.Split(BetweenNames, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (name == Nobody) continue;
            var matching = roster.People.Where(person => Bare(person.Name) == Bare(name)).ToList();
            if (matching.Count == 0) return $"花名册中没有“{PlainText.Clip(name, 20)}”,请核对姓名。";
            if (matching.Count > 1) matching = [.. matching.Where(WatchRules.MayWatch)];
            if (matching is not [var person]) return $"花名册中有几位“{PlainText.Clip(name, 20)}”,请联系管理员。";
            if (!WatchRules.MayWatch(person)) return $"{person.Name}没有舆情职责,不能值班。";
            if (!found.Contains(person.Id, StringComparer.Ordinal)) found.Add(person.Id);
        }

        return null;
    }

    private static string Bare(string name) => Bracketed().Replace(name, "").Trim();

    [GeneratedRegex(@"^((?<year>[0-9]{4})年)?(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})[日号]?\s*([((](周|星期).[))])?(\s*[至到\-–—~~]\s*((?<year2>[0-9]{4})年)?((?<month2>[0-9]{1,2})月)?(?<day2>[0-9]{1,2})[日号]?\s*([((](周|星期).[))])?)?\s*[::]?\s*(?<names>[^0-9\s::日号].*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Entry();

    [GeneratedRegex(@"[((][^()()]*[))]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bracketed();
}
