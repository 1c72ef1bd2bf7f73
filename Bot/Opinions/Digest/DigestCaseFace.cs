using DisclosureBot.Bureau;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Channel;
using DisclosureBot.Journal;

namespace DisclosureBot.Opinions.Digest;

/// <summary>The standing digest as the workers see it.</summary>
public sealed class DigestCaseFace(Digests digests, DigestAnswers answers, DigestCase cases) : ICaseFace
{
    public string Kind => DigestCase.Kind;

    public Task<(Message Message, long Version)> Of(string caseId, Person person, bool alert, CancellationToken stop) => answers.Last(person, alert, stop);

    public Task<Message> Moved(string caseId, CancellationToken stop)
    {
        var card = DigestCard.Moved();
        return Task.FromResult(new Message(card.FallbackText, card));
    }

    public bool MaySee(StoredCase stored, Person person) => cases.Read(stored)?.Last?.To.Contains(person.Id) == true;

    public string Rebuild(IEnumerable<StoredEvent> events) => cases.Rebuild(events);

    public Listing List(string state) => cases.List(state);

    public Task Fire(DueTimer timer, CancellationToken stop) => digests.Look(stop);
}
