using DisclosureBot.Bureau;
using DisclosureBot.Cards.Briefing;
using DisclosureBot.Channel;
using DisclosureBot.Journal;

namespace DisclosureBot.Briefing;

/// <summary>The morning's cards as the workers see them: always made afresh, so that a late one tells the present.</summary>
public sealed class BriefingCaseFace(Briefings briefings, BriefingViews views, BriefingCase cases) : ICaseFace
{
    public string Kind => BriefingCase.Kind;

    public async Task<(Message Message, long Version)> Of(string caseId, Person person, bool alert, CancellationToken stop)
    {
        var standing = await briefings.Standing(stop);
        var card = BriefingCard.Render(views.Of(await briefings.Now(person, standing?.Last(person.Id)?.From, stop)));
        return (new Message(card.FallbackText, card, alert), standing?.Version ?? 0);
    }

    public Task<Message> Moved(string caseId, CancellationToken stop)
    {
        var card = BriefingCard.Moved();
        return Task.FromResult(new Message(card.FallbackText, card));
    }

    public bool MaySee(StoredCase stored, Person person) => cases.Read(stored)?.Last(person.Id) is not null;

    public string Rebuild(IEnumerable<StoredEvent> events) => cases.Rebuild(events);

    public Listing List(string state) => cases.List(state);

    public Task Fire(DueTimer timer, CancellationToken stop) => briefings.Look(stop);
}
