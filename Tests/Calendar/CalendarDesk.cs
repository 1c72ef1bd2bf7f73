using System.Text.Json;
using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Calendar;
using DisclosureBot.Channel;
using DisclosureBot.Chat;
using DisclosureBot.Journal;
using DisclosureBot.Slips;
using DisclosureBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace DisclosureBot.Tests.Calendar;

/// <summary>Everything an import goes through, over a real database of its own; on 23 November 2026.</summary>
internal sealed class CalendarDesk : IDisposable
{
    public const string Notice2027 = """
        国务院办公厅关于2027年部分节假日安排的通知(演示)
        一、元旦:1月1日(周五)至3日(周日)放假,共3天。
        二、春节:2月5日(农历除夕、周五)至12日(周五)放假调休,共8天。1月31日(周日)、2月20日(周六)上班。
        三、清明节:4月3日(周六)至5日(周一)放假,共3天。
        四、劳动节:5月1日(周六)至5日(周三)放假调休,共5天。4月25日(周日)、5月8日(周六)上班。
        五、端午节:6月9日(周三)放假1天,不调休。
        六、中秋节:9月15日(周三)放假1天,不调休。
        七、国庆节:10月1日(周五)至7日(周四)放假调休,共7天。9月26日(周日)、10月9日(周六)上班。
        """;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("calendar-");
    private readonly Sqlite _dialect;

    public CalendarDesk(Roster? roster = null)
    {
        _dialect = new Sqlite($"Data Source={_directory.FullName}/journal.db");
        Journal = new CaseJournal(_dialect, "chuxiong-commerce");
        Journal.Prepare();
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));
        var rules = new CalendarRules(roster ?? DemoBureau.Roster);
        Case = new CalendarCase(rules);
        var workflow = new Workflow(Journal);
        Nudges = new CalendarNudges(workflow, new NudgeCase(), Calendars, Journal, roster ?? DemoBureau.Roster, Clock);
        Imports = new CalendarImports(workflow, Case, rules, Calendars, Nudges, Journal, Clock);
        Views = new CalendarViews(rules, Calendars, Clock);
        Clicks = new CalendarClicks(Imports, Views, rules, Journal);
    }

    public FakeTimeProvider Clock { get; } = new();

    public Calendars Calendars { get; } = new(CalendarSettings.Default);

    public CaseJournal Journal { get; }

    public CalendarCase Case { get; }

    public CalendarImports Imports { get; }

    public CalendarNudges Nudges { get; }

    public CalendarViews Views { get; }

    public CalendarClicks Clicks { get; }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static ImportInput Input(string text = Notice2027, string year = "2027", string scope = "national") => new() { Year = year, Scope = scope, Text = text };

    public async Task<ClickAnswer> Click(string person, CalendarClick click) => await Clicks.Answer(
        DemoBureau.Person(person), click, new Turn.Clicked(new(null, null), null, true, "", default, null), Stop);

    /// <summary>What the card that came back says, as its JSON.</summary>
    public async Task<string> Card(string person, CalendarClick click) => CardJson.Write(Assert.IsType<ClickAnswer.Card>(await Click(person, click)).Content);

    public async Task<ClickAnswer.Refusal> Refused(string person, CalendarClick click) => Assert.IsType<ClickAnswer.Refusal>(await Click(person, click));

    /// <summary>Entered by the demo bureau's administrator.</summary>
    public async Task<CalendarImport> Proposed(string key = "form-1", ImportInput? input = null)
    {
        await Card("xushan", new CalendarClick.Propose(key, input ?? Input()));
        return (await Imports.Find((await Journal.FindOnce(key, Stop))!, Stop))!;
    }

    public async Task<CalendarImport> Now(string id) => (await Imports.Find(id, Stop))!;

    public void Dispose()
    {
        Imports.Dispose();
        _dialect.Dispose();
        _directory.Delete(recursive: true);
    }
}
