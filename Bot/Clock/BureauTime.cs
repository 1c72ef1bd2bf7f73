namespace DisclosureBot.Clock;

/// <summary>Bureau time is Asia/Shanghai, which has been UTC+8 without exception since 1991.</summary>
public static class BureauTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateTimeOffset BureauNow(this TimeProvider clock) => clock.GetUtcNow().ToOffset(Offset);

    /// <summary>The day on the bureau's wall calendar.</summary>
    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    /// <summary>Stands for a day of which no time of day is known.</summary>
    public static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), Offset);

    /// <summary>11月23日 09:12, or with the year when it is not <paramref name="year"/>.</summary>
    public static string Show(DateTimeOffset at, int? year = null)
    {
        var local = at.ToOffset(Offset);
        return year is { } current && current != local.Year
            ? string.Create(null, $"{local.Year}年{local.Month}月{local.Day}日 {local:HH:mm}")
            : string.Create(null, $"{local.Month}月{local.Day}日 {local:HH:mm}");
    }
}
