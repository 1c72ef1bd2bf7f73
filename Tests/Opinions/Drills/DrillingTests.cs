using DisclosureBot.Cards;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Channel;
using DisclosureBot.Clock;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Drills;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Tests.Opinions.Watch;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Drills;

/// <summary>A drill from its form to its score, over the journal: the same way as what is real, and apart from it in every number.</summary>
public sealed class DrillingTests : IDisposable
{
    private static readonly DrillInput Typed = new() { Headline = "某县商贸综合体夜间火灾", Story = "21:40起火,网上有视频。", Speed = "60" };
    private readonly WatchDesk _desk = new();
    private readonly Reporting _reporting;
    private readonly Drilling _drilling;
    private readonly DrillClicks _clicks;

    public DrillingTests()
    {
        _reporting = new Reporting(new Workflow(_desk.Journal), _desk.Items, _desk.ItemRules, _desk.Book, _desk.Journal, _desk.Clock);
        _drilling = new Drilling(_reporting, _desk.Items, _desk.Journal, DemoBureau.Roster, _desk.Clock);
        _clicks = new DrillClicks(_drilling, new DrillViews(_drilling), new OpinionViews(new OpinionSteps([]), (_, _) => null, (_, _, _) => null, DemoBureau.Roster, _desk.Clock), _desk.Clock);
    }

    public void Dispose()
    {
        _reporting.Dispose();
        _desk.Dispose();
    }

    private static CancellationToken Stop => WatchDesk.Stop;

    [Theory]
    [InlineData("jiwen")]
    [InlineData("gaoyuan")]
    [InlineData("luming")]
    [InlineData("xushan")]
    public async Task The_section_head_leaders_and_the_administrator_start_drills(string person)
    {
        var item = (await Start(person, Typed)).State!;
        Assert.Equal(("演2026-0001", 60, true), (item.Number, item.Drill!.Speed, item.IsDrill));
        Assert.Null(item.Assessment);
        Assert.Null(item.Incident);
    }

    [Theory]
    [InlineData("luoqing")]
    [InlineData("pulan")]
    public async Task Others_are_told_who_does(string person) =>
        Assert.Equal("演练由商务运行科负责人、局领导或管理员发起。需要演练,请向他们提出。", (await Start(person, Typed)).Refusal!.Text);

    [Fact]
    public async Task What_is_missing_or_wrong_on_the_form_is_said_and_what_was_typed_comes_back()
    {
        Assert.Equal("请填写“演练标题”。", (await Start("jiwen", Typed with { Headline = " " })).Refusal!.Text);
        Assert.Equal("“演练标题”最多200字,现有201字,请删减。", (await Start("jiwen", Typed with { Headline = new string('题', 201) })).Refusal!.Text);
        Assert.Equal("请填写“演练情节”,让参加的人知道发生了什么。", (await Start("jiwen", Typed with { Story = null })).Refusal!.Text);
        Assert.Equal("“演练情节”最多1000字,现有1001字,请删减。", (await Start("jiwen", Typed with { Story = new string('节', 1001) })).Refusal!.Text);
        Assert.Equal("请选择“时间压缩”。", (await Start("jiwen", Typed with { Speed = "1000" })).Refusal!.Text);
        var card = await Card("jiwen", new DrillClick.Start("form-9", Typed with { Story = null }));
        Assert.Contains("请填写“演练情节”", card, StringComparison.Ordinal);
        Assert.Contains(Typed.Headline!, card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_duty_officer_and_the_sections_chat_are_alerted_as_in_earnest()
    {
        await _desk.Enter("11月23日 罗青砚");
        var item = (await Start("jiwen", Typed)).State!;
        Assert.True((await _desk.Journal.Slot(item.Id, "luoqing", Stop))!.AlertWanted > 0);
        Assert.True((await _desk.Journal.Slot(item.Id, OpinionGroup.Id, Stop))!.AlertWanted > 0);
        Assert.True(item.EscalateAt <= _desk.Clock.BureauNow().AddMinutes(1));
    }

    [Fact]
    public async Task Two_clicks_on_one_form_start_one_drill()
    {
        Assert.Equal((await Start("jiwen", Typed)).State!.Id, (await Start("jiwen", Typed)).State!.Id);
        Assert.Single(await _drilling.Lately(DemoBureau.Person("jiwen"), Stop));
    }

    [Fact]
    public async Task A_drill_takes_no_number_of_the_register_and_is_told_apart_in_every_list()
    {
        var drill = (await Start("jiwen", Typed)).State!;
        var at = _desk.Clock.BureauNow();
        var real = (await _reporting.Report(DemoBureau.Person("liying"), "form-2", new Story("某超市食盐断货", null, null, null, at), new("form-2", "短视频平台", "某超市食盐断货", null, at), false, null, null, Stop)).State!;
        Assert.Equal(("演2026-0001", "舆2026-0001"), (drill.Number, real.Number));
        Assert.StartsWith(OpinionCase.DrillIds + "-", drill.Id, StringComparison.Ordinal);
        Assert.False(real.Id.StartsWith(OpinionCase.DrillIds, StringComparison.Ordinal));
        // What counts items counts those that are none: the state itself says which they are.
        Assert.Equal([real.Number], (await _desk.Keeping.Open(Stop)).Where(item => !item.IsDrill).Select(item => item.Number));
        Assert.Contains("演练", _desk.Items.List(drill).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("演练", _desk.Items.List(real).Text, StringComparison.Ordinal);
        Assert.Equal([drill.Id], (await _drilling.Lately(DemoBureau.Person("jiwen"), Stop)).Select(one => one.CaseId));
    }

    [Fact]
    public async Task A_suspected_emergency_happens_as_the_drill_begins_and_has_no_level()
    {
        var item = (await Start("luming", Typed with { SuspectedEmergency = true })).State!;
        Assert.Equal((item.ReportedAt, Gravity.UnrankedIncident), (item.Story.OccurredAt, item.Gravity));
    }

    [Fact]
    public async Task The_score_is_opened_from_the_list_by_number_or_as_the_newest()
    {
        var id = (await Start("jiwen", Typed)).State!.Id;
        await _desk.Run(id, new AlarmCommand.Take(), "luoqing");
        var card = await Card("luoqing", new DrillClick.Score(id));
        Assert.Contains("演练还在进行", card, StringComparison.Ordinal);
        Assert.Contains("【演练】", card, StringComparison.Ordinal);
        var person = DemoBureau.Person("luoqing");
        Assert.StartsWith("【演练】演2026-0001 评分", (await _clicks.Score(person, "", Stop)).Replies.Single().Summary, StringComparison.Ordinal);
        Assert.StartsWith("【演练】演2026-0001 评分", (await _clicks.Score(person, "演2026-0001", Stop)).Replies.Single().Summary, StringComparison.Ordinal);
        Assert.Equal(DrillClicks.Unknown.Text, (await _clicks.Score(person, "演2026-0009", Stop)).Replies.Single().Summary);
        Assert.Contains("演2026-0001", CardJson.Write((await _clicks.Show(person, Stop)).Replies.Single().Card!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_item_has_no_score_and_strangers_see_no_drill()
    {
        var real = await _desk.InHand("luoqing", 7);
        Assert.Equal(DrillClicks.Unknown.Text, Assert.IsType<ClickAnswer.Refusal>(await Click("luoqing", new DrillClick.Score(real))).Text);
        Assert.Equal(DrillClicks.Unknown.Text, Assert.IsType<ClickAnswer.Refusal>(await Click("luoqing", new DrillClick.Score("nothing"))).Text);
        Assert.Equal(DrillClicks.NotYours.Text, Assert.IsType<ClickAnswer.Refusal>(await Click("liying", new DrillClick.Score(real))).Text);
        Assert.Equal(DrillClicks.NotYours.Text, (await _clicks.Show(DemoBureau.Person("liying"), Stop)).Replies.Single().Summary);
        Assert.Equal(DrillClicks.NotYours.Text, (await _clicks.Score(DemoBureau.Person("liying"), "", Stop)).Replies.Single().Summary);
        Assert.IsType<ClickAnswer.Refusal>(await Click("luoqing", new DrillClick.Start("form-3", Typed)));
    }

    [Fact]
    public async Task The_started_drill_is_answered_with_its_own_card() =>
        Assert.Contains("【演练】已开始,编号 演2026-0001", await Card("jiwen", new DrillClick.Start("form-4", Typed)), StringComparison.Ordinal);

    private Task<Outcome<OpinionItem>> Start(string person, DrillInput typed) => _drilling.Start(DemoBureau.Person(person), "form-1", typed, null, Stop);

    private Task<ClickAnswer> Click(string person, DrillClick click) =>
        _clicks.Answer(DemoBureau.Person(person), click, new Turn.Clicked(new(null, null), null, true, "", default, null), Stop);

    private async Task<string> Card(string person, DrillClick click) => CardJson.Write(Assert.IsType<ClickAnswer.Card>(await Click(person, click)).Content);
}
