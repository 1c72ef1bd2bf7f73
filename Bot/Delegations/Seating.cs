using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Slips;
using DisclosureBot.Slips.StandingIn;

namespace DisclosureBot.Delegations;

/// <summary>
/// Puts the slips that wait for somebody before their stand-in when a 委托 begins, and takes them away when it ends. What may be done
/// follows from the 委托's days alone: this only moves the cards, and does so once however often it is asked.
/// </summary>
public sealed class Seating(Workflow workflow, SlipCase slips, SlipRules rules, StandIns standIns, Roster roster, CaseJournal journal, TimeProvider clock)
{
    public async Task Seat(Delegation one, CancellationToken stop)
    {
        var at = clock.BureauNow();
        if (!one.RunsAt(at) || standIns.Seat(one) is not { } seat) return;
        foreach (var id in await Waiting(one.From.Id, stop))
        {
            if (slips.Read(await journal.Load(id, stop)) is { } slip && standIns.TakesPart(slip, one, seat))
                await workflow.Run(slips, id, now => rules.Decide(now, new StandInCommand.Seat(one.Id, one.From, one.To), null, at), null, stop);
        }
    }

    public async Task Leave(Delegation one, CancellationToken stop)
    {
        var at = clock.BureauNow();
        foreach (var id in await Waiting(one.To.Id, stop))
        {
            if (slips.Read(await journal.Load(id, stop)) is { } slip && !WaitsStill(slip, one, at))
                await workflow.Run(slips, id, now => rules.Decide(now, new StandInCommand.Leave(one.Id, one.From, one.To), null, at), null, stop);
        }
    }

    /// <summary>For another reason than the 委托 that ended: their own part, or somebody else's they stand in for.</summary>
    private bool WaitsStill(Slip slip, Delegation one, DateTimeOffset at)
    {
        var waitedFor = Slips.Waiting.On(slip, roster);
        return waitedFor.Contains(one.To.Id) || standIns.Of(slip, waitedFor, at).Contains(one.To.Id, StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<string>> Waiting(string person, CancellationToken stop) =>
        [.. (await journal.Waiting(person, stop)).Where(found => found.Kind == SlipCase.Kind).Select(found => found.CaseId)];
}
