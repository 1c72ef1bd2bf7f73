using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Clocks;

/// <summary>Timers found after the program was down, worked off as the background does: over a real database, with a clock that is moved.</summary>
public sealed class FoundLateTests : IDisposable
{
    private const string First = "opinion-2026-0000001";
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("late-");
    private readonly FakeTimeProvider _clock = new();
    private readonly OpinionStory _story = new();
    private readonly OpinionCase _items = new(DemoBureau.Roster);
    private readonly Sqlite _dialect;
    private readonly CaseJournal _journal;
    private readonly Workflow _workflow;
    private readonly OpinionCaseFace _face;

    public FoundLateTests()
    {
        _dialect = new Sqlite($"Data Source={_directory.FullName}/journal.db");
        _journal = new CaseJournal(_dialect, "chuxiong-commerce");
        _journal.Prepare();
        _workflow = new Workflow(_journal);
        _face = new OpinionCaseFace(
            _journal, _workflow, _items, _story.Rules, new OpinionViews(_story.Steps, (_, _) => null, (_, _, _) => null, DemoBureau.Roster, _clock), new Merging(_workflow, _items, _story.Rules, _journal, _clock), _story.Clocks, _clock);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _dialect.Dispose();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public async Task The_next_rung_of_an_ordinary_item_waits_for_the_doors_when_it_is_found_at_night()
    {
        await Report(First, "11-24 10:00");
        Assert.Null((await Fired("11-25 02:30")).Escalated);
        Assert.Null((await Fired("11-25 07:59")).Escalated);
        Assert.NotNull((await Fired("11-25 08:00")).Escalated);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Emergencies_and_drills_do_not_wait(bool suspected, bool drill)
    {
        var id = drill ? "opinion-drill-2026-0000001" : First;
        await Report(id, "11-24 10:00", suspected, drill ? new(1) : null);
        Assert.NotNull((await Fired("11-25 02:30", id)).Escalated);
    }

    [Fact]
    public async Task That_half_is_over_waits_too()
    {
        await Report(First, "11-24 16:00");
        await Run(First, "luoqing", new AlarmCommand.Take());
        Assert.Equal(0, Told(await Fired("11-25 23:00")));
        Assert.Equal(1, Told(await Fired("11-26 08:00")));
    }

    [Fact]
    public async Task The_last_hours_do_not_wait_where_the_doors_would_open_too_late()
    {
        await Report(First, "11-27 03:00");
        await Run(First, "luoqing", new AlarmCommand.Take());
        Assert.Equal(2, Told(await Fired("11-28 23:30")));
    }

    [Fact]
    public async Task What_ran_out_meanwhile_is_told_as_the_doors_open()
    {
        await Report(First, "11-24 03:00");
        await Run(First, "luoqing", new AlarmCommand.Take());
        Assert.Equal(0, Told(await Fired("11-26 03:30")));
        var told = await Fired("11-26 08:00");
        Assert.Null(told.Clock(OpinionClockKind.Response)!.Next);
    }

    [Fact]
    public void Half_a_clock_never_wakes_anybody_though_the_doors_stay_shut()
    {
        var learnt = new DateTimeOffset(2026, 9, 30, 2, 0, 0, TimeSpan.FromHours(8));
        Assert.Equal("10-01 08:00", Points(Gravity.Unassessed)[0]);
        Assert.Equal("10-01 22:00 10-02 01:00", string.Join(' ', Points(Gravity.Unassessed).Skip(1).Take(2)));
        Assert.Equal("10-01 02:00", Points(Gravity.UnrankedIncident)[0]);

        List<string> Points(Gravity gravity) => [.. _story.Clocks.Response(learnt, gravity, null, learnt)!.Points.Select(point => $"{point.At:MM-dd HH:mm}")];
    }

    [Fact]
    public async Task What_was_merged_comes_into_the_other_item_though_the_program_ended_in_between()
    {
        await Two();
        var merged = await Fired("11-24 10:20");
        Assert.Equal(OpinionPhase.Merged, merged.Phase);
        var other = await Item("opinion-2026-0000002");
        Assert.Equal(["form-opinion-2026-0000002", "form-opinion-2026-0000001"], other.Sources.Select(source => source.Key));
        Assert.Equal("luoqing", other.Trail[^1].By.Id);

        await _face.Fire(new DueTimer(First, OpinionCase.Kind, OpinionTimers.Absorption, _clock.GetUtcNow()), Stop);
        Assert.Equal(other.Version, (await Item("opinion-2026-0000002")).Version);
    }

    [Fact]
    public async Task What_was_merged_follows_the_other_item_where_that_was_merged_as_well()
    {
        await Two();
        await Report("opinion-2026-0000003", "11-24 10:10");
        await Run("opinion-2026-0000002", "luoqing", new IntakeCommand.Merge(await Item("opinion-2026-0000003")));
        await Fired("11-24 10:20");
        Assert.Equal(3, (await Item("opinion-2026-0000003")).Sources.Count);
    }

    /// <summary>Two items, of which the first was merged into the second and the program ended at once.</summary>
    private async Task Two()
    {
        await Report(First, "11-24 10:00");
        await Report("opinion-2026-0000002", "11-24 10:05");
        await Run(First, "luoqing", new IntakeCommand.Merge(await Item("opinion-2026-0000002")));
    }

    private static int Told(OpinionItem item) => item.Clock(OpinionClockKind.Response)!.Told;

    private async Task Report(string id, string at, bool suspected = false, Drill? drill = null)
    {
        MoveTo(at);
        Story story = new("网民反映家电补贴到账慢", null, null, null, _clock.BureauNow());
        OpinionSource source = new($"form-{id}", "微博", story.Headline, null, story.LearntAt);
        await Run(id, "liying", new IntakeCommand.Report(id, OpinionCase.Number(2026, int.Parse(id[^1..], System.Globalization.CultureInfo.InvariantCulture), drill is not null), source.Key, story, source, suspected, drill, ["luoqing"], null));
    }

    private async Task Run(string id, string person, OpinionCommand command) =>
        Assert.True((await _workflow.Run(_items, id, item => _story.Rules.Decide(item, command, DemoBureau.Person(person), _clock.BureauNow()), null, Stop)).Committed);

    private async Task<OpinionItem> Item(string id) => _items.Read(await _journal.Load(id, Stop))!;

    /// <summary>The item after everything due was worked off, as the background does.</summary>
    private async Task<OpinionItem> Fired(string at, string id = First)
    {
        MoveTo(at);
        foreach (var timer in await _journal.DueTimers(_clock.GetUtcNow(), 99, Stop))
        {
            await _face.Fire(timer, Stop);
            await _journal.RemoveTimer(timer.CaseId, timer.Name, timer.Due, Stop);
        }

        return await Item(id);
    }

    private void MoveTo(string at) => _clock.SetUtcNow(DateTimeOffset.ParseExact($"2026-{at} +08:00", "yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture));
}
