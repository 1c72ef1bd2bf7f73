using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Delegations;
using DisclosureBot.Journal;

namespace DisclosureBot.Slips.Issuing;

/// <summary>Registers a document under a number that nobody else has, however many register at once.</summary>
public sealed class Registration(Workflow workflow, SlipCase slips, SlipRules rules, CaseJournal journal, TimeProvider clock, StandIns? standIns = null)
{
    /// <summary>Puts the command through the workflow with the numbers as they now stand; what its own ledger says is not believed.</summary>
    public async Task<Outcome<Slip>> Register(Person person, string caseId, IssuingCommand.Register command, ClickedCard? clicked, CancellationToken stop)
    {
        while (true)
        {
            var at = clock.BureauNow();
            var current = command with { Ledger = await Ledger(command, BureauTime.Day(at), stop) };
            var tries = 0;
            var overtaken = false;
            var outcome = await workflow.Run(slips, caseId, Decide, clicked, stop);
            if (!overtaken) return outcome;

            // A second try: somebody changed this slip, or took this number. Look into the ledger again first.
            Decision<SlipEvent> Decide(Slip? slip)
            {
                overtaken = tries++ > 0;
                return overtaken ? new Decision<SlipEvent>.Accepted([]) : Decided(slip, current, person, at);
            }
        }
    }

    private Decision<SlipEvent> Decided(Slip? slip, IssuingCommand.Register command, Person person, DateTimeOffset at) =>
        standIns?.Decide(slip, command, person, at, actor => rules.Decide(slip, command, actor, at)) ?? rules.Decide(slip, command, person, at);

    private async Task<NumberLedger> Ledger(IssuingCommand.Register command, DateOnly today, CancellationToken stop)
    {
        if (DocumentCode.Read(command, today, out var number) is not null) return new NumberLedger(0, false);
        var last = NumberBook.Read(await journal.LastOnceKey(SlipCase.NumberKeys(number.Code, number.Year), stop));
        return new NumberLedger(last?.Sequence ?? 0, await journal.FindOnce(SlipCase.NumberKey(number), stop) is not null);
    }
}
