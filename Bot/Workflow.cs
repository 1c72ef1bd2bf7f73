using DisclosureBot.Briefing;
using DisclosureBot.Journal;

namespace DisclosureBot;

/// <summary>What came of a command: the present state in any case, and the refusal if there was one.</summary>
/// <param name="Committed">Something was decided now; false also for a repeated click.</param>
public sealed record Outcome<TState>(TState? State, Refusal? Refusal, bool Committed = false)
    where TState : class;

/// <summary>The one loop through which every decision goes: load, decide, commit; and again when somebody else was faster.</summary>
/// <param name="reminding">Who prefers a digest to messages; null: nobody.</param>
public sealed class Workflow(CaseJournal journal, Reminding? reminding = null)
{
    /// <summary>More rivals than a bureau has people.</summary>
    private const int Attempts = 64;

    public async Task<Outcome<TState>> Run<TState, TEvent>(
        CaseKind<TState, TEvent> kind, string caseId, Func<TState?, Decision<TEvent>> decide, ClickedCard? clicked, CancellationToken stop)
        where TState : class
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await journal.Load(caseId, stop);
            var before = kind.Read(stored);
            switch (decide(before))
            {
                case Decision<TEvent>.Refused refused:
                    return new(before, refused.Refusal);
                case Decision<TEvent>.Accepted { Events: [] }:
                    return new(before, null);
                case Decision<TEvent>.Accepted accepted:
                    var after = accepted.Events.Aggregate(before, kind.Evolve)!;
                    var write = Write(kind, caseId, stored?.Version ?? 0, before, accepted.Events, after, clicked);
                    if (await journal.Commit(write, stop) == CommitOutcome.Committed) return new(after, null, Committed: true);
                    break;
            }
        }

        throw new InvalidOperationException($"Case {caseId} stayed contended after {Attempts} attempts.");
    }

    private CaseWrite Write<TState, TEvent>(
        CaseKind<TState, TEvent> kind, string caseId, long version, TState? before, IReadOnlyList<TEvent> facts, TState after, ClickedCard? clicked)
        where TState : class
    {
        var reaction = kind.React(before, facts, after);
        return new CaseWrite(
            caseId, kind.Name, version, facts.Select(kind.Row).ToList(), kind.Write(after), kind.List(after),
            reminding?.Of(reaction.Slots) ?? reaction.Slots, reaction.Timers, facts.Select(kind.OnceKey).FirstOrDefault(used => used is not null), clicked);
    }
}
