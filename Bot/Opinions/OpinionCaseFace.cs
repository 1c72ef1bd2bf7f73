using DisclosureBot.Bureau;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Channel;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Intake;

namespace DisclosureBot.Opinions;

/// <summary>An item as the workers see it: its messages, always made afresh, and what its timers ask for.</summary>
public sealed class OpinionCaseFace(CaseJournal journal, Workflow workflow, OpinionCase items, OpinionRules rules, OpinionViews views, Merging merging, OpinionClocks clocks, TimeProvider clock) : ICaseFace
{
    public string Kind => OpinionCase.Kind;

    public async Task<(Message Message, long Version)> Of(string caseId, Person person, bool alert, CancellationToken stop)
    {
        var item = await Load(caseId, stop);
        if (!OpinionDuties.MaySee(item, person)) return (NoLongerYours.Of(item.Number), item.Version);
        var view = views.Of(item, person);
        return (new Message(OpinionCard.Summary(view), OpinionCard.Render(view), alert), item.Version);
    }

    public async Task<Message> Moved(string caseId, CancellationToken stop)
    {
        var item = await Load(caseId, stop);
        var card = OpinionCard.Moved(item.Id, item.Number, item.Story.Headline, item.IsDrill);
        return new Message(card.FallbackText, card);
    }

    public bool MaySee(StoredCase stored, Person person) => items.Read(stored) is { } item && OpinionDuties.MaySee(item, person);

    public string Rebuild(IEnumerable<StoredEvent> events) => items.Rebuild(events);

    public Listing List(string state) => items.List(state);

    public async Task Fire(DueTimer timer, CancellationToken stop)
    {
        var item = await Load(timer.CaseId, stop);
        if (timer.Name == OpinionTimers.Absorption) await merging.Finish(item, null, stop);
        else await Call(timer, OpinionTimers.Command(timer.Name), item, stop);
    }

    private async Task Call(DueTimer timer, OpinionCommand command, OpinionItem item, CancellationToken stop)
    {
        var at = clock.BureauNow();
        // Found at night after the program was down: for what is no emergency nobody is rung out of bed who was not to be.
        if (clocks.Call(command, item, timer.Due, at) is var open && open > at)
            await journal.PostponeTimer(timer, open, stop);
        else
            await workflow.Run(items, timer.CaseId, now => rules.Decide(now, command, null, at), null, stop);
    }

    /// <summary>A slot refers to its case, so that there always is one.</summary>
    private async Task<OpinionItem> Load(string caseId, CancellationToken stop) =>
        items.Read(await journal.Load(caseId, stop)) ?? throw new InvalidOperationException($"Case {caseId} has a slot but is not there.");
}
