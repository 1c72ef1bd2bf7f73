using DisclosureBot.Bureau;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Channel;
using DisclosureBot.Journal;

namespace DisclosureBot.Slips;

/// <summary>The message a slot should show now: present state → view → card, always made afresh.</summary>
public sealed class SlipMessages(CaseJournal journal, SlipCase slips, SlipViews views)
{
    public async Task<(Message Message, long Version)> Of(string caseId, Person person, bool alert, CancellationToken stop)
    {
        var slip = await Load(caseId, stop);
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

    /// <summary>A slot refers to its case, so that there always is one.</summary>
    private async Task<Slip> Load(string caseId, CancellationToken stop) =>
        slips.Read(await journal.Load(caseId, stop)) ?? throw new InvalidOperationException($"Case {caseId} has a slot but is not there.");
}
