using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Clock;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Emergency;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Opinions.Response;
using DisclosureBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Views;

/// <summary>What the facts of an item make of its card, for each reader and at each moment.</summary>
public sealed class OpinionViewsTests
{
    private static readonly DateTimeOffset Learnt = new(2026, 11, 23, 8, 5, 0, BureauTime.Offset);
    private static readonly Who Officer = new("luoqing", "罗青砚(演示)");
    private static readonly Who Head = new("luming", "鲁明泽(演示)");
    private static readonly OpinionClocks Counted = new(new Calendars(CalendarSettings.Default), OpinionSettings.Usual);
    private static readonly Person Reader = DemoBureau.Person("luoqing");

    [Fact]
    public void Nobody_has_it_yet_and_the_card_says_when_the_next_is_called()
    {
        var view = View(Item(), Learnt.AddMinutes(25));
        Assert.Equal(("未研判", Tone.Waiting, Tone.Warning), (view.Gravity, view.GravityTone, view.StatusTone));
        Assert.Equal((null, "11月23日 09:05仍无人接手,将再向上提请"), (view.Handler, view.Escalation));
        Assert.Equal(("11月23日 08:05(至今25分钟)", null), (view.LearntOn, view.OccurredOn));
        Assert.True(view.IsOpen);
    }

    [Fact]
    public void Escalated_and_untaken_is_the_loudest_status()
    {
        var item = Item(new AlarmEvent.Escalated(Officer, Learnt.AddHours(1), EscalationRung.SectionHead, Learnt.AddHours(2), []));
        Assert.Equal((Tone.Bad, "11月23日 10:05仍无人接手,将再向上提请"), (View(item, Learnt.AddHours(1)).StatusTone, View(item, Learnt.AddHours(1)).Escalation));
    }

    [Fact]
    public void Taken_says_who_and_no_longer_what_comes_if_nobody_does()
    {
        var view = View(Item(new AlarmEvent.Taken(Officer, Learnt.AddMinutes(5))), Learnt.AddMinutes(6));
        Assert.Equal(("罗青砚(演示)", null, Tone.Waiting), (view.Handler, view.Escalation, view.StatusTone));
    }

    [Theory]
    [InlineData(36, "还剩12小时", Tone.Warning)]
    [InlineData(35, "还剩13小时", Tone.Waiting)]
    [InlineData(48, "已逾期", Tone.Bad)]
    [InlineData(50, "已逾期2小时", Tone.Bad)]
    public void A_clock_says_what_is_left_and_warns_in_its_last_quarter(int hours, string state, Tone tone)
    {
        var clock = Assert.Single(View(Item(), Learnt.AddHours(hours)).Clocks);
        Assert.Equal(("回应(国家规定)", "11月25日 08:05", state, tone, true), (clock.Label, clock.Due, clock.State, clock.Tone, clock.IsRunning));
        Assert.Contains(clock.Receipt, line => line.Contains("国办发〔2016〕61号", StringComparison.Ordinal));
    }

    [Fact]
    public void An_emergency_names_the_first_spokesperson_and_its_nearest_clock_first()
    {
        var view = View(Fire(), Learnt.AddMinutes(30));
        Assert.Equal(("重大突发事件", Tone.Bad, true), (view.Gravity, view.GravityTone, view.IsEmergency));
        Assert.Equal(string.Join('、', DemoBureau.Roster.Holding(Role.PrincipalLeader).Select(person => person.Name)), view.FirstSpokesperson);
        Assert.Equal(["首次权威信息(国家规定)", "新闻发布会(方案 三(九))"], view.Clocks.Select(clock => clock.Label));
        Assert.Equal(("11月23日 07:40(至今55分钟)", "11月23日 08:05(至今30分钟)"), (view.OccurredOn, view.LearntOn));
    }

    [Fact]
    public void A_smaller_emergency_names_no_first_spokesperson() => Assert.Null(View(Fire(IncidentLevel.Major), Learnt.AddMinutes(30)).FirstSpokesperson);

    [Fact]
    public void A_clock_that_was_met_goes_below_those_that_run_with_its_proof()
    {
        var met = Fire().Then(new EmergencyEvent.ClockMet(Officer, Learnt.AddHours(2), OpinionClockKind.FirstRelease, Learnt.AddHours(1), "局网站发布", "https://swj.example.cn/1", null));
        var clocks = View(met, Learnt.AddHours(3)).Clocks;
        Assert.Equal(["新闻发布会", "首次权威信息"], clocks.Select(clock => clock.Name));
        Assert.Equal((Tone.Good, false, "局网站发布,罗青砚(演示)登记", "https://swj.example.cn/1"), (clocks[1].Tone, clocks[1].IsRunning, clocks[1].Proof!.Text, clocks[1].Proof!.Url));
    }

    [Fact]
    public void A_clock_that_was_met_late_or_by_a_file_says_so()
    {
        var fire = Fire().Then(new IntakeEvent.FileAdded(Officer, Learnt.AddHours(6), new("f1", "发布会.pdf", "application/pdf", 2048, "00", Officer, Learnt.AddHours(6))));
        var met = fire.Then(new EmergencyEvent.ClockMet(Officer, Learnt.AddHours(6), OpinionClockKind.FirstRelease, Learnt.AddHours(6), "广播发布", null, "f1"));
        var view = View(met, Learnt.AddHours(7));
        Assert.Equal((Tone.Warning, "广播发布(材料“发布会.pdf”),罗青砚(演示)登记"), (view.Clocks[1].Tone, view.Clocks[1].Proof!.Text));
        Assert.Equal([new AttachmentLine("发布会.pdf", "2 KB")], view.Files);
    }

    [Fact]
    public void A_draft_says_how_far_it_has_come()
    {
        var drafted = Item(new HandlingEvent.Assessed(Officer, Learnt, OpinionKind.FalseInformation, OpinionLevel.Important, "旧闻", null, []), new ResponseEvent.Drafted(Officer, Learnt.AddHours(1), 1, "库存充足。", []));
        Assert.Equal(new AnswerLine("澄清(第1稿)", "库存充足。", "罗青砚(演示) 11月23日 09:05拟写,等待保密审查", Tone.Waiting), View(drafted, Learnt.AddHours(2)).Draft);
        var refused = View(drafted.Then(new ResponseEvent.Reviewed(Head, Learnt.AddHours(2), 1, false, "数字未经批准")), Learnt.AddHours(2));
        Assert.Equal(("鲁明泽(演示) 11月23日 10:05审查,不得公开:数字未经批准", Tone.Bad, Tone.Warning), (refused.Draft!.State, refused.Draft.Tone, refused.StatusTone));
        var cleared = drafted.Then(new ResponseEvent.Reviewed(Head, Learnt.AddHours(2), 1, true, "不涉密"));
        Assert.Equal(("鲁明泽(演示) 11月23日 10:05审查,可以公开,等待发布", Tone.Good), (View(cleared, Learnt.AddHours(2)).Draft!.State, View(cleared, Learnt.AddHours(2)).Draft!.Tone));
        var released = View(cleared.Then(new ResponseEvent.Released(Officer, Learnt.AddHours(3), 1, "https://swj.example.cn/2", "微信公众号", Learnt.AddHours(3), [OpinionClockKind.Response])), Learnt.AddHours(4));
        Assert.Null(released.Draft);
        Assert.Equal([new AnswerLine("澄清(第1稿)", "库存充足。", "微信公众号,11月23日 11:05发布", Tone.Good, "https://swj.example.cn/2")], released.Releases);
    }

    [Fact]
    public void What_was_closed_keeps_its_clocks_and_says_which_was_left()
    {
        var view = View(Item(new HandlingEvent.Closed(Officer, Learnt.AddHours(1), "热度回落")), Learnt.AddHours(9));
        Assert.Equal(new EndLine("评估", "热度回落", "罗青砚(演示),11月23日 09:05"), view.End);
        Assert.Equal((Tone.Good, Tone.Neutral, "11月23日 08:05"), (view.StatusTone, view.GravityTone, view.LearntOn));
        Assert.Equal(("办结时未完成", Tone.Bad, false), (view.Clocks[0].State, view.Clocks[0].Tone, view.Clocks[0].IsRunning));
    }

    [Fact]
    public void What_went_elsewhere_has_no_clock_and_says_where()
    {
        var merged = View(Item(new IntakeEvent.Merged(Officer, Learnt, "opinion-2026-0000001", "舆2026-0001")), Learnt.AddHours(1));
        Assert.Equal(("去向", "opinion-2026-0000001", 0), (merged.End!.Name, merged.End.Into, merged.Clocks.Count));
        var gone = View(Item(new HandlingEvent.TransferredOut(Officer, Learnt, "州市场监督管理局", "电话告知")), Learnt.AddHours(1));
        Assert.Equal(("转办记录", "电话告知", Tone.Neutral, 0), (gone.End!.Name, gone.End.Text, gone.StatusTone, gone.Clocks.Count));
    }

    [Fact]
    public void A_drill_says_how_fast_its_hours_pass() => Assert.Equal(12, View(Item() with { Drill = new(12) }, Learnt).DrillSpeed);

    [Fact]
    public void The_group_sees_the_same_facts_and_nothing_to_do_but_take_it()
    {
        var (mine, group) = (View(Item(), Learnt), View(Item(), Learnt, OpinionGroup.Reader(Reader.Section)));
        Assert.Equal([OpinionVerbs.Take, OpinionVerbs.Note], mine.Steps.Select(form => form.Verb));
        Assert.Equal([OpinionVerbs.Take], group.Steps.Select(form => form.Verb));
        Assert.Equivalent(mine with { Steps = [] }, group with { Steps = [] });
    }

    [Fact]
    public void A_refusal_stands_above_and_what_was_typed_stays()
    {
        var typed = new StepClick(OpinionVerbs.Note, "opinion-2026-0000002", 0, null, new Dictionary<string, string>(StringComparer.Ordinal) { ["text"] = "写的" });
        var view = new OpinionViews(new([new TakeAndNote()]), (_, _) => null, (_, _, _) => null, DemoBureau.Roster, new FakeTimeProvider(Learnt)).Of(Item(), Reader, new(Tone.Bad, "太长"), typed);
        Assert.Equal(("太长", "写的"), (view.Notice!.Text, view.Steps[1].Fields[0].Value));
    }

    [Theory]
    [InlineData("luoqing")]
    [InlineData("luming")]
    [InlineData("zhoulin")]
    public void A_busy_emergency_fits_on_everybodys_card_with_what_happened_its_clocks_and_their_steps(string reader)
    {
        var story = new OpinionStory().Report().Take().Rank().Draft();
        foreach (var number in Enumerable.Range(1, 20))
            story.Suffer(new IntakeEvent.SourceAdded(Officer, story.Time, story.Source($"key-{number}")));
        var view = new OpinionViews(story.Steps, (_, _) => "http://localhost:3978/reports/x", (_, _, _) => null, DemoBureau.Roster, new FakeTimeProvider(story.Time)).Of(story.Now, DemoBureau.Person(reader));
        var json = CardJson.Write(OpinionCard.Render(view));
        Assert.InRange(json.Length, 1, 28 * 1024 / 2);
        Assert.Contains("已有多人跟帖", json, StringComparison.Ordinal);
        Assert.All(view.Clocks, clock => Assert.Contains(clock.State, json, StringComparison.Ordinal));
        Assert.All(view.Steps, form => Assert.Contains($"\"title\":\"{form.Button}\"", json, StringComparison.Ordinal));
    }

    private static OpinionView View(OpinionItem item, DateTimeOffset now, Person? reader = null) =>
        new OpinionViews(new([new TakeAndNote()]), (_, _) => null, (_, _, _) => null, DemoBureau.Roster, new FakeTimeProvider(now)).Of(item, reader ?? Reader);

    private static OpinionItem Item(params OpinionEvent[] facts) => facts.Aggregate(OpinionItem.Evolve(null, new IntakeEvent.Reported(
        Officer, Learnt, "opinion-2026-0000002", "舆2026-0002", "k", new("食盐断货、限购", "画面为空货架", "某县", null, Learnt), new("k", "短视频平台", "食盐断货", null, Learnt), false, null,
        "operations", "商务运行科", Counted.Response(Learnt, Gravity.Unassessed, null, Learnt), Learnt.AddHours(1), [], [])), OpinionItem.Evolve);

    private static OpinionItem Fire(IncidentLevel level = IncidentLevel.Serious) => Item(
        new HandlingEvent.Assessed(Officer, Learnt, OpinionKind.Emergency, OpinionLevel.Important, "已核实", null, []),
        new EmergencyEvent.LevelSet(Head, Learnt, level, LevelAuthority.PrincipalLeader, "会商", Learnt.AddMinutes(-25), Counted.Incident(level, Learnt.AddMinutes(-25), Learnt, null, Learnt), null, []));

    /// <summary>Stands for the families of steps: whoever may see an item may take it and note something.</summary>
    private sealed class TakeAndNote : IOpinionSteps
    {
        public IEnumerable<StepForm> Offer(OpinionItem item, Person reader, DateTimeOffset now) =>
            [new(OpinionVerbs.Take, "我来处理", item.Round, [], IsMain: true), new(OpinionVerbs.Note, "记一笔", item.Round, [new StepField.Text("text", "记事")])];

        public OpinionCommand? Read(StepClick click) => null;
    }
}

/// <summary>Reads as the story goes on.</summary>
file static class Story
{
    public static OpinionItem Then(this OpinionItem item, OpinionEvent fact) => OpinionItem.Evolve(item, fact);
}
