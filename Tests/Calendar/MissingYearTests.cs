using DisclosureBot.Calendar;
using Xunit;
using static DisclosureBot.Tests.Calendar.Almanac;

namespace DisclosureBot.Tests.Calendar;

/// <summary>A year nobody has announced is never taken for Monday to Friday in silence.</summary>
public sealed class MissingYearTests
{
    [Theory]
    [InlineData("2027-01-04")]
    [InlineData("2027-02-06")]
    [InlineData("2030-05-06")]
    [InlineData("2023-08-09")]
    [InlineData("2012-01-02")]
    public void Whether_a_day_of_a_missing_year_is_worked_is_unknown(string day) => Assert.Null(Present.IsWorkingDay(Day(day)));

    [Fact]
    public void A_count_into_a_missing_year_uses_the_provisional_table_and_says_so()
    {
        var deadline = Rules().LegalDisclosure(Day("2027-01-28"), Early);
        Assert.Equal(Day("2027-03-05"), deadline.Due);
        Assert.Equal([2027], deadline.Receipt.MissingYears);
        Assert.True(deadline.Receipt.IsProvisional);
        Assert.Equal(8, deadline.Receipt.Crossed.Count(day => day.Name == "春节"));
    }

    [Fact]
    public void A_count_into_a_year_without_even_a_provisional_table_takes_weekdays_and_says_so()
    {
        var deadline = Rules().Interpretation(Day("2029-05-04"), Early);
        Assert.Equal(Day("2029-05-09"), deadline.Due);
        Assert.Equal([2029], deadline.Receipt.MissingYears);
    }

    [Fact]
    public void Every_missing_year_is_named() =>
        Assert.Equal([2027, 2028], Present.CountWorkingDays(SomeTerm, Day("2026-12-25"), 270, Early).Receipt.MissingYears);

    [Theory]
    [InlineData("2026-11-10", true, true)]
    [InlineData("2026-11-09", true, true)]
    [InlineData("2026-11-05", true, false)]
    [InlineData("2026-12-03", false, false)]
    [InlineData("2026-12-04", false, true)]
    public void Only_a_count_that_reaches_the_missing_year_is_provisional(string received, bool extended, bool provisional) =>
        Assert.Equal(provisional, Rules().RequestReply(Day(received), extended, Early).Receipt.IsProvisional);

    [Theory]
    [InlineData("2026-12-28", true, false)]
    [InlineData("2026-12-29", true, true)]
    [InlineData("2026-12-29", false, false)]
    public void A_calendar_day_deadline_is_provisional_only_where_its_last_day_might_be_rolled(string printed, bool roll, bool provisional) =>
        Assert.Equal(provisional, Rules(CalendarSettings.Default with { RollForward = roll }).Handover(Day(printed), normative: false, Early).Receipt.IsProvisional);

    [Fact]
    public void Once_the_official_table_is_in_nothing_of_the_provisional_one_counts_any_more()
    {
        var guessed = EmbeddedTables.All.Single(table => table.Year == 2027);
        var announced = guessed with
        {
            Status = TableStatus.Official,
            Days = [.. guessed.Days.Where(day => day.Date != Day("2027-02-12")), new(Day("2027-01-30"), DayKind.Work, "春节", DayScope.National), new(Day("2026-12-31"), DayKind.Off, "元旦", DayScope.National)],
        };
        var calendar = new BureauCalendar([.. EmbeddedTables.All, announced], CalendarSettings.Default);
        Assert.True(calendar.IsWorkingDay(Day("2027-01-30")));
        Assert.True(calendar.IsWorkingDay(Day("2027-02-12")));
        Assert.False(calendar.IsWorkingDay(Day("2026-12-31")), "a notice may govern the December before");
        Assert.NotEqual(Present.Version, calendar.Version);
        Assert.StartsWith("2024–2027官方·", calendar.Version, StringComparison.Ordinal);
        Assert.Empty(calendar.CountWorkingDays(SomeTerm, Day("2026-12-04"), 20, Early).Receipt.MissingYears);

        var again = new BureauCalendar([announced, .. EmbeddedTables.All], CalendarSettings.Default);
        Assert.True(again.IsWorkingDay(Day("2027-02-12")), "a guess never goes before an announcement, whichever came later");
    }

    [Fact]
    public void A_day_announced_for_a_year_not_yet_announced_is_known_already()
    {
        var calendar = new BureauCalendar(
            [.. EmbeddedTables.All, new(2028, new("通知"), TableStatus.Official, [new(Day("2027-12-31"), DayKind.Off, "元旦", DayScope.National)])], CalendarSettings.Default);
        Assert.False(calendar.IsWorkingDay(Day("2027-12-31")));
        Assert.Null(calendar.IsWorkingDay(Day("2027-12-30")));
        Assert.False(calendar.IsOfficial(2028), "a single day does not settle a year");
    }

    [Fact]
    public void A_later_notice_about_single_days_adds_to_the_years_table()
    {
        var calendar = new BureauCalendar(
            [.. EmbeddedTables.All, new(2026, new("通知"), TableStatus.Official, [new(Day("2026-09-03"), DayKind.Off, "纪念日", DayScope.National)])], CalendarSettings.Default);
        Assert.False(calendar.IsWorkingDay(Day("2026-09-03")));
        Assert.False(calendar.IsWorkingDay(Day("2026-10-01")));
    }
}
