using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DisclosureBot.Clock;
using DisclosureBot.Journal;

namespace DisclosureBot.Briefing;

/// <summary>The standing case as the workflow sees it.</summary>
public sealed class BriefingCase : CaseKind<StandingBriefing, BriefingEvent>
{
    public const string Kind = "briefing";

    /// <summary>There is one of it.</summary>
    public const string Id = "briefing";

    public const string Timer = "briefing";

    public override string Name => Kind;

    public override JsonTypeInfo<StandingBriefing> StateJson => BriefingJson.Readable.StandingBriefing;

    public override JsonTypeInfo<BriefingEvent> EventJson => BriefingJson.Readable.BriefingEvent;

    public override StandingBriefing Evolve(StandingBriefing? state, BriefingEvent fact) => StandingBriefing.Evolve(state, fact);

    public override NewEvent Row(BriefingEvent fact) => new(fact.GetType().Name, JsonSerializer.Serialize(fact, EventJson), fact.By.Id, fact.At);

    public override string? OnceKey(BriefingEvent fact) => null;

    public override Listing List(StandingBriefing state) => new(
        "汇总", "今日汇总", Who.Clock.Id, "",
        state.Readers is { Count: > 0 } readers ? $"{BureauTime.Show(readers.Max(one => one.At), state.Next.Year)}送达,打开看现在的情况" : "尚未送达", Open: false, "今日 汇总");

    /// <summary>Only whom a card goes to is told; nobody must do anything about it.</summary>
    public override Reaction React(StandingBriefing? before, IReadOnlyList<BriefingEvent> facts, StandingBriefing after) => new(
        [.. facts.OfType<BriefingEvent.Told>().SelectMany(told => told.To).Select(reader => new SlotWrite(reader.Person, Alert: true, MustAct: false))],
        [new TimerWrite(Timer, after.Next)]);
}

/// <summary>How the standing case is written in the journal. Chinese stays readable to whoever opens the database.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(BriefingEvent))]
[JsonSerializable(typeof(StandingBriefing))]
public sealed partial class BriefingJson : JsonSerializerContext
{
    private static readonly Lazy<BriefingJson> LazyReadable =
        new(() => new BriefingJson(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    public static BriefingJson Readable => LazyReadable.Value;
}
