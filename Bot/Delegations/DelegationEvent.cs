using System.Text.Json.Serialization;

namespace DisclosureBot.Delegations;

/// <summary>What a 委托 covers. 舆情 is never part of one: its watch is handed over by 交班.</summary>
public enum DelegationScope
{
    /// <summary>全部: whatever slips ask of the person.</summary>
    All,

    /// <summary>审签: opinions, signatures, confirmations and reviews.</summary>
    Review,

    /// <summary>起草经办: everything else, from the revised draft to the hand-over, register and publication.</summary>
    Handling,
}

/// <summary>Facts of one 委托, appended in order and never changed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Granted), "granted")]
[JsonDerivedType(typeof(Revoked), "revoked")]
[JsonDerivedType(typeof(Began), "began")]
[JsonDerivedType(typeof(Ended), "ended")]
public abstract record DelegationEvent(Who By, DateTimeOffset At)
{
    /// <summary>委托 entered: by the absent person, or for them by the office or an administrator.</summary>
    /// <param name="Key">Names the form it was typed on.</param>
    /// <param name="SectionId">Of the person stood in for.</param>
    /// <param name="Since">First day, bureau time.</param>
    /// <param name="Until">Last day, which still counts.</param>
    /// <param name="Basis">授权依据.</param>
    public sealed record Granted(
        Who By, DateTimeOffset At, string Id, string Number, string Key, string SectionId, Who From, Who To,
        DateOnly Since, DateOnly Until, DelegationScope Scope, string Basis) : DelegationEvent(By, At);

    /// <summary>Ended before its last day; from this moment on it counts no more.</summary>
    public sealed record Revoked(Who By, DateTimeOffset At, string? Reason) : DelegationEvent(By, At);

    /// <summary>The clock's: its first day has come, and what then waited was put before the stand-in.</summary>
    public sealed record Began(Who By, DateTimeOffset At) : DelegationEvent(By, At);

    /// <summary>The clock's: its last day is over, and what still waited was taken from the stand-in.</summary>
    public sealed record Ended(Who By, DateTimeOffset At) : DelegationEvent(By, At);
}
