using DisclosureBot.Journal;
using DisclosureBot.Slips.Deadlines;

namespace DisclosureBot.Slips.Expediting;

/// <summary>How long a slip has rested at its desk, and when that is told upwards: twice at most, once for each limit passed. Pure.</summary>
internal static class Resting
{
    private const int Levels = 2;

    /// <summary>What was told of the present turn; null where nothing was.</summary>
    public static RestRecord? Record(Slip slip) => slip.Expedite.Rest is { } rest && rest.Turn == slip.Turn ? rest : null;

    /// <summary>When it is told upwards next; bureau time. Null where it never is: with the drafter, after the signature, or told often enough.</summary>
    public static DateTimeOffset? Due(Slip slip, SlipClocks clocks) => Limit(slip, clocks) is { } limit ? clocks.AfterWork(Record(slip)?.At ?? slip.Since, limit) : null;

    /// <summary>Its timer, where that differs from before.</summary>
    public static IEnumerable<TimerWrite> Timer(Slip? before, Slip after, SlipClocks clocks)
    {
        var now = Mark(after, clocks);
        if ((before is null ? null : Mark(before, clocks)) != now)
            yield return new(SlipTimers.Rest, now is null ? null : Due(after, clocks));
    }

    private static (long Turn, int Level)? Mark(Slip slip, SlipClocks clocks) => Limit(slip, clocks) is null ? null : (slip.Turn, Record(slip)?.Level ?? 0);

    private static TimeSpan? Limit(Slip slip, SlipClocks clocks) =>
        slip.Phase == SlipPhase.InReview && (Record(slip)?.Level ?? 0) < Levels ? clocks.Rest.Limit(slip.Stage, slip.Content.Urgency) : null;
}
