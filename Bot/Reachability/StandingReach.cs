using DisclosureBot.Calendar;
using DisclosureBot.Opinions.Digest;

namespace DisclosureBot.Reachability;

/// <summary>The standing case 送达提醒: who is known to be out of reach, and what was last told of it.</summary>
/// <param name="Known">Person ids that were told of and have been out of reach ever since.</param>
/// <param name="Last">Null until somebody was out of reach.</param>
public sealed record StandingReach(long Version, DateTimeOffset Next, IReadOnlyList<string> Known, ReachEvent.Told? Last)
{
    public static StandingReach Evolve(StandingReach? state, ReachEvent fact) => (state, fact) switch
    {
        (null, _) => new(1, fact.Next, [], null),
        (_, ReachEvent.Looked) => state.Past(fact),
        (_, ReachEvent.Quiet quiet) => state.Past(fact) with { Known = quiet.Still },
        (_, ReachEvent.Told told) => state.Past(fact) with { Known = [.. told.Out.Select(one => one.Who.Id)], Last = told },
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };

    public bool IsDue(DateTimeOffset at) => at >= Next;

    /// <summary>What a look makes of it: as the doors first open on a working day, or late while they are open; each person is told of once.</summary>
    /// <param name="outOfReach">Who is out of reach while something waits for them; asked for only where a look is due.</param>
    /// <param name="to">Person ids.</param>
    public static IReadOnlyList<ReachEvent> Look(StandingReach? reach, BureauCalendar calendar, IReadOnlyList<OutOfReach> outOfReach, IReadOnlyList<string> to, DateTimeOffset at)
    {
        var next = calendar.NextOpening(at);
        if (reach is null) return [new ReachEvent.Looked(at, next)];
        // A day that has become a working day comes before the one that was waited for.
        if (!reach.IsDue(at)) return next < reach.Next ? [new ReachEvent.Looked(at, next)] : [];
        if (calendar.InOfficeHours(at) is var open && open > at) return [new ReachEvent.Looked(at, open)];
        return outOfReach.Any(one => !reach.Known.Contains(one.Who.Id))
            ? [new ReachEvent.Told(at, next, outOfReach, to)]
            : [new ReachEvent.Quiet(at, next, [.. outOfReach.Select(one => one.Who.Id)])];
    }

    private StandingReach Past(ReachEvent fact) => this with { Version = Version + 1, Next = fact.Next };
}
