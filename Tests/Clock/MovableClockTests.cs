using DisclosureBot.Clock;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace DisclosureBot.Tests.Clock;

public sealed class MovableClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.FromHours(8));
    private readonly FakeTimeProvider _real = new(Noon.AddYears(-1));

    [Fact]
    public void It_starts_where_told_and_runs_on()
    {
        var clock = MovableClock.StartingAt(Noon, _real);
        _real.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(Noon.AddMinutes(5), clock.GetUtcNow());
    }

    [Fact]
    public void It_moves_forward_and_never_back()
    {
        var clock = MovableClock.StartingAt(Noon, _real);
        Assert.True(clock.TryMoveTo(Noon.AddDays(1)));
        Assert.False(clock.TryMoveTo(Noon));
        Assert.Equal(Noon.AddDays(1), clock.GetUtcNow());
    }

    [Theory]
    [InlineData(2026, "11月23日 12:00")]
    [InlineData(2027, "2026年11月23日 12:00")]
    [InlineData(null, "11月23日 12:00")]
    public void Bureau_time_reads_as_people_write_it(int? year, string shown) => Assert.Equal(shown, BureauTime.Show(Noon.ToUniversalTime(), year));
}
