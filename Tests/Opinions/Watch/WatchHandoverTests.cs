using DisclosureBot.Cards.Opinions;
using DisclosureBot.Channel;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Watch;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Watch;

/// <summary>From the roster to the handover with its items, over the journal: cards, slots, timers, and what a restart finds.</summary>
public sealed class WatchHandoverTests : IDisposable
{
    private readonly WatchDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    private static CancellationToken Stop => WatchDesk.Stop;

    [Fact]
    public async Task A_roster_entered_by_the_section_head_says_who_is_woken()
    {
        Assert.Empty(_desk.Book.OnDuty(_desk.Clock.GetUtcNow()));
        Assert.Contains("已录入4天的值班安排", await _desk.Enter("11月23日 罗青砚(演示)\n11月24日至26日 纪文岫"), StringComparison.Ordinal);
        Assert.Equal(["luoqing"], _desk.Book.OnDuty(_desk.Clock.GetUtcNow()));
        _desk.MoveTo(24, 7, 59);
        Assert.Equal(["luoqing"], _desk.Book.OnDuty(_desk.Clock.GetUtcNow()));
        _desk.MoveTo(24, 8);
        Assert.Equal(["jiwen"], _desk.Book.OnDuty(_desk.Clock.GetUtcNow()));
        Assert.True((await _desk.Journal.Slot(WatchCase.Id, "luoqing", Stop))!.AlertWanted > 0);
    }

    [Fact]
    public async Task A_process_started_later_reads_the_same_watch()
    {
        await _desk.Enter("11月23日 罗青砚");
        var later = new DutyBook();
        Assert.Empty(later.OnDuty(_desk.Clock.GetUtcNow()));
        await later.Load(_desk.Journal, Stop);
        Assert.Equal(["luoqing"], later.OnDuty(_desk.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Faults_of_the_roster_name_their_line_and_nothing_is_entered()
    {
        var card = await _desk.Enter("11月23日 罗青砚\n11月24日 张三");
        Assert.Contains("第2行“11月24日 张三”:花名册中没有“张三”", card, StringComparison.Ordinal);
        Assert.Contains("11月24日 张三", card, StringComparison.Ordinal);
        Assert.Null(await _desk.Keeping.Find(Stop));
        Assert.Contains("请填写“值班表”", await _desk.Card("jiwen", new WatchClick.Enter(null)), StringComparison.Ordinal);
        Assert.Contains("“值班表”最多10000字,现有10001字,请分几次录入。", await _desk.Enter(new string('日', 10_001)), StringComparison.Ordinal);
        Assert.Contains("……共8处,请修改后再录入。", await _desk.Enter(string.Concat(Enumerable.Repeat("某日\n", 8))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_items_in_hand_go_with_the_watch()
    {
        await _desk.Enter("11月23日 罗青砚");
        var (mine, other, drill) = (await _desk.InHand("luoqing", 1), await _desk.InHand("jiwen", 2), await _desk.InHand("luoqing", 1, drill: true));
        var card = await _desk.Card("luoqing", new WatchClick.HandOver(0, new("gaoyuan", "补贴一事等财政回复")));
        Assert.Contains("罗青砚(演示)交班给高远汀(演示),等待接班", card, StringComparison.Ordinal);
        Assert.Equal(["舆2026-0001", "舆2026-0002", "演2026-0001"], (await _desk.Now()).Pending!.Open.Select(item => item.Number).OrderBy(number => number[0] == '演').ThenBy(number => number, StringComparer.Ordinal));
        Assert.Equal([WatchCase.Id], (await _desk.Journal.Waiting("gaoyuan", Stop)).Where(one => one.Kind == WatchCase.Kind).Select(one => one.CaseId));
        await _desk.FireDue();
        Assert.Equal("luoqing", (await _desk.Item(mine)).Handler!.Id);

        await _desk.Card("gaoyuan", new WatchClick.Receive(1));
        Assert.Equal(["gaoyuan"], _desk.Book.OnDuty(_desk.Clock.GetUtcNow()));
        await _desk.FireDue();
        Assert.Equal(("gaoyuan", "jiwen", "gaoyuan"), ((await _desk.Item(mine)).Handler!.Id, (await _desk.Item(other)).Handler!.Id, (await _desk.Item(drill)).Handler!.Id));
        Assert.Contains("交接班:补贴一事等财政回复", (await _desk.Item(mine)).Trail[^1].Why, StringComparison.Ordinal);
        Assert.Empty((await _desk.Now()).Reliefs.Single().Passing);
        Assert.DoesNotContain(await _desk.Journal.DueTimers(_desk.Clock.GetUtcNow(), 99, Stop), timer => timer.Kind == WatchCase.Kind);
    }

    [Fact]
    public async Task A_crash_in_the_middle_of_passing_passes_the_rest_and_nothing_twice()
    {
        await _desk.Enter("11月23日 罗青砚");
        var (first, second) = (await _desk.InHand("luoqing", 1), await _desk.InHand("luoqing", 2));
        await _desk.Click("luoqing", new WatchClick.HandOver(0, new("gaoyuan", null)));
        await _desk.Click("gaoyuan", new WatchClick.Receive(1));
        await _desk.Run(first, new AlarmCommand.Pass("gaoyuan", "交接班"), "luoqing");
        var passed = (await _desk.Item(first)).Version;
        // The timer comes again after the crash.
        await _desk.Face.Fire(new DueTimer(WatchCase.Id, WatchCase.Kind, WatchCase.PassTimer, _desk.Clock.GetUtcNow()), Stop);
        await _desk.Face.Fire(new DueTimer(WatchCase.Id, WatchCase.Kind, WatchCase.PassTimer, _desk.Clock.GetUtcNow()), Stop);
        Assert.Equal((passed, "gaoyuan"), ((await _desk.Item(first)).Version, (await _desk.Item(second)).Handler!.Id));
        Assert.Equal(1, (await _desk.Item(second)).Trail.Count(line => line.What.StartsWith("转交", StringComparison.Ordinal)));
        Assert.Empty((await _desk.Now()).Reliefs.Single().Left);
    }

    [Fact]
    public async Task An_item_that_ended_meanwhile_stays_as_it_is()
    {
        await _desk.Enter("11月23日 罗青砚");
        var id = await _desk.InHand("luoqing", 1);
        await _desk.Click("luoqing", new WatchClick.HandOver(0, new("gaoyuan", null)));
        await _desk.Click("gaoyuan", new WatchClick.Receive(1));
        await _desk.Run(id, new AlarmCommand.Pass("jiwen", null), "luoqing");
        await _desk.FireDue();
        Assert.Equal("jiwen", (await _desk.Item(id)).Handler!.Id);
        Assert.Empty((await _desk.Now()).Reliefs.Single().Left);
    }

    [Fact]
    public async Task A_handover_taken_back_leaves_everything_where_it_was()
    {
        await _desk.Enter("11月23日 罗青砚");
        var id = await _desk.InHand("luoqing", 1);
        await _desk.Click("luoqing", new WatchClick.HandOver(0, new("gaoyuan", null)));
        Assert.Contains("已办理", await _desk.Card("luoqing", new WatchClick.TakeBack(1)), StringComparison.Ordinal);
        Assert.Contains("这次交班已经收回或已有人接班", await _desk.Card("gaoyuan", new WatchClick.Receive(1)), StringComparison.Ordinal);
        await _desk.FireDue();
        Assert.Equal("luoqing", (await _desk.Item(id)).Handler!.Id);
        Assert.Empty(await _desk.Journal.Waiting("gaoyuan", Stop));
    }

    [Fact]
    public async Task What_a_refused_handover_had_typed_comes_back()
    {
        await _desk.Enter("11月23日 罗青砚");
        var card = await _desk.Card("luoqing", new WatchClick.HandOver(0, new("luoqing", "等财政回复")));
        Assert.Contains("不能交班给值班人本人", card, StringComparison.Ordinal);
        Assert.Contains("等财政回复", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_with_nobody_are_marked_and_the_head_is_told_in_office_hours_once()
    {
        await _desk.Enter("11月23日至24日 罗青砚");
        var before = (await _desk.Journal.Slot(WatchCase.Id, "jiwen", Stop))!.AlertWanted;
        _desk.MoveTo(24, 8);
        await _desk.FireDue();
        var told = (await _desk.Journal.Slot(WatchCase.Id, "jiwen", Stop))!.AlertWanted;
        Assert.True(told > before);
        await _desk.FireDue();
        Assert.Equal(told, (await _desk.Journal.Slot(WatchCase.Id, "jiwen", Stop))!.AlertWanted);
        Assert.Contains("11月25日、11月26日、11月27日无人值班,请写“值班表”安排。", await _desk.Card("jiwen", new WatchClick.Show()), StringComparison.Ordinal);
        Assert.DoesNotContain("请写“值班表”安排", await _desk.Card("luoqing", new WatchClick.Show()), StringComparison.Ordinal);
        _desk.MoveTo(28, 8);
        await _desk.FireDue();
        Assert.Equal(told, (await _desk.Journal.Slot(WatchCase.Id, "jiwen", Stop))!.AlertWanted);
    }

    [Fact]
    public async Task The_card_lists_what_lies_open_by_what_is_due_next_and_counts_no_drill()
    {
        await _desk.Enter("11月23日 罗青砚");
        await _desk.InHand("luoqing", 1);
        _desk.MoveTo(23, 10);
        await _desk.InHand("jiwen", 2);
        await _desk.InHand("luoqing", 1, drill: true);
        var view = _desk.Views.Of(await _desk.Now(), await _desk.Keeping.Open(Stop), DemoBureau.Person("luoqing"));
        Assert.Equal("2件,另有演练1件", view.Count);
        Assert.Equal(["演2026-0001", "舆2026-0001", "舆2026-0002"], view.Items.Select(item => item.Number));
        Assert.Equal("回应 11月25日 09:00", view.Items[1].Due);
        Assert.Equal(["11月23日(周一)", "11月24日至12月6日(周二至周日)"], view.Days.Select(day => day.Label));
    }

    [Fact]
    public async Task What_weighs_more_stands_first_whatever_is_due_before_it()
    {
        await _desk.Enter("11月23日 罗青砚");
        await _desk.InHand("luoqing", 1);
        await _desk.InHand("luoqing", 2);
        var open = await _desk.Keeping.Open(Stop);
        var grave = open.Single(item => item.Number == "舆2026-0002") with { SuspectedEmergency = true, Clocks = [] };
        var view = _desk.Views.Of(await _desk.Now(), [.. open.Where(item => item.Number == "舆2026-0001"), grave], DemoBureau.Person("luoqing"));
        Assert.Equal(["舆2026-0002", "舆2026-0001"], view.Items.Select(item => item.Number));
    }

    [Fact]
    public async Task The_watch_is_shown_to_those_it_concerns_only()
    {
        Assert.Equal(WatchClicks.NotYours.Text, Assert.IsType<ClickAnswer.Refusal>(await _desk.Click("liying", new WatchClick.Show())).Text);
        Assert.Equal(WatchClicks.NotYours.Text, (await _desk.Clicks.Show(DemoBureau.Person("liying"), Stop)).Replies.Single().Summary);
        Assert.Equal(WatchClicks.NotYours.Text, (await _desk.Clicks.Roster(DemoBureau.Person("liying"), Stop)).Replies.Single().Summary);
        Assert.IsType<ClickAnswer.Refusal>(await _desk.Click("luoqing", new WatchClick.Enter("11月23日 罗青砚")));
        Assert.Contains("现在无人值班", (await _desk.Clicks.Show(DemoBureau.Person("luming"), Stop)).Replies.Single().Summary, StringComparison.Ordinal);
        Assert.NotNull((await _desk.Clicks.Roster(DemoBureau.Person("xushan"), Stop)).Replies.Single().Card);
    }

    [Fact]
    public async Task Its_events_alone_give_the_stored_state_and_its_slots_a_card()
    {
        await _desk.Enter("11月23日 罗青砚");
        await _desk.InHand("luoqing", 1);
        await _desk.Click("luoqing", new WatchClick.HandOver(0, new("gaoyuan", "说明")));
        await _desk.Click("gaoyuan", new WatchClick.Receive(1));
        await _desk.FireDue();
        Assert.Equal((await _desk.Journal.Load(WatchCase.Id, Stop))!.State, _desk.Face.Rebuild(await _desk.Journal.Events(WatchCase.Id, Stop)));
        var (message, version) = await _desk.Face.Of(WatchCase.Id, DemoBureau.Person("gaoyuan"), alert: true, Stop);
        Assert.Equal((4, "舆情值班:高远汀(演示)"), (version, message.Summary));
        Assert.Contains("另一条消息", (await _desk.Face.Moved(WatchCase.Id, Stop)).Summary, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _desk.Face.Fire(new DueTimer(WatchCase.Id, WatchCase.Kind, "other", default), Stop));
    }
}
