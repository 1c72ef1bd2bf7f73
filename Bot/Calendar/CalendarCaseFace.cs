using DisclosureBot.Bureau;
using DisclosureBot.Cards.Calendar;
using DisclosureBot.Channel;
using DisclosureBot.Journal;
using DisclosureBot.Slips.Deadlines;

namespace DisclosureBot.Calendar;

/// <summary>An import as the workers see it: its messages, always made afresh, and the recount that follows once it is in force.</summary>
public sealed class CalendarCaseFace(CalendarImports imports, CalendarCase cases, CalendarViews views, SlipRecount deadlines) : ICaseFace
{
    public string Kind => CalendarCase.Kind;

    /// <summary>Holidays are nobody's secret.</summary>
    public bool MaySee(StoredCase stored, Person person) => true;

    public string Rebuild(IEnumerable<StoredEvent> events) => cases.Rebuild(events);

    public Listing List(string state) => cases.List(state);

    public async Task Fire(DueTimer timer, CancellationToken stop)
    {
        await imports.Refresh(stop);
        await imports.Recounted(timer.CaseId, await deadlines.Run(stop), stop);
    }

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
