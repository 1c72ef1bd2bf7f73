using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Journal;

namespace DisclosureBot.Opinions.Intake;

/// <summary>
/// The other half of 并入: what was gathered goes on in the item it was merged into. Two cases are two commits; the timer of the item that
/// ended (<see cref="OpinionTimers.Absorption"/>) makes the second certain, however the program ends between them, and once done it is nothing.
/// </summary>
public sealed class Merging(Workflow workflow, OpinionCase items, OpinionRules rules, CaseJournal journal, TimeProvider clock)
{
    /// <summary>Items that were merged into each other in turn; more than people do.</summary>
    private const int LongestChain = 32;

    /// <param name="actor">Whoever merged it; null for the clock.</param>
    public async Task Finish(OpinionItem merged, Person? actor, CancellationToken stop)
    {
        if (await Target(merged, stop) is not { } target) return;
        var at = clock.BureauNow();
        await workflow.Run(items, target, item => rules.Decide(item, new IntakeCommand.Absorb(merged), actor, at), null, stop);
    }

    /// <summary>Where the item it went into was itself merged meanwhile, the one at the end; null where that is no open one.</summary>
    private async Task<string?> Target(OpinionItem merged, CancellationToken stop)
    {
        var at = merged;
        for (var link = 0; link < LongestChain && at is { Phase: OpinionPhase.Merged, End.IntoId: { } into }; link++)
        {
            if (items.Read(await journal.Load(into, stop)) is not { } next) return null;
            if (next.IsOpen) return next.Id;
            at = next;
        }

        return null;
    }
}
