using DisclosureBot.Bureau;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Rules;

/// <summary>Who has it in hand, and who is called when nobody has.</summary>
public sealed class AlarmTests
{
    private readonly OpinionStory _story = new();

    [Theory]
    [InlineData("luoqing")]
    [InlineData("jiwen")]
    [InlineData("gaoyuan")]
    [InlineData("luming")]
    public void A_keeper_or_leader_takes_it_and_nobody_is_called_any_more(string person)
    {
        _story.Report().Take(person);
        Assert.Equal(person, _story.Now.Handler!.Id);
        Assert.Null(_story.Now.EscalateAt);
        _story.Nothing(person, new AlarmCommand.Take());
        _story.Later(TimeSpan.FromHours(5)).Nothing(null, new AlarmCommand.Escalate());
    }

    [Theory]
    [InlineData("jiwen")]
    [InlineData("luming")]
    public void Whoever_comes_second_hears_who_was_first_and_when(string second)
    {
        _story.Report().Take();
        Assert.Equal(new(RefusalKind.Stale, "罗青砚(演示)已于11月23日 09:01接手,正在处理。需要换人的,请用“转交”。"), _story.Refused(second, new AlarmCommand.Take()));
    }

    [Fact]
    public void Others_do_not_take_it() => Assert.Equal(
        new(RefusalKind.Forbidden, "“我来处理”由罗青砚(演示)、纪文岫(演示)或局领导办理。"), _story.Report().Refused("liying", new AlarmCommand.Take()));

    [Fact]
    public void It_is_handed_on_to_who_may_work_on_it_and_the_new_hand_dates_from_then()
    {
        _story.Report().Take().Do("jiwen", new AlarmCommand.Pass("jiwen", "我熟悉情况"));
        Assert.Equal("jiwen", _story.Now.Handler!.Id);
        Assert.Equal(new(RefusalKind.Stale, "纪文岫(演示)已于11月23日 09:02接手,正在处理。需要换人的,请用“转交”。"), _story.Refused("luoqing", new AlarmCommand.Take()));
        _story.Nothing("luoqing", new AlarmCommand.Pass("jiwen", null));
        _story.Assign().Do("jiwen", new AlarmCommand.Pass("yangzhi", null)).Do("yangzhi", new AlarmCommand.Pass("gaoyuan", null));
        Assert.Equal(OpinionStory.Morning.AddMinutes(1), _story.Now.TakenAt);
    }

    [Fact]
    public void Handing_on_what_nobody_took_ends_the_alarm() => Assert.Null(_story.Report().Do("jiwen", new AlarmCommand.Pass("luoqing", null)).Now.EscalateAt);

    [Theory]
    [InlineData("luoqing", null, "请选择“转交给”。")]
    [InlineData("luoqing", "nobody", "请选择“转交给”。")]
    [InlineData("luoqing", "yangzhi", "杨知渔(演示)不在本条的办理范围内。请转交商务运行科、商务运行科人员或局领导,或先交办其所在科室。")]
    [InlineData("liying", "luoqing", "“转交”由罗青砚(演示)、纪文岫(演示)或局领导办理。")]
    public void It_is_not_handed_on_blindly(string actor, string? to, string why) => Assert.Equal(why, _story.Report().Refused(actor, new AlarmCommand.Pass(to, null)).Text);

    [Fact]
    public void A_note_on_handing_on_is_bounded() =>
        Assert.Equal("“转交说明”最多500字,现有501字,请删减。", _story.Report().Refused("luoqing", new AlarmCommand.Pass("jiwen", new('长', 501))).Text);

    [Fact]
    public void The_rungs_are_called_in_order_each_once_and_never_before_their_time()
    {
        _story.Report(onDuty: ["luoqing"]);
        _story.Nothing(null, new AlarmCommand.Escalate());
        foreach (var (rung, person) in new[] { (EscalationRung.SectionHead, "jiwen"), (EscalationRung.LeaderInCharge, "gaoyuan"), (EscalationRung.PrincipalLeader, "luming") })
        {
            var fact = _story.At(_story.Now.EscalateAt!.Value).Made<AlarmEvent.Escalated>(null, new AlarmCommand.Escalate());
            Assert.Equal((rung, person), (fact.Rung, Assert.Single(fact.To)));
            _story.At(fact.At).Nothing(null, new AlarmCommand.Escalate());
        }

        Assert.Null(_story.Now.EscalateAt);
        _story.Later(TimeSpan.FromDays(1)).Nothing(null, new AlarmCommand.Escalate());
    }

    [Fact]
    public void Who_was_called_already_is_not_called_again_and_their_rung_is_passed_over()
    {
        _story.Report();
        Assert.Contains("jiwen", _story.Now.Called);
        Assert.Equal(EscalationRung.LeaderInCharge, _story.At(_story.Now.EscalateAt!.Value).Made<AlarmEvent.Escalated>(null, new AlarmCommand.Escalate()).Rung);
    }

    [Fact]
    public void A_rung_with_nobody_is_passed_over_and_the_last_one_ends_the_alarm()
    {
        var roster = Without(Role.PrincipalLeader, Role.SectionHead);
        var story = new OpinionStory(roster).Report(onDuty: ["luoqing"]);
        var fact = story.At(story.Now.EscalateAt!.Value).Made<AlarmEvent.Escalated>(null, new AlarmCommand.Escalate());
        Assert.Equal((EscalationRung.LeaderInCharge, null), (fact.Rung, fact.Next));

        var alone = new OpinionStory(Without(Role.PrincipalLeader, Role.SectionHead, Role.LeaderInCharge)).Report();
        alone.At(alone.Now.EscalateAt!.Value).Nothing(null, new AlarmCommand.Escalate());
    }

    [Fact]
    public void Another_weight_calls_anew_from_now_but_only_while_nobody_took_it()
    {
        _story.Report(onDuty: ["luoqing"]).Assess(OpinionKind.Hotspot, OpinionLevel.Important, "jiwen");
        Assert.Equal(_story.Time.AddMinutes(-1).AddMinutes(30), _story.Now.EscalateAt);
        Assert.Null(_story.Take().Assess(OpinionKind.Emergency).Now.EscalateAt);
    }

    private static Roster Without(params Role[] roles) => new("b", "局", "t", [.. DemoBureau.Roster.People.Select(person => person with { Roles = person.Roles.Except(roles).ToHashSet() })]);
}
