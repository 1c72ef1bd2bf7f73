using DisclosureBot.Calendar;

namespace DisclosureBot.Opinions.Digest;

/// <summary>The standing case: since when the next digests count, and the last one as it was told.</summary>
/// <param name="DayFrom">Where the next daily digest begins.</param>
/// <param name="WeekFrom">Where the next weekly digest begins.</param>
/// <param name="Last">Null until one has gone out.</param>
public sealed record StandingDigest(long Version, DateTimeOffset Next, DateTimeOffset DayFrom, DateTimeOffset WeekFrom, DigestEvent.Told? Last)
{
    public static StandingDigest Evolve(StandingDigest? state, DigestEvent fact) => (state, fact) switch
    {
        (null, _) => new(1, fact.Next, fact.At, fact.At, null),
        (_, DigestEvent.Looked) => state with { Version = state.Version + 1, Next = fact.Next },
        (_, DigestEvent.Quiet quiet) => state.Past(fact, quiet.Kind),
        (_, DigestEvent.Told told) => state.Past(fact, told.Kind) with { Last = told },
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };

    public bool IsDue(DateTimeOffset at) => at >= Next;

    /// <summary>What a look makes of it. One that was missed goes out late while the doors are open, and otherwise as they next open; never twice.</summary>
    /// <param name="items">Every item that is open or changed since <see cref="WeekFrom"/>; asked for only where a digest is due.</param>
    /// <param name="to">Person ids.</param>
    public static IReadOnlyList<DigestEvent> Look(StandingDigest? digest, BureauCalendar calendar, Func<OpinionCount, OpinionFigures> items, IReadOnlyList<string> to, DateTimeOffset at)
    {
        var next = calendar.NextOpening(at);
        if (digest is null) return [new DigestEvent.Looked(at, next)];
        // A day that has become a working day comes before the one that was waited for.
        if (!digest.IsDue(at)) return next < digest.Next ? [new DigestEvent.Looked(at, next)] : [];
        if (calendar.InOfficeHours(at) is var open && open > at) return [new DigestEvent.Looked(at, open)];
        var kind = DigestTimes.Kind(at, digest.WeekFrom);
        var day = items(new(digest.DayFrom, at));
        var told = kind == DigestKind.Weekly ? items(new(digest.WeekFrom, at)) : day;
        return told.IsEmpty
            ? [new DigestEvent.Quiet(at, next, kind)]
            : [new DigestEvent.Told(at, next, kind, told, kind == DigestKind.Weekly ? day : null, to)];
    }

    private StandingDigest Past(DigestEvent fact, DigestKind kind) =>
        this with { Version = Version + 1, Next = fact.Next, DayFrom = fact.At, WeekFrom = kind == DigestKind.Weekly ? fact.At : WeekFrom };
}
