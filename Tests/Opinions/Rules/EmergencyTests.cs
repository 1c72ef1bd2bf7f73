using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Emergency;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Rules;

/// <summary>定级, the proofs of clocks, and whom a countdown tells (B-22, O-03, O-05).</summary>
public sealed class EmergencyTests
{
    private static readonly DateTimeOffset Occurred = OpinionStory.Morning.AddHours(-1);
    private readonly OpinionStory _story = new OpinionStory().Report().Take().Assess(OpinionKind.Emergency);

    [Theory]
    [InlineData(IncidentLevel.Serious)]
    [InlineData(IncidentLevel.ExtraordinarilySerious)]
    public void A_serious_level_calls_the_first_spokesperson_and_everybody_who_acts(IncidentLevel level)
    {
        var fact = _story.Made<EmergencyEvent.LevelSet>("luming", Set(level));
        Assert.Equal(["luming", "gaoyuan", "jiwen", "luoqing", OpinionGroup.Id], fact.To);
        Assert.Equal("主要领导确定", fact.Basis);
        Assert.Equal(
            [(OpinionClockKind.FirstRelease, Occurred.AddHours(5)), (OpinionClockKind.PressConference, Occurred.AddHours(24))],
            _story.Now.Clocks.Select(clock => (clock.Deadline.Kind, clock.Deadline.Due)));
    }

    [Theory]
    [InlineData(IncidentLevel.General)]
    [InlineData(IncidentLevel.Major)]
    public void A_lesser_level_calls_those_who_lead_and_handle_and_has_only_the_48_hours(IncidentLevel level)
    {
        Assert.Equal(["gaoyuan", "jiwen", "luoqing"], _story.Made<EmergencyEvent.LevelSet>("luming", Set(level)).To);
        Assert.Equal(OpinionClockKind.Response, Assert.Single(_story.Now.Clocks).Deadline.Kind);
    }

    [Fact]
    public void A_level_goes_up_and_down_and_what_was_met_stays_met()
    {
        _story.Rank(IncidentLevel.Major, Occurred).Rank(IncidentLevel.Serious, Occurred).MeetPress();
        Assert.Equal([OpinionClockKind.PressConference, OpinionClockKind.Response], _story.Rank(IncidentLevel.General, Occurred).Now.Clocks.Select(clock => clock.Deadline.Kind));
        _story.Rank(IncidentLevel.ExtraordinarilySerious, Occurred);
        Assert.True(_story.Now.Clock(OpinionClockKind.PressConference) is { IsRunning: false });
        Assert.True(_story.Now.Clock(OpinionClockKind.FirstRelease) is { IsRunning: true });
        _story.Nothing("luming", Set(IncidentLevel.ExtraordinarilySerious));
    }

    [Fact]
    public void Only_the_principal_leader_speaks_for_themselves()
    {
        foreach (var actor in new[] { "luoqing", "jiwen", "gaoyuan" })
        {
            Assert.Equal(
                new(RefusalKind.Forbidden, "级别由主要领导鲁明泽(演示)确定。州应急管理部门等已有通报的,请选择“应急管理部门通报”并写明依据。"), _story.Refused(actor, Set(IncidentLevel.Serious)));
        }

        Assert.Equal(LevelAuthority.EmergencyAuthority, _story.Made<EmergencyEvent.LevelSet>("luoqing", Set(IncidentLevel.Serious) with { Authority = LevelAuthority.EmergencyAuthority, Basis = "州应急局11月23日电话通报" }).Authority);
    }

    [Fact]
    public void What_came_in_as_an_emergency_is_judged_one_by_its_level()
    {
        var story = new OpinionStory().Report(suspected: true).Do("luming", Set(IncidentLevel.Serious));
        Assert.Equal((OpinionKind.Emergency, IncidentLevel.Serious, 2), (story.Now.Kind, story.Now.Incident!.Level, story.Now.Weighed));
        Assert.Equal(story.Time.AddMinutes(-1).AddMinutes(5), story.Now.EscalateAt);
    }

    [Fact]
    public void Nothing_but_an_emergency_has_a_level() => Assert.Equal(
        "只有突发事件才定级,请先把本条研判为“突发事件”。", new OpinionStory().Report(suspected: true).Assess().Refused("luming", Set(IncidentLevel.Serious)).Text);

    public static TheoryData<EmergencyCommand.SetLevel, string> WrongLevels => new()
    {
        { Set(null), "请选择“级别”:特别重大、重大、较大或一般。" },
        { Set(IncidentLevel.Serious) with { Authority = null }, "请选择“由谁定级”:主要领导,或应急管理部门通报。" },
        { Set(IncidentLevel.Serious) with { Authority = LevelAuthority.EmergencyAuthority }, "请填写“定级依据”:通报单位、文号和时间。" },
        { Set(IncidentLevel.Serious) with { Basis = new('长', 501) }, "“定级依据”最多500字,现有501字,请删减。" },
        { Set(IncidentLevel.Serious) with { OccurredAt = null }, "请填写“发生日期”和“发生时间”(如 2026-11-26、14:30):时限自发生起计算。" },
        { Set(IncidentLevel.Serious) with { OccurredAt = DateTimeOffset.MaxValue }, "“发生时间”应写明已经发生的日期和时间(如 2026-11-26、14:30),不能晚于现在,请核对。" },
        { Set(IncidentLevel.Serious) with { OccurredAt = Occurred.AddYears(-11) }, "“发生时间”早于十年前,请核对年份。" },
    };

    [Theory]
    [MemberData(nameof(WrongLevels), DisableDiscoveryEnumeration = true)]
    public void A_level_is_complete_or_refused(EmergencyCommand.SetLevel set, string why) => Assert.Equal(why, _story.Refused("luming", set).Text);

    [Fact]
    public void Two_leaders_do_not_overwrite_each_other_unseen()
    {
        var shown = _story.Now.Weighed;
        _story.Rank(IncidentLevel.Serious, Occurred);
        var late = Set(IncidentLevel.General) with { Authority = LevelAuthority.EmergencyAuthority, Basis = "通报", Round = shown };
        Assert.Equal(RefusalKind.Stale, _story.Refused("gaoyuan", late).Kind);
        _story.Nothing("luming", Set(IncidentLevel.Serious) with { Round = shown });
    }

    [Fact]
    public void A_press_conference_is_proved_by_a_link_or_a_file()
    {
        _story.Rank(IncidentLevel.Serious, Occurred).Do("luoqing", new IntakeCommand.AddFile("f1", "发布会.jpg", "image/jpeg", 10, "h1"));
        var meet = new EmergencyCommand.MeetClock(OpinionClockKind.PressConference, _story.Time, null, null, "f1");
        Assert.Equal("请提供证明:填写“链接”,或先把照片、文件存入本条,再选择为证明。", _story.Refused("luoqing", meet with { FileId = null }).Text);
        Assert.Equal("没有找到作为证明的文件,请从已存入本条的文件中选择。", _story.Refused("luoqing", meet with { FileId = "f2" }).Text);
        Assert.Equal("“链接”应是以 http:// 或 https:// 开头的完整地址,不含用户名和密码,请从浏览器地址栏复制。", _story.Refused("luoqing", meet with { Url = "x" }).Text);
        Assert.Equal("“说明”最多200字,现有201字,请删减。", _story.Refused("luoqing", meet with { What = new('长', 201) }).Text);
        Assert.Equal("请填写“举行时间”的日期和时间(如 2026-11-26、14:30)。", _story.Refused("luoqing", meet with { When = null }).Text);
        Assert.Equal("“举行时间”应写明已经发生的日期和时间(如 2026-11-26、14:30),不能晚于现在,请核对。", _story.Refused("luoqing", meet with { When = _story.Time.AddHours(1) }).Text);
        Assert.Equal("“举行时间”不能早于发生时间(11月23日 08:00),请核对。", _story.Refused("luoqing", meet with { When = Occurred.AddMinutes(-1) }).Text);
        Assert.Equal("举行新闻发布会", _story.Made<EmergencyEvent.ClockMet>("gaoyuan", meet).What);
        _story.Nothing("gaoyuan", meet);
        Assert.Equal(new(RefusalKind.Stale, "高远汀(演示)已于11月23日 09:12记录“新闻发布会”(举行新闻发布会),不必重复办理。"), _story.Refused("luoqing", meet));
    }

    [Fact]
    public void Somebody_elses_authoritative_word_counts_when_it_is_proved()
    {
        _story.Rank(IncidentLevel.Serious, Occurred)
            .Do("luoqing", new EmergencyCommand.MeetClock(OpinionClockKind.FirstRelease, Occurred.AddHours(1), "州政府新闻办发布", OpinionStory.Url, null));
        Assert.Equal("本条没有“回应”时限,不需记录。", _story.Refused("luoqing", new EmergencyCommand.MeetClock(OpinionClockKind.Response, _story.Time, null, OpinionStory.Url, null)).Text);
        Assert.False(_story.Now.Clock(OpinionClockKind.FirstRelease)!.WasLate);
    }

    [Fact]
    public void A_clock_is_met_by_those_who_keep_or_lead() => Assert.Equal(
        new(RefusalKind.Forbidden, "“记录新闻发布会”由罗青砚(演示)、纪文岫(演示)或局领导办理。"),
        _story.Rank().Refused("liying", new EmergencyCommand.MeetClock(OpinionClockKind.PressConference, Occurred, null, OpinionStory.Url, null)));

    [Fact]
    public void A_countdown_tells_each_point_once_to_those_who_can_act()
    {
        _story.Rank(IncidentLevel.Serious, Occurred);
        var told = new List<(CountdownPoint, string)>();
        while (_story.Now.Clock(OpinionClockKind.PressConference)!.Next is { } next)
        {
            _story.At(next.At.AddSeconds(-1)).Nothing(null, Remind(OpinionClockKind.PressConference));
            var fact = _story.At(next.At).Made<EmergencyEvent.Reminded>(null, Remind(OpinionClockKind.PressConference));
            told.Add((fact.Point, string.Join(',', fact.To)));
            _story.At(next.At).Nothing(null, Remind(OpinionClockKind.PressConference));
        }

        Assert.Equal(
            [
                (CountdownPoint.Half, "luoqing,jiwen,luming"), (CountdownPoint.FourHours, "luoqing,jiwen,luming"),
                (CountdownPoint.OneHour, "luoqing,jiwen,luming"), (CountdownPoint.Overdue, "luoqing,jiwen,luming,gaoyuan"),
            ],
            told);
    }

    [Fact]
    public void After_a_long_sleep_only_the_newest_point_is_told()
    {
        _story.Rank(IncidentLevel.Serious, Occurred).At(Occurred.AddHours(23.5));
        Assert.Equal(CountdownPoint.OneHour, _story.Made<EmergencyEvent.Reminded>(null, Remind(OpinionClockKind.PressConference)).Point);
        Assert.Equal(CountdownPoint.Overdue, _story.Now.Clock(OpinionClockKind.PressConference)!.Next!.Point);
    }

    [Fact]
    public void Where_nobody_took_it_all_who_were_called_are_told()
    {
        var story = new OpinionStory().Report(onDuty: ["luoqing"]);
        story.At(story.Now.Clock(OpinionClockKind.Response)!.Deadline.Due.AddDays(1));
        Assert.Equal([OpinionGroup.Id, "luoqing", "jiwen", "gaoyuan"], story.Made<EmergencyEvent.Reminded>(null, Remind(OpinionClockKind.Response)).To);
    }

    [Fact]
    public void A_clock_that_is_met_or_gone_tells_nobody()
    {
        _story.Rank(IncidentLevel.Serious, Occurred).MeetPress().Later(TimeSpan.FromDays(3));
        _story.Nothing(null, Remind(OpinionClockKind.PressConference));
        _story.Nothing(null, Remind(OpinionClockKind.Response));
    }

    [Fact]
    public void That_the_48_hours_have_passed_is_told_once_even_if_it_is_judged_anew()
    {
        var story = new OpinionStory().Report().Take();
        story.At(story.Now.Clock(OpinionClockKind.Response)!.Deadline.Due.AddHours(12)).Do(null, Remind(OpinionClockKind.Response));
        story.Assess(OpinionKind.Emergency).Rank(IncidentLevel.General, Occurred).Assess(OpinionKind.Hardship);
        story.Later(TimeSpan.FromDays(2)).Nothing(null, Remind(OpinionClockKind.Response));
    }

    private static EmergencyCommand.RemindOf Remind(OpinionClockKind kind) => new(kind);

    private static EmergencyCommand.SetLevel Set(IncidentLevel? level) => new(level, LevelAuthority.PrincipalLeader, null, Occurred);
}
