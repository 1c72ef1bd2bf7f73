using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Journal;

namespace DisclosureBot.Opinions.Watch;

/// <summary>Puts roster and handovers through the workflow, and passes the items that go with a handover.</summary>
public sealed class WatchKeeping(
    Workflow workflow, WatchCase cases, WatchRules rules, OpinionCase items, OpinionRules itemRules, CaseJournal journal, Roster roster, TimeProvider clock)
{
    public Task<Outcome<DutyWatch>> Enter(Person person, IReadOnlyList<DutyDay> days, CancellationToken stop) =>
        Run(new WatchCommand.SetRoster(days), person, null, stop);

    public async Task<Outcome<DutyWatch>> HandOver(Person person, long round, string? receiver, string? note, ClickedCard? clicked, CancellationToken stop)
    {
        var open = (await Open(stop)).Select(Named).ToList();
        return await Run(new WatchCommand.HandOver(round, receiver, note, open), person, clicked, stop);
    }

    public async Task<Outcome<DutyWatch>> Receive(Person person, long round, ClickedCard? clicked, CancellationToken stop)
    {
        var giver = (await Find(stop))?.Pending?.From.Id;
        var inHand = giver is null ? [] : (await Open(stop)).Where(item => item.Handler?.Id == giver).Select(Named).ToList();
        return await Run(new WatchCommand.Receive(round, inHand), person, clicked, stop);
    }

    public Task<Outcome<DutyWatch>> TakeBack(Person person, long round, ClickedCard? clicked, CancellationToken stop) =>
        Run(new WatchCommand.TakeBack(round), person, clicked, stop);

    /// <summary>Null while the roster was never used.</summary>
    public async Task<DutyWatch?> Find(CancellationToken stop) => cases.Read(await journal.Load(WatchCase.Id, stop));

    /// <summary>Every open item, drills too.</summary>
    public async Task<IReadOnlyList<OpinionItem>> Open(CancellationToken stop)
    {
        List<OpinionItem> open = [];
        foreach (var id in await journal.OpenCases(OpinionCase.Kind, stop))
            if (items.Read(await journal.Load(id, stop)) is { IsOpen: true } item) open.Add(item);
        return open;
    }

    /// <summary>A timer of the watch. Repeatable: what was passed or told before is not again.</summary>
    /// <exception cref="InvalidOperationException">No timer of the watch is called so.</exception>
    public Task Fire(string timer, CancellationToken stop) => timer switch
    {
        WatchCase.LookTimer => Run(new WatchCommand.Look(), null, null, stop),
        WatchCase.PassTimer => PassOn(stop),
        _ => throw new InvalidOperationException($"No timer of the watch is called {timer}."),
    };

    private async Task PassOn(CancellationToken stop)
    {
        if (await Find(stop) is not { } watch) return;
        foreach (var relief in watch.Reliefs.Where(relief => relief.Passing.Count > 0))
        {
            List<string> left = [];
            foreach (var item in relief.Passing)
                if (!await Pass(item, relief, stop)) left.Add(item.Number);
            await Run(new WatchCommand.Settle(relief.Round, left), null, null, stop);
        }
    }

    /// <summary>False where the item stays with the old officer. What has ended, or is in other hands by now, needs no passing.</summary>
    private async Task<bool> Pass(HandedItem handed, Relief relief, CancellationToken stop)
    {
        var at = clock.BureauNow();
        // Who has left the bureau meanwhile can pass nothing any more: then who took over fetches it.
        if ((roster.Find(relief.From.Id) ?? roster.Find(relief.To.Id)) is not { } actor) return false;
        var outcome = await workflow.Run(items, handed.Id, Decide, null, stop);
        return outcome.Refusal is null;

        Decision<OpinionEvent> Decide(OpinionItem? item) => item is { IsOpen: true, Handler: { } handler } && handler.Id == relief.From.Id
            ? itemRules.Decide(item, new AlarmCommand.Pass(relief.To.Id, relief.Note is null ? "交接班" : $"交接班:{relief.Note}"), actor, at)
            : OpinionAnswers.Nothing;
    }

    private Task<Outcome<DutyWatch>> Run(WatchCommand command, Person? actor, ClickedCard? clicked, CancellationToken stop)
    {
        var at = clock.BureauNow();
        return workflow.Run(cases, WatchCase.Id, watch => rules.Decide(watch, command, actor, at), clicked, stop);
    }

    private static HandedItem Named(OpinionItem item) => new(item.Id, item.Number);
}
