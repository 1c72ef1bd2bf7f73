using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Opinions.Watch;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Watch;

/// <summary>Who may enter the roster, hand over, receive and take back; every refusal says what to do next.</summary>
public sealed class WatchRulesTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateOnly Today = new(2026, 11, 23);
    private readonly WatchRules _rules = new(DemoBureau.Roster, new Calendars(CalendarSettings.Default));
    private DutyWatch? _watch;
    private DateTimeOffset _at = Morning;

    [Fact]
    public void The_keeping_sections_head_and_an_administrator_enter_the_roster()
    {
        Do("jiwen", Set((Today, "luoqing")));
        Do("xushan", Set((Today.AddDays(1), "jiwen")));
        Assert.Equal(["luoqing"], _watch!.OnDuty(_at));
        Assert.Equal(["jiwen"], _watch.On(Today.AddDays(1)));
    }

    [Theory]
    [InlineData("luoqing")]
    [InlineData("pulan")]
    [InlineData("luming")]
    public void Nobody_else_enters_it(string person) =>
        Refused(RefusalKind.Forbidden, "值班表由纪文岫(演示)、徐山岚(演示)录入。需要调整值班,请联系他们。", person, Set((Today, "luoqing")));

    [Fact]
    public void A_roster_without_days_with_past_double_or_unknown_ones_is_refused()
    {
        Refused(RefusalKind.Invalid, "请填写“值班表”,每行写日期和姓名。", "jiwen", new WatchCommand.SetRoster([]));
        Refused(RefusalKind.Invalid, "11月22日已经过去,值班表只能安排今天和以后的日子。", "jiwen", Set((Today.AddDays(-1), "luoqing")));
        Refused(RefusalKind.Invalid, "11月23日写了两次,请只保留一行。", "jiwen", Set((Today, "luoqing"), (Today, "jiwen")));
        Refused(RefusalKind.Invalid, "值班表中有人不在花名册中,请核对姓名后重新录入。", "jiwen", Set((Today, "gone")));
        Refused(RefusalKind.Invalid, "李映禾(演示)没有舆情职责,不能值班。可以值班的有:罗青砚(演示)、纪文岫(演示)、高远汀(演示)、鲁明泽(演示)。", "jiwen", Set((Today, "liying")));
    }

    [Fact]
    public void A_roster_replaces_its_days_alone_and_tells_who_is_new_on_them()
    {
        Do("jiwen", Set((Today, "luoqing"), (Today.AddDays(1), "luoqing")));
        var set = Assert.IsType<WatchEvent.RosterSet>(Do("jiwen", Set((Today.AddDays(1), "gaoyuan"), (Today.AddDays(2), "gaoyuan"))));
        Assert.Equal(["gaoyuan"], set.To);
        Assert.Equal(["luoqing"], _watch!.On(Today));
        Nothing("jiwen", Set((Today.AddDays(1), "gaoyuan")));
        Do("jiwen", new WatchCommand.SetRoster([new(Today.AddDays(1), [])]));
        Assert.Empty(_watch.On(Today.AddDays(1)));
    }

    [Fact]
    public void The_old_officer_keeps_the_watch_until_it_is_received()
    {
        Entered();
        Do("luoqing", Over("jiwen"));
        Assert.Equal(["luoqing"], _watch!.OnDuty(_at));
        Nothing("luoqing", Over("jiwen", round: 0));
        Do("jiwen", new WatchCommand.Receive(1, []));
        Assert.Equal(["jiwen"], _watch.OnDuty(_at));
        Nothing("jiwen", new WatchCommand.Receive(1, []));
        Assert.Empty(_watch.OnDuty(_at.AddDays(1)));
    }

    [Fact]
    public void What_is_missing_or_wrong_on_a_handover_is_said()
    {
        Refused(RefusalKind.Invalid, "还没有值班表。请科室负责人写“值班表”录入。", "luoqing", Over("jiwen"));
        Entered();
        Refused(RefusalKind.Invalid, "请选择接班人。", "luoqing", Over(null));
        Refused(RefusalKind.Invalid, "花名册中没有这位接班人,请重新选择。", "luoqing", Over("gone"));
        Refused(RefusalKind.Invalid, "李映禾(演示)没有舆情职责,不能接班。请选择:罗青砚(演示)、纪文岫(演示)、高远汀(演示)、鲁明泽(演示)。", "luoqing", Over("liying"));
        Refused(RefusalKind.Invalid, "不能交班给值班人本人,请选择另一位同事。", "luoqing", Over("luoqing"));
        Refused(RefusalKind.Invalid, "“交接说明”最多400字,现有401字,请删减。", "luoqing", Over("jiwen", note: new string('说', 401)));
        Refused(RefusalKind.Forbidden, "现在由罗青砚(演示)值班,请由本人交班。", "gaoyuan", Over("jiwen"));
        Refused(RefusalKind.Stale, "这张卡片已经过时,您的操作没有生效。下面是最新情况。", "luoqing", Over("jiwen", round: 7));
        Do("luoqing", Over("jiwen"));
        Refused(RefusalKind.Stale, "罗青砚(演示)已交班给纪文岫(演示),等待接班。要改由别人接班,请先收回交班。", "luoqing", Over("gaoyuan", round: 1));
    }

    [Fact]
    public void Where_nobody_has_the_watch_there_is_none_to_hand_over()
    {
        Do("jiwen", Set((Today.AddDays(2), "luoqing")));
        Refused(RefusalKind.Invalid, "现在无人值班,没有班可交。请科室负责人写“值班表”安排今天的值班。", "jiwen", Over("luoqing"));
        Assert.Empty(_rules.Receivers(_watch, DemoBureau.Person("jiwen"), _at));
    }

    [Fact]
    public void The_section_head_hands_over_for_the_officer_who_is_not_there()
    {
        Entered();
        var over = Assert.IsType<WatchEvent.HandedOver>(Do("jiwen", Over("gaoyuan")));
        Assert.Equal(("luoqing", "gaoyuan", "jiwen"), (over.From.Id, over.To.Id, over.By.Id));
    }

    [Fact]
    public void Who_had_the_night_hands_over_in_the_morning_once()
    {
        Do("jiwen", Set((Today, "luoqing"), (Today.AddDays(1), "gaoyuan")));
        _at = Morning.AddDays(1);
        Assert.Equal(["gaoyuan"], _watch!.OnDuty(_at));
        Do("luoqing", Over("gaoyuan"));
        Do("gaoyuan", new WatchCommand.Receive(1, []));
        Assert.Equal(["gaoyuan"], _watch.OnDuty(_at));
        Refused(RefusalKind.Forbidden, "现在由高远汀(演示)值班,请由本人交班。", "luoqing", Over("luming", round: 2));
    }

    [Fact]
    public void Only_the_receiver_receives_and_only_while_it_waits()
    {
        Entered();
        Refused(RefusalKind.Stale, "这次交班已经收回或已有人接班,您的操作没有生效。下面是最新情况。", "jiwen", new WatchCommand.Receive(0, []));
        Do("luoqing", Over("jiwen"));
        Refused(RefusalKind.Forbidden, "这次交班等纪文岫(演示)接班,您不能代接。", "gaoyuan", new WatchCommand.Receive(1, []));
        Do("luoqing", new WatchCommand.TakeBack(1));
        Do("luoqing", Over("jiwen", round: 2));
        Refused(RefusalKind.Stale, "这张卡片已经过时,您的操作没有生效。下面是最新情况。", "jiwen", new WatchCommand.Receive(1, []));
    }

    [Fact]
    public void A_handover_is_taken_back_by_those_it_is_of_and_not_once_received()
    {
        Entered();
        Nothing("luoqing", new WatchCommand.TakeBack(0));
        Do("luoqing", Over("gaoyuan"));
        Refused(RefusalKind.Forbidden, "这次交班由罗青砚(演示)发起,您不能收回。", "luming", new WatchCommand.TakeBack(1));
        Refused(RefusalKind.Stale, "这张卡片已经过时,您的操作没有生效。下面是最新情况。", "luoqing", new WatchCommand.TakeBack(0));
        Do("jiwen", new WatchCommand.TakeBack(1));
        Do("luoqing", Over("gaoyuan", round: 2));
        Do("gaoyuan", new WatchCommand.Receive(3, []));
        Refused(RefusalKind.Stale, "高远汀(演示)已经接班,不能再收回。需要换回,请由高远汀(演示)交班。", "luoqing", new WatchCommand.TakeBack(3));
        Assert.Equal(["gaoyuan"], _watch!.OnDuty(_at));
    }

    [Fact]
    public void The_head_is_told_of_days_with_nobody_once_a_day_as_the_doors_open()
    {
        Do("jiwen", Set((Today, "luoqing"), (Today.AddDays(1), "luoqing"), (Today.AddDays(3), "luoqing")));
        Nothing(null, new WatchCommand.Look());
        _at = _watch!.Next;
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.FromHours(8)), _at);
        var looked = Assert.IsType<WatchEvent.Looked>(Do(null, new WatchCommand.Look()));
        Assert.Equal([Today.AddDays(2), Today.AddDays(4)], looked.Gaps);
        Assert.Equal(["jiwen"], looked.To);
        Nothing(null, new WatchCommand.Look());
        _at = new DateTimeOffset(2026, 11, 28, 8, 0, 0, TimeSpan.FromHours(8));
        Assert.Empty(Assert.IsType<WatchEvent.Looked>(Do(null, new WatchCommand.Look())).To);
    }

    [Fact]
    public void A_roster_never_used_reminds_nobody()
    {
        Nothing(null, new WatchCommand.Look());
        Nothing(null, new WatchCommand.Settle(0, []));
    }

    [Fact]
    public void The_clock_does_nothing_that_is_a_persons()
    {
        Entered();
        Assert.Throws<InvalidOperationException>(() => _rules.Decide(_watch, new WatchCommand.TakeBack(0), null, _at));
    }

    private void Entered() => Do("jiwen", Set((Today, "luoqing")));

    private static WatchCommand.SetRoster Set(params (DateOnly Day, string Person)[] days) => new([.. days.Select(day => new DutyDay(day.Day, [day.Person]))]);

    private static WatchCommand.HandOver Over(string? to, long round = 0, string? note = null) => new(round, to, note, []);

    private Decision<WatchEvent> Try(string? person, WatchCommand command) => _rules.Decide(_watch, command, person is null ? null : DemoBureau.Person(person), _at);

    private WatchEvent Do(string? person, WatchCommand command)
    {
        var decision = Try(person, command);
        var fact = Assert.Single(Assert.IsType<Decision<WatchEvent>.Accepted>(decision).Events);
        _watch = DutyWatch.Evolve(_watch, fact);
        return fact;
    }

    private void Nothing(string? person, WatchCommand command) => Assert.Empty(Assert.IsType<Decision<WatchEvent>.Accepted>(Try(person, command)).Events);

    private void Refused(RefusalKind kind, string text, string person, WatchCommand command) =>
        Assert.Equal(new Refusal(kind, text), Assert.IsType<Decision<WatchEvent>.Refused>(Try(person, command)).Refusal);
}
