using DisclosureBot.Calendar;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Calendar;
using Xunit;
using static DisclosureBot.Tests.Calendar.Almanac;

namespace DisclosureBot.Tests.Calendar;

/// <summary>Administrators are asked for the next year's table until it is in, and left alone from then on.</summary>
public sealed class CalendarNudgeTests : IDisposable
{
    private static readonly BureauCalendar Known = new([.. EmbeddedTables.All, CalendarCheckTests.Next], CalendarSettings.Default);
    private readonly CalendarDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    private static CancellationToken Stop => CalendarDesk.Stop;

    [Fact]
    public void It_is_asked_weekly_from_november_on_and_daily_from_mid_december_on_working_days_as_the_doors_open()
    {
        List<string> asked = [];
        for (var at = At("2026-06-01T10:00:00"); asked.Count < 14;) asked.Add((at = NudgeTimes.Next(at, Present)).ToString("MM-dd HH:mm", null));
        Assert.Equal(
            "11-02 08:00, 11-09 08:00, 11-16 08:00, 11-23 08:00, 11-30 08:00, 12-07 08:00, 12-14 08:00, 12-15 08:00, 12-16 08:00, 12-17 08:00, 12-18 08:00, 12-21 08:00, 12-22 08:00, 12-23 08:00",
            string.Join(", ", asked));
    }

    [Theory]
    [InlineData("2026-12-31T08:00:00", "2027-01-04T08:00:00")]
    [InlineData("2027-03-01T08:00:00", "2027-03-02T08:00:00")]
    public void In_a_year_that_is_itself_missing_it_is_asked_daily(string now, string next) => Assert.Equal(At(next), NudgeTimes.Next(At(now), Present));

    [Fact]
    public void Once_the_table_is_in_nothing_is_asked_until_the_next_november() =>
        Assert.Equal(At("2027-11-01T08:00:00"), NudgeTimes.Next(At("2026-11-23T09:00:00"), Known));

    [Fact]
    public async Task At_the_first_start_the_clock_is_set_and_nobody_is_disturbed()
    {
        await _desk.Nudges.Look(Stop);
        Assert.Null(await _desk.Journal.Slot(NudgeCase.Id, "xushan", Stop));
        Assert.Equal([At("2026-11-30T08:00:00")], await Due("2026-12-31T00:00:00"));
        Assert.False((await _desk.Nudges.Look(Stop)).Committed, "a second start changes nothing");
    }

    [Fact]
    public async Task When_it_is_due_every_administrator_is_told_once_and_the_clock_set_anew()
    {
        await _desk.Nudges.Look(Stop);
        _desk.Clock.SetUtcNow(At("2026-11-30T08:00:00"));
        Assert.True((await _desk.Nudges.Look(Stop)).Committed);
        Assert.False((await _desk.Nudges.Look(Stop)).Committed, "once each time");
        var slot = (await _desk.Journal.Slot(NudgeCase.Id, "xushan", Stop))!;
        Assert.Equal((2, 2, true), (slot.Wanted, slot.AlertWanted, slot.MustAct));
        Assert.Equal([At("2026-12-07T08:00:00")], await Due("2026-12-31T00:00:00"));
        var (message, version) = await _desk.Nudges.Of(alert: true, Stop);
        Assert.Equal((2, "请录入2027年节假日安排:尚未录入,涉及的期限只能暂定。", true), (version, message.Summary, message.Alert));
        Assert.Contains("2026年州内", CardJson.Write(message.Card!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmed_import_ends_it_at_once()
    {
        await _desk.Nudges.Look(Stop);
        _desk.Clock.SetUtcNow(At("2026-12-15T08:00:00"));
        await _desk.Nudges.Look(Stop);
        var import = await _desk.Proposed();
        await _desk.Card("luming", new CalendarClick.Confirm(import.Id));
        Assert.Equal("节假日安排已录入,不再提醒。", (await _desk.Nudges.Of(alert: false, Stop)).Message.Summary);
        var slot = (await _desk.Journal.Slot(NudgeCase.Id, "xushan", Stop))!;
        Assert.Equal((3, 2, false), (slot.Wanted, slot.AlertWanted, slot.MustAct));
        Assert.Equal([At("2027-11-01T08:00:00")], await Due("2027-12-31T00:00:00"));
    }

    [Fact]
    public async Task A_local_holiday_that_only_moves_the_next_time_leaves_the_question_open()
    {
        await _desk.Nudges.Look(Stop);
        _desk.Clock.SetUtcNow(At("2026-12-16T08:00:00"));
        await _desk.Nudges.Look(Stop);
        var import = await _desk.Proposed("form-1", CalendarDesk.Input("彝族年:12月17日(周四)至18日(周五)放假,共2天。", "2026", "local"));
        await _desk.Card("luming", new CalendarClick.Confirm(import.Id));
        Assert.StartsWith("请录入2027年", (await _desk.Nudges.Of(alert: false, Stop)).Message.Summary, StringComparison.Ordinal);
        Assert.True((await _desk.Journal.Slot(NudgeCase.Id, "xushan", Stop))!.MustAct);
        Assert.Equal([At("2026-12-21T08:00:00")], await Due("2026-12-31T00:00:00"));
    }

    [Fact]
    public async Task The_standing_case_is_rebuilt_from_its_events()
    {
        await _desk.Nudges.Look(Stop);
        _desk.Clock.SetUtcNow(At("2026-11-30T08:00:00"));
        await _desk.Nudges.Look(Stop);
        Assert.Empty(await _desk.Journal.Verify((_, events) => new NudgeCase().Rebuild(events), Stop));
    }

    private async Task<IEnumerable<DateTimeOffset>> Due(string until) =>
        (await _desk.Journal.DueTimers(At(until), 99, Stop)).Where(timer => timer is { CaseId: NudgeCase.Id, Name: NudgeCase.Timer }).Select(timer => timer.Due);
}
