using DisclosureBot.Calendar;
using Xunit;
using static DisclosureBot.Tests.Calendar.Almanac;

namespace DisclosureBot.Tests.Calendar;

/// <summary>The prefecture's own holidays: off by default, never where the bureau has set it otherwise.</summary>
public sealed class LocalHolidayTests
{
    [Fact]
    public void The_torch_festival_is_off_and_marked_as_local()
    {
        Assert.False(Present.IsWorkingDay(Day("2025-07-16")));
        var deadline = Rules().Handover(Day("2025-07-14"), normative: false, Early);
        Assert.Equal((Day("2025-07-17"), Day("2025-07-21")), (deadline.Receipt.Strict, deadline.Due));
        Assert.Equal(["火把节 local", "火把节 local", "火把节 local"], deadline.Receipt.Crossed.Select(day => $"{day.Name} {(day.IsLocal ? "local" : "")}"));
    }

    [Fact]
    public void Switched_off_it_neither_interrupts_nor_is_listed()
    {
        Assert.True(NationalOnly.IsWorkingDay(Day("2025-07-16")));
        var deadline = Rules(CalendarSettings.Default with { LocalHolidaysAreNonWorking = false }).Handover(Day("2025-07-14"), normative: false, Early);
        Assert.Equal(Day("2025-07-17"), deadline.Due);
        Assert.Empty(deadline.Receipt.Crossed);
        Assert.NotEqual(Present.Version, NationalOnly.Version);
    }

    [Fact]
    public void A_corrected_local_holiday_replaces_the_one_of_its_name()
    {
        var calendar = new BureauCalendar(
            [.. EmbeddedTables.All, new(2025, new("更正"), TableStatus.Official, [new(Day("2025-07-18"), DayKind.Off, "火把节", DayScope.Local)])], CalendarSettings.Default);
        Assert.True(calendar.IsWorkingDay(Day("2025-07-16")));
        Assert.False(calendar.IsWorkingDay(Day("2025-07-18")));
        Assert.False(calendar.IsWorkingDay(Day("2025-04-14")));
        Assert.True(calendar.IsOfficial(2025));
        Assert.False(calendar.IsWorkingDay(Day("2025-10-01")));
    }

    [Fact]
    public void What_is_not_known_of_a_local_year_is_said() =>
        Assert.Equal(["彝族年"], EmbeddedTables.All.Single(table => table.Year == 2025 && table.Days.Any(day => day.IsLocal)).Missing!);
}
