using System.Text.Json;
using DisclosureBot.Calendar;
using DisclosureBot.Tests.Support;
using FsCheck;
using FsCheck.Xunit;
using Xunit;
using static DisclosureBot.Tests.Calendar.Almanac;

namespace DisclosureBot.Tests.Calendar;

/// <summary>The calendar against a day-by-day count that knows nothing of its code and reads the raw tables itself.</summary>
public sealed class CountingTests
{
    private static readonly DateOnly First = new(2024, 1, 1);
    private static readonly DateOnly Last = new(2026, 12, 31);
    private static readonly HashSet<string> Off = Raw("off", local: true), Work = Raw("work", local: true), NationalOff = Raw("off", local: false);

    [Property(MaxTest = 1000)]
    public void Working_days_come_out_as_counted_day_by_day(NonNegativeInt from, PositiveInt count, bool local)
    {
        var start = First.AddDays(from.Get % 1000);
        var days = 1 + (count.Get % 40);
        var due = start;
        for (var left = days; left > 0;)
            if (Works(due = due.AddDays(1), local))
                left--;
        if (due > Last) return;

        var deadline = (local ? Present : NationalOnly).CountWorkingDays(SomeTerm, start, days, Early);
        Assert.Equal((due, due, days, DayUnit.WorkingDay), (deadline.Due, deadline.Receipt.Strict, deadline.Receipt.Count, deadline.Receipt.Unit));
        Assert.Empty(deadline.Receipt.MissingYears);
        Assert.Equal(Special(start, due, local), deadline.Receipt.Crossed.Select(day => day.Date));
    }

    [Property(MaxTest = 1000)]
    public void Calendar_days_come_out_as_counted_day_by_day(NonNegativeInt from, PositiveInt count, bool roll)
    {
        var start = First.AddDays(from.Get % 1000);
        var days = 1 + (count.Get % 40);
        var strict = start;
        for (var i = 0; i < days; i++) strict = strict.AddDays(1);
        var due = strict;
        while (roll && !Works(due, local: true)) due = due.AddDays(1);
        if (due > Last) return;

        var deadline = Present.CountCalendarDays(SomeTerm, start, days, roll, Early);
        Assert.Equal((due, strict, days, DayUnit.CalendarDay), (deadline.Due, deadline.Receipt.Strict, deadline.Receipt.Count, deadline.Receipt.Unit));
        Assert.Equal(Special(start, due, local: true), deadline.Receipt.Crossed.Select(day => day.Date));
    }

    [Fact]
    public void Every_day_of_the_official_years_is_known_and_as_announced()
    {
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            Assert.Equal(Works(day, local: true), Present.IsWorkingDay(day));
            Assert.Equal(Works(day, local: false), NationalOnly.IsWorkingDay(day));
        }
    }

    [Fact]
    public void The_tables_have_as_many_days_as_the_notices() => Assert.Equal(
        "2024:28+8 2025:28+5 2026:33+6",
        string.Join(' ', EmbeddedTables.All.Where(table => table.Status == TableStatus.Official).Select(table =>
            $"{table.Year}:{table.Days.Count(day => day.IsOff)}+{table.Days.Count(day => !day.IsOff)}")));

    [Fact]
    public void Ordinary_weekends_are_not_listed_but_holidays_and_make_up_days_are_with_their_names()
    {
        var crossed = Rules().Interpretation(Day("2026-09-24"), Early).Receipt.Crossed;
        Assert.Equal(
            [new(Day("2026-09-25"), "中秋节", true, false), new(Day("2026-09-26"), "中秋节", true, false), new CrossedDay(Day("2026-09-27"), "中秋节", true, false)],
            crossed);
        Assert.Equal(
            [new CrossedDay(Day("2026-09-20"), "国庆节", false, false)],
            Rules().Handover(Day("2026-09-17"), normative: false, Early).Receipt.Crossed);
        Assert.Empty(Rules().Interpretation(Day("2026-11-20"), Early).Receipt.Crossed);
    }

    private static bool Works(DateOnly day, bool local)
    {
        var key = day.ToString("yyyy-MM-dd", null);
        return Work.Contains(key) || (!(local ? Off : NationalOff).Contains(key) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    private static IEnumerable<DateOnly> Special(DateOnly start, DateOnly due, bool local)
    {
        for (var day = start.AddDays(1); day <= due; day = day.AddDays(1))
            if ((local ? Off : NationalOff).Contains(day.ToString("yyyy-MM-dd", null)) || Work.Contains(day.ToString("yyyy-MM-dd", null)))
                yield return day;
    }

    private static HashSet<string> Raw(string kind, bool local)
    {
        var folder = Path.Combine(Repository.Root, "Bot", "Calendar", "Data");
        var days = Directory.GetFiles(folder, "*.json").Where(file => !file.Contains("provisional", StringComparison.Ordinal) && (local || !file.Contains("local", StringComparison.Ordinal)))
            .SelectMany(file => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement.GetProperty("days").EnumerateArray());
        return [.. days.Where(day => day.GetProperty("kind").GetString() == kind).Select(day => day.GetProperty("date").GetString()!)];
    }
}
