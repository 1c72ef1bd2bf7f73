using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Emergency;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using Xunit;
using static DisclosureBot.Tests.Opinions.Clocks.Hours;

namespace DisclosureBot.Tests.Opinions.Clocks;

/// <summary>What is asked of the clock after each fact, and what a clock that starts anew still tells.</summary>
public sealed class OpinionTimersTests
{
    private static readonly Who Somebody = new("luoqing", "罗青砚(演示)");
    private static readonly DateTimeOffset Start = At("2026-11-23T09:00:00");

    [Fact]
    public void A_new_item_asks_for_its_next_rung_and_its_first_point() =>
        Assert.Equal("clock.response 11-24 09:00, escalation 11-23 10:00", Asked(null, Reported()));

    [Fact]
    public void An_item_without_clocks_asks_for_its_next_rung_alone() =>
        Assert.Equal("escalation 11-23 10:00", Asked(null, Reported(SeedOnly)));

    [Fact]
    public void What_is_taken_is_not_put_before_the_next_rung() =>
        Assert.Equal("escalation -", Asked(Reported(), new AlarmEvent.Taken(Somebody, Start.AddMinutes(10))));

    [Fact]
    public void A_point_that_was_told_is_followed_by_the_next_and_the_last_by_none()
    {
        var item = Reported();
        Assert.Equal("clock.response 11-25 08:00", Asked(item, Told(CountdownPoint.Half, Start.AddHours(24))));
        item = OpinionItem.Evolve(item, Told(CountdownPoint.Half, Start.AddHours(24)));
        Assert.Equal("clock.response 11-25 09:00", Asked(item, Told(CountdownPoint.OneHour, Start.AddHours(47))));
        Assert.Equal("clock.response -", Asked(item, Told(CountdownPoint.Overdue, Start.AddHours(50))));
    }

    [Fact]
    public void A_level_stops_the_48_hours_and_starts_the_other_two() => Assert.Equal(
        "clock.firstRelease 11-23 09:40, clock.pressConference 11-23 20:40, clock.response -, escalation 11-23 09:25",
        Asked(Reported(), Ranked(IncidentLevel.Serious, Start.AddMinutes(20))));

    [Fact]
    public void A_clock_that_was_met_asks_for_nothing_more_whatever_the_level_becomes()
    {
        var ranked = OpinionItem.Evolve(Reported(), Ranked(IncidentLevel.Serious, Start.AddMinutes(20)));
        var met = new EmergencyEvent.ClockMet(Somebody, Start.AddHours(1), OpinionClockKind.FirstRelease, Start.AddHours(1), "通报", "https://www.example.gov.cn/1", FileId: null);
        Assert.Equal("clock.firstRelease -", Asked(ranked, met));
        var raised = OpinionItem.Evolve(OpinionItem.Evolve(ranked, met), Ranked(IncidentLevel.ExtraordinarilySerious, Start.AddHours(2)));
        Assert.Equal([(OpinionClockKind.FirstRelease, false), (OpinionClockKind.PressConference, true)], raised.Clocks.Select(clock => (clock.Deadline.Kind, clock.IsRunning)));
    }

    [Fact]
    public void A_level_raised_tells_what_is_still_to_come_and_never_twice_that_it_is_over()
    {
        var ranked = OpinionItem.Evolve(Reported(), Ranked(IncidentLevel.Serious, Start.AddMinutes(20)));
        var over = OpinionItem.Evolve(ranked, new EmergencyEvent.Reminded(Who.Clock, Start.AddHours(5), OpinionClockKind.FirstRelease, CountdownPoint.Overdue, []));
        var raised = OpinionItem.Evolve(over, Ranked(IncidentLevel.ExtraordinarilySerious, Start.AddHours(6)));
        Assert.Null(raised.Clock(OpinionClockKind.FirstRelease)!.Next);
        Assert.Equal(CountdownPoint.Half, raised.Clock(OpinionClockKind.PressConference)!.Next!.Point);
    }

    [Fact]
    public void An_item_that_ended_asks_for_nothing() => Assert.Equal(
        "clock.response -, escalation -", Asked(Reported(), new HandlingEvent.TransferredOut(Somebody, Start.AddHours(1), "州市场监管局", "转办单")));

    [Fact]
    public void A_note_changes_no_timer() => Assert.Equal("", Asked(Reported(), new HandlingEvent.Noted(Somebody, Start.AddHours(1), "已联系网友")));

    [Fact]
    public void Every_timer_asks_for_its_own_command()
    {
        Assert.Equal(new AlarmCommand.Escalate(), OpinionTimers.Command("escalation"));
        Assert.All(Enum.GetValues<OpinionClockKind>(), kind => Assert.Equal(new EmergencyCommand.RemindOf(kind), OpinionTimers.Command(OpinionTimers.Name(kind))));
        Assert.Throws<InvalidOperationException>(() => OpinionTimers.Command("clock.other"));
    }

    private static OpinionItem Reported(OpinionClocks? clocks = null)
    {
        clocks ??= Usual;
        return OpinionItem.Evolve(null, new IntakeEvent.Reported(
            Somebody, Start, "opinion-2026-0000001", "舆2026-0001", "form:1", new Story("网民反映补贴到账慢", Text: null, Place: null, OccurredAt: null, Start),
            new OpinionSource("form:1", "微博", "网民反映补贴到账慢", Url: null, Start), SuspectedEmergency: false, Drill: null, "operations", "商务运行科",
            clocks.Response(Start, Gravity.Unassessed, drill: null, Start), clocks.Escalation(Gravity.Unassessed, drill: null, Start), [Somebody.Id], []));
    }

    private static EmergencyEvent.Reminded Told(CountdownPoint point, DateTimeOffset at) => new(Who.Clock, at, OpinionClockKind.Response, point, []);

    /// <summary>Happened twenty minutes before it was reported.</summary>
    private static EmergencyEvent.LevelSet Ranked(IncidentLevel level, DateTimeOffset at)
    {
        var occurred = Start.AddMinutes(-20);
        return new(Somebody, at, level, LevelAuthority.PrincipalLeader, "现场核报", occurred, Usual.Incident(level, occurred, Start, drill: null, at), Usual.Escalation(Gravity.SeriousIncident, drill: null, at), []);
    }

    private static string Asked(OpinionItem item, OpinionEvent fact) => Asked(item, OpinionItem.Evolve(item, fact));

    private static string Asked(OpinionItem? before, OpinionItem after) =>
        string.Join(", ", OpinionTimers.Between(before, after).OrderBy(timer => timer.Name, StringComparer.Ordinal).Select(timer => $"{timer.Name} {timer.Due?.ToString("MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) ?? "-"}"));
}
