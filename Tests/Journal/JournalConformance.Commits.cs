using System.Text;
using DisclosureBot.Journal;
using Xunit;

namespace DisclosureBot.Tests.Journal;

public abstract partial class JournalConformance
{
    [Fact]
    public async Task A_committed_case_is_read_back_as_written()
    {
        await Commit(Write(events: 2));

        Assert.Equal(new StoredCase(Id, "slip", 2, State(2)), await Journal.Load(Id, Stop));
        var events = await Journal.Events(Id, Stop);
        Assert.Equal([1, 2], events.Select(e => e.Version));
        Assert.Equal("""{"n":1,"说":"同意"}""", events[0].Body);
        Assert.Equal(("Submitted", "luoqing", Noon.AddMinutes(1)), (events[0].Type, events[0].Actor, events[0].At));
    }

    [Fact]
    public async Task An_unknown_case_is_null_and_has_no_events()
    {
        Assert.Null(await Journal.Load("slip-none", Stop));
        Assert.Empty(await Journal.Events("slip-none", Stop));
    }

    [Fact]
    public async Task Events_are_chained_across_commits_from_64_zeros()
    {
        await Commit(Write(events: 2));
        await Commit(Write(after: 2));

        var events = await Journal.Events(Id, Stop);
        Assert.Equal(new string('0', 64), events[0].Previous);
        Assert.Equal(events[0].Hash, events[1].Previous);
        Assert.Equal(events[1].Hash, events[2].Previous);
    }

    [Fact]
    public async Task The_hash_can_be_recomputed_from_its_description_alone()
    {
        await Commit(Write());
        var e = (await Journal.Events(Id, Stop))[0];

        string[] fields = [new('0', 64), Bureau, Id, "1", "Submitted", e.Body, "luoqing", "2026-03-02T04:01:00.0000000Z"];
        var text = string.Concat(fields.Select(f => $"{Encoding.UTF8.GetByteCount(f)}:{f},"));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text))), e.Hash);
    }

    [Fact]
    public async Task A_moment_is_kept_to_the_tick()
    {
        var at = Noon.AddTicks(1);
        await Commit(Write() with { Events = [new("Submitted", "{}", "clock", at)] });

        Assert.Equal(at, (await Journal.Events(Id, Stop))[0].At);
    }

    [Fact]
    public async Task A_write_on_an_old_version_conflicts_and_changes_nothing()
    {
        await Commit(Write(events: 2));

        Assert.Equal(CommitOutcome.Conflict, await Journal.Commit(Write(after: 1, slots: new SlotWrite("li", true, true)), Stop));
        Assert.Equal(2, (await Journal.Load(Id, Stop))!.Version);
        Assert.Null(await Journal.Slot(Id, "li", Stop));
    }

    [Fact]
    public async Task A_write_on_a_version_not_yet_reached_conflicts()
    {
        await Commit(Write());

        Assert.Equal(CommitOutcome.Conflict, await Journal.Commit(Write(after: 5), Stop));
        Assert.Equal(CommitOutcome.Conflict, await Journal.Commit(Write("slip-none", after: 1), Stop));
    }

    [Fact]
    public async Task A_new_case_under_a_taken_id_conflicts()
    {
        await Commit(Write());

        Assert.Equal(CommitOutcome.Conflict, await Journal.Commit(Write(), Stop));
        Assert.Single(await Journal.Events(Id, Stop));
    }

    [Fact]
    public async Task A_write_without_an_event_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Journal.Commit(Write(events: 0), Stop));
        Assert.Null(await Journal.Load(Id, Stop));
    }

    [Fact]
    public async Task A_used_once_key_conflicts_and_leaves_nothing_of_the_second_case()
    {
        await Commit(Write() with { OnceKey = "form-1" });

        Assert.Equal(CommitOutcome.Conflict, await Journal.Commit(Write("slip-2026-000002") with { OnceKey = "form-1" }, Stop));
        Assert.Null(await Journal.Load("slip-2026-000002", Stop));
        Assert.Equal(Id, await Journal.FindOnce("form-1", Stop));
        Assert.Null(await Journal.FindOnce("form-2", Stop));
    }

    [Fact]
    public async Task Of_many_writers_on_one_version_exactly_one_wins()
    {
        await Commit(Write());

        await ExactlyOneWins(_ => Write(after: 1));
        Assert.Equal(2, (await Journal.Events(Id, Stop)).Count);
    }

    [Fact]
    public async Task Of_many_new_cases_under_one_id_exactly_one_wins() => await ExactlyOneWins(_ => Write());

    [Fact]
    public async Task Of_many_cases_with_one_once_key_exactly_one_wins() =>
        await ExactlyOneWins(i => Write($"slip-2026-{i:D6}") with { OnceKey = "form-1" });

    [Fact]
    public async Task Writers_on_different_cases_all_succeed()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 24).Select(i => Task.Run(() => Journal.Commit(Write($"slip-{i}"), Stop), Stop)));

        Assert.All(outcomes, outcome => Assert.Equal(CommitOutcome.Committed, outcome));
        Assert.Empty(await Findings());
    }

    [Fact]
    public async Task A_write_that_fails_midway_leaves_nothing_and_the_next_one_succeeds()
    {
        var told = 0;
        Journal.Committed += _ => told++;
        var broken = Write(slots: [new("li", true, true), new(null!, true, true)]) with { OnceKey = "form-1", Timers = [new("t", Noon)] };

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Journal.Commit(broken, Stop));

        Assert.Null(await Journal.Load(Id, Stop));
        Assert.Empty(await Journal.Events(Id, Stop));
        Assert.Null(await Journal.FindOnce("form-1", Stop));
        Assert.Empty(await Journal.StaleSlots(Noon, 10, Stop));
        Assert.Equal(0, told);
        await Commit(Write());
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task A_cancelled_write_leaves_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Journal.Commit(Write(), new CancellationToken(canceled: true)));

        Assert.Null(await Journal.Load(Id, Stop));
        await Commit(Write());
    }

    [Fact]
    public async Task Committed_is_raised_when_the_case_can_be_read_and_not_on_conflict()
    {
        List<(string, Task<StoredCase?>)> told = [];
        Journal.Committed += write => told.Add((write.CaseId, Journal.Load(write.CaseId, Stop)));

        await Commit(Write());
        await Journal.Commit(Write(), Stop);

        var (id, loaded) = Assert.Single(told);
        Assert.Equal(Id, id);
        Assert.NotNull(await loaded);
    }

    [Fact]
    public async Task Events_refuse_to_be_changed_or_deleted()
    {
        await Commit(Write());

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Meddle("UPDATE events SET body = '{}'"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Meddle("DELETE FROM events"));
        Assert.Empty(await Findings());
    }

    [Fact]
    public async Task The_last_case_id_is_the_greatest_with_the_prefix()
    {
        foreach (var id in new[] { "slip-2025-000009", "slip-2026-000002", "slip-2026-000010", "slip-2027-000001", "slip-20260" })
            await Commit(Write(id));

        Assert.Equal("slip-2026-000010", await Journal.LastCaseId("slip-2026-", Stop));
        Assert.Null(await Journal.LastCaseId("slip-2024-", Stop));
        Assert.Equal("slip-2027-000001", await Journal.LastCaseId("", Stop));
    }

    [Fact]
    public async Task Another_bureau_sees_nothing_and_may_use_the_same_ids_and_keys()
    {
        await Commit(Write(slots: new SlotWrite("li", true, true)) with { OnceKey = "form-1", Timers = [new("t", Noon)] });
        await Journal.SaveContact(new("li", "https://s", "c"), Stop);
        var other = Open("elsewhere");

        Assert.Null(await other.Load(Id, Stop));
        Assert.Empty(await other.Events(Id, Stop));
        Assert.Null(await other.FindOnce("form-1", Stop));
        Assert.Null(await other.LastCaseId("slip-", Stop));
        Assert.Empty(await other.StaleSlots(Noon, 10, Stop));
        Assert.Empty(await other.Inbox("li", 10, Stop));
        Assert.Empty(await other.Waiting("li", Stop));
        Assert.Empty(await other.DueTimers(Noon, 10, Stop));
        Assert.Empty(await other.OwnedBy("luoqing", 10, Stop));
        Assert.Empty(await other.Search("通知", Everyone, 10, Stop));
        Assert.Null(await other.Contact("li", Stop));
        Assert.Null(await other.LatestContact(Stop));
        Assert.Empty(await other.Verify((_, _) => "", Stop));
        Assert.Equal(CommitOutcome.Committed, await other.Commit(Write() with { OnceKey = "form-1" }, Stop));
    }

    private async Task ExactlyOneWins(Func<int, CaseWrite> write)
    {
        var second = Open();
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 16).Select(i =>
            Task.Run(() => (i % 2 == 0 ? Journal : second).Commit(write(i), Stop), Stop)));

        Assert.Single(outcomes, CommitOutcome.Committed);
        Assert.Empty(await Findings());
    }
}
