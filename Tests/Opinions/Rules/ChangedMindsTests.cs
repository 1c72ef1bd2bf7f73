using System.Text.Json;
using DisclosureBot.Bureau;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Emergency;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Rules;

/// <summary>An emergency that is judged anew, an item in hands that cannot end it, and what was answered already.</summary>
public sealed class ChangedMindsTests
{
    private readonly OpinionStory _story = new OpinionStory().Report(onDuty: "luoqing").Take();

    [Fact]
    public void Nobody_but_the_principal_leader_sets_a_serious_emergency_aside()
    {
        _story.Rank();
        Assert.Equal(
            "本条已定为重大突发事件,不能直接改为其他类别。请先由主要领导或按通报“调整级别”,再重新研判。",
            _story.Refused("luoqing", new HandlingCommand.Assess(OpinionKind.Hardship, OpinionLevel.General, "不是突发事件")).Text);
        _story.Do("luming", new HandlingCommand.Assess(OpinionKind.Hardship, OpinionLevel.General, "不是突发事件"));
        Assert.Equal(OpinionClockKind.Response, Assert.Single(_story.Now.Clocks).Deadline.Kind);
    }

    [Fact]
    public void Whoever_was_called_to_an_emergency_hears_that_it_is_none()
    {
        _story.Assess(OpinionKind.Emergency);
        var fact = _story.Made<HandlingEvent.Assessed>("luoqing", new HandlingCommand.Assess(OpinionKind.Hardship, OpinionLevel.General, "误报"));
        Assert.Equal(["luming", "gaoyuan", "jiwen"], fact.To);
    }

    [Fact]
    public void The_principal_leader_hears_of_a_lower_level()
    {
        _story.Rank();
        Assert.Contains("luming", _story.Made<EmergencyEvent.LevelSet>("luoqing", Notice(IncidentLevel.General, "通报一")).To);
        Assert.DoesNotContain("luming", _story.Made<EmergencyEvent.LevelSet>("luoqing", Notice(IncidentLevel.Major, "通报二")).To);
    }

    [Fact]
    public void The_same_level_on_another_notice_is_written_down()
    {
        _story.Assess(OpinionKind.Emergency).Do("luoqing", Notice(IncidentLevel.Major, "通报一")).Do("luoqing", Notice(IncidentLevel.Major, "更正通报"));
        Assert.Equal("更正通报", _story.Now.Incident!.Basis);
        _story.Nothing("luoqing", Notice(IncidentLevel.Major, "更正通报"));
    }

    [Fact]
    public void What_was_answered_as_a_graver_emergency_has_no_48_hours_before_it()
    {
        _story.Rank().Answer();
        _story.Do("luming", new EmergencyCommand.SetLevel(IncidentLevel.Major, LevelAuthority.PrincipalLeader, null, null));
        Assert.Equal(OpinionClockKind.FirstRelease, Assert.Single(_story.Now.Clocks).Deadline.Kind);
        _story.Assess();
        Assert.DoesNotContain(_story.Now.Clocks, clock => clock.IsRunning);
        _story.Close();
    }

    [Fact]
    public void Keepers_are_waited_for_where_another_section_has_it_in_hand_and_it_is_to_be_judged_or_closed()
    {
        _story.Assign().Do("luoqing", new AlarmCommand.Pass("zhangmu", null));
        Assert.Equal("jiwen,luoqing,zhangmu", Acting());
        Assert.Equal("zhangmu", Acting(_story.Assess()));
        Assert.Equal("jiwen,luoqing,zhangmu", Acting(_story.Draft(actor: "zhangmu").Review().Release()));
        Assert.Equal(
            "“办结”由罗青砚(演示)、纪文岫(演示)或局领导办理。本条在您手中,请先用“记一笔”写明情况,再用“转交”交给他们。",
            _story.Refused("zhangmu", new HandlingCommand.Close("回应及时,舆情平稳。")).Text);
    }

    [Fact]
    public void Keepers_are_waited_for_where_the_handler_has_left_the_bureau()
    {
        var without = new Roster("b", "局", "t", [.. DemoBureau.Roster.People.Where(person => person.Id != "luoqing")]);
        Assert.Contains("jiwen", OpinionWaiting.On(_story.Now, without));
    }

    [Fact]
    public void A_grave_emergency_that_is_answered_still_waits_for_its_press_conference()
    {
        _story.Assess(OpinionKind.Emergency).Rank().Answer();
        Assert.Equal("已回应,等待新闻发布会", OpinionStatus.Of(_story.Now));
        Assert.Equal("已回应,等待办结", OpinionStatus.Of(_story.MeetPress().Now));
    }

    [Fact]
    public void An_assigned_section_is_waited_for_no_more_once_it_is_recorded_that_it_was_answered()
    {
        _story.Assess().Assign();
        Assert.Equal("luoqing,zhangmu", Acting());
        _story.Do("luoqing", new EmergencyCommand.MeetClock(OpinionClockKind.Response, _story.Time, "电话答复", OpinionStory.Url, null));
        Assert.Equal(("luoqing", "已回应,等待办结"), (Acting(), OpinionStatus.Of(_story.Now)));
        Assert.Equal("luoqing,zhangmu", Acting(_story.Assess(OpinionKind.FalseInformation)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_emergency_does_not_vanish_in_an_ordinary_item(bool assessed)
    {
        var fire = new OpinionStory().Report("某县商贸综合体夜间火灾", suspected: true);
        if (assessed) fire.Assess(OpinionKind.Emergency);
        var report = fire.Reporting("同一件事");
        var other = new OpinionStory().Do("heyan", report with { Id = "opinion-2026-0000002", Number = "舆2026-0002", Key = "form-2", Source = report.Source with { Key = "form-2" } });
        Assert.Equal(
            "本条按突发事件办理,并入后不再按突发事件提醒。请把 舆2026-0002 并入本条;不是突发事件的,请先研判。",
            fire.Refused("luoqing", new IntakeCommand.Merge(other.Now)).Text);
        fire.Do("luoqing", new IntakeCommand.Merge(other.Assess(OpinionKind.Emergency).Now));
    }

    [Theory]
    [InlineData("liying", false)]
    [InlineData("duanhe", false)]
    [InlineData("luoqing", true)]
    [InlineData("yangzhi", true)]
    [InlineData("zhoulin", true)]
    [InlineData("gaoyuan", true)]
    public void What_may_not_go_out_is_read_by_those_who_handle_or_review_it_alone(string person, bool reads)
    {
        _story.Assign("trade").Assign().Draft(actor: "yangzhi").Review(cleared: false);
        var view = JsonSerializer.Serialize(new OpinionViews(_story.Steps, (_, _) => null, (_, _, _) => null, DemoBureau.Roster, TimeProvider.System).Of(_story.Now, DemoBureau.Person(person)), ReadableText);
        Assert.Equal(reads, view.Contains("补贴资金已于本周分批拨付", StringComparison.Ordinal));
        Assert.Equal(reads, view.Contains("涉及工作秘密", StringComparison.Ordinal));
        Assert.Contains("不得公开", view, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drill_is_marked_in_every_list() =>
        Assert.StartsWith("【演练】", new OpinionCase(DemoBureau.Roster).List(new OpinionStory().Report(drill: new(60)).Now).Title, StringComparison.Ordinal);

    private static readonly JsonSerializerOptions ReadableText = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static EmergencyCommand.SetLevel Notice(IncidentLevel level, string basis) => new(level, LevelAuthority.EmergencyAuthority, basis, OpinionStory.Morning.AddHours(-1));

    private string Acting(OpinionStory? _ = null) => string.Join(',', OpinionWaiting.On(_story.Now, DemoBureau.Roster).Order(StringComparer.Ordinal));
}
