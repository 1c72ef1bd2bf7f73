using DisclosureBot.Journal;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Slips.Deadlines;

namespace DisclosureBot.Slips.Expediting;

/// <summary>How long a slip has rested at its desk, and when that is told upwards: twice at most, once for each limit passed. Pure.</summary>
internal static class Resting
{
    private const int Levels = 2;

    /// <summary>What was told of the present turn; null where nothing was.</summary>
    public static RestRecord? Record(Slip slip) => slip.Expedite.Rest is { } rest && rest.Turn == slip.Turn ? rest : null;

    /// <summary>When it is told upwards next; bureau time. Null where it never is: with the drafter, after the signature, or told often enough.</summary>
    public static DateTimeOffset? Due(Slip slip, SlipClocks clocks) => Limit(slip, clocks) is { } limit ? clocks.AfterWork(Begun(slip), limit) : null;

    /// <summary>Its timer, where that differs from before.</summary>
    public static IEnumerable<TimerWrite> Timer(Slip? before, Slip after, SlipClocks clocks)
    {
        var now = Mark(after, clocks);
        if ((before is null ? null : Mark(before, clocks)) != now)
            yield return new(SlipTimers.Rest, now is null ? null : Due(after, clocks));
    }

    private static (long Turn, int Level, DateTimeOffset? Freed)? Mark(Slip slip, SlipClocks clocks) =>
        Limit(slip, clocks) is null ? null : (slip.Turn, Record(slip)?.Level ?? 0, Freed(slip));

    /// <summary>The time a desk spent waiting for a colleague is not its own: with the answer it begins anew.</summary>
    private static DateTimeOffset Begun(Slip slip)
    {
        var since = Record(slip)?.At ?? slip.Since;
        return Freed(slip) is { } freed && freed > since ? freed : since;
    }

    /// <summary>When the last comment this desk waited for was given or done without; null while one is open or none was waited for.</summary>
    private static DateTimeOffset? Freed(Slip slip) => Hearing.Holding(slip).Count > 0 ? null
        : slip.Consultations.Where(one => one.Waits && one.EndedAt >= slip.Since).Max(one => one.EndedAt);

    private static TimeSpan? Limit(Slip slip, SlipClocks clocks) =>
        slip.Phase == SlipPhase.InReview && (Record(slip)?.Level ?? 0) < Levels ? clocks.Rest.Limit(slip.Stage, slip.Content.Urgency) : null;
}
