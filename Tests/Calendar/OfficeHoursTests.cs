using DisclosureBot.Calendar;
using Xunit;
using static DisclosureBot.Tests.Calendar.Almanac;

namespace DisclosureBot.Tests.Calendar;

/// <summary>When the doors are open, and what waits until they are.</summary>
public sealed class OfficeHoursTests
{
    [Theory]
    [InlineData("2026-11-23T08:00:00", "2026-11-23T08:00:00")]
    [InlineData("2026-11-23T11:59:59", "2026-11-23T11:59:59")]
    [InlineData("2026-11-23T14:30:00", "2026-11-23T14:30:00")]
    [InlineData("2026-11-23T17:59:59", "2026-11-23T17:59:59")]
    [InlineData("2026-11-23T00:00:00", "2026-11-23T08:00:00")]
    [InlineData("2026-11-23T07:59:59", "2026-11-23T08:00:00")]
    [InlineData("2026-11-23T12:00:00", "2026-11-23T14:30:00")]
    [InlineData("2026-11-23T14:29:59", "2026-11-23T14:30:00")]
    [InlineData("2026-11-23T18:00:00", "2026-11-24T08:00:00")]
    [InlineData("2026-11-20T23:59:59", "2026-11-23T08:00:00")]
    [InlineData("2026-09-20T09:00:00", "2026-09-20T09:00:00")]
    [InlineData("2026-10-01T09:00:00", "2026-10-08T08:00:00")]
    [InlineData("2025-07-16T09:00:00", "2025-07-21T08:00:00")]
    public void Outside_office_hours_one_waits_for_the_next_opening(string at, string open) =>
        Assert.Equal(At(open), Present.InOfficeHours(At(at)));

    [Fact]
    public void The_hour_is_the_bureaus_wherever_the_instant_was_written() =>
        Assert.Equal(At("2026-11-24T08:00:00"), Present.InOfficeHours(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("2026-11-23", "2026-11-23T08:00:00")]
    [InlineData("2026-11-21", "2026-11-23T08:00:00")]
    [InlineData("2026-10-10", "2026-10-10T08:00:00")]
    [InlineData("2026-02-15", "2026-02-24T08:00:00")]
    public void The_opening_is_the_first_on_or_after_the_day(string day, string opening) => Assert.Equal(At(opening), Present.Opening(Day(day)));

    [Fact]
    public void Other_hours_can_be_set()
    {
        var calendar = new BureauCalendar(EmbeddedTables.All, CalendarSettings.Default with { OfficeHours = OfficeHours.Parse("09:00-17:00")! });
        Assert.Equal(At("2026-11-23T09:00:00"), calendar.InOfficeHours(At("2026-11-23T08:30:00")));
        Assert.Equal(At("2026-11-23T12:30:00"), calendar.InOfficeHours(At("2026-11-23T12:30:00")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("08:00")]
    [InlineData("12:00-08:00")]
    [InlineData("08:00-08:00")]
    [InlineData("08:00-12:00,11:00-18:00")]
    [InlineData("08:00-12:00,12:00-18:00")]
    [InlineData("08:00-12:00,")]
    [InlineData("8-12")]
    [InlineData("08:00-24:00")]
    public void Periods_that_are_none_or_overlap_are_not_read(string text) => Assert.Null(OfficeHours.Parse(text));

    [Fact]
    public void An_hour_clock_runs_through_nights_and_holidays() =>
        Assert.Equal(At("2026-10-02T23:00:00"), HourClocks.PressConference(At("2026-10-01T23:00:00")));
}
