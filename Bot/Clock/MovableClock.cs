namespace DisclosureBot.Clock;

/// <summary>Development's clock: runs on like the real one, from another instant, and can be moved forward.</summary>
public sealed class MovableClock(TimeProvider real) : TimeProvider
{
    private long _aheadTicks;

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow().AddTicks(Volatile.Read(ref _aheadTicks));

    /// <summary>Beyond it a deadline would run out of the calendar, and with it every turn.</summary>
    private static readonly DateTimeOffset End = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>True when the clock now shows <paramref name="instant"/>; false, and nothing moved, when that would be backwards or past the year 9000.</summary>
    public bool TryMoveTo(DateTimeOffset instant)
    {
        if (instant >= End) return false;
        var ahead = (instant - real.GetUtcNow()).Ticks;
        var before = Volatile.Read(ref _aheadTicks);
        return ahead >= before && Interlocked.CompareExchange(ref _aheadTicks, ahead, before) == before;
    }

    /// <summary>Sets the instant at which the clock starts, earlier or later than the real time.</summary>
    public static MovableClock StartingAt(DateTimeOffset instant, TimeProvider real)
    {
        var clock = new MovableClock(real);
        clock._aheadTicks = (instant - real.GetUtcNow()).Ticks;
        return clock;
    }
}
