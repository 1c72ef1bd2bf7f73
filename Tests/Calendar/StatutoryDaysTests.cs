using System.Reflection;
using DisclosureBot.Calendar;
using Xunit;
using static DisclosureBot.Tests.Calendar.Almanac;

namespace DisclosureBot.Tests.Calendar;

/// <summary>The law's own days, the lunar ones too, where globalization is invariant.</summary>
public sealed class StatutoryDaysTests
{
    [Theory]
    [InlineData(2023, "2023-01-22", "2023-04-05", "2023-06-22", "2023-09-29")]
    [InlineData(2024, "2024-02-10", "2024-04-04", "2024-06-10", "2024-09-17")]
    [InlineData(2025, "2025-01-29", "2025-04-04", "2025-05-31", "2025-10-06")]
    [InlineData(2026, "2026-02-17", "2026-04-05", "2026-06-19", "2026-09-25")]
    [InlineData(2027, "2027-02-06", "2027-04-05", "2027-06-09", "2027-09-15")]
    public void The_moving_feasts_fall_where_the_almanac_has_them(int year, string spring, string brightness, string dragon, string moon)
    {
        var days = StatutoryDays.Of(year).ToDictionary(day => day.Name, day => day.Date, StringComparer.Ordinal);
        Assert.Equal(
            (Day(spring), Day(brightness), Day(dragon), Day(moon)),
            (days["农历正月初一"], days["清明节"], days["端午节"], days["中秋节"]));
    }

    [Fact]
    public void From_2025_on_two_more_days_are_off()
    {
        Assert.Equal(11, StatutoryDays.Of(2024).Count);
        Assert.Equal(13, StatutoryDays.Of(2025).Count);
        Assert.Contains((Day("2025-01-28"), "农历除夕"), StatutoryDays.Of(2025));
        Assert.Contains((Day("2025-05-02"), "劳动节次日"), StatutoryDays.Of(2025));
    }

    [Fact]
    public void Every_embedded_national_table_leaves_none_out_not_even_the_guess() => Assert.All(
        EmbeddedTables.All.Where(table => table.Days.All(day => !day.IsLocal)),
        table => Assert.Empty(StatutoryDays.MissingFrom(table.Days, table.Year)));

    [Fact]
    public void Every_year_of_the_range_can_be_named() =>
        Assert.All(Enumerable.Range(StatutoryDays.FirstYear, StatutoryDays.LastYear - StatutoryDays.FirstYear + 1), year => Assert.All(StatutoryDays.Of(year), day => Assert.Equal(year, day.Date.Year)));

    [Fact]
    public void Beyond_it_no_table_is_complete() => Assert.NotEmpty(StatutoryDays.MissingFrom([], 2100));
}
