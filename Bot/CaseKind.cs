using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DisclosureBot.Journal;

namespace DisclosureBot;

/// <summary>What the workflow must know of one kind of case: how its facts become state, and what follows from them.</summary>
public abstract class CaseKind<TState, TEvent>
    where TState : class
{
    /// <summary>As the journal calls it, e.g. <c>slip</c>.</summary>
    public abstract string Name { get; }

    public abstract JsonTypeInfo<TState> StateJson { get; }

    public abstract JsonTypeInfo<TEvent> EventJson { get; }

    public abstract TState Evolve(TState? state, TEvent fact);

    public abstract NewEvent Row(TEvent fact);

    /// <summary>What lists and searches show.</summary>
    public abstract Listing List(TState state);

    /// <summary>Who must see the new state, who must be told, and what the clock is asked to do.</summary>
    public abstract Reaction React(TState? before, IReadOnlyList<TEvent> facts, TState after);

    /// <summary>What this fact uses up in the whole bureau, e.g. a document number; null where it uses up nothing.</summary>
    public abstract string? OnceKey(TEvent fact);

    /// <summary>Null also for a case of another kind: an id that a click names may be any.</summary>
    public TState? Read(StoredCase? stored) => stored?.Kind == Name ? JsonSerializer.Deserialize(stored.State, StateJson) : null;

    /// <summary>What lists and searches show of a state that is stored.</summary>
    public Listing List(string state) => List(JsonSerializer.Deserialize(state, StateJson)!);

    public string Write(TState state) => JsonSerializer.Serialize(state, StateJson);

    /// <summary>The state that the events alone give; must equal what is stored.</summary>
    public string Rebuild(IEnumerable<StoredEvent> events) =>
        Write(events.Aggregate(default(TState), (state, row) => Evolve(state, JsonSerializer.Deserialize(row.Body, EventJson)!))!);
}

/// <summary>What follows from a decision beside its facts.</summary>
public sealed record Reaction(IReadOnlyList<SlotWrite> Slots, IReadOnlyList<TimerWrite> Timers);
