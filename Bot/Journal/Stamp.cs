using System.Globalization;

namespace DisclosureBot.Journal;

/// <summary>A moment as the journal keeps it: UTC text of fixed width to the tick, so that text order is time order.</summary>
internal static class Stamp
{
    private const string Days = "yyyy-MM-dd";
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string Write(DateTimeOffset at) => at.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static string Write(DateOnly day) => day.ToString(Days, CultureInfo.InvariantCulture);

    public static DateOnly ReadDay(string text) => DateOnly.ParseExact(text, Days, CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
