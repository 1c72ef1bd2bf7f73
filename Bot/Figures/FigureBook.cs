using System.Text.Json;
using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Clock;
using DisclosureBot.Figures.Workbook;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Slips;

namespace DisclosureBot.Figures;

/// <summary>Counts a period over the journal, for whoever may ask, and makes the table of it.</summary>
public sealed class FigureBook(CaseJournal journal, SlipCase slips, OpinionCase items, Calendars calendars, Roster roster, TimeProvider clock) : IDisposable
{
    /// <summary>A year is a lot to read: one count at a time.</summary>
    private readonly SemaphoreSlim _oneByOne = new(1);

    /// <param name="section">Null for the whole bureau; whether the reader may ask is settled before.</param>
    public async Task<(BureauFigures Figures, FigureFacts Facts)> Count(Period period, Section? section, Person reader, CancellationToken stop)
    {
        await _oneByOne.WaitAsync(stop);
        try
        {
            var facts = await Read(period, section, reader, stop);
            return (FigureCount.Of(facts, section?.Name ?? roster.BureauName, section is null ? roster.Sections : [section]), facts);
        }
        finally
        {
            _oneByOne.Release();
        }
    }

    /// <summary>The bytes of the .xlsx.</summary>
    public async Task<byte[]> Print(Period period, Section? section, Person reader, CancellationToken stop)
    {
        var (figures, facts) = await Count(period, section, reader, stop);
        return FigureWorkbook.Write(figures, facts, roster.BureauName, clock.BureauNow());
    }

    /// <summary>公文公开统计 2026年10月 电子商务科.xlsx.</summary>
    public static string FileName(Period period, Section? section) => $"公文公开统计 {period.Name}{(section is null ? "" : $" {section.Name}")}.xlsx";

    public void Dispose() => _oneByOne.Dispose();

    private async Task<FigureFacts> Read(Period period, Section? section, Person reader, CancellationToken stop)
    {
        var now = clock.BureauNow();
        // What happens at this very moment has happened.
        var facts = new FigureFacts(period, now < period.To ? now.AddTicks(1) : period.To);
        var calendar = calendars.Present;
        var slipReader = new SlipReader(facts, Worked, slip => Desks.MaySee(slip, reader));
        await foreach (var story in journal.Histories(SlipCase.Kind, period.From, stop))
            if (Slip(story.Events[0]) is var drafted && drafted.At < facts.AsOf && (section is null || drafted is SlipEvent.Drafted first && first.SectionId == section.Id))
                slipReader.Read(story.Events.Select(Slip));
        var opinionReader = new OpinionReader(facts, item => OpinionDuties.MaySee(item, reader), section?.Id);
        await foreach (var story in journal.Histories(OpinionCase.Kind, period.From, stop))
            opinionReader.Read(story.Events.Select(body => JsonSerializer.Deserialize(body, items.EventJson)!));
        return facts;

        TimeSpan Worked(DateTimeOffset from, DateTimeOffset to)
        {
            for (var year = BureauTime.Day(from).Year; year <= BureauTime.Day(to).Year; year++)
                if (!calendar.IsOfficial(year)) facts.GuessedYears.Add(year);
            return calendar.WorkingTime(from, to);
        }
    }

    private SlipEvent Slip(string body) => JsonSerializer.Deserialize(body, slips.EventJson)!;
}
