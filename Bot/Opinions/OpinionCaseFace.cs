using DisclosureBot.Bureau;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Channel;
using DisclosureBot.Clock;
using DisclosureBot.Journal;

namespace DisclosureBot.Opinions;

/// <summary>An item as the workers see it: its messages, always made afresh, and what its timers ask for.</summary>
public sealed class OpinionCaseFace(CaseJournal journal, Workflow workflow, OpinionCase items, OpinionRules rules, OpinionViews views, TimeProvider clock) : ICaseFace
{
    public string Kind => OpinionCase.Kind;

    public async Task<(Message Message, long Version)> Of(string caseId, Person person, bool alert, CancellationToken stop)
    {
        var item = await Load(caseId, stop);
        var view = views.Of(item, person);
        return (new Message(OpinionCard.Summary(view), OpinionCard.Render(view), alert), item.Version);
    }

    public async Task<Message> Moved(string caseId, CancellationToken stop)
    {
        var item = await Load(caseId, stop);
        var card = OpinionCard.Moved(item.Id, item.Number, item.Story.Headline, item.IsDrill);
        return new Message(card.FallbackText, card);
    }

    public string Rebuild(IEnumerable<StoredEvent> events) => items.Rebuild(events);

    public Task Fire(DueTimer timer, CancellationToken stop)
    {
        var at = clock.BureauNow();
        return workflow.Run(items, timer.CaseId, item => rules.Decide(item, OpinionTimers.Command(timer.Name), null, at), null, stop);
    }

    /// <summary>A slot refers to its case, so that there always is one.</summary>
    private async Task<OpinionItem> Load(string caseId, CancellationToken stop) =>
        items.Read(await journal.Load(caseId, stop)) ?? throw new InvalidOperationException($"Case {caseId} has a slot but is not there.");
}
