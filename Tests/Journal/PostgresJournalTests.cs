using Dapper;
using DisclosureBot.Journal;
using DisclosureBot.Tests.Support;
using Npgsql;
using Xunit;

namespace DisclosureBot.Tests.Journal;

/// <summary>The conformance suite on one database each, and what only a server can show.</summary>
public sealed class PostgresJournalTests(PostgresFixture shared) : JournalConformance, IClassFixture<PostgresFixture>
{
    private readonly List<Postgres> _opened = [];
    private string _database = "";

    [Fact]
    public async Task Writers_of_different_cases_do_not_wait_for_each_other()
    {
        await Commit(Write("slip-1"));
        await using var unfinished = await _opened[0].BeginWrite(Stop);
        await unfinished.Connection.ExecuteAsync("UPDATE cases SET state = 'half-written' WHERE id = 'slip-1'", transaction: unfinished.Transaction);

        await Commit(Write("slip-2"));
        Assert.Equal(State(1), (await Journal.Load("slip-1", Stop))!.State);
    }

    [Fact]
    public async Task Cases_sort_by_their_bytes_whatever_language_the_server_speaks()
    {
        foreach (var id in new[] { "slip-b", "slip-B", "slip-a", "slip-é" }) await Commit(Write(id));

        Assert.Equal("slip-B slip-a slip-b slip-é", string.Join(' ', (await Journal.CasesOf("slip", Stop)).Select(one => one.Id)));
    }

    [Fact]
    public async Task All_events_cannot_be_swept_away_either() =>
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Meddle("TRUNCATE events"));

    [Theory]
    [InlineData("")]
    [InlineData("Host=127.0.0.1")]
    public void A_journal_without_a_database_is_refused(string connectionString) =>
        Assert.Throws<ArgumentException>(() => new Postgres(connectionString));

    public override async ValueTask InitializeAsync()
    {
        _database = await shared.Fresh(Stop);
        await base.InitializeAsync();
    }

    protected override ISqlDialect Another()
    {
        var dialect = new Postgres(_database);
        _opened.Add(dialect);
        return dialect;
    }

    /// <summary>A replica applies what comes without asking triggers or keys.</summary>
    protected override Task Tamper(string sql) => Meddle($"SET session_replication_role = replica; {sql}");

    protected override async Task Meddle(string sql)
    {
        await using var connection = new NpgsqlConnection(_database + ";Pooling=false");
        await connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: Stop));
    }

    public override async ValueTask DisposeAsync()
    {
        _opened.ForEach(dialect => dialect.Dispose());
        await base.DisposeAsync();
    }
}
