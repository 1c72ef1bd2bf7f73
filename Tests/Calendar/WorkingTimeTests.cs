using Xunit;
using static DisclosureBot.Tests.Calendar.Almanac;

namespace DisclosureBot.Tests.Calendar;

/// <summary>Time counted only while the doors are open: 08:00–12:00 and 14:30–18:00 on working days.</summary>
public sealed class WorkingTimeTests
{
    [Theory]
    [InlineData("2026-11-23T08:00:00", "2026-11-23T12:00:00", "04:00:00")]
    [InlineData("2026-11-23T11:00:00", "2026-11-23T15:30:00", "02:00:00")]
    [InlineData("2026-11-20T17:00:00", "2026-11-23T09:00:00", "02:00:00")]
    [InlineData("2026-11-23T12:10:00", "2026-11-23T14:20:00", "00:00:00")]
    [InlineData("2026-09-30T17:00:00", "2026-10-08T09:00:00", "02:00:00")]
    [InlineData("2026-11-23T09:00:00", "2026-11-23T08:30:00", "00:00:00")]
    [InlineData("2026-11-23T09:00:00", "2026-11-20T09:00:00", "00:00:00")]
    public void Between_two_instants(string from, string to, string length) =>
        Assert.Equal(TimeSpan.Parse(length, System.Globalization.CultureInfo.InvariantCulture), Present.WorkingTime(At(from), At(to)));

    [Theory]
    [InlineData("2026-11-23T08:00:00", 4, "2026-11-23T12:00:00")]
    [InlineData("2026-11-23T11:00:00", 4, "2026-11-23T17:30:00")]
    [InlineData("2026-11-20T17:00:00", 4, "2026-11-23T11:00:00")]
    [InlineData("2026-11-21T10:00:00", 1, "2026-11-23T09:00:00")]
    [InlineData("2026-09-30T17:00:00", 9, "2026-10-09T08:30:00")]
    public void After_so_many_hours_of_it(string from, int hours, string until)
    {
        Assert.Equal(At(until), Present.AfterWorkingTime(At(from), TimeSpan.FromHours(hours)));
        Assert.Equal(TimeSpan.FromHours(hours), Present.WorkingTime(At(from), At(until)));
    }
}
