using DisclosureBot.Bureau;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Channel;
using DisclosureBot.Journal;

namespace DisclosureBot.Opinions.Watch;

/// <summary>The watch as the workers see it: its card, always made afresh, and what its timers ask for.</summary>
public sealed class WatchCaseFace(WatchKeeping keeping, WatchCase cases, WatchRules rules, WatchViews views) : ICaseFace
{
    public string Kind => WatchCase.Kind;

    public bool MaySee(StoredCase stored, Person person) => rules.MaySee(person);

    public string Rebuild(IEnumerable<StoredEvent> events) => cases.Rebuild(events);

    public Listing List(string state) => cases.List(state);

    public Task Fire(DueTimer timer, CancellationToken stop) => keeping.Fire(timer.Name, stop);

    public async Task<(Message Message, long Version)> Of(string caseId, Person person, bool alert, CancellationToken stop)
    {
        // The items are read after the watch: a change of theirs in between shows early, never late.
        var watch = await keeping.Find(stop) ?? throw new InvalidOperationException($"Case {caseId} has a slot but is not there.");
        var view = views.Of(watch, await keeping.Open(stop), person);
        return (new Message(WatchCard.Summary(view), WatchCard.Render(view), alert), watch.Version);
    }

    public Task<Message> Moved(string caseId, CancellationToken stop)
    {
        var card = WatchCard.Moved();
        return Task.FromResult(new Message(card.FallbackText, card));
    }
}
