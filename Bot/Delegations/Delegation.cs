using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DisclosureBot.Clock;

namespace DisclosureBot.Delegations;

/// <summary>One 委托: the state, built from its events alone. Whether it counts at a moment follows from its days, not from the timers.</summary>
public sealed record Delegation
{
    public required string Id { get; init; }
    public required string Number { get; init; }
    public required string SectionId { get; init; }
    public required Who From { get; init; }
    public required Who To { get; init; }

    /// <summary>First day, bureau time.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>Last day, which still counts.</summary>
    public required DateOnly Until { get; init; }
    public required DelegationScope Scope { get; init; }
    public required string Basis { get; init; }
    public required Who GrantedBy { get; init; }
    public required DateTimeOffset GrantedAt { get; init; }
    public Who? RevokedBy { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }
    public string? RevokeReason { get; init; }
    public bool Begun { get; init; }
    public bool Ended { get; init; }

    /// <summary>How many events there are.</summary>
    public long Version { get; init; }

    /// <summary>The first moment it counts: the begin of its first day, or when it was entered on that day.</summary>
    [JsonIgnore]
    public DateTimeOffset Begins => BureauTime.At(Since, TimeOnly.MinValue) is var day && day > GrantedAt ? day : GrantedAt;

    /// <summary>The first moment it counts no more.</summary>
    [JsonIgnore]
    public DateTimeOffset Ends => RevokedAt ?? BureauTime.At(Until.AddDays(1), TimeOnly.MinValue);

    public bool RunsAt(DateTimeOffset at) => Begins <= at && at < Ends;

    /// <summary>Whether both could count on one day for one kind of matter.</summary>
    public bool Overlaps(DateOnly since, DateOnly until, DelegationScope scope) =>
        RevokedAt is null && Since <= until && since <= Until && (Scope == DelegationScope.All || scope == DelegationScope.All || Scope == scope);

    public static Delegation Evolve(Delegation? state, DelegationEvent fact) => (state, fact) switch
    {
        (null, DelegationEvent.Granted e) => new()
        {
            Id = e.Id,
            Number = e.Number,
            SectionId = e.SectionId,
            From = e.From,
            To = e.To,
            Since = e.Since,
            Until = e.Until,
            Scope = e.Scope,
            Basis = e.Basis,
            GrantedBy = e.By,
            GrantedAt = e.At,
            Version = 1,
        },
        ({ } before, DelegationEvent.Revoked e) => before with { RevokedBy = e.By, RevokedAt = e.At, RevokeReason = e.Reason, Version = before.Version + 1 },
        ({ } before, DelegationEvent.Began) => before with { Begun = true, Version = before.Version + 1 },
        ({ } before, DelegationEvent.Ended) => before with { Ended = true, Version = before.Version + 1 },
        _ => throw new InvalidOperationException($"{fact.GetType().Name} cannot follow here."),
    };
}

/// <summary>How a 委托 is written in the journal. Chinese stays readable to whoever opens the database.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(DelegationEvent))]
[JsonSerializable(typeof(Delegation))]
public sealed partial class DelegationJson : JsonSerializerContext
{
    private static readonly Lazy<DelegationJson> LazyReadable =
        new(() => new DelegationJson(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    public static DelegationJson Readable => LazyReadable.Value;
}
