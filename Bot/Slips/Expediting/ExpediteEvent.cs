namespace DisclosureBot.Slips.Expediting;

/// <summary>Facts about a slip that somebody, or the clock, wants moved on.</summary>
public abstract record ExpediteEvent(Who By, DateTimeOffset At) : SlipEvent(By, At)
{
    /// <summary>催办 by the drafter or the lead section (W-04).</summary>
    /// <param name="To">Person ids: those of whom the slip then waited and who had not been urged within four working hours.</param>
    public sealed record Urged(Who By, DateTimeOffset At, IReadOnlyList<string> To) : ExpediteEvent(By, At);

    /// <summary>督办: the slip rested on one desk longer than its limit; who stands above that desk is told.</summary>
    /// <param name="Level">From 1, higher with every limit passed.</param>
    /// <param name="To">Person ids.</param>
    public sealed record Escalated(Who By, DateTimeOffset At, Stage Stage, int Level, IReadOnlyList<string> To) : ExpediteEvent(By, At);
}

/// <summary>Whom a slip's present desk was urged, and how far its rest has been told upwards; begins anew with every turn.</summary>
/// <param name="Turn">The turn it counts for.</param>
public sealed record ExpediteRecord(long Turn, IReadOnlyList<Urging> Urgings, int Level)
{
    public static readonly ExpediteRecord None = new(0, [], 0);
}

/// <param name="To">Person id.</param>
public sealed record Urging(Who By, string To, DateTimeOffset At);
