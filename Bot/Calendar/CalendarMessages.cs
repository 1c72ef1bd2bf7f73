using DisclosureBot.Bureau;
using DisclosureBot.Cards.Calendar;
using DisclosureBot.Channel;

namespace DisclosureBot.Calendar;

/// <summary>The message an import's slot should show now: present state → view → card, always made afresh.</summary>
public sealed class CalendarMessages(CalendarImports imports, CalendarViews views)
{
    public async Task<(Message Message, long Version)> Of(string caseId, Person person, bool alert, CancellationToken stop)
    {
        var import = await Load(caseId, stop);
        var view = views.Of(import, person);
        return (new Message(CalendarReviewCard.Summary(view), CalendarReviewCard.Render(view), alert), import.Version);
    }

    /// <summary>What an older message of the import becomes.</summary>
    public async Task<Message> Moved(string caseId, CancellationToken stop)
    {
        var import = await Load(caseId, stop);
        var card = CalendarReviewCard.Moved(import.Id, import.Number, TableText.Title(import.Table));
        return new Message(card.FallbackText, card);
    }

    /// <summary>A slot refers to its case, so that there always is one.</summary>
    private async Task<CalendarImport> Load(string caseId, CancellationToken stop) =>
        await imports.Find(caseId, stop) ?? throw new InvalidOperationException($"Case {caseId} has a slot but is not there.");
}
