using System.Globalization;
using DisclosureBot.Clock;

namespace DisclosureBot.Figures;

/// <summary>What figures are asked of: a month, a quarter, half a year or a year, from midnight to midnight of bureau time.</summary>
/// <param name="First">Always the first of a month.</param>
/// <param name="Months">1, 3, 6 or 12.</param>
public sealed record Period(DateOnly First, int Months)
{
    private static readonly string[] Quarters = ["一", "二", "三", "四"];

    public DateOnly Last => First.AddMonths(Months).AddDays(-1);

    /// <summary>Inclusive; bureau time.</summary>
    public DateTimeOffset From => BureauTime.At(First, TimeOnly.MinValue);

    /// <summary>Exclusive; bureau time.</summary>
    public DateTimeOffset To => BureauTime.At(First.AddMonths(Months), TimeOnly.MinValue);

    /// <summary>The one before it, of the same length.</summary>
    public Period Before => this with { First = First.AddMonths(-Months) };

    public bool Holds(DateTimeOffset? at) => at >= From && at < To;

    /// <summary>2026年, 2026年上半年, 2026年第三季度, 2026年10月.</summary>
    public string Name => Text(Months switch
    {
        12 => $"{First.Year}年",
        6 => $"{First.Year}年{(First.Month == 1 ? '上' : '下')}半年",
        3 => $"{First.Year}年第{Quarters[First.Month / 3]}季度",
        _ => $"{First.Year}年{First.Month}月",
    });

    /// <summary>As it stands in addresses: 2026, 2026h1, 2026q3, 2026-10.</summary>
    public string Key => Text(Months switch
    {
        12 => $"{First.Year}",
        6 => $"{First.Year}h{(First.Month / 6) + 1}",
        3 => $"{First.Year}q{(First.Month / 3) + 1}",
        _ => $"{First.Year}-{First.Month:D2}",
    });

    public static Period Month(int year, int month) => new(new DateOnly(year, month, 1), 1);

    /// <param name="quarter">1 to 4.</param>
    public static Period Quarter(int year, int quarter) => new(new DateOnly(year, (quarter * 3) - 2, 1), 3);

    public static Period Half(int year, bool second) => new(new DateOnly(year, second ? 7 : 1, 1), 6);

    public static Period Year(int year) => new(new DateOnly(year, 1, 1), 12);

    /// <summary>The period of a key; null for anything else.</summary>
    public static Period? Of(string key)
    {
        if (key.Length < 4 || !int.TryParse(key.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 2000 or > 2099) return null;
        var found = key[4..] switch
        {
            "" => Year(year),
            ['h', >= '1' and <= '2' and var half] => Half(year, half == '2'),
            ['q', >= '1' and <= '4' and var quarter] => Quarter(year, quarter - '0'),
            ['-', .. { Length: 2 } month] when int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 12 => Month(year, number),
            _ => null,
        };
        return found;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
