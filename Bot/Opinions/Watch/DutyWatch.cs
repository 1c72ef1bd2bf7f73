using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DisclosureBot.Opinions.Watch;

/// <summary>A handover that waits to be received.</summary>
public sealed record Handover(Who From, Who To, string? Note, IReadOnlyList<HandedItem> Open, Who By, DateTimeOffset At);

/// <summary>A handover that was received.</summary>
/// <param name="At">When it was received; bureau time.</param>
/// <param name="Passing">What is still to be passed to the new officer.</param>
/// <param name="Left">The numbers of what could not be passed.</param>
public sealed record Relief(long Round, Who From, Who To, string? Note, DateTimeOffset At, IReadOnlyList<HandedItem> Passing, IReadOnlyList<string> Left);

/// <summary>The watch: roster and handovers as they now stand, built from its events alone.</summary>
public sealed record DutyWatch
{
    /// <summary>Older days and handovers are only in the events.</summary>
    private const int KeptDays = 31;

    /// <summary>How many events there are.</summary>
    public long Version { get; init; }

    /// <summary>By day.</summary>
    public IReadOnlyList<DutyDay> Days { get; init; } = [];

    /// <summary>In the order they were received.</summary>
    public IReadOnlyList<Relief> Reliefs { get; init; } = [];
    public Handover? Pending { get; init; }

    /// <summary>Counts what happened to handovers: a card offered before is an old one.</summary>
    public long Round { get; init; }

    /// <summary>When the clock looks next; bureau time.</summary>
    public DateTimeOffset Next { get; init; }

    /// <summary>The day on which the section head was last told of days with nobody.</summary>
    public DateOnly? ToldOn { get; init; }

    /// <summary>Everyone who was ever shown the watch: their cards are kept current.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    [JsonIgnore]
    public bool IsPassing => Reliefs.Any(relief => relief.Passing.Count > 0);

    /// <summary>Who has the watch: the roster's people of the watch day, each handover of that day replacing one of them.</summary>
    /// <returns>Person ids; empty where nobody was entered and nobody took over.</returns>
    public IReadOnlyList<string> OnDuty(DateTimeOffset at)
    {
        var day = WatchDay.Of(at);
        return [.. Reliefs.Where(relief => relief.At <= at && WatchDay.Of(relief.At) == day)
            .Aggregate(On(day), (people, relief) => [.. people.Where(person => person != relief.From.Id && person != relief.To.Id), relief.To.Id])];
    }

    /// <summary>By the roster alone.</summary>
    public IReadOnlyList<string> On(DateOnly day) => Days.FirstOrDefault(entry => entry.Day == day)?.People ?? [];

    /// <summary>The state after one more event. Total: every event of the history applies.</summary>
    public static DutyWatch Evolve(DutyWatch? watch, WatchEvent fact)
    {
        var next = Apply(watch ?? new DutyWatch(), fact);
        return next with { Version = next.Version + 1, People = [.. next.People.Union(Shown(fact), StringComparer.Ordinal)] };
    }

    private static DutyWatch Apply(DutyWatch watch, WatchEvent fact) => fact switch
    {
        WatchEvent.RosterSet e => watch with { Days = Replaced(watch, e), Next = e.Next },
        WatchEvent.HandedOver e => watch with { Pending = new(e.From, e.To, e.Note, e.Open, e.By, e.At), Round = watch.Round + 1 },
        WatchEvent.TakenBack => watch with { Pending = null, Round = watch.Round + 1 },
        WatchEvent.Received e => watch with { Reliefs = Relieved(watch, e), Pending = null, Round = watch.Round + 1 },
        WatchEvent.PassedOn e => watch with { Reliefs = [.. watch.Reliefs.Select(relief => relief.Round == e.Round ? relief with { Passing = [], Left = e.Left } : relief)] },
        WatchEvent.Looked e => watch with { Next = e.Next, ToldOn = e.To.Count > 0 ? WatchDay.Of(e.At) : watch.ToldOn },
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };

    private static IReadOnlyList<DutyDay> Replaced(DutyWatch watch, WatchEvent.RosterSet fact)
    {
        var kept = WatchDay.Of(fact.At).AddDays(-KeptDays);
        return [.. watch.Days.Where(old => old.Day >= kept && fact.Days.All(day => day.Day != old.Day)).Concat(fact.Days.Where(day => day.People.Count > 0)).OrderBy(day => day.Day)];
    }

    private static IReadOnlyList<Relief> Relieved(DutyWatch watch, WatchEvent.Received fact)
    {
        var pending = watch.Pending ?? throw new InvalidOperationException("Only what was handed over is received.");
        var kept = fact.At.AddDays(-KeptDays);
        return [.. watch.Reliefs.Where(old => old.At >= kept || old.Passing.Count > 0), new(watch.Round, pending.From, pending.To, pending.Note, fact.At, fact.InHand, [])];
    }

    private static IEnumerable<string> Shown(WatchEvent fact) => fact switch
    {
        WatchEvent.RosterSet e => e.To.Append(e.By.Id),
        WatchEvent.HandedOver e => [e.From.Id, e.To.Id, e.By.Id],
        WatchEvent.Looked e => e.To,
        WatchEvent.TakenBack or WatchEvent.Received or WatchEvent.PassedOn => [],
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };
}

/// <summary>How the watch is written in the journal. Chinese stays readable to whoever opens the database.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WatchEvent))]
[JsonSerializable(typeof(DutyWatch))]
public sealed partial class WatchJson : JsonSerializerContext
{
    private static readonly Lazy<WatchJson> LazyReadable =
        new(() => new WatchJson(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    public static WatchJson Readable => LazyReadable.Value;
}
