using DisclosureBot.Bureau;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Emergency;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Rules;

/// <summary>Who is offered which step, and which of them they are waited for.</summary>
public sealed class OfferTests
{
    private static readonly string[] Keeping = [OpinionVerbs.Assess, OpinionVerbs.Assign, OpinionVerbs.Note, OpinionVerbs.TransferOut, OpinionVerbs.Merge, OpinionVerbs.Pass, OpinionVerbs.MeetResponse];
    private readonly OpinionStory _story = new OpinionStory().Report(onDuty: ["luoqing"]);

    [Theory]
    [InlineData("luoqing", true, true, true)]
    [InlineData("jiwen", true, true, true)]
    [InlineData("gaoyuan", true, true, false)]
    [InlineData("luming", true, true, false)]
    [InlineData("yangzhi", false, true, true)]
    [InlineData("zhangmu", false, true, true)]
    [InlineData("liying", false, false, false)]
    [InlineData("zhoulin", false, false, false)]
    [InlineData("xushan", false, false, false)]
    public void Keepers_and_leaders_run_it_and_the_assigned_section_notes_and_drafts(string person, bool keeps, bool notes, bool drafts)
    {
        _story.Assign();
        var offered = Verbs(person);
        Assert.Equal(keeps, Keeping.All(offered.Contains));
        Assert.Equal(keeps, Keeping.Where(verb => verb != OpinionVerbs.Note).Any(offered.Contains));
        Assert.Equal(keeps, offered.Contains(OpinionVerbs.Take));
        Assert.Equal(notes, offered.Contains(OpinionVerbs.Note));
        Assert.Equal(drafts, offered.Contains(OpinionVerbs.Draft));
        foreach (var command in new OpinionCommand[]
                 {
                     new AlarmCommand.Take(), new AlarmCommand.Pass("jiwen", null), new HandlingCommand.Assess(OpinionKind.Hotspot, OpinionLevel.General, "看"),
                     new HandlingCommand.Assign("trade", null), new HandlingCommand.TransferOut("部门", "记录"), new HandlingCommand.Close("评估"), new IntakeCommand.Merge(null),
                     new EmergencyCommand.MeetClock(OpinionClockKind.Response, null, null, null, null),
                 })
        {
            var refusal = (_story.Rules.Decide(_story.Item, command, DemoBureau.Person(person), _story.Time) as Decision<OpinionEvent>.Refused)?.Refusal;
            Assert.Equal(keeps, refusal?.Kind is not (RefusalKind.Forbidden or RefusalKind.NotFound));
        }
    }

    [Fact]
    public void Each_is_waited_for_what_is_theirs()
    {
        Assert.Equal(["我来处理"], Main("luoqing"));
        Assert.Empty(Main("jiwen"));
        Assert.Equal(["我来处理"], _story.Steps.Offer(_story.Now, OpinionGroup.Reader(DemoBureau.Person("luoqing").Section), _story.Time).Where(form => form.IsMain).Select(form => form.Button));
        Assert.Equal(["研判"], Main("luoqing", _story.Take()));
        Assert.Equal(["拟写澄清"], Main("luoqing", _story.Assess(OpinionKind.FalseInformation)));
        Assert.Equal(["拟写澄清"], Main("zhangmu", _story.Assign()));
        Assert.Empty(Main("luoqing"));
        Assert.Equal(["保密审查"], Main("zhoulin", _story.Draft(actor: "yangzhi")));
        Assert.Equal(["改写澄清"], Main("yangzhi", _story.Review(cleared: false)));
        Assert.Equal(["记录发布"], Main("luoqing", _story.Draft(actor: "yangzhi").Review()));
        Assert.Equal(["办结"], Main("luoqing", _story.Release()));
    }

    [Fact]
    public void The_principal_leader_is_waited_for_the_level_and_the_press_conference()
    {
        Assert.Equal(["定级"], Main("luming", _story.Take().Assess(OpinionKind.Emergency)));
        Assert.Equal(["记录新闻发布会"], Main("luming", _story.Rank()));
        Assert.Contains("调整级别", Buttons("luming"));
        Assert.Contains("记录首次权威信息", Buttons("luoqing"));
        Assert.DoesNotContain("转其他部门", Buttons("luoqing"));
        Assert.Equal(["记录新闻发布会"], Main("luoqing", _story.Answer()));
    }

    [Fact]
    public void Only_the_principal_leader_is_offered_their_own_word_on_the_level()
    {
        _story.Assess(OpinionKind.Emergency);
        Assert.Equal(["PrincipalLeader", "EmergencyAuthority"], Authorities("luming"));
        Assert.Equal(["EmergencyAuthority"], Authorities("luoqing"));

        IEnumerable<string> Authorities(string person) =>
            Offer(person).Single(form => form.Verb == OpinionVerbs.SetLevel).Fields.OfType<StepField.Pick>().Single(field => field.Id == "authority").Choices.Select(choice => choice.Value);
    }

    [Fact]
    public void Strangers_and_what_has_ended_are_offered_nothing()
    {
        Assert.Empty(Offer("duanhe"));
        _story.Take().Assess().Answer().Close();
        Assert.All(DemoBureau.Roster.People, person => Assert.Empty(Offer(person.Id)));
    }

    [Fact]
    public void Every_verb_is_read_and_every_button_of_a_card_has_a_name_of_its_own()
    {
        Assert.All(OpinionVerbs.All, verb => Assert.NotNull(_story.Steps.Read(Click(verb))));
        Assert.Null(_story.Steps.Read(Click("opinion.other")));
        Assert.Equal(7, _story.Steps.Read(Click(OpinionVerbs.Take) with { Round = 7 })!.Round);
        foreach (var story in new[] { _story, _story.Take().Rank(), _story.Draft().Review() })
            Assert.All(DemoBureau.Roster.People, person => Assert.Equal(Buttons(person.Id).Count, Buttons(person.Id).Distinct().Count()));
    }

    [Fact]
    public void What_was_typed_is_read_into_the_command_and_nonsense_counts_as_nothing()
    {
        Assert.Equal(
            new EmergencyCommand.SetLevel(IncidentLevel.Serious, LevelAuthority.EmergencyAuthority, "通报", new(2026, 11, 23, 8, 30, 0, TimeSpan.FromHours(8))) { Round = 0 },
            _story.Steps.Read(Click(OpinionVerbs.SetLevel, ("level", "Serious"), ("authority", "EmergencyAuthority"), ("basis", "通报"), ("on", "2026-11-23"), ("time", "8:30"))));
        Assert.Equal(
            new HandlingCommand.Assess(null, null, null) { Round = 0 }, _story.Steps.Read(Click(OpinionVerbs.Assess, ("kind", "2"), ("level", "x"))));
        var half = Assert.IsType<EmergencyCommand.MeetClock>(_story.Steps.Read(Click(OpinionVerbs.MeetFirstRelease, ("time", "8:30"))));
        Assert.Equal((OpinionClockKind.FirstRelease, DateTimeOffset.MaxValue), (half.Clock, half.When));
    }

    [Fact]
    public void A_refused_form_stands_open_in_place_of_the_one_that_was_waited_for()
    {
        _story.Do("luoqing", new AlarmCommand.Take());
        Assert.Equal(["研判"], Main("luoqing"));
        var again = _story.Steps.Offer(_story.Now, DemoBureau.Person("luoqing"), _story.Time, Click(OpinionVerbs.TransferOut, ("department", "州市场监督管理局")));
        Assert.Equal("转其他部门", Assert.Single(again, form => form.IsMain).Button);
        Assert.Equal("州市场监督管理局", again.Single(form => form.IsMain).Fields[0].Value);
        Assert.Equal(Buttons("luoqing"), again.Select(form => form.Button));
        var elsewhere = _story.Steps.Offer(_story.Now, DemoBureau.Person("luoqing"), _story.Time, Click(OpinionVerbs.Review, ("basis", "无")));
        Assert.Equal("研判", Assert.Single(elsewhere, form => form.IsMain).Button);
    }

    [Theory]
    [InlineData(1, "如 舆2026-0002")]
    [InlineData(2, "如 舆2026-0001")]
    public void The_example_of_a_number_to_merge_into_is_another_items(int sequence, string example)
    {
        var item = _story.Now with { Number = OpinionCase.Number(2026, sequence, drill: false) };
        var merge = _story.Steps.Offer(item, DemoBureau.Person("luoqing"), _story.Time).Single(form => form.Verb == OpinionVerbs.Merge);
        Assert.Equal(example, merge.Fields.OfType<StepField.Text>().Single().Placeholder);
    }

    private static StepClick Click(string verb, params (string Field, string Value)[] typed) => new(verb, "opinion-2026-0000001", 0, null, typed.ToDictionary(one => one.Field, one => one.Value));

    private IReadOnlyList<StepForm> Offer(string person) => _story.Steps.Offer(_story.Now, DemoBureau.Person(person), _story.Time);

    private List<string> Verbs(string person) => [.. Offer(person).Select(form => form.Verb)];

    private List<string> Buttons(string person) => [.. Offer(person).Select(form => form.Button)];

    private List<string> Main(string person, OpinionStory? _ = null) => [.. Offer(person).Where(form => form.IsMain).Select(form => form.Button)];
}
