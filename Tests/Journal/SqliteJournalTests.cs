using Dapper;
using DisclosureBot.Journal;
using Microsoft.Data.Sqlite;
using Xunit;

namespace DisclosureBot.Tests.Journal;

/// <summary>The conformance suite on one file each, and what only a file can show.</summary>
public sealed class SqliteJournalTests : JournalConformance
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("journal-");
    private readonly List<Sqlite> _opened = [];

    private string FilePath => Path.Combine(_directory.FullName, "data", "journal.db");

    [Fact]
    public async Task What_was_committed_survives_an_end_without_warning()
    {
        await Commit(Write(slots: new SlotWrite("li", true, true)));
        await Journal.BeginSend("slip-2026-000001", "li", 1, Stop);
        await using var unfinished = await _opened[0].BeginWrite(Stop);
        await unfinished.Connection.ExecuteAsync("UPDATE cases SET state = 'half-written'", transaction: unfinished.Transaction);

        // The files as they lie on the disk this moment are what a killed process or a lost machine leaves.
        var left = Directory.CreateDirectory(Path.Combine(_directory.FullName, "left"));
        foreach (var file in new[] { "journal.db", "journal.db-wal" })
            File.Copy(Path.Combine(Path.GetDirectoryName(FilePath)!, file), Path.Combine(left.FullName, file));
        using var dialect = new Sqlite($"Data Source={left.FullName}/journal.db");
        var found = new CaseJournal(dialect, "chuxiong-commerce");
        found.Prepare();

        Assert.Equal(State(1), (await found.Load("slip-2026-000001", Stop))!.State);
        Assert.Equal(SlotState.Unknown, (await found.Slot("slip-2026-000001", "li", Stop))!.State);
        Assert.Empty(await found.Verify((_, events) => State(events.Count), Stop));
        Assert.Equal(CommitOutcome.Committed, await found.Commit(Write(after: 1), Stop));
    }

    [Fact]
    public async Task Readers_do_not_wait_for_the_writer()
    {
        await Commit(Write());
        await using var writing = await _opened[0].BeginWrite(Stop);
        await writing.Connection.ExecuteAsync("UPDATE cases SET state = 'half-written'", transaction: writing.Transaction);

        Assert.Equal(State(1), (await Journal.Load("slip-2026-000001", Stop))!.State);
    }

    [Fact]
    public async Task Every_commit_is_on_the_disk_before_it_is_answered()
    {
        await using var writing = await _opened[0].BeginWrite(Stop);

        Assert.Equal("wal", await writing.Connection.ExecuteScalarAsync<string>("PRAGMA journal_mode", transaction: writing.Transaction));
        Assert.Equal(2, await writing.Connection.ExecuteScalarAsync<int>("PRAGMA synchronous", transaction: writing.Transaction));
        Assert.Equal(1, await writing.Connection.ExecuteScalarAsync<int>("PRAGMA foreign_keys", transaction: writing.Transaction));
    }

    [Fact]
    public async Task Writers_that_wait_share_one_commit_and_none_is_answered_before_it()
    {
        var (first, second) = await TwoTurns();
        Assert.False(first.IsCompleted);
        Assert.Equal(State(1), (await Journal.Load("slip-2026-000001", Stop))!.State);

        await Set(second, "second");
        await second.Commit();
        await first;
        Assert.Equal("second", (await Journal.Load("slip-2026-000001", Stop))!.State);
    }

    [Fact]
    public async Task A_writer_undone_leaves_the_others_of_its_commit_alone()
    {
        var (first, second) = await TwoTurns();
        await Set(second, "second");
        await second.DisposeAsync();

        await first;
        Assert.Equal("first", (await Journal.Load("slip-2026-000001", Stop))!.State);
    }

    [Fact]
    public async Task When_the_shared_commit_fails_all_its_writers_are_told_and_the_next_one_succeeds()
    {
        var (first, second) = await TwoTurns();
        await second.Connection.ExecuteAsync(
            "PRAGMA defer_foreign_keys = ON; INSERT INTO timers VALUES ('b', 'no such case', 't', 'x')", transaction: second.Transaction);

        await Assert.ThrowsAsync<SqliteException>(second.Commit);
        await Assert.ThrowsAsync<SqliteException>(() => first);
        Assert.Equal(State(1), (await Journal.Load("slip-2026-000001", Stop))!.State);
        Assert.Equal(CommitOutcome.Committed, await Journal.Commit(Write(after: 1), Stop));
    }

    [Fact]
    public async Task When_the_database_undoes_everything_by_itself_all_writers_are_told_and_the_next_one_succeeds()
    {
        var (first, second) = await TwoTurns();
        await second.Connection.ExecuteAsync("ROLLBACK", transaction: second.Transaction);
        await second.DisposeAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => first);
        Assert.Equal(State(1), (await Journal.Load("slip-2026-000001", Stop))!.State);
        Assert.Equal(CommitOutcome.Committed, await Journal.Commit(Write(after: 1), Stop));
    }

    [Theory]
    [InlineData("slots_stale", "SELECT person FROM slots WHERE bureau = 'b' AND person > 'p' AND (wanted > delivered OR alert_wanted > alerted OR retired_id IS NOT NULL) AND state <> 'Failed' AND state <> 'Held' AND (state <> 'Unreachable' OR next_attempt IS NOT NULL) ORDER BY bureau, person, (alert_wanted <= alerted), COALESCE(next_attempt, ''), case_id LIMIT 1")]
    [InlineData("slots_stale", "SELECT case_id FROM slots WHERE bureau = 'b' AND person = 'p' AND (wanted > delivered OR alert_wanted > alerted OR retired_id IS NOT NULL) AND state <> 'Failed' AND state <> 'Held' AND (state <> 'Unreachable' OR next_attempt IS NOT NULL) AND COALESCE(next_attempt, '') <= 'x' ORDER BY bureau, person, (alert_wanted <= alerted), COALESCE(next_attempt, ''), case_id LIMIT 1")]
    [InlineData("sqlite_autoindex_cases_1", "SELECT id FROM cases WHERE bureau = 'b' AND id >= 'p' AND id < 'q' ORDER BY id DESC LIMIT 1")]
    [InlineData("slots_of_person", "SELECT case_id FROM slots s WHERE s.bureau = 'b' AND s.person = 'p' AND s.must_act = 1")]
    [InlineData("slots_by_state", "SELECT case_id FROM slots WHERE bureau = 'b' AND state = 'Unreachable' AND person = 'p'")]
    [InlineData("timers_due", "SELECT name FROM timers t WHERE t.bureau = 'b' AND t.due <= 'x' ORDER BY t.due")]
    [InlineData("cases_owned", "SELECT id FROM cases c WHERE c.bureau = 'b' AND c.owner = 'p' ORDER BY c.updated_at DESC")]
    [InlineData("cases_recent", "SELECT c.seq FROM cases c WHERE c.bureau = 'b' ORDER BY c.updated_at DESC, c.id DESC LIMIT 400")]
    [InlineData("cases_owned", "SELECT c.seq FROM cases c WHERE c.bureau = 'b' AND c.owner = 'p' ORDER BY c.updated_at DESC, c.id DESC LIMIT 400")]
    [InlineData("cases_open", "SELECT c.seq FROM cases c WHERE c.bureau = 'b' AND c.open = 1 ORDER BY c.updated_at DESC, c.id DESC LIMIT 400")]
    public async Task Frequent_questions_are_answered_from_an_index(string index, string sql)
    {
        await using var connection = await _opened[0].Open(Stop);

        var plan = await connection.QueryAsync(new CommandDefinition($"EXPLAIN QUERY PLAN {sql}", cancellationToken: Stop));
        Assert.Contains(plan, step => ((string)step.detail).Contains($"INDEX {index} ", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => ((string)step.detail).Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=x;Mode=Memory")]
    public void A_journal_without_a_file_is_refused(string connectionString) =>
        Assert.Throws<ArgumentException>(() => new Sqlite(connectionString));

    /// <summary>A first writer ends its turn while a second already waits, and the second has the turn.</summary>
    private async Task<(Task First, WriteScope Second)> TwoTurns()
    {
        await Commit(Write());
        await using var first = await _opened[0].BeginWrite(Stop);
        await Set(first, "first");
        var waiting = _opened[0].BeginWrite(Stop);
        return (first.Commit(), await waiting);
    }

    private static Task<int> Set(WriteScope turn, string state) =>
        turn.Connection.ExecuteAsync("UPDATE cases SET state = @state", new { state }, turn.Transaction);

    protected override ISqlDialect Another()
    {
        var dialect = new Sqlite($"Data Source={FilePath}");
        _opened.Add(dialect);
        return dialect;
    }

    protected override Task Tamper(string sql) =>
        Meddle($"DROP TRIGGER events_never_change; DROP TRIGGER events_never_go; {sql}");

    protected override async Task Meddle(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={FilePath};Foreign Keys=False;Pooling=False");
        await connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: Stop));
    }

    public override async ValueTask DisposeAsync()
    {
        _opened.ForEach(dialect => dialect.Dispose());
        _directory.Delete(recursive: true);
        await base.DisposeAsync();
    }
}
