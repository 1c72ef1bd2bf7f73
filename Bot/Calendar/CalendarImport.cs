using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DisclosureBot.Slips;

namespace DisclosureBot.Calendar;

/// <summary>Where an import stands.</summary>
public enum ImportPhase { Proposed, Confirmed, Rejected }

/// <summary>What one day was before the import and becomes with it; <see cref="Was"/> is null where nobody had announced it.</summary>
public sealed record DayChange(DateOnly Date, string Name, bool? Was, bool Becomes);

/// <summary>Facts of one import of a holiday table, appended in order and never changed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Proposed), "proposed")]
[JsonDerivedType(typeof(Confirmed), "confirmed")]
[JsonDerivedType(typeof(Rejected), "rejected")]
[JsonDerivedType(typeof(Recounted), "recounted")]
public abstract record CalendarEvent(Who By, DateTimeOffset At)
{
    /// <summary>An administrator entered a table. <paramref name="To"/>: who may confirm it. <paramref name="Changes"/>: against the calendar of that moment.</summary>
    public sealed record Proposed(
        Who By, DateTimeOffset At, string Id, string Number, string Key, string SectionId, CalendarTable Table,
        IReadOnlyList<DayChange> Changes, IReadOnlyList<string> Warnings, IReadOnlyList<string> To) : CalendarEvent(By, At);

    /// <summary>A second person compared it with the notice: from now on it counts.</summary>
    public sealed record Confirmed(Who By, DateTimeOffset At) : CalendarEvent(By, At);

    /// <summary>退回: it never counted.</summary>
    public sealed record Rejected(Who By, DateTimeOffset At, string Reason) : CalendarEvent(By, At);

    /// <summary>All open deadlines were counted again; so many of them moved.</summary>
    public sealed record Recounted(Who By, DateTimeOffset At, int Changed) : CalendarEvent(By, At);
}

/// <summary>One import of a holiday table: the state, built from its events alone.</summary>
public sealed record CalendarImport
{
    public required string Id { get; init; }
    public required string Number { get; init; }
    public required CalendarTable Table { get; init; }
    public required IReadOnlyList<DayChange> Changes { get; init; }
    public required IReadOnlyList<string> Warnings { get; init; }
    public required Who Proposer { get; init; }
    public required string SectionId { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>Person ids of those who may confirm.</summary>
    public required IReadOnlyList<string> Confirmers { get; init; }
    public ImportPhase Phase { get; init; }
    public Who? DecidedBy { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    public string? RejectReason { get; init; }

    /// <summary>How many open deadlines moved; null until they have been counted again.</summary>
    public int? RecountedChanged { get; init; }

    /// <summary>How many events there are.</summary>
    public long Version { get; init; }

    public static CalendarImport Evolve(CalendarImport? state, CalendarEvent fact) => (state, fact) switch
    {
        (null, CalendarEvent.Proposed proposed) => new()
        {
            Id = proposed.Id,
            Number = proposed.Number,
            Table = proposed.Table,
            Changes = proposed.Changes,
            Warnings = proposed.Warnings,
            Proposer = proposed.By,
            SectionId = proposed.SectionId,
            ProposedAt = proposed.At,
            Confirmers = proposed.To,
            Version = 1,
        },
        ({ } import, CalendarEvent.Confirmed) => Decided(import, fact) with { Phase = ImportPhase.Confirmed },
        ({ } import, CalendarEvent.Rejected rejected) => Decided(import, fact) with { Phase = ImportPhase.Rejected, RejectReason = rejected.Reason },
        ({ } import, CalendarEvent.Recounted recounted) => import with { RecountedChanged = recounted.Changed, Version = import.Version + 1 },
        _ => throw new InvalidOperationException($"{fact.GetType().Name} cannot follow here."),
    };

    private static CalendarImport Decided(CalendarImport import, CalendarEvent fact) =>
        import with { DecidedBy = fact.By, DecidedAt = fact.At, Version = import.Version + 1 };
}

/// <summary>How imports are written in the journal. Chinese stays readable to whoever opens the database.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CalendarEvent))]
[JsonSerializable(typeof(CalendarImport))]
public sealed partial class CalendarJson : JsonSerializerContext
{
    private static readonly Lazy<CalendarJson> LazyReadable =
        new(() => new CalendarJson(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    public static CalendarJson Readable => LazyReadable.Value;
}
