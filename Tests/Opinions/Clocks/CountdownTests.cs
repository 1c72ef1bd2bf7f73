using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Intake;
using Xunit;
using static DisclosureBot.Tests.Opinions.Clocks.Hours;

namespace DisclosureBot.Tests.Opinions.Clocks;

/// <summary>When people are told that a clock runs down, and when nobody has taken an item.</summary>
public sealed class CountdownTests
{
    [Fact]
    public void The_clocks_of_an_emergency_are_told_of_through_the_night_in_order_of_time()
    {
        var clocks = Usual.Incident(IncidentLevel.Serious, At("2026-10-03T21:40:00"), At("2026-10-03T22:05:00"), drill: null, At("2026-10-03T22:20:00"));
        Assert.Equal("FourHours 2026-10-03 22:40, Half 2026-10-04 00:10, OneHour 2026-10-04 01:40, Overdue 2026-10-04 02:40", Countdown(clocks[0]));
        Assert.Equal("Half 2026-10-04 09:40, FourHours 2026-10-04 17:40, OneHour 2026-10-04 20:40, Overdue 2026-10-04 21:40", Countdown(clocks[1]));
    }

    [Fact]
    public void What_has_passed_when_the_level_is_set_is_not_told_any_more_save_that_it_is_overdue()
    {
        var clocks = Usual.Incident(IncidentLevel.ExtraordinarilySerious, At("2026-11-21T21:40:00"), At("2026-11-21T22:05:00"), drill: null, At("2026-11-22T03:00:00"));
        Assert.Equal("Overdue 2026-11-22 03:00", Countdown(clocks[0]));
        Assert.Equal("Half 2026-11-22 09:40, FourHours 2026-11-22 17:40, OneHour 2026-11-22 20:40, Overdue 2026-11-22 21:40", Countdown(clocks[1]));
    }

    [Theory]
    [InlineData("2026-11-23T09:00:00", "Half 2026-11-24 09:00, OneHour 2026-11-25 08:00, Overdue 2026-11-25 09:00")] // four hours wait for the doors, and by then it is one
    [InlineData("2026-11-23T15:00:00", "Half 2026-11-24 15:00, FourHours 2026-11-25 11:00, OneHour 2026-11-25 14:30, Overdue 2026-11-25 15:00")]
    [InlineData("2026-11-23T08:20:00", "Half 2026-11-24 08:20, OneHour 2026-11-25 08:00, Overdue 2026-11-25 08:20")] // both wait for the doors: told once
    [InlineData("2026-11-23T03:00:00", "Half 2026-11-24 08:00, FourHours 2026-11-24 23:00, OneHour 2026-11-25 02:00, Overdue 2026-11-25 08:00")]
    [InlineData("2026-11-20T17:30:00", "Half 2026-11-21 17:30, FourHours 2026-11-22 13:30, OneHour 2026-11-22 16:30, Overdue 2026-11-23 08:00")] // a weekend: better woken than late
    [InlineData("2026-09-30T16:00:00", "Half 2026-10-01 16:00, FourHours 2026-10-02 12:00, OneHour 2026-10-02 15:00, Overdue 2026-10-08 08:00")] // 国庆
    [InlineData("2026-10-09T09:00:00", "Half 2026-10-10 09:00, FourHours 2026-10-11 05:00, OneHour 2026-10-11 08:00, Overdue 2026-10-12 08:00")] // a make-up Saturday is worked
    public void An_ordinary_item_is_told_of_by_day_unless_that_would_be_late(string learnt, string points) =>
        Assert.Equal(points, Countdown(Usual.Response(At(learnt), Gravity.Important, drill: null, At(learnt))));

    [Fact]
    public void An_ordinary_item_found_overdue_is_told_of_as_the_doors_open() => Assert.Equal(
        "Overdue 2026-11-23 08:00", Countdown(Usual.Response(At("2026-11-18T09:00:00"), Gravity.Unassessed, drill: null, At("2026-11-21T23:10:00"))));

    [Fact]
    public void An_emergency_that_is_not_serious_has_48_hours_by_day_and_night()
    {
        var clock = Assert.Single(Usual.Incident(IncidentLevel.Major, At("2026-11-23T06:30:00"), At("2026-11-23T07:00:00"), drill: null, At("2026-11-23T07:10:00")));
        Assert.Equal("Half 2026-11-24 07:00, FourHours 2026-11-25 03:00, OneHour 2026-11-25 06:00, Overdue 2026-11-25 07:00", Countdown(clock));
    }

    [Fact]
    public void A_drill_runs_as_many_times_as_fast_and_keeps_the_hours_of_the_rule()
    {
        var start = At("2026-11-21T22:00:00");
        var clocks = Usual.Incident(IncidentLevel.Serious, start, start, new Drill(10), start);
        Assert.Equal(("FourHours 2026-11-21 22:06, Half 2026-11-21 22:15, OneHour 2026-11-21 22:24, Overdue 2026-11-21 22:30", 5), (Countdown(clocks[0]), clocks[0].Hours));
        Assert.Equal(("Half 2026-11-21 23:12, FourHours 2026-11-22 00:00, OneHour 2026-11-22 00:18, Overdue 2026-11-22 00:24", 24), (Countdown(clocks[1]), clocks[1].Hours));
        Assert.Equal("Half 2026-11-22 00:24, FourHours 2026-11-22 02:24, OneHour 2026-11-22 02:42, Overdue 2026-11-22 02:48", Countdown(Usual.Response(start, Gravity.General, new Drill(10), start)));
    }

    [Fact]
    public void What_a_fast_drill_would_tell_in_the_same_minute_is_told_once_as_the_later_point()
    {
        var start = At("2026-11-21T22:00:00");
        Assert.Equal("OneHour 2026-11-21 22:00:48, Overdue 2026-11-21 22:01", Countdown(Usual.Incident(IncidentLevel.Serious, start, start, new Drill(300), start)[0]));
    }

    [Theory]
    [InlineData(Gravity.General, "2026-11-23T09:00:00", "2026-11-23T11:00:00")]
    [InlineData(Gravity.General, "2026-11-23T10:30:00", "2026-11-23T14:30:00")] // noon
    [InlineData(Gravity.Important, "2026-11-23T17:45:00", "2026-11-24T08:00:00")]
    [InlineData(Gravity.Unassessed, "2026-11-20T17:10:00", "2026-11-23T08:00:00")] // a weekend
    [InlineData(Gravity.Unassessed, "2026-09-30T17:10:00", "2026-10-08T08:00:00")] // 国庆
    [InlineData(Gravity.GeneralIncident, "2026-09-30T23:50:00", "2026-10-01T00:05:00")]
    [InlineData(Gravity.MajorIncident, "2026-11-21T03:00:00", "2026-11-21T03:10:00")]
    [InlineData(Gravity.UnrankedIncident, "2026-11-21T03:00:00", "2026-11-21T03:10:00")]
    [InlineData(Gravity.SeriousIncident, "2026-10-01T23:57:00", "2026-10-02T00:02:00")]
    [InlineData(Gravity.ExtraordinaryIncident, "2026-10-01T23:57:00", "2026-10-02T00:02:00")]
    public void The_next_rung_is_called_by_day_unless_it_is_an_emergency(Gravity gravity, string now, string called) =>
        Assert.Equal(At(called), Usual.Escalation(gravity, drill: null, At(now)));

    [Fact]
    public void A_drill_calls_the_next_rung_by_night_and_as_many_times_as_soon() =>
        Assert.Equal(At("2026-11-21T22:12:00"), Usual.Escalation(Gravity.General, new Drill(10), At("2026-11-21T22:00:00")));

    [Theory]
    [InlineData("2031-06-28T09:00:00")]
    [InlineData("2026-12-30T20:00:00")]
    [InlineData("2099-12-31T23:59:00")]
    public void A_year_nobody_has_announced_moves_no_clock_and_stops_no_call(string learnt)
    {
        var response = Usual.Response(At(learnt), Gravity.General, drill: null, At(learnt))!;
        Assert.Equal(At(learnt).AddHours(48), response.Due);
        Assert.Equal(CountdownPoint.Overdue, response.Points[^1].Point);
        Assert.True(Usual.Escalation(Gravity.General, drill: null, At(learnt)) >= At(learnt).AddHours(2));
        Assert.Equal([At(learnt).AddHours(5), At(learnt).AddHours(24)], Usual.Incident(IncidentLevel.Serious, At(learnt), At(learnt), drill: null, At(learnt)).Select(clock => clock.Due));
    }

    [Fact]
    public void Each_national_clock_has_its_own_switch_and_with_both_off_only_the_schemes_own_runs()
    {
        var start = At("2026-11-23T09:00:00");
        Assert.Equal("新闻发布会 2026-11-24 09:00", Dues(SeedOnly.Incident(IncidentLevel.Serious, start, start, drill: null, start)));
        Assert.Empty(SeedOnly.Incident(IncidentLevel.Major, start, start, drill: null, start));
        Assert.Null(SeedOnly.Response(start, Gravity.General, drill: null, start));

        var response = Set(OpinionSettings.Usual with { FirstReleaseClock = false });
        Assert.Equal("新闻发布会 2026-11-24 09:00", Dues(response.Incident(IncidentLevel.ExtraordinarilySerious, start, start, drill: null, start)));
        Assert.Equal("回应 2026-11-25 09:00", Dues(response.Incident(IncidentLevel.General, start, start, drill: null, start)));

        var release = Set(OpinionSettings.Usual with { ResponseClock = false });
        Assert.Equal("首次权威信息 2026-11-23 14:00, 新闻发布会 2026-11-24 09:00", Dues(release.Incident(IncidentLevel.Serious, start, start, drill: null, start)));
        Assert.Empty(release.Incident(IncidentLevel.General, start, start, drill: null, start));
    }
}
