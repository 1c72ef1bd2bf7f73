using DisclosureBot.Journal;
using Xunit;

namespace DisclosureBot.Tests.Support;

/// <summary>One PostgreSQL for the tests of a class, and a database with the journal's tables of which each test has a copy.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private PostgresServer? _server;
    private string? _prepared;

    /// <returns>The connection string of a journal that holds nothing yet.</returns>
    public async Task<string> Fresh(CancellationToken stop)
    {
        Needs.Postgres();
        return await _server!.Create(_prepared, stop);
    }

    /// <returns>The connection string of a database without a table.</returns>
    public async Task<string> Empty(CancellationToken stop)
    {
        Needs.Postgres();
        return await _server!.Create(null, stop);
    }

    public async ValueTask InitializeAsync()
    {
        if (PostgresServer.Programs is null) return;
        _server = await PostgresServer.Start(CancellationToken.None);
        _prepared = await _server.Create(null, CancellationToken.None);
        using var dialect = new Postgres(_prepared + ";Pooling=false");
        new CaseJournal(dialect, "nobody").Prepare();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }
}
