using DisclosureBot.Bureau;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Channel;
using DisclosureBot.Journal;

namespace DisclosureBot.Slips;

/// <summary>The message a slot should show now: present state → view → card, always made afresh.</summary>
public sealed class SlipMessages(CaseJournal journal, SlipCase slips, SlipViews views)
{
    /// <returns>Null where there is no such case.</returns>
    public async Task<(Message Message, long Version)?> Of(string caseId, Person person, bool alert, CancellationToken stop)
    {
        if (slips.Read(await journal.Load(caseId, stop)) is not { } slip) return null;
        var view = views.Of(slip, person);
        return (new Message(SlipCard.Summary(view), SlipCard.Render(view), alert), slip.Version);
    }

    /// <summary>What an older message of the slip becomes.</summary>
    public async Task<Message?> Moved(string caseId, CancellationToken stop) =>
        slips.Read(await journal.Load(caseId, stop)) is { } slip
            ? new Message($"《{slip.Content.Title}》的卡片已移到最新消息", SlipCard.Moved(slip.Id, slip.Number, slip.Content.Title))
            : null;
}
