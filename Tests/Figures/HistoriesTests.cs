using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Figures;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Slips;
using DisclosureBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace DisclosureBot.Tests.Figures;

/// <summary>Figures over a real journal: which histories are read, and what a reader may see of them.</summary>
public sealed class HistoriesTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("figures-");
    private readonly Sqlite _dialect;
    private readonly CaseJournal _journal;
    private readonly SlipCase _slips = new(new SlipRules(DemoBureau.Roster, DemoBureau.Clocks), DemoBureau.Roster, DemoBureau.Clocks);

    public HistoriesTests()
    {
        _dialect = new Sqlite($"Data Source={_directory.FullName}/journal.db");
        _journal = new CaseJournal(_dialect, "b");
        _journal.Prepare();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _dialect.Dispose();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Open_and_lately_changed_cases_come_in_order_with_all_their_events()
    {
        var declined = Bench.Tale(3, "2026-09-01T09:00").Draft();
        declined.Later(TimeSpan.FromHours(1)).Sign().Later(TimeSpan.FromHours(1)).Sign().Later(TimeSpan.FromHours(1)).Do("gaoyuan", new SlipCommand.Decline(declined.Now.Turn, "不宜印发"));
        foreach (var tale in new[] { Bench.Tale(2, "2026-11-02T09:00").Draft(), Bench.Tale(1, "2026-09-01T09:00").Draft().Later(TimeSpan.FromHours(1)).Sign(), declined }) await Commit(tale);
        async Task<List<string>> Found(string since)
        {
            List<string> found = [];
            await foreach (var history in _journal.Histories(SlipCase.Kind, Bench.At(since), Stop)) found.Add($"{history.Id[^1]}:{history.Events.Count}");
            return found;
        }

        Assert.Equal(["1:2", "2:1", "3:4"], await Found("2026-09-01T12:00"));
        Assert.Equal(["1:2", "2:1"], await Found("2026-11-20T00:00"));
        await foreach (var _ in new CaseJournal(_dialect, "other").Histories(SlipCase.Kind, default, Stop)) Assert.Fail("Another bureau's.");
        await foreach (var _ in _journal.Histories(OpinionCase.Kind, default, Stop)) Assert.Fail("Another kind's.");
    }

    [Fact]
    public async Task A_section_is_counted_alone_and_years_without_a_calendar_are_told()
    {
        await Commit(Bench.Tale(1, "2031-01-08T09:00").Draft().Later(TimeSpan.FromHours(1)).Sign());
        await Commit(Bench.Tale(2, "2031-01-08T09:00").Draft("yangzhi"));
        using var book = new FigureBook(_journal, _slips, new OpinionCase(DemoBureau.Roster), new Calendars(CalendarSettings.Default), DemoBureau.Roster, new FakeTimeProvider(Bench.At("2031-01-20T09:00")));
        var (figures, facts) = await book.Count(Period.Month(2031, 1), DemoBureau.Person("pulan").Section, DemoBureau.Person("pulan"), Stop);
        Assert.Equal((1, "电子商务科"), (figures.Total.Drafted, Assert.Single(figures.Sections).Name));
        Assert.Equal([2031], figures.GuessedYears);
        Assert.Equal("2031年的节假日安排尚未录入,用时暂按推算的工作日计。", FigureViews.Of(figures, null, null).Caution);
        Assert.NotNull(Assert.Single(facts.Documents).About.Title);
        Assert.Equal(2, (await book.Count(Period.Month(2031, 1), null, DemoBureau.Person("shenxi"), Stop)).Facts.Documents.Count(row => row.About.Title is null));
    }

    private async Task Commit(Tale tale)
    {
        foreach (var fact in tale.Facts)
            await new Workflow(_journal).Run(_slips, tale.Now.Id, _ => new Decision<SlipEvent>.Accepted([fact]), null, Stop);
    }
}
