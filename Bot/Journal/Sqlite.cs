using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DisclosureBot.Journal;

/// <summary>The journal in one file: one writer at a time, readers beside it on a snapshot (WAL).</summary>
public sealed class Sqlite : ISqlDialect, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly string _reading;
    private readonly string _writing;
    private SqliteConnection? _writer;

    /// <param name="connectionString">Names a file; its directory is created. Memory databases are refused, for readers would not see them.</param>
    public Sqlite(string connectionString)
    {
        var given = new SqliteConnectionStringBuilder(connectionString);
        if (given.DataSource is "" or ":memory:" || given.Mode == SqliteOpenMode.Memory)
            throw new ArgumentException("The journal needs a file: \"Data Source=data/journal.db\".", nameof(connectionString));
        given.DataSource = Path.GetFullPath(given.DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(given.DataSource)!);

        _reading = new SqliteConnectionStringBuilder(given.ConnectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = true }.ConnectionString;
        _writing = new SqliteConnectionStringBuilder(given.ConnectionString) { Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false, ForeignKeys = true }.ConnectionString;
    }

    public string Migrations => "DisclosureBot.Journal.Migrations.Sqlite";

    public DbConnection ForMigrations() => new SqliteConnection(_writing);

    public async Task<DbConnection> Open(CancellationToken stop)
    {
        var connection = new SqliteConnection(_reading);
        await connection.OpenAsync(stop);
        return connection;
    }

    public async Task<WriteScope> BeginWrite(CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            _writer ??= OpenWriter();
            // BEGIN IMMEDIATE: a read turned into a write could be refused half-way when another process writes too.
            return new WriteScope(_writer, _writer.BeginTransaction(deferred: false), EndTurn);
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    public void Dispose()
    {
        _writer?.Dispose();
        _turn.Dispose();
        using var reader = new SqliteConnection(_reading);
        SqliteConnection.ClearPool(reader);
    }

    private ValueTask EndTurn()
    {
        _turn.Release();
        return ValueTask.CompletedTask;
    }

    private SqliteConnection OpenWriter()
    {
        var connection = new SqliteConnection(_writing);
        try
        {
            connection.Open();
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
