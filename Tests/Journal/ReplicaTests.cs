using System.Collections.Concurrent;
using DisclosureBot.Background;
using DisclosureBot.Channel;
using DisclosureBot.Journal;
using DisclosureBot.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace DisclosureBot.Tests.Journal;

/// <summary>Two processes on one PostgreSQL: who may do what, what one hears of the other, and what becomes of one that falls silent.</summary>
public sealed class ReplicaTests(PostgresFixture shared) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private const string Bureau = "chuxiong-commerce";
    private const string Id = "slip-2026-0000001";
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8));
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    /// <summary>Over before the next statement arrives.</summary>
    private static readonly TimeSpan Lapsed = TimeSpan.FromMilliseconds(1);

    private readonly List<Postgres> _opened = [];
    private string _database = "";
    private CaseJournal _one = null!;
    private CaseJournal _other = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_turn_is_one_processs_at_a_time_and_free_when_given_back()
    {
        Assert.Equal(["li", "pu"], (await _one.TakeTurns(["li", "pu"], Stop)).Order(StringComparer.Ordinal));
        Assert.Equal(["wang"], await _other.TakeTurns(["li", "pu", "wang"], Stop));
        Assert.Equal(["li"], await _one.TakeTurns(["li"], Stop));

        await _other.GiveBackTurn("li", Stop); // not theirs to give
        Assert.Empty(await _other.TakeTurns(["li"], Stop));
        await _one.GiveBackTurn("li", Stop);
        Assert.Equal(["li"], await _other.TakeTurns(["li"], Stop));
    }

    [Fact]
    public async Task Of_many_who_reach_for_a_turn_at_once_each_gets_their_own_and_nobody_waits()
    {
        var people = Enumerable.Range(1, 50).Select(i => $"person-{i}").ToList();
        var journals = await Task.WhenAll(Enumerable.Range(1, 6).Select(async _ => await Alive(Open())));

        var got = await Task.WhenAll(journals.Select(journal => journal.TakeTurns(people, Stop)));

        Assert.Equal(people.Count, got.Sum(turns => turns.Count));
        Assert.Equal(people.Count, got.SelectMany(turns => turns).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Turns_and_timers_of_one_that_fell_silent_or_left_are_free()
    {
        await Commit(_one, timers: [new("remind", Noon)]);
        await _one.TakeTurns(["li"], Stop);
        Assert.Single(await _one.TakeDueTimers(Noon, 10, Stop));
        Assert.Empty(await _other.TakeTurns(["li"], Stop));
        Assert.Empty(await _other.TakeDueTimers(Noon, 10, Stop));

        await _one.Beat(Lapsed, Stop);
        Assert.Equal(["li"], await _other.TakeTurns(["li"], Stop));
        Assert.Single(await _other.TakeDueTimers(Noon, 10, Stop));

        await _one.Beat(Long, Stop);
        Assert.Empty(await _one.TakeTurns(["li"], Stop));
        await _other.Leave(Stop);
        Assert.Equal(["li"], await _one.TakeTurns(["li"], Stop));
        Assert.Single(await _one.TakeDueTimers(Noon, 10, Stop));
    }

    [Fact]
    public async Task Timers_are_shared_out_each_to_one_the_earliest_first()
    {
        await Commit(_one, timers: [.. Enumerable.Range(0, 30).Select(i => new TimerWrite($"t-{i:D2}", Noon.AddSeconds(i)))]);

        var first = await _one.TakeDueTimers(Noon.AddHours(1), 10, Stop);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"t-{i:D2}"), first.Select(timer => timer.Name));
        var rest = await Task.WhenAll(_other.TakeDueTimers(Noon.AddHours(1), 15, Stop), (await Alive(Open())).TakeDueTimers(Noon.AddHours(1), 15, Stop));
        Assert.Equal(20, rest.Sum(timers => timers.Count));
        Assert.Equal(30, rest.SelectMany(timers => timers).Concat(first).Select(timer => timer.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_timer_set_anew_or_put_off_is_anybodys()
    {
        await Commit(_one, timers: [new("remind", Noon), new("due", Noon)]);
        var taken = await _one.TakeDueTimers(Noon, 10, Stop);

        await Commit(_one, after: 1, timers: [new("remind", Noon.AddMinutes(1))]);
        await _one.PostponeTimer(taken.Single(timer => timer.Name == "due"), Noon.AddMinutes(1), Stop);

        Assert.Equal(["due", "remind"], (await _other.TakeDueTimers(Noon.AddMinutes(1), 10, Stop)).Select(timer => timer.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_send_is_not_begun_without_the_turn()
    {
        await Commit(_one);
        await _one.TakeTurns(["li"], Stop);
        await Lose();

        Assert.False(await _one.BeginSend(Id, "li", 1, Stop));
        Assert.Equal(SlotState.Idle, (await Li()).State);
        Assert.True(await _other.BeginSend(Id, "li", 1, Stop));
    }

    [Fact]
    public async Task What_a_frozen_process_had_under_way_does_not_write_over_what_was_done_meanwhile()
    {
        await Commit(_one);
        await _one.TakeTurns(["li"], Stop);
        await _one.BeginSend(Id, "li", 1, Stop);
        await Lose();
        await Commit(_other, after: 1);
        await _other.BeginSend(Id, "li", 1, Stop);
        await _other.SendSucceeded(Id, "li", "https://s", "conv", "theirs", 2, Stop);
        await _other.GiveBackTurn("li", Stop);

        await _one.SendSucceeded(Id, "li", "https://s", "conv", "mine", 1, Stop);

        var slot = await Li();
        Assert.Equal(("theirs", 2L, "mine"), (slot.MessageId, slot.Delivered, slot.RetiredId));
        Assert.Single(await _one.StaleSlots(Noon, 10, Stop)); // the other's message is to be blanked
    }

    [Fact]
    public async Task A_failure_told_late_changes_nothing()
    {
        await Commit(_one);
        await _one.TakeTurns(["li"], Stop);
        await _one.BeginSend(Id, "li", 1, Stop);
        await Lose();
        await _other.BeginSend(Id, "li", 1, Stop);
        await _other.SendSucceeded(Id, "li", "https://s", "conv", "theirs", 1, Stop);

        await _one.SendFailed(Id, "li", SlotState.Failed, null, "400", forgetMessage: true, alertNotBegun: 1, Stop);
        await _one.RetiredCleared(Id, "li", "theirs", Stop);

        var slot = await Li();
        Assert.Equal((SlotState.Idle, "theirs", 1L, 1L), (slot.State, slot.MessageId, slot.Delivered, slot.Alerted));
    }

    [Fact]
    public async Task An_edit_that_came_late_is_written_over_once_more()
    {
        await Commit(_one);
        await _one.TakeTurns(["li"], Stop);
        await _one.SendSucceeded(Id, "li", "https://s", "conv", "card", 1, Stop);
        await Lose();
        await Commit(_other, after: 1);
        await _other.UpdateSucceeded(Id, "li", "card", 2, Stop);

        await _one.UpdateSucceeded(Id, "li", "card", 1, Stop);

        Assert.Equal(("card", 2L, 0L), await Li() is var slot ? (slot.MessageId, slot.Wanted, slot.Delivered) : default);
        Assert.Contains(await _other.StaleSlots(Noon, 10, Stop), stale => stale.Person == "li");
    }

    [Fact]
    public async Task A_start_leaves_alone_what_another_is_sending()
    {
        await Commit(_one);
        await _one.TakeTurns(["li"], Stop);
        await _one.BeginSend(Id, "li", 1, Stop);

        Open().Prepare();
        Assert.Equal(SlotState.Sending, (await Li()).State);

        await _one.Beat(Lapsed, Stop);
        Open().Prepare();
        Assert.Equal(SlotState.Unknown, (await Li()).State);
    }

    [Fact]
    public async Task Many_starts_at_once_make_the_tables_once()
    {
        var empty = await shared.Empty(Stop);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            using var dialect = new Postgres(empty + ";Pooling=false");
            new CaseJournal(dialect, Bureau).Prepare();
        }, Stop)));

        using var found = new Postgres(empty + ";Pooling=false");
        Assert.Equal(1, (await new CaseJournal(found, Bureau).Beat(Long, Stop)).Alive);
    }

    [Fact]
    public async Task Alive_are_those_whose_beat_has_not_run_out()
    {
        Assert.Equal(2, (await _one.Beat(Long, Stop)).Alive);
        var third = Open();
        Assert.Equal(3, (await third.Beat(Long, Stop)).Alive);
        await third.Beat(Lapsed, Stop);
        Assert.Equal(2, (await _one.Beat(Long, Stop)).Alive);
        Assert.Equal(1, (await Open("elsewhere").Beat(Long, Stop)).Alive);
    }

    [Fact]
    public async Task What_another_commits_is_heard_once_with_whom_it_concerns_and_the_key_it_used()
    {
        await using var listener = await Listener.Of(_one);

        await Commit(_other, key: "number:楚商发:2026:1");
        var heard = await listener.Next(Stop);
        Assert.Equal((Id, "slip", 1L, true, "number:楚商发:2026:1"), (heard.CaseId, heard.Kind, heard.NewVersion, heard.IsElsewhere, heard.OnceKey));
        Assert.Equal("li", Assert.Single(heard.Slots).Person);

        await Commit(_one, after: 1);
        await Commit(_other, after: 2);
        Assert.False((await listener.Next(Stop)).IsElsewhere);
        Assert.Equal((3L, true), (await listener.Next(Stop)) is var third ? (third.NewVersion, third.IsElsewhere) : default);
        await NothingMore(listener);
    }

    [Fact]
    public async Task A_long_transaction_hides_nothing_that_comes_after_it_and_nothing_of_its_own()
    {
        await using var listener = await Listener.Of(_one);
        await using var slow = await _opened[1].BeginWrite(Stop);
        await slow.Execute("INSERT INTO arrivals (bureau, id, person, at) VALUES (@Bureau, 'a', 'li', '')", new { Bureau }, Stop);

        await Commit(_other, id: "slip-quick");
        Assert.Equal("slip-quick", (await listener.Next(Stop)).CaseId);
        await slow.Execute("UPDATE cases SET version = 2 WHERE id = 'slip-quick'", new { Bureau }, Stop);
        await slow.Execute(
            "INSERT INTO events (bureau, case_id, version, type, body, actor, at, previous, hash) VALUES (@Bureau, 'slip-quick', 2, 'Slow', '{}', 'li', '', '', '')", new { Bureau }, Stop);
        await slow.Commit();

        Assert.Equal(("slip-quick", 2L), await listener.Next(Stop) is var late ? (late.CaseId, late.NewVersion) : default);
        await NothingMore(listener);
    }

    [Fact]
    public async Task Another_bureaus_commits_are_not_heard()
    {
        await using var listener = await Listener.Of(_one);
        await Commit(Open("elsewhere"), id: "slip-foreign");
        await Commit(_other);

        Assert.Equal(Id, (await listener.Next(Stop)).CaseId);
        await NothingMore(listener);
    }

    [Fact]
    public async Task Only_one_of_those_who_fetch_a_feed_gets_it()
    {
        await _one.NoteFeed("https://news", Noon, Stop);
        var claims = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? _one : _other).ClaimFeed("https://news", $"lease-{i}", Noon, Noon.AddMinutes(5), Stop)));
        Assert.Single(claims, claimed => claimed);
    }

    [Fact]
    public async Task Members_know_how_many_they_are_and_let_go_when_they_stop()
    {
        using var pacing = new Pacing();
        using var member = new Membership(_one, pacing, new ConfigurationBuilder().Build(), NullLogger<Membership>.Instance);
        Assert.False(member.MayWork);
        await member.StartAsync(Stop);
        Assert.True(member.MayWork);
        Assert.False(member.IsAstray);
        await _one.TakeTurns(["li"], Stop);

        await member.StopAsync(Stop);
        Assert.Equal(["li"], await _other.TakeTurns(["li"], Stop));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("601")]
    public async Task A_lease_of_no_sensible_length_is_refused(string seconds)
    {
        using var pacing = new Pacing();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Replicas:LeaseSeconds", seconds)]).Build();
        using var member = new Membership(_one, pacing, configuration, NullLogger<Membership>.Instance);
        Assert.Contains("Replicas:LeaseSeconds", (await Assert.ThrowsAsync<InvalidOperationException>(() => member.StartAsync(Stop))).Message, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        _database = await shared.Fresh(Stop);
        (_one, _other) = (await Alive(Open()), await Alive(Open()));
    }

    public ValueTask DisposeAsync()
    {
        _opened.ForEach(dialect => dialect.Dispose());
        return ValueTask.CompletedTask;
    }

    private static async Task<CaseJournal> Alive(CaseJournal journal)
    {
        await journal.Beat(Long, Stop);
        return journal;
    }

    private static async Task Commit(CaseJournal by, string id = Id, long after = 0, string? key = null, params TimerWrite[] timers)
    {
        var write = new CaseWrite(
            id, "slip", after, [new NewEvent("Submitted", "{}", "luoqing", Noon)], "{}",
            new Listing("", "关于商务工作的通知", "luoqing", "operations", "待审核", Open: true, "通知"), [new("li", Alert: true, MustAct: true)], timers, key);
        Assert.Equal(CommitOutcome.Committed, await by.Commit(write, Stop));
    }

    /// <summary>The next that is heard is what is committed only now.</summary>
    private async Task NothingMore(Listener listener)
    {
        await Commit(_other, id: "slip-last");
        Assert.Equal("slip-last", (await listener.Next(Stop)).CaseId);
    }

    private CaseJournal Open(string bureau = Bureau)
    {
        var dialect = new Postgres(_database);
        _opened.Add(dialect);
        return new(dialect, bureau);
    }

    private async Task<Slot> Li() => (await _other.Slot(Id, "li", Stop))!;

    /// <summary>The first falls silent for longer than its lease, and the other takes the turn.</summary>
    private async Task Lose()
    {
        await _one.Beat(Lapsed, Stop);
        Assert.Equal(["li"], await _other.TakeTurns(["li"], Stop));
    }

    /// <summary>Everything a process is told of commits, its own and the others'.</summary>
    private sealed class Listener : IAsyncDisposable
    {
        private readonly BlockingCollection<CaseWrite> _heard = [];
        private readonly Hearsay _hearsay;

        private Listener(CaseJournal journal)
        {
            _hearsay = new(journal, NullLogger<Hearsay>.Instance);
            journal.Committed += _heard.Add;
        }

        public static async Task<Listener> Of(CaseJournal journal)
        {
            var listener = new Listener(journal);
            await listener._hearsay.Begin(Stop);
            await listener._hearsay.StartAsync(Stop);
            return listener;
        }

        public Task<CaseWrite> Next(CancellationToken stop) => Task.Run(() => _heard.Take(stop), stop);

        public async ValueTask DisposeAsync()
        {
            await _hearsay.StopAsync(CancellationToken.None);
            _hearsay.Dispose();
            _heard.Dispose();
        }
    }
}
