using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Channel;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Opinions.Watch;
using DisclosureBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Watch;

/// <summary>The watch and the items that go with it, over a real database of its own; Monday 23 November 2026, 09:00 bureau time.</summary>
internal sealed class WatchDesk : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("watch-");
    private readonly Sqlite _dialect;
    private readonly Workflow _workflow;

    public WatchDesk(Roster? roster = null)
    {
        var people = roster ?? DemoBureau.Roster;
        _dialect = new Sqlite($"Data Source={_directory.FullName}/journal.db");
        Journal = new CaseJournal(_dialect, "chuxiong-commerce");
        Journal.Prepare();
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));
        _workflow = new Workflow(Journal);
        var calendars = new Calendars(CalendarSettings.Default);
        Items = new OpinionCase(people);
        ItemRules = new OpinionRules(people, new OpinionClocks(calendars, OpinionSettings.Usual));
        Rules = new WatchRules(people, calendars);
        Keeping = new WatchKeeping(_workflow, Case, Rules, Items, ItemRules, Journal, people, Clock);
        Views = new WatchViews(Rules, people, Clock);
        Clicks = new WatchClicks(Keeping, Rules, Views, Journal, people, Clock);
        Face = new WatchCaseFace(Keeping, Case, Rules, Views);
        Journal.Committed += Book.Heard;
    }

    public FakeTimeProvider Clock { get; } = new();

    public CaseJournal Journal { get; }

    public OpinionCase Items { get; }

    public OpinionRules ItemRules { get; }

    public WatchCase Case { get; } = new();

    public WatchRules Rules { get; }

    public WatchKeeping Keeping { get; }

    public WatchViews Views { get; }

    public WatchClicks Clicks { get; }

    public WatchCaseFace Face { get; }

    public DutyBook Book { get; } = new();

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<DutyWatch> Now() => (await Keeping.Find(Stop))!;

    public async Task<OpinionItem> Item(string id) => Items.Read(await Journal.Load(id, Stop))!;

    /// <summary>An item in that person's hand.</summary>
    public async Task<string> InHand(string person, int number, bool drill = false)
    {
        var id = $"{(drill ? OpinionCase.DrillIds : OpinionCase.Kind)}-2026-{number:D7}";
        var at = Clock.BureauNow();
        Story story = new($"某县超市食盐断货({number})", null, null, null, at);
        var source = new OpinionSource($"form-{id}", "短视频平台", story.Headline, null, at);
        var report = new IntakeCommand.Report(id, OpinionCase.Number(2026, number, drill), source.Key, story, source, false, drill ? new Drill(60) : null, [], null);
        await Run(id, report, "liying");
        await Run(id, new AlarmCommand.Take(), person);
        return id;
    }

    public async Task Run(string id, OpinionCommand command, string person)
    {
        var outcome = await _workflow.Run(Items, id, item => ItemRules.Decide(item, command, DemoBureau.Person(person), Clock.BureauNow()), null, Stop);
        Assert.Null(outcome.Refusal);
    }

    public async Task<string> Enter(string text, string person = "jiwen") => await Card(person, new WatchClick.Enter(text));

    public async Task<ClickAnswer> Click(string person, WatchClick click) => await Clicks.Answer(
        DemoBureau.Person(person), click, new Turn.Clicked(new(null, null), null, true, "", default, null), Stop);

    /// <summary>What the card that came back says, as its JSON.</summary>
    public async Task<string> Card(string person, WatchClick click) => CardJson.Write(Assert.IsType<ClickAnswer.Card>(await Click(person, click)).Content);

    /// <summary>Works off what is due, as the background does.</summary>
    public async Task FireDue()
    {
        foreach (var timer in (await Journal.DueTimers(Clock.GetUtcNow(), 99, Stop)).Where(timer => timer.Kind == WatchCase.Kind))
        {
            await Face.Fire(timer, Stop);
            await Journal.RemoveTimer(timer.CaseId, timer.Name, timer.Due, Stop);
        }
    }

    public void MoveTo(int day, int hour, int minute = 0) => Clock.SetUtcNow(new DateTimeOffset(2026, 11, day, hour, minute, 0, TimeSpan.FromHours(8)));

    public void Dispose()
    {
        _dialect.Dispose();
        _directory.Delete(recursive: true);
    }
}
