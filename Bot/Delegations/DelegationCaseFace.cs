using DisclosureBot.Bureau;
using DisclosureBot.Cards.Delegations;
using DisclosureBot.Channel;
using DisclosureBot.Journal;

namespace DisclosureBot.Delegations;

/// <summary>A 委托 as the workers see it: its messages, always made afresh, and what its first and last day ask for.</summary>
public sealed class DelegationCaseFace(Delegating delegating, DelegationCase cases, DelegationViews views, Seating seating) : ICaseFace
{
    public string Kind => DelegationCase.Kind;

    public bool MaySee(StoredCase stored, Person person) => cases.Read(stored) is { } one && DelegationRules.MaySee(one, person);

    public string Rebuild(IEnumerable<StoredEvent> events) => cases.Rebuild(events);

    public Listing List(string state) => cases.List(state);

    public async Task Fire(DueTimer timer, CancellationToken stop)
    {
        var one = await Load(timer.CaseId, stop);
        if (timer.Name == DelegationCase.Begin)
        {
            await delegating.Note(one.Id, new DelegationCommand.Begin(), stop);
            await seating.Seat(one, stop);
        }
        else
        {
            await seating.Leave(one, stop);
            await delegating.Note(one.Id, new DelegationCommand.End(), stop);
        }
    }

    public async Task<(Message Message, long Version)> Of(string caseId, Person person, bool alert, CancellationToken stop)
    {
        var one = await Load(caseId, stop);
        var view = views.Of(one, person);
        return (new Message(DelegationCard.Summary(view), DelegationCard.Render(view), alert), one.Version);
    }

    /// <summary>What an older message of the 委托 becomes.</summary>
    public async Task<Message> Moved(string caseId, CancellationToken stop)
    {
        var one = await Load(caseId, stop);
        var card = DelegationCard.Moved(one.Id, one.Number, DelegationText.Title(one));
        return new Message(card.FallbackText, card);
    }

    /// <summary>A slot refers to its case, so that there always is one.</summary>
    private async Task<Delegation> Load(string caseId, CancellationToken stop) =>
        await delegating.Find(caseId, stop) ?? throw new InvalidOperationException($"Case {caseId} has a slot but is not there.");
}
