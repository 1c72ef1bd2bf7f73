using DisclosureBot.Calendar;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Tests.Calendar;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Clocks;

/// <summary>Any start, any weight, any drill: due moments against a count on the wall clock, hour by hour; reminders against what they promise.</summary>
public sealed class ClockPropertyTests
{
    private const int Seed = 61_80;
    private static readonly int[] MonthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    [Fact]
    public void A_thousand_clocks_are_due_when_the_wall_clock_says_so()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 1_000; i++)
        {
            var (start, learnt) = (Any(random), Any(random));
            foreach (var clock in Hours.Usual.Incident((IncidentLevel)random.Next(4), start, learnt, drill: null, Any(random)))
                Assert.Equal(OnTheWall(clock.StartedBy == "发生" ? start : learnt, clock.Hours), clock.Due.DateTime);
        }
    }

    [Fact]
    public void A_thousand_countdowns_keep_their_promises()
    {
        var random = new Random(Seed + 1);
        for (var i = 0; i < 1_000; i++)
        {
            var learnt = Any(random);
            var now = learnt.AddMinutes(random.Next(4_000));
            var gravity = (Gravity)random.Next(Enum.GetValues<Gravity>().Length);
            var drill = random.Next(4) == 0 ? new Drill(random.Next(2, 61)) : null;
            var clock = Hours.Usual.Response(learnt, gravity, drill, now)!;
            var why = $"{learnt:O} {gravity} {drill} at {now:O}: {Hours.Countdown(clock)}";
            Assert.True(clock.Points[^1].Point == CountdownPoint.Overdue && clock.Points[^1].At >= clock.Due, why);
            Assert.True(clock.Points.All(point => point.At >= now && (point.Point == CountdownPoint.Overdue || point.At < clock.Due)), why);
            Assert.True(clock.Points.Zip(clock.Points.Skip(1)).All(pair => Minute(pair.First.At) < Minute(pair.Second.At) && pair.First.Point < pair.Second.Point), why);
            Assert.True(clock.Points.All(point => gravity.IsEmergency() || drill is not null ? point.At == Natural(clock, point.Point, drill) || point.At == now : Waits(clock, point)), why);
        }
    }

    /// <summary>By day; or at its natural moment (that half is over: no earlier than the morning after the night it falls in) where the doors open again only when it is too late.</summary>
    private static bool Waits(HourDeadline clock, Countdown point)
    {
        if (IsOpen(point.At)) return true;
        if (point.Point == CountdownPoint.Overdue || point.At != Awake(point.Point, Natural(clock, point.Point, drill: null))) return false;
        for (var minute = point.At; minute < clock.Due; minute = minute.AddMinutes(1))
            if (IsOpen(minute)) return false;
        return true;
    }

    private static DateTimeOffset Awake(CountdownPoint point, DateTimeOffset natural)
    {
        if (point != CountdownPoint.Half) return natural;
        while (natural.Hour is < 8 or >= 22) natural = natural.AddMinutes(60 - natural.Minute).AddSeconds(-natural.Second);
        return natural;
    }

    private static DateTimeOffset Natural(HourDeadline clock, CountdownPoint point, Drill? drill) => point switch
    {
        CountdownPoint.Half => clock.Start + ((clock.Due - clock.Start) / 2),
        CountdownPoint.FourHours => clock.Due - (TimeSpan.FromHours(4) / (drill?.Speed ?? 1)),
        CountdownPoint.OneHour => clock.Due - (TimeSpan.FromHours(1) / (drill?.Speed ?? 1)),
        CountdownPoint.Overdue => clock.Due,
        _ => throw new InvalidOperationException(point.ToString()),
    };

    private static bool IsOpen(DateTimeOffset at)
    {
        var minutes = (at.Hour * 60) + at.Minute;
        return Almanac.Present.IsCountedAsWorkingDay(DateOnly.FromDateTime(at.DateTime)) && minutes is (>= 8 * 60 and < 12 * 60) or (>= (14 * 60) + 30 and < 18 * 60);
    }

    private static long Minute(DateTimeOffset at) => at.Ticks / TimeSpan.TicksPerMinute;

    private static DateTimeOffset Any(Random random) => Almanac.At("2025-12-20T00:00:00").AddSeconds(random.Next(400 * 24 * 60) * 60L);

    /// <summary>The hands go round, and at midnight a leaf is torn off.</summary>
    private static DateTime OnTheWall(DateTimeOffset start, int hours)
    {
        var (year, month, day, hour) = (start.Year, start.Month, start.Day, start.Hour);
        for (var left = hours; left > 0; left--)
        {
            if (++hour < 24) continue;
            hour = 0;
            if (++day <= MonthLengths[month - 1] + (month == 2 && year % 4 == 0 ? 1 : 0)) continue;
            day = 1;
            if (++month <= 12) continue;
            (month, year) = (1, year + 1);
        }

        return new DateTime(year, month, day, hour, start.Minute, start.Second, DateTimeKind.Unspecified);
    }
}
