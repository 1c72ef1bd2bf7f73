using DisclosureBot.Bureau;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Rules;

/// <summary>Coming in: what is asked of a report, its sources and files, and 并入.</summary>
public sealed class IntakeTests
{
    private static readonly DateTimeOffset Now = OpinionStory.Morning;
    private static readonly Story Plain = new("标题", "内容", "楚雄市", Now.AddHours(-2), Now.AddHours(-1));
    private readonly OpinionStory _story = new();

    [Fact]
    public void A_report_wakes_the_duty_officers_and_the_chat_and_starts_the_48_hours_from_learning()
    {
        _story.Report(onDuty: ["luoqing"]);
        var fact = Assert.IsType<IntakeEvent.Reported>(Assert.Single(_story.Facts));
        Assert.Equal([OpinionGroup.Id, "luoqing"], fact.To);
        Assert.Equal(["luoqing", "jiwen", "liying"], fact.Circle);
        Assert.Equal(fact.Story.LearntAt.AddHours(48), _story.Now.Clock(OpinionClockKind.Response)!.Deadline.Due);
        Assert.Equal("商务运行科", _story.Now.Section);
        Assert.NotNull(_story.Now.EscalateAt);
    }

    [Theory]
    [InlineData]
    [InlineData("gone")]
    public void Where_nobody_known_is_on_duty_every_keeper_is_woken(params string[] onDuty)
    {
        _story.Report(onDuty: onDuty);
        Assert.Equal([OpinionGroup.Id, "luoqing", "jiwen"], _story.Now.Called);
    }

    [Fact]
    public void A_feed_reports_in_its_own_name()
    {
        var report = _story.Reporting() with { Reporter = new("feed:1", "舆情订阅") };
        _story.Do(null, report);
        Assert.Equal("舆情订阅", _story.Now.Reporter.Name);
    }

    [Fact]
    public void What_people_wrote_is_cleaned()
    {
        _story.Report(story: Plain with { Headline = "  补贴\n到账慢 ", Text = " ", Place = "楚雄市\u200B" });
        Assert.Equal(("补贴 到账慢", null, "楚雄市"), (_story.Now.Story.Headline, _story.Now.Story.Text, _story.Now.Story.Place));
    }

    public static TheoryData<Story, string> WrongStories => new()
    {
        { Plain with { Headline = " " }, "请填写“标题”。" },
        { Plain with { Headline = new('长', 201) }, "“标题”最多200字,现有201字,请删减。" },
        { Plain with { Text = new('长', 2001) }, "“情况”最多2000字,现有2001字,请删减。" },
        { Plain with { Place = new('长', 101) }, "“地点”最多100字,现有101字,请删减。" },
        { Plain with { LearntAt = Now.AddMinutes(6) }, "“获知时间”不能晚于现在,请核对日期和时间(如 2026-11-26、14:30)。" },
        { Plain with { LearntAt = Now.AddYears(-2), OccurredAt = null }, "“获知时间”早于一年前,请核对年份。" },
        { Plain with { OccurredAt = Now.AddMinutes(-1) }, "“发生时间”不能晚于“获知时间”,请核对日期和时间(如 2026-11-26、14:30)。" },
        { Plain with { OccurredAt = Now.AddYears(-11) }, "“发生时间”早于十年前,请核对年份。" },
    };

    [Theory]
    [MemberData(nameof(WrongStories), DisableDiscoveryEnumeration = true)]
    public void A_report_that_says_too_little_or_what_cannot_be_is_refused(Story story, string why) => Assert.Equal(new(RefusalKind.Invalid, why), _story.Refused("liying", _story.Reporting(story: story)));

    [Fact]
    public void A_clock_a_little_ahead_is_forgiven_and_counts_as_now()
    {
        _story.Report(story: Plain with { LearntAt = Now.AddMinutes(4) });
        Assert.Equal(Now, _story.Now.Story.LearntAt);
    }

    [Theory]
    [InlineData(" ", null, "请填写“来源”。")]
    [InlineData("微博", "微博.example", "“链接”应是以 http:// 或 https:// 开头的完整地址,不含用户名和密码,请从浏览器地址栏复制。")]
    public void A_source_has_a_name_and_at_most_a_true_address(string name, string? url, string why)
    {
        var report = _story.Reporting();
        Assert.Equal(why, _story.Refused("liying", report with { Source = report.Source with { Name = name, Url = url } }).Text);
        _story.Report();
        Assert.Equal(why, _story.Refused(null, new IntakeCommand.AddSource(_story.Source("k2") with { Name = name, Url = url }, new("feed:1", "订阅"))).Text);
    }

    [Fact]
    public void Without_a_section_for_opinion_there_is_nobody_to_report_to()
    {
        var people = DemoBureau.Roster.People.Select(person => person with { Section = person.Section with { Duties = [] } }).ToList();
        Assert.Equal("花名册中没有负责舆情的科室,无法上报。请联系管理员补充科室职责。", new OpinionStory(new Roster("b", "局", "t", people)).Refused("liying", _story.Reporting()).Text);
    }

    [Fact]
    public void The_same_sighting_is_taken_in_once()
    {
        _story.Report().Do(null, new IntakeCommand.AddSource(_story.Source("k2", "12345热线"), new("feed:1", "订阅")));
        Assert.Equal(2, _story.Now.Sources.Count);
        _story.Nothing(null, new IntakeCommand.AddSource(_story.Source("k2"), new("feed:1", "订阅")));
    }

    [Fact]
    public void The_first_and_the_newest_sources_are_kept_and_the_others_counted()
    {
        _story.Report();
        for (var i = 1; i <= 60; i++) _story.Do(null, new IntakeCommand.AddSource(_story.Source($"more{i}"), new("feed:1", "订阅")));
        _story.Do("luoqing", new HandlingCommand.AddNote("新增来源:核实过"));
        Assert.Equal([_story.Reporting().Source.Key, .. Enumerable.Range(12, 49).Select(i => $"more{i}")], _story.Now.Sources.Select(source => source.Key));
        Assert.Equal(11, _story.Now.OlderSources);
        Assert.Equal(1 + 49 + 1, _story.Now.Trail.Count);
        Assert.Equal("新增来源:核实过", _story.Now.Trail[^1].What);
        Assert.Equal(62, _story.Facts.Count);
    }

    [Fact]
    public void The_reporter_and_those_who_handle_it_put_files_on_it_and_each_only_once()
    {
        _story.Report();
        foreach (var (person, hash) in new[] { ("liying", "a"), ("luoqing", "b"), ("luming", "c") }) _story.Do(person, File(hash));
        _story.Nothing("luoqing", File("a"));
        _story.Assign();
        _story.Do("yangzhi", File("d"));
        Assert.Equal(4, _story.Now.Files.Count);
    }

    [Fact]
    public void Who_only_reviews_puts_no_files_on_it()
    {
        _story.Report().Take().Assess().Draft();
        var no = _story.Refused("zhoulin", File("a"));
        Assert.Equal(new(RefusalKind.Forbidden, "材料由上报人李映禾(演示)、罗青砚(演示)、纪文岫(演示)、商务运行科或局领导存入。"), no);
    }

    [Fact]
    public void Twenty_files_are_enough()
    {
        _story.Report();
        for (var i = 0; i < 20; i++) _story.Do("liying", File($"h{i}"));
        Assert.Equal("每条舆情最多存入20个文件,现已存满。其余材料请用“记一笔”写明存放处。", _story.Refused("liying", File("more")).Text);
    }

    [Fact]
    public void Looking_at_a_file_is_noted_even_after_the_end()
    {
        _story.Report().Do("liying", File("a")).Take().Assess().Answer().Close();
        _story.Do("liying", new IntakeCommand.OpenFile("file-a"));
        Assert.Equal(new(RefusalKind.NotFound, "没有找到这个文件,请从舆情卡片上重新打开。"), _story.Refused("liying", new IntakeCommand.OpenFile("other")));
        Assert.Equal(OpinionRules.Unknown, _story.Refused("duanhe", new IntakeCommand.OpenFile("file-a")));
    }

    [Fact]
    public void A_repeat_ends_in_the_item_it_repeats_and_its_sources_go_there()
    {
        var other = Other(Now);
        _story.Report().Do("luoqing", new IntakeCommand.Merge(other.Now));
        Assert.Equal(OpinionPhase.Merged, _story.Now.Phase);
        Assert.Null(_story.Now.EscalateAt);
        _story.Nothing("luoqing", new IntakeCommand.Merge(other.Now));
        Assert.Equal(new(RefusalKind.Stale, "舆2026-0001 已并入 舆2026-0002,请到那一条上办理。"), _story.Refused("luoqing", new HandlingCommand.AddNote("补记")));
        other.Do("luoqing", new IntakeCommand.Absorb(_story.Now));
        Assert.Equal(["form-2", "form-1"], other.Now.Sources.Select(source => source.Key));
        Assert.Contains("liying", other.Now.Circle);
        other.Nothing("luoqing", new IntakeCommand.Absorb(_story.Now));
    }

    [Fact]
    public void The_earlier_learning_counts_after_a_merger_as_long_as_the_clock_runs()
    {
        var learnt = Now.AddHours(-30);
        var earlier = new OpinionStory().Report(story: Plain with { LearntAt = learnt, OccurredAt = null });
        var other = Other(Now);
        other.Do("luoqing", new IntakeCommand.Absorb(earlier.Now));
        Assert.Equal(learnt, other.Now.Story.LearntAt);
        Assert.Equal(learnt.AddHours(48), other.Now.Clock(OpinionClockKind.Response)!.Deadline.Due);

        var answered = Other(Now).Take().Assess().Answer();
        var due = answered.Now.Clock(OpinionClockKind.Response)!.Deadline.Due;
        answered.Do("luoqing", new IntakeCommand.Absorb(earlier.Now));
        Assert.Equal(due, Assert.Single(answered.Now.Clocks).Deadline.Due);
        Assert.False(answered.Now.Clocks[0].IsRunning);
    }

    [Fact]
    public void What_cannot_be_merged_is_refused_with_the_reason()
    {
        _story.Report();
        var other = Other(Now);
        Assert.Equal("没有找到要并入的舆情,请填写完整编号(如 舆2026-0001)。", Merge(null));
        Assert.Equal("不能并入本条自己,请填写另一条舆情的编号。", Merge(_story.Now));
        Assert.Equal("演练与真实舆情不能合并,请分别办理。", Merge(new OpinionStory().Report(drill: new(60)).Now));
        _story.Rank();
        Assert.Equal("本条已定为重大突发事件,并入后其时限不再计时。请把 舆2026-0002 并入本条。", Merge(other.Now));
        Assert.Equal("舆2026-0002 已经结束,不能并入。请选择仍在办理的舆情,或单独办理本条。", Merge(other.Take().Assess().Answer().Close().Now));
        Assert.Equal("不能并入本条自己,请填写另一条舆情的编号。", _story.Refused("luoqing", new IntakeCommand.Absorb(_story.Now)).Text);
        Assert.Equal("演练与真实舆情不能合并,请分别办理。", _story.Refused("luoqing", new IntakeCommand.Absorb(new OpinionStory().Report(drill: new(60)).Now)).Text);

        string Merge(OpinionItem? into) => _story.Refused("luoqing", new IntakeCommand.Merge(into)).Text;
    }

    private static IntakeCommand.AddFile File(string hash) => new($"file-{hash}", "截图.png", "image/png", 1000, hash);

    private static OpinionStory Other(DateTimeOffset at)
    {
        var other = new OpinionStory().At(at);
        var report = other.Reporting("同一件事");
        return other.Do("heyan", report with { Id = "opinion-2026-0000002", Number = "舆2026-0002", Key = "form-2", Source = report.Source with { Key = "form-2" } });
    }
}
