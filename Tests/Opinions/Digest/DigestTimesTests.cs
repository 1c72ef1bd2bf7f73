using DisclosureBot.Calendar;
using DisclosureBot.Opinions.Digest;
using Xunit;
using static DisclosureBot.Tests.Opinions.Digest.Register;

namespace DisclosureBot.Tests.Opinions.Digest;

/// <summary>When digests go out.</summary>
public sealed class DigestTimesTests
{
    private static readonly BureauCalendar Present = new Calendars(CalendarSettings.Default).Present;

    [Theory]
    [InlineData("2026-11-23T07:59", "2026-11-23T08:00")]
    [InlineData("2026-11-23T08:00", "2026-11-24T08:00")]
    [InlineData("2026-11-20T18:00", "2026-11-23T08:00")] // over a weekend
    [InlineData("2026-09-30T09:00", "2026-10-08T08:00")] // over 国庆
    [InlineData("2026-10-09T09:00", "2026-10-10T08:00")] // a Saturday that is worked
    public void The_next_one_goes_out_as_the_doors_open_on_a_working_day(string now, string next) => Assert.Equal(At(next), Present.NextOpening(At(now)));

    [Theory]
    [InlineData("2026-11-23T08:00", "2026-11-16T08:00", DigestKind.Weekly)]
    [InlineData("2026-11-24T08:00", "2026-11-23T08:00", DigestKind.Daily)]
    [InlineData("2026-11-24T10:00", "2026-11-16T08:00", DigestKind.Weekly)] // the bot was away on Monday
    [InlineData("2026-10-08T08:00", "2026-09-28T08:00", DigestKind.Weekly)] // the week's first working day is a Thursday
    [InlineData("2026-10-10T08:00", "2026-10-08T08:00", DigestKind.Daily)]
    [InlineData("2027-01-04T08:00", "2026-12-28T08:00", DigestKind.Weekly)]
    public void The_first_of_a_week_is_the_weekly_one(string at, string lastWeekly, DigestKind kind) => Assert.Equal(kind, DigestTimes.Kind(At(at), At(lastWeekly)));
}
