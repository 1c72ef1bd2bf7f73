using DisclosureBot.Clock;

namespace DisclosureBot.Opinions.Watch;

/// <summary>A day of the watch runs from 08:00 to 08:00 of the next day, bureau time: who comes in the morning relieves who had the night.</summary>
public static class WatchDay
{
    private static readonly TimeOnly Begins = new(8, 0);

    /// <summary>The watch day that the moment lies in.</summary>
    public static DateOnly Of(DateTimeOffset at) => BureauTime.Day(at - Begins.ToTimeSpan());

    /// <summary>The next change of days, strictly after <paramref name="at"/>.</summary>
    public static DateTimeOffset Change(DateTimeOffset at) => BureauTime.At(Of(at).AddDays(1), Begins);
}
