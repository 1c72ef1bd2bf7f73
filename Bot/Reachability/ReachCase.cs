using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DisclosureBot.Clock;
using DisclosureBot.Journal;

namespace DisclosureBot.Reachability;

/// <summary>The standing case as the workflow sees it.</summary>
public sealed class ReachCase : CaseKind<StandingReach, ReachEvent>
{
    public const string Kind = "reachability";

    /// <summary>There is one of it.</summary>
    public const string Id = Kind;

    public const string Timer = Kind;

    public const string Title = "送达提醒";

    public override string Name => Kind;

    public override JsonTypeInfo<StandingReach> StateJson => ReachJson.Readable.StandingReach;

    public override JsonTypeInfo<ReachEvent> EventJson => ReachJson.Readable.ReachEvent;

    public override StandingReach Evolve(StandingReach? state, ReachEvent fact) => StandingReach.Evolve(state, fact);

    public override NewEvent Row(ReachEvent fact) => new(fact.GetType().Name, JsonSerializer.Serialize(fact, EventJson), Who.Clock.Id, fact.At);

    public override string? OnceKey(ReachEvent fact) => null;

    public override Listing List(StandingReach state) => new(
        "送达", Title, Who.Clock.Id, "", state.Last is { } told ? $"{BureauTime.Show(told.At, told.At.Year)},{told.Out.Count}人在Teams中联系不上" : "没有联系不上的人", Open: false, Title);

    /// <summary>Only whom it was told to is told.</summary>
    public override Reaction React(StandingReach? before, IReadOnlyList<ReachEvent> facts, StandingReach after) => new(
        [.. facts.OfType<ReachEvent.Told>().SelectMany(told => told.To).Select(person => new SlotWrite(person, Alert: true, MustAct: false))],
        [new TimerWrite(Timer, after.Next)]);
}

/// <summary>How the standing case is written in the journal. Chinese stays readable to whoever opens the database.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ReachEvent))]
[JsonSerializable(typeof(StandingReach))]
public sealed partial class ReachJson : JsonSerializerContext
{
    private static readonly Lazy<ReachJson> LazyReadable =
        new(() => new ReachJson(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    public static ReachJson Readable => LazyReadable.Value;
}
