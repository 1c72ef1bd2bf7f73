using DisclosureBot.Calendar;
using DisclosureBot.Clock;

namespace DisclosureBot.Opinions.Digest;

/// <summary>舆情日报 or 舆情周报. The names travel in events.</summary>
public enum DigestKind { Daily, Weekly }

/// <summary>When digests go out: as the doors first open on a working day; the first one of a week is the weekly one.</summary>
public static class DigestTimes
{
    /// <summary>The next time, strictly after <paramref name="now"/>; bureau time.</summary>
    public static DateTimeOffset Next(DateTimeOffset now, BureauCalendar calendar) => calendar.NextOpening(now);

    /// <summary>Weekly where the last weekly one belongs to an earlier week, Monday to Sunday; so one missed on the first working day comes with the next digest.</summary>
    public static DigestKind Kind(DateTimeOffset at, DateTimeOffset lastWeekly) => Monday(lastWeekly) < Monday(at) ? DigestKind.Weekly : DigestKind.Daily;

    private static DateOnly Monday(DateTimeOffset at)
    {
        var day = BureauTime.Day(at);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }
}
