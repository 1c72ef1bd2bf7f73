using System.Globalization;
using System.Text.RegularExpressions;

namespace DisclosureBot.Figures;

/// <summary>Finds the period that people name: 上月, 本季, 2026年10月, 三季度, 去年. Pure.</summary>
internal static partial class PeriodWords
{
    private const string Digits = "一二三四五六七八九";

    /// <summary>The first period named and the words without it; null where none is.</summary>
    /// <param name="today">Bureau time; a month or quarter without its year is the last one that has begun.</param>
    public static (Period Period, string Others)? Find(string words, DateOnly today)
    {
        foreach (var (pattern, read) in Patterns)
            if (pattern().Match(words) is { Success: true } match && read(match, today) is { } period)
                return (period, words.Remove(match.Index, match.Length).Insert(match.Index, " "));
        return null;
    }

    private static readonly (Func<Regex> Pattern, Func<Match, DateOnly, Period?> Read)[] Patterns =
    [
        (Dashed, (match, _) => Number(match, "month") is >= 1 and <= 12 and var month ? Period.Month(Number(match, "year"), month) : null),
        (QuarterOf, (match, today) => Of(match, today, year => Period.Quarter(year, Value(match.Groups["quarter"].Value)))),
        (HalfOf, (match, today) => Of(match, today, year => Period.Half(year, match.Groups["half"].Value == "下"))),
        (MonthOf, (match, today) => Value(match.Groups["month"].Value) is >= 1 and <= 12 and var month ? Of(match, today, year => Period.Month(year, month)) : null),
        (LastMonth, (_, today) => Period.Month(today.Year, today.Month).Before),
        (ThisMonth, (_, today) => Period.Month(today.Year, today.Month)),
        (LastQuarter, (_, today) => QuarterWith(today).Before),
        (ThisQuarter, (_, today) => QuarterWith(today)),
        (YearOf, (match, today) => Period.Year(YearIn(match, today)!.Value)),
    ];

    private static Period QuarterWith(DateOnly day) => Period.Quarter(day.Year, ((day.Month - 1) / 3) + 1);

    private static Period Of(Match match, DateOnly today, Func<int, Period> of) => YearIn(match, today) is { } year
        ? of(year)
        : of(today.Year) is var present && present.First > today ? of(today.Year - 1) : present;

    private static int? YearIn(Match match, DateOnly today) => match.Groups["year"].Value switch
    {
        "" => null,
        "今" or "本" or "当" or "这" or "年" => today.Year,
        "去" or "上" => today.Year - 1,
        "前" => today.Year - 2,
        var year => int.Parse(year, CultureInfo.InvariantCulture),
    };

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    /// <summary>10, 十, 十一 or 三.</summary>
    private static int Value(string number) => number switch
    {
        "十" => 10,
        ['十', var one] => 10 + Digits.IndexOf(one, StringComparison.Ordinal) + 1,
        [var one] when Digits.Contains(one) => Digits.IndexOf(one, StringComparison.Ordinal) + 1,
        _ => int.Parse(number, CultureInfo.InvariantCulture),
    };

    private const string OfYear = "(?:(?<year>20[0-9]{2}|今|本|去|上|前)年度?的?)? ?";

    [GeneratedRegex("(?<![0-9])(?<year>20[0-9]{2})[-./](?<month>[0-9]{1,2})(?![0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dashed();

    [GeneratedRegex("(?:" + OfYear + "第?(?<quarter>[一二三四1-4])季度?|(?<![0-9A-Za-z])(?:(?<year>20[0-9]{2})年? ?)?[Qq](?<quarter>[1-4])(?![0-9A-Za-z]))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex QuarterOf();

    [GeneratedRegex(OfYear + "(?<half>[上下])半年", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HalfOf();

    [GeneratedRegex(OfYear + "(?<![0-9])(?<month>[0-9]{1,2}|十[一二]?|[一二三四五六七八九])月份?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MonthOf();

    [GeneratedRegex("上个?月", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LastMonth();

    [GeneratedRegex("(?:本|这个?|当)月|(?<!\\S)(?:按?月)(?!\\S)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ThisMonth();

    [GeneratedRegex("上个?季度?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LastQuarter();

    [GeneratedRegex("(?:本|这个?|当)季度?|(?<!\\S)按?季度?(?!\\S)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ThisQuarter();

    [GeneratedRegex("(?<![0-9])(?<year>20[0-9]{2}|今|本|当|这|去|上|前)年度?|(?<!\\S)(?:按?(?<year>年)度?)(?!\\S)|(?<!\\S)(?<year>20[0-9]{2})(?!\\S)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearOf();
}
