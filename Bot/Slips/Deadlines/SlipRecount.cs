using DisclosureBot.Clock;
using DisclosureBot.Journal;

namespace DisclosureBot.Slips.Deadlines;

/// <summary>Counts every open slip's clocks again after the calendar changed.</summary>
public sealed class SlipRecount(Workflow workflow, SlipCase slips, SlipRules rules, CaseJournal journal, TimeProvider clock)
{
    /// <summary>Repeatable: what has been counted by the present calendar does not move again.</summary>
    /// <returns>How many slips had a clock that moved.</returns>
    public async Task<int> Run(CancellationToken stop)
    {
        var at = clock.BureauNow();
        var moved = 0;
        foreach (var id in await journal.OpenCases(SlipCase.Kind, stop))
            if ((await workflow.Run(slips, id, slip => rules.Decide(slip, new DeadlineCommand.Recount(), null, at), null, stop)).Committed) moved++;
        return moved;
    }
}
