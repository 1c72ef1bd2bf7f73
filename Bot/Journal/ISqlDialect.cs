using System.Data.Common;
using Dapper;
using DisclosureBot.Journal.Searching;

namespace DisclosureBot.Journal;

/// <summary>The little in which one database differs from another; every statement itself is shared.</summary>
public interface ISqlDialect
{
    /// <summary>Where the numbered migrations lie among the embedded resources.</summary>
    string Migrations { get; }

    /// <summary>A new, unopened connection that may create and change tables.</summary>
    DbConnection ForMigrations();

    /// <summary>An open connection for reading; it never waits for a writer.</summary>
    Task<DbConnection> Open(CancellationToken stop);

    /// <summary>Every row of an answer, each as the reader makes it.</summary>
    async Task<List<T>> Read<T>(string sql, object values, Func<DbDataReader, T> read, CancellationToken stop)
    {
        await using var connection = await Open(stop);
        return await Rows.All(connection, sql, values, read, stop);
    }

    /// <summary>Which rows may hold which words.</summary>
    WordIndex Words { get; }

    /// <summary>Behind a table's name: to be read by this index and no other; empty where the database chooses well by itself.</summary>
    string By(string index);

    /// <summary>That the column is one of the values of a list parameter.</summary>
    string OneOf(string column, string values);

    /// <summary>To be read from like a table: the numbers, in a column n, of a parameter that holds them as a JSON array.</summary>
    string Listed(string values);

    /// <summary>Several processes may write to it, and must take turns at what only one may do.</summary>
    bool IsShared { get; }

    /// <summary>Says to the processes that listen on this channel that there is something new.</summary>
    Task Tell(string channel, CancellationToken stop);

    /// <summary>Calls back when something is said on the channel; ends with the token, or with an error when the line breaks.</summary>
    Task Listen(string channel, Action heard, CancellationToken stop);

    /// <summary>Writes the whole database, as it is at one moment, into the directory; others go on meanwhile.</summary>
    /// <returns>The file's name, and what it is.</returns>
    /// <exception cref="InvalidOperationException">It could not be done; a sentence says why.</exception>
    Task<string> Backup(string directory, CancellationToken stop);

    /// <summary>Begins a write, waiting for its turn where the database takes one writer at a time.</summary>
    Task<WriteScope> BeginWrite(CancellationToken stop);
}

/// <summary>One write: undone when disposed, unless committed before.</summary>
public abstract class WriteScope(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    /// <param name="values">An object whose properties are the parameters, or a list of such: carried out for each.</param>
    /// <returns>How many rows were changed.</returns>
    public virtual Task<int> Execute(string sql, object values, CancellationToken stop) =>
        connection.ExecuteAsync(new CommandDefinition(sql, values, transaction, cancellationToken: stop));

    /// <returns>The first column of the first row; null where there is none.</returns>
    public virtual Task<string?> Text(string sql, object values, CancellationToken stop) =>
        connection.ExecuteScalarAsync<string>(new CommandDefinition(sql, values, transaction, cancellationToken: stop));

    /// <summary>Done when the write is durable. Takes no cancellation: once begun, the caller shall learn the outcome.</summary>
    public abstract Task Commit();

    public abstract ValueTask DisposeAsync();
}
