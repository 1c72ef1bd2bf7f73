using System.Globalization;

namespace DisclosureBot.Calendar;

/// <summary>The days on which the whole country is off by law (全国年节及纪念日放假办法 第2条, as revised in 2013 and 2024).</summary>
public static class StatutoryDays
{
    /// <summary>The first year under the revision of 2013; the lunar tables end, and the rule for 清明 too, with 2099.</summary>
    public const int FirstYear = 2014, LastYear = 2099;

    /// <summary>From 2025 on 除夕 and 5月2日 are off too.</summary>
    private const int Longer = 2025;

    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <exception cref="ArgumentOutOfRangeException">The year is before <see cref="FirstYear"/> or after <see cref="LastYear"/>.</exception>
    public static IReadOnlyList<(DateOnly Date, string Name)> Of(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        var newYear = FromLunar(year, 1, 1);
        return
        [
            (new(year, 1, 1), "元旦"),
            .. year < Longer ? (IEnumerable<(DateOnly, string)>)[] : [(newYear.AddDays(-1), "农历除夕")],
            (newYear, "农历正月初一"), (newYear.AddDays(1), "农历正月初二"), (newYear.AddDays(2), "农历正月初三"),
            (new(year, 4, PureBrightness(year)), "清明节"),
            (new(year, 5, 1), "劳动节"),
            .. year < Longer ? (IEnumerable<(DateOnly, string)>)[] : [(new(year, 5, 2), "劳动节次日")],
            (FromLunar(year, 5, 5), "端午节"),
            (FromLunar(year, 8, 15), "中秋节"),
            (new(year, 10, 1), "国庆节"), (new(year, 10, 2), "国庆节次日"), (new(year, 10, 3), "国庆节第三日"),
        ];
    }

    /// <summary>Those of the year that are not off among the days; none can be named for a year beyond the law's or the tables' reach, and all count as missing.</summary>
    public static IReadOnlyList<(DateOnly Date, string Name)> MissingFrom(IEnumerable<CalendarDay> days, int year)
    {
        if (year is < FirstYear or > LastYear) return [(default, string.Create(CultureInfo.InvariantCulture, $"{year}年的法定节假日"))];
        var off = days.Where(day => day.IsOff && !day.IsLocal).Select(day => day.Date).ToHashSet();
        return [.. Of(year).Where(day => !off.Contains(day.Date))];
    }

    /// <summary>A leap month comes between and moves the number of every month after it.</summary>
    private static DateOnly FromLunar(int year, int month, int day)
    {
        var leap = Lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }

    /// <summary>The customary approximation of the solar term in this century: 4 or 5 April.</summary>
    private static int PureBrightness(int year)
    {
        var inCentury = year % 100;
        return (int)((inCentury * 0.2422) + 4.81) - (inCentury / 4);
    }
}
