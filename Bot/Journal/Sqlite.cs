using System.Data.Common;
using Dapper;
using DisclosureBot.Journal.Searching;
using Microsoft.Data.Sqlite;

namespace DisclosureBot.Journal;

/// <summary>The journal in one file: one writer at a time, readers beside it on a snapshot (WAL).</summary>
public sealed class Sqlite : ISqlDialect, IDisposable
{
    /// <summary>In KiB. With SQLite's own 2 MB, a search of thousands of cases throws out the upper pages of its indexes and reads them again for each case.</summary>
    private const string ReadersCache = "PRAGMA cache_size = -8192";

    private readonly string _reading;
    private readonly string _writing;
    private readonly SqliteWriter _writer;
    private readonly SqliteReaders _readers;

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
        _writer = new SqliteWriter(_writing);
        _readers = new SqliteReaders(_reading, ReadersCache);
    }

    public string Migrations => "DisclosureBot.Journal.Migrations.Sqlite";

    public WordIndex Words => SqliteWords.Index;

    /// <summary>Left to choose, SQLite goes through every row of the bureau for one that holds the id already.</summary>
    public string By(string index) => $" INDEXED BY {index}";

    public string OneOf(string column, string values) => $"{column} IN @{values}";

    public string Listed(string values) => $"(SELECT value AS n FROM json_each(@{values}))";

    public bool IsShared => false;

    public Task Tell(string channel, CancellationToken stop) => Task.CompletedTask;

    public Task Listen(string channel, Action heard, CancellationToken stop) => Task.Delay(Timeout.InfiniteTimeSpan, stop);

    public async Task<string> Backup(string directory, CancellationToken stop)
    {
        const string name = "journal.db";
        var file = Path.Combine(directory, name);
        await using (var connection = await Open(stop))
            await connection.ExecuteAsync(new CommandDefinition("VACUUM INTO @file", new { file }, commandTimeout: 0, cancellationToken: stop));
        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        var said = await copy.ExecuteScalarAsync<string>(new CommandDefinition("PRAGMA quick_check(1)", commandTimeout: 0, cancellationToken: stop));
        return said == "ok" ? $"{name}, SQLite" : throw new InvalidOperationException($"the copy of the journal is damaged: {said}");
    }

    public DbConnection ForMigrations() => new SqliteConnection(_writing);

    public async Task<DbConnection> Open(CancellationToken stop)
    {
        var connection = new SqliteConnection(_reading);
        await connection.OpenAsync(stop);
        await connection.ExecuteAsync(new CommandDefinition(ReadersCache, cancellationToken: stop));
        return connection;
    }

    public async Task<List<T>> Read<T>(string sql, object values, Func<DbDataReader, T> read, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (SqliteStatements.Take(values)) return _readers.Read(sql, values, read);
        await using var connection = await Open(stop);
        return await Rows.All(connection, sql, values, read, stop);
    }

    public Task<WriteScope> BeginWrite(CancellationToken stop) => _writer.Begin(stop);

    public void Dispose()
    {
        _writer.Dispose();
        _readers.Dispose();
        using var reader = new SqliteConnection(_reading);
        SqliteConnection.ClearPool(reader);
    }
}
