using DisclosureBot.Bureau;
using DisclosureBot.Cards.Reachability;
using DisclosureBot.Channel;
using DisclosureBot.Journal;

namespace DisclosureBot.Reachability;

/// <summary>The standing reminder as the workers see it.</summary>
public sealed class ReachCaseFace(ReachDesk desk, ReachWords words, ReachCase cases) : ICaseFace
{
    public string Kind => ReachCase.Kind;

    /// <summary>A slot was written for whom it was told last; whoever was told before and not since is told no more of it.</summary>
    public async Task<(Message Message, long Version)> Of(string caseId, Person person, bool alert, CancellationToken stop) =>
        await words.Last(person, alert, stop) ?? (await Moved(caseId, stop), (await desk.Standing(stop))!.Version);

    public Task<Message> Moved(string caseId, CancellationToken stop)
    {
        var card = ReachCard.Moved();
        return Task.FromResult(new Message(card.FallbackText, card));
    }

    public bool MaySee(StoredCase stored, Person person) => cases.Read(stored)?.Last?.To.Contains(person.Id) == true;

    public string Rebuild(IEnumerable<StoredEvent> events) => cases.Rebuild(events);

    public Listing List(string state) => cases.List(state);

    public Task Fire(DueTimer timer, CancellationToken stop) => desk.Look(stop);
}
