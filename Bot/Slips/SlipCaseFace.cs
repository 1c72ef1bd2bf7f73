using DisclosureBot.Archiving;
using DisclosureBot.Bureau;
using DisclosureBot.Cards.Delegations;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Channel;
using DisclosureBot.Clock;
using DisclosureBot.Delegations;
using DisclosureBot.Journal;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Expediting;
using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Slips;

/// <summary>A slip as the workers see it: its messages, always made afresh, and what its timers ask for.</summary>
public sealed class SlipCaseFace(CaseJournal journal, Workflow workflow, SlipCase slips, SlipRules rules, SlipViews views, SlipClocks clocks, AddressVisits visits, Archivist archivist, TimeProvider clock, StandIns? standIns = null) : ICaseFace
{
    public string Kind => SlipCase.Kind;

    public async Task<(Message Message, long Version)> Of(string caseId, Person person, bool alert, CancellationToken stop)
    {
        var slip = await Load(caseId, stop);
        if (standIns is not null && standIns.StoodDown(slip, person, clock.BureauNow()) && DelegationCard.StoodDown(slip.Number) is var gone)
            return (new Message(gone.FallbackText, gone, alert), slip.Version);
        if (!MaySee(slip, person)) return (NoLongerYours.Of(slip.Number), slip.Version);
        var view = views.Of(slip, person);
        return (new Message(SlipCard.Summary(view), SlipCard.Render(view), alert), slip.Version);
    }

    /// <summary>What an older message of the slip becomes.</summary>
    public async Task<Message> Moved(string caseId, CancellationToken stop)
    {
        var slip = await Load(caseId, stop);
        var card = SlipCard.Moved(slip.Id, slip.Number, slip.Content.Title);
        return new Message(card.FallbackText, card);
    }

    public bool MaySee(StoredCase stored, Person person) => slips.Read(stored) is { } slip && MaySee(slip, person);

    public string Rebuild(IEnumerable<StoredEvent> events) => slips.Rebuild(events);

    public Listing List(string state) => slips.List(state);

    public async Task Fire(DueTimer timer, CancellationToken stop)
    {
        if (timer.Name == SlipTimers.Address) await visits.Make(await Load(timer.CaseId, stop), stop);
        else if (timer.Name == SlipTimers.Archive) await archivist.Seal(timer.CaseId, stop);
        else await Remind(timer, stop);
    }

    private async Task Remind(DueTimer timer, CancellationToken stop)
    {
        var at = clock.BureauNow();
        // Found at night after the program was down: nobody is rung out of bed, the timer waits for the office to open.
        if (clocks.AtWork(at) is var open && open > at)
            await journal.PostponeTimer(timer, open, stop);
        else if (timer.Name == SlipTimers.Rest && Resting.Due(await Load(timer.CaseId, stop), clocks) is { } due && due > at)
            // The calendar has changed since it was set.
            await journal.PostponeTimer(timer, clocks.AtWork(due), stop);
        else
            await workflow.Run(slips, timer.CaseId, slip => rules.Decide(slip, SlipTimers.Command(timer.Name), null, at), null, stop);
    }

    private bool MaySee(Slip slip, Person person) => standIns?.MaySee(slip, person, clock.BureauNow()) ?? Desks.MaySee(slip, person);

    /// <summary>A slot refers to its case, so that there always is one.</summary>
    private async Task<Slip> Load(string caseId, CancellationToken stop) =>
        slips.Read(await journal.Load(caseId, stop)) ?? throw new InvalidOperationException($"Case {caseId} has a slot but is not there.");
}
