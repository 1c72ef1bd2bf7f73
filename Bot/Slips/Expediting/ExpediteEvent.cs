namespace DisclosureBot.Slips.Expediting;

/// <summary>Facts about a slip that somebody, or the clock, wants moved on.</summary>
public abstract record ExpediteEvent(Who By, DateTimeOffset At) : SlipEvent(By, At)
{
    /// <summary>催办 by the drafter or the lead section (W-04).</summary>
    /// <param name="To">Those of whom the slip then waited and who had not been urged within four working hours.</param>
    public sealed record Urged(Who By, DateTimeOffset At, IReadOnlyList<Who> To) : ExpediteEvent(By, At);

    /// <summary>督办: the slip rested on one desk longer than its limit; who stands above that desk is told.</summary>
    /// <param name="Level">From 1, higher with every limit passed.</param>
    /// <param name="To">Person ids.</param>
    public sealed record Escalated(Who By, DateTimeOffset At, Stage Stage, int Level, IReadOnlyList<string> To) : ExpediteEvent(By, At);
}

/// <summary>Who was urged for this slip, and how far the rest of its present desk has been told upwards.</summary>
/// <param name="Urgings">The latest of each person: so often may they be urged, whatever desk it is for.</param>
/// <param name="Rest">Null where nothing was told upwards yet.</param>
public sealed record ExpediteRecord(IReadOnlyList<Urging> Urgings, RestRecord? Rest)
{
    public static readonly ExpediteRecord None = new([], null);
}

/// <param name="To">Person id.</param>
public sealed record Urging(Who By, string To, DateTimeOffset At);

/// <summary>How far a rest was told upwards; another turn begins anew.</summary>
/// <param name="Turn">The turn it counts for.</param>
/// <param name="Level">From 1.</param>
/// <param name="At">When last told.</param>
/// <param name="To">Person ids of all who were told.</param>
public sealed record RestRecord(long Turn, int Level, DateTimeOffset At, IReadOnlyList<string> To);
