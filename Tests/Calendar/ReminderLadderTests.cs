using DisclosureBot.Calendar;
using Xunit;
using static DisclosureBot.Tests.Calendar.Almanac;

namespace DisclosureBot.Tests.Calendar;

/// <summary>Before, on the day and after: each rung as the doors open, and none that has passed.</summary>
public sealed class ReminderLadderTests
{
    [Fact]
    public void An_ordinary_deadline_is_recalled_the_working_day_before_on_the_day_and_the_working_day_after() => Assert.Equal(
        "Before 2026-11-25 08:00, OnTheDay 2026-11-26 08:00, Overdue 2026-11-27 08:00",
        Ladder(Rules().Handover(Day("2026-11-23"), normative: false, Early)));

    [Fact]
    public void Weekends_are_passed_over_in_both_directions() => Assert.Equal(
        "Before 2026-11-20 08:00, OnTheDay 2026-11-23 08:00, Overdue 2026-11-24 08:00",
        Ladder(Rules().Handover(Day("2026-11-20"), normative: false, Early)));

    [Fact]
    public void A_make_up_sunday_is_a_day_to_remind_on() => Assert.Equal(
        "Before 2026-09-18 08:00, OnTheDay 2026-09-20 08:00, Overdue 2026-09-21 08:00",
        Ladder(Rules().Handover(Day("2026-09-17"), normative: false, Early)));

    [Fact]
    public void A_deadline_rolled_over_a_holiday_is_recalled_before_the_holiday_so_that_the_strict_reading_is_met() => Assert.Equal(
        "Before 2025-09-30 08:00, OnTheDay 2025-10-09 08:00, Overdue 2025-10-10 08:00",
        Ladder(Rules().Handover(Day("2025-09-28"), normative: false, Early)));

    [Fact]
    public void A_day_off_that_is_not_rolled_is_recalled_on_the_working_days_before_it() => Assert.Equal(
        "Before 2025-09-29 08:00, OnTheDay 2025-09-30 08:00, Overdue 2025-10-09 08:00",
        Ladder(Rules(CalendarSettings.Default with { RollForward = false }).Handover(Day("2025-09-28"), normative: false, Early)));

    [Theory]
    [InlineData("2026-11-25T07:59:59", "Before 2026-11-25 08:00, OnTheDay 2026-11-26 08:00, Overdue 2026-11-27 08:00")]
    [InlineData("2026-11-25T08:00:00", "OnTheDay 2026-11-26 08:00, Overdue 2026-11-27 08:00")]
    [InlineData("2026-11-26T09:00:00", "Overdue 2026-11-27 08:00")]
    [InlineData("2026-11-27T08:00:00", "Overdue 2026-11-30 08:00")]
    [InlineData("2026-12-09T07:00:00", "Overdue 2026-12-09 08:00")]
    [InlineData("2026-12-09T10:00:00", "Overdue 2026-12-10 08:00")]
    public void Only_what_lies_ahead_is_kept_and_always_that_it_is_overdue(string now, string ladder) =>
        Assert.Equal(ladder, Ladder(Rules().Handover(Day("2026-11-23"), normative: false, At(now))));

    [Fact]
    public void A_provisional_deadline_is_recalled_three_working_days_earlier_than_usual()
    {
        var deadline = Rules().RequestReply(Day("2026-12-04"), extended: false, Early);
        Assert.Equal(Day("2027-01-04"), deadline.Due);
        Assert.Equal([2027], deadline.Receipt.MissingYears);
        Assert.Equal("Before 2026-12-28 08:00, OnTheDay 2027-01-04 08:00, Overdue 2027-01-05 08:00", Ladder(deadline));
    }

    [Theory]
    [InlineData("2026-12-27T12:00:00", "Before 2026-12-28 08:00")]
    [InlineData("2026-12-28T08:00:00", "Before 2026-12-29 08:00")]
    [InlineData("2026-12-30T09:00:00", "Before 2026-12-31 08:00")]
    [InlineData("2026-12-31T08:00:00", "OnTheDay 2027-01-04 08:00")]
    public void Where_the_earlier_moment_has_passed_the_next_one_that_has_not_is_taken(string now, string first) =>
        Assert.StartsWith(first + ",", Ladder(Rules().RequestReply(Day("2026-12-04"), extended: false, At(now))), StringComparison.Ordinal);

    [Fact]
    public void Across_a_local_holiday_one_is_reminded_a_working_day_earlier()
    {
        Assert.Equal(
            "Before 2025-07-30 08:00, OnTheDay 2025-08-01 08:00, Overdue 2025-08-04 08:00",
            Ladder(Rules().RequestReply(Day("2025-07-01"), extended: false, Early)));
        Assert.Equal(
            "Before 2025-07-28 08:00, OnTheDay 2025-07-29 08:00, Overdue 2025-07-30 08:00",
            Ladder(Rules(CalendarSettings.Default with { LocalHolidaysAreNonWorking = false }).RequestReply(Day("2025-07-01"), extended: false, Early)));
    }

    [Fact]
    public void Every_reminder_of_a_year_falls_on_a_working_day_as_the_doors_open_and_in_order()
    {
        for (var start = Day("2025-01-01"); start <= Day("2026-12-31"); start = start.AddDays(1))
            foreach (var deadline in new[] { Rules().Handover(start, normative: true, Early), Rules().LegalDisclosure(start, Early) })
            {
                Assert.Equal([Rung.Before, Rung.OnTheDay, Rung.Overdue], deadline.Reminders.Select(reminder => reminder.Rung));
                Assert.Equal(deadline.Reminders.Select(reminder => reminder.At).Order().Distinct(), deadline.Reminders.Select(reminder => reminder.At));
                Assert.All(deadline.Reminders, reminder => Assert.Equal(reminder.At, Present.InOfficeHours(reminder.At)));
                Assert.True(DateOnly.FromDateTime(deadline.Reminders[0].At.DateTime) <= deadline.Receipt.Strict);
            }
    }
}
