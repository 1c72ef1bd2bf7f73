using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DisclosureBot.Journal;
using DisclosureBot.Slips.Deadlines;

namespace DisclosureBot.Delegations;

/// <summary>A 委托 as the workflow sees it.</summary>
public sealed class DelegationCase(SlipClocks clocks) : CaseKind<Delegation, DelegationEvent>
{
    public const string Kind = "delegation";

    /// <summary>Its first day: what waits is put before the stand-in, once the office is open.</summary>
    public const string Begin = "begin";

    /// <summary>Its last day is over, or it was revoked: what waits is taken from the stand-in.</summary>
    public const string End = "end";

    public static bool IsOne(string caseId) => caseId.StartsWith(Kind + "-", StringComparison.Ordinal);

    public override string Name => Kind;

    public override JsonTypeInfo<Delegation> StateJson => DelegationJson.Readable.Delegation;

    public override JsonTypeInfo<DelegationEvent> EventJson => DelegationJson.Readable.DelegationEvent;

    public override Delegation Evolve(Delegation? state, DelegationEvent fact) => Delegation.Evolve(state, fact);

    public override NewEvent Row(DelegationEvent fact) => new(fact.GetType().Name, JsonSerializer.Serialize(fact, EventJson), fact.By.Id, fact.At);

    public override string? OnceKey(DelegationEvent fact) => (fact as DelegationEvent.Granted)?.Key;

    public override Listing List(Delegation state) => new(
        state.Number, $"{DelegationText.Title(state)}({DelegationText.Of(state.Scope)})", state.From.Id, state.SectionId,
        state is { RevokedBy: { } by } ? $"{by.Name}已撤销" : state.Ended ? "已到期" : DelegationText.Days(state), !state.Ended && state.RevokedAt is null,
        string.Join(' ', state.Number, "委托", state.From.Name, state.To.Name));

    public override Reaction React(Delegation? before, IReadOnlyList<DelegationEvent> facts, Delegation after)
    {
        var last = facts[^1];
        string[] told = last switch
        {
            DelegationEvent.Granted or DelegationEvent.Revoked => [after.From.Id, after.To.Id],
            // On the day itself the stand-in is reminded of what was given them before.
            DelegationEvent.Began => after.GrantedAt < after.Begins ? [after.To.Id] : [],
            DelegationEvent.Ended => [],
            _ => throw new InvalidOperationException($"Unknown event {last.GetType().Name}."),
        };
        var slots = new[] { after.From.Id, after.To.Id, after.GrantedBy.Id }.Distinct(StringComparer.Ordinal)
            .Select(person => new SlotWrite(person, told.Contains(person) && person != last.By.Id, MustAct: false));
        return new Reaction([.. slots], [.. Timers(last, after)]);
    }

    private IEnumerable<TimerWrite> Timers(DelegationEvent last, Delegation after) => last switch
    {
        // Entered in the middle of its first day it counts at once; otherwise nobody is rung out of bed.
        DelegationEvent.Granted => [new(Begin, after.Begins == after.GrantedAt ? after.GrantedAt : clocks.AtWork(after.Begins)), new(End, after.Ends)],
        DelegationEvent.Revoked => [new(Begin, null), new(End, after.Ends)],
        DelegationEvent.Began or DelegationEvent.Ended => [],
        _ => throw new InvalidOperationException($"Unknown event {last.GetType().Name}."),
    };
}
