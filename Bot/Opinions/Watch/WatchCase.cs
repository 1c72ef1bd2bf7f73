using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DisclosureBot.Journal;

namespace DisclosureBot.Opinions.Watch;

/// <summary>The standing case of the watch as the workflow sees it.</summary>
public sealed class WatchCase : CaseKind<DutyWatch, WatchEvent>
{
    public const string Kind = "watch";

    /// <summary>There is one of it.</summary>
    public const string Id = Kind;

    /// <summary>A new watch day, or the doors open: see <see cref="WatchEvent.Looked"/>.</summary>
    public const string LookTimer = "look";

    /// <summary>Due at once when somebody took over: the items in hand follow.</summary>
    public const string PassTimer = "pass";

    public override string Name => Kind;

    public override JsonTypeInfo<DutyWatch> StateJson => WatchJson.Readable.DutyWatch;

    public override JsonTypeInfo<WatchEvent> EventJson => WatchJson.Readable.WatchEvent;

    public override DutyWatch Evolve(DutyWatch? state, WatchEvent fact) => DutyWatch.Evolve(state, fact);

    public override NewEvent Row(WatchEvent fact) => new(fact.GetType().Name, JsonSerializer.Serialize(fact, EventJson), fact.By.Id, fact.At);

    public override string? OnceKey(WatchEvent fact) => null;

    public override Listing List(DutyWatch state) => new(
        "值班", "舆情值班", "clock", "", state.Pending is { } pending ? $"等待{pending.To.Name}接班" : "值班中", state.Pending is not null, "值班 舆情值班");

    public override Reaction React(DutyWatch? before, IReadOnlyList<WatchEvent> facts, DutyWatch after)
    {
        var told = facts.SelectMany(Told).Except(facts.Select(fact => fact.By.Id)).ToHashSet(StringComparer.Ordinal);
        return new Reaction(
            [.. after.People.Select(person => new SlotWrite(person, told.Contains(person), after.Pending?.To.Id == person))],
            [new(LookTimer, after.Next), new(PassTimer, after.IsPassing ? facts[^1].At : null)]);

        IEnumerable<string> Told(WatchEvent fact) => fact switch
        {
            WatchEvent.RosterSet e => e.To,
            WatchEvent.HandedOver e => [e.To.Id, e.From.Id],
            WatchEvent.Received => [before!.Pending!.From.Id, before.Pending.By.Id],
            WatchEvent.TakenBack => [],
            WatchEvent.PassedOn e => e.Left.Count == 0 ? [] : [after.Reliefs.Single(relief => relief.Round == e.Round).To.Id],
            WatchEvent.Looked e => e.To,
            _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
        };
    }
}
