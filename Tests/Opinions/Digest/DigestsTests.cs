using DisclosureBot.Cards;
using DisclosureBot.Channel;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Digest;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Tests.Support;
using Xunit;
using static DisclosureBot.Tests.Opinions.Digest.Register;

namespace DisclosureBot.Tests.Opinions.Digest;

/// <summary>The digest goes out at the start of working days, to whom it is for, once, and stays as it was told.</summary>
public sealed class DigestsTests : IDisposable
{
    private const string First = "opinion-2026-0000001";
    private static readonly string[] Readers = [OpinionGroup.Id, "luoqing", "jiwen", "gaoyuan", "luming"];
    private readonly DigestDesk _desk = new();

    private static CancellationToken Stop => DigestDesk.Stop;

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task At_the_first_start_the_clock_is_set_and_nobody_is_disturbed()
    {
        await _desk.Happened(First, Reported(1, "2026-11-20T07:00"));
        Assert.True(await _desk.Look("2026-11-20T09:00"));
        Assert.Equal(At("2026-11-23T08:00"), await _desk.Due());
        Assert.All(Readers, reader => Assert.Null(_desk.Journal.Slot(DigestCase.Id, reader, Stop).Result));
        Assert.False(await _desk.Look("2026-11-20T09:01"), "a second start changes nothing");
    }

    [Fact]
    public async Task It_goes_to_the_section_its_chat_and_the_leaders_and_to_nobody_else_and_once()
    {
        await Started();
        await _desk.Happened(First, Reported(1, "2026-11-24T10:00"));
        Assert.True(await _desk.Look("2026-11-25T08:00"));
        Assert.False(await _desk.Look("2026-11-25T08:00"), "the timer that fires again after a crash tells nothing twice");
        foreach (var reader in Readers)
        {
            var slot = (await _desk.Journal.Slot(DigestCase.Id, reader, Stop))!;
            Assert.Equal((slot.Wanted, false), (slot.AlertWanted, slot.MustAct));
        }
        Assert.All(DemoBureau.Roster.People.Select(person => person.Id).Except(Readers), other => Assert.Null(_desk.Journal.Slot(DigestCase.Id, other, Stop).Result));
        Assert.Equal(At("2026-11-26T08:00"), await _desk.Due());
    }

    [Fact]
    public async Task Where_there_is_nothing_to_tell_nothing_is_sent_and_the_clock_goes_on()
    {
        await Started();
        Assert.True(await _desk.Look("2026-11-25T08:00"));
        Assert.Null((await _desk.Standing()).Last);
        Assert.Null(await _desk.Journal.Slot(DigestCase.Id, "jiwen", Stop));
        Assert.Equal(At("2026-11-26T08:00"), await _desk.Due());
    }

    [Fact]
    public async Task Each_covers_what_came_since_the_last_one()
    {
        await Started();
        await _desk.Happened(First, Reported(1, "2026-11-24T10:00"));
        await _desk.Look("2026-11-25T08:00");
        Assert.Equal((At("2026-11-24T08:00"), At("2026-11-25T08:00"), 1), await Told());
        await _desk.Look("2026-11-26T08:00");
        Assert.Equal((At("2026-11-25T08:00"), At("2026-11-26T08:00"), 0), await Told());
    }

    [Fact]
    public async Task The_first_of_a_week_tells_of_the_whole_week_and_of_the_last_days_instead_of_the_daily_one()
    {
        await Started();
        await _desk.Happened(First, Reported(1, "2026-11-24T10:00"));
        foreach (var day in new[] { "25", "26", "27" }) await _desk.Look($"2026-11-{day}T08:00");
        await _desk.Happened("opinion-2026-0000002", Reported(2, "2026-11-28T10:00"));
        Assert.Equal(At("2026-11-30T08:00"), await _desk.Due());
        await _desk.Look("2026-11-30T08:00");
        var last = (await _desk.Standing()).Last!;
        Assert.Equal((DigestKind.Weekly, 2, 1), (last.Kind, last.Figures.New, last.Day!.New));
        Assert.Equal((At("2026-11-23T08:00"), At("2026-11-27T08:00")), (last.Figures.From, last.Day.From));
        await _desk.Look("2026-12-01T08:00");
        Assert.Equal((At("2026-11-30T08:00"), At("2026-12-01T08:00"), 0), await Told());
    }

    [Fact]
    public async Task One_that_was_missed_goes_out_once_later_that_day_while_the_doors_are_open()
    {
        await Started();
        await _desk.Happened(First, Reported(1, "2026-11-24T10:00"));
        Assert.True(await _desk.Look("2026-11-25T12:30"));
        Assert.Null((await _desk.Standing()).Last);
        Assert.Equal(At("2026-11-25T14:30"), await _desk.Due());
        Assert.True(await _desk.Look("2026-11-25T14:30"));
        Assert.Equal(1, (await Told()).New);
        Assert.Equal(At("2026-11-26T08:00"), await _desk.Due());
    }

    [Fact]
    public async Task Several_that_were_missed_become_one_that_covers_them_all()
    {
        await Started();
        await _desk.Happened(First, Reported(1, "2026-11-24T10:00"));
        await _desk.Look("2026-11-28T10:00"); // a Saturday
        Assert.Equal(At("2026-11-30T08:00"), await _desk.Due());
        await _desk.Look("2026-11-30T08:00");
        Assert.Equal((At("2026-11-23T08:00"), At("2026-11-30T08:00"), 1), await Told());
        Assert.Equal((await _desk.Standing()).Version, (await _desk.Journal.Slot(DigestCase.Id, "jiwen", Stop))!.AlertWanted);
    }

    [Fact]
    public async Task Drills_alone_wake_nobody()
    {
        await Started();
        await _desk.Happened("opinion-drill-2026-0000001", Reported(1, "2026-11-24T10:00", drill: new Drill(12)));
        await _desk.Look("2026-11-25T08:00");
        Assert.Null((await _desk.Standing()).Last);
    }

    [Fact]
    public async Task The_card_stays_as_it_was_told_whatever_happens_later()
    {
        await Started();
        await _desk.Happened(First, Reported(1, "2026-11-24T10:00"));
        await _desk.Look("2026-11-25T08:00");
        var told = await _desk.Face.Of(DigestCase.Id, DemoBureau.Person("jiwen"), alert: true, Stop);
        await _desk.Happened(First, Taken("2026-11-25T08:05"), Closed("2026-11-25T08:10"));
        _desk.Now("2026-11-25T09:00");
        var again = await _desk.Face.Of(DigestCase.Id, DemoBureau.Person("jiwen"), alert: true, Stop);
        Assert.Equal(CardJson.Write(told.Message.Card!), CardJson.Write(again.Message.Card!));
        Assert.Equal("舆情日报:新增1条,办结0条,转出0条;未办结1条", again.Message.Summary);
        Assert.True(again.Message.Alert);
    }

    [Fact]
    public async Task Whoever_asks_sees_now_and_changes_nothing()
    {
        await Started();
        await _desk.Happened(First, Reported(1, "2026-11-24T10:00"));
        var before = await _desk.Standing();
        _desk.Now("2026-11-24T11:00");
        var message = Assert.Single((await _desk.Answers.Daily(DemoBureau.Person("gaoyuan"), Stop)).Replies);
        var json = CardJson.Write(message.Card!);
        Assert.Contains("11月24日 08:00至11月24日 11:00(截至现在)", json, StringComparison.Ordinal);
        Assert.Contains("舆2026-0001", json, StringComparison.Ordinal);
        Assert.Contains("11月23日 08:00至11月24日 11:00", CardJson.Write((await _desk.Answers.Weekly(DemoBureau.Person("jiwen"), Stop)).Replies[0].Card!), StringComparison.Ordinal);
        Assert.Equal(before, await _desk.Standing());
        Assert.True(await _desk.Look("2026-11-25T08:00"));
        Assert.Equal(1, (await Told()).New);
    }

    [Fact]
    public async Task Whoever_asks_when_there_is_nothing_is_told_so()
    {
        await Started();
        _desk.Now("2026-11-24T11:00");
        var message = Assert.Single((await _desk.Answers.Daily(DemoBureau.Person("jiwen"), Stop)).Replies);
        Assert.Equal("舆情日报(11月24日 08:00至11月24日 11:00):没有新的舆情,也没有未办结的。", message.Summary);
        Assert.Null(message.Card);
    }

    [Fact]
    public async Task Others_who_ask_are_told_whose_it_is()
    {
        await Started();
        Assert.Equal(DigestAnswers.NotYours, Assert.Single((await _desk.Answers.Daily(DemoBureau.Person("liying"), Stop)).Replies).Summary);
        Assert.Equal(DigestAnswers.NotYours, Assert.Single((await _desk.Answers.Weekly(DemoBureau.Person("xushan"), Stop)).Replies).Summary);
        await _desk.Happened(First, Reported(1, "2026-11-24T10:00"));
        await _desk.Look("2026-11-25T08:00");
        Assert.Equal(DigestAnswers.NotYours, (await _desk.Answers.Last(DemoBureau.Person("liying"), alert: false, Stop)).Message.Summary);
    }

    [Fact]
    public async Task A_click_opens_the_last_one_once_there_is_one()
    {
        await Started();
        Assert.StartsWith("还没有发出过", Assert.IsType<ClickAnswer.Sentence>(await _desk.Answers.Open(DemoBureau.Person("jiwen"), Stop)).Text, StringComparison.Ordinal);
        Assert.Equal(DigestAnswers.NotYours, Assert.IsType<ClickAnswer.Sentence>(await _desk.Answers.Open(DemoBureau.Person("liying"), Stop)).Text);
        await _desk.Happened(First, Reported(1, "2026-11-24T10:00"));
        await _desk.Look("2026-11-25T08:00");
        Assert.IsType<ClickAnswer.Card>(await _desk.Answers.Open(DemoBureau.Person("jiwen"), Stop));
    }

    [Fact]
    public async Task The_standing_case_is_rebuilt_from_its_events()
    {
        await Started();
        await _desk.Happened(First, Reported(1, "2026-11-24T10:00"), Taken("2026-11-24T10:20"));
        await _desk.Look("2026-11-25T08:00");
        await _desk.Look("2026-11-30T08:00");
        var items = new OpinionCase(DemoBureau.Roster);
        Assert.Empty(await _desk.Journal.Verify((kind, events) => kind == DigestCase.Kind ? _desk.Face.Rebuild(events) : items.Rebuild(events), Stop));
    }

    /// <summary>Since Monday 23 November 08:00, with Tuesday's digest behind it.</summary>
    private async Task Started()
    {
        await _desk.Look("2026-11-23T08:00");
        await _desk.Look("2026-11-24T08:00");
    }

    private async Task<(DateTimeOffset From, DateTimeOffset To, int New)> Told() =>
        (await _desk.Standing()).Last is { } last ? (last.Figures.From, last.Figures.To, last.Figures.New) : throw new InvalidOperationException("Nothing was told.");
}
