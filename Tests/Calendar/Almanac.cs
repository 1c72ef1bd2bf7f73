using DisclosureBot.Calendar;

namespace DisclosureBot.Tests.Calendar;

/// <summary>Calendars and dates as the tests of this folder need them.</summary>
internal static class Almanac
{
    public static readonly BureauCalendar Present = new(EmbeddedTables.All, CalendarSettings.Default);

    public static readonly BureauCalendar NationalOnly = new(EmbeddedTables.All, CalendarSettings.Default with { LocalHolidaysAreNonWorking = false });

    /// <summary>Long before every deadline of the tests, so that no reminder is left out.</summary>
    public static readonly DateTimeOffset Early = new(2020, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));

    public static readonly Term SomeTerm = new("规则", "依据", "起算");

    public static DeadlineRules Rules(CalendarSettings? settings = null) =>
        new(settings ?? CalendarSettings.Default, new BureauCalendar(EmbeddedTables.All, settings ?? CalendarSettings.Default));

    public static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text + "+08:00", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The reminders as <c>Before 2026-11-25 08:00</c>, one after the other.</summary>
    public static string Ladder(Deadline deadline) => string.Join(", ", deadline.Reminders.Select(reminder => $"{reminder.Rung} {reminder.At:yyyy-MM-dd HH:mm}"));
}
