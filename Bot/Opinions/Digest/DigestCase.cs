using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DisclosureBot.Clock;
using DisclosureBot.Journal;

namespace DisclosureBot.Opinions.Digest;

/// <summary>The standing case as the workflow sees it.</summary>
public sealed class DigestCase : CaseKind<StandingDigest, DigestEvent>
{
    public const string Kind = "opinion-digest";

    /// <summary>There is one of it; its id is none that an item could have.</summary>
    public const string Id = "digest";

    public const string Timer = "digest";

    public override string Name => Kind;

    public override JsonTypeInfo<StandingDigest> StateJson => DigestJson.Readable.StandingDigest;

    public override JsonTypeInfo<DigestEvent> EventJson => DigestJson.Readable.DigestEvent;

    public override StandingDigest Evolve(StandingDigest? state, DigestEvent fact) => StandingDigest.Evolve(state, fact);

    public override NewEvent Row(DigestEvent fact) => new(fact.GetType().Name, JsonSerializer.Serialize(fact, EventJson), Who.Clock.Id, fact.At);

    public override string? OnceKey(DigestEvent fact) => null;

    public override Listing List(StandingDigest state) => new(
        "舆情", state.Last is { } last ? DigestWords.Name(last.Kind) : DigestWords.Name(DigestKind.Daily), Who.Clock.Id, "",
        state.Last is { } told ? $"{BureauTime.Show(told.At, told.At.Year)},未办结{told.Figures.Open}条" : "尚未发出", Open: false, "舆情 日报 周报");

    /// <summary>Only whom it was told to is told; nobody must do anything about it.</summary>
    public override Reaction React(StandingDigest? before, IReadOnlyList<DigestEvent> facts, StandingDigest after) => new(
        [.. facts.OfType<DigestEvent.Told>().SelectMany(told => told.To).Select(person => new SlotWrite(person, Alert: true, MustAct: false))],
        [new TimerWrite(Timer, after.Next)]);
}

/// <summary>How the standing case is written in the journal. Chinese stays readable to whoever opens the database.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DigestEvent))]
[JsonSerializable(typeof(StandingDigest))]
public sealed partial class DigestJson : JsonSerializerContext
{
    private static readonly Lazy<DigestJson> LazyReadable =
        new(() => new DigestJson(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    public static DigestJson Readable => LazyReadable.Value;
}
