using System.Globalization;
using DisclosureBot.Clock;

namespace DisclosureBot.Opinions.Feeds;

/// <summary>Reads the dates of feeds, which keep to no standard.</summary>
internal static class FeedDate
{
    /// <summary>Longer is no date.</summary>
    private const int Longest = 60;

    /// <summary>Nothing on the web is older; what claims to be has no date.</summary>
    private const int FirstYear = 1990;

    /// <summary>Zones as feeds of this country write them; CST is China's.</summary>
    private static readonly (string Name, string Offset)[] Zones = [("GMT", "+00:00"), ("UTC", "+00:00"), ("UT", "+00:00"), ("CST", "+08:00")];

    /// <returns>Bureau time, also where no zone is given; null where it cannot be read.</returns>
    public static DateTimeOffset? Read(string? written)
    {
        if (written?.Trim() is not { Length: > 0 and <= Longest } text) return null;
        // The day of the week is often wrong or Chinese, and always needless.
        if (text.IndexOf(',', StringComparison.Ordinal) is >= 0 and < 10 and var comma) text = text[(comma + 1)..].Trim();
        foreach (var (name, offset) in Zones)
            if (text.EndsWith(' ' + name, StringComparison.OrdinalIgnoreCase)) text = text[..^name.Length] + offset;
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces, out var moment) || moment.Year is < FirstYear or > 9000) return null;
        return moment.Kind == DateTimeKind.Utc ? new DateTimeOffset(moment).ToOffset(BureauTime.Offset) : new DateTimeOffset(moment, BureauTime.Offset);
    }
}
