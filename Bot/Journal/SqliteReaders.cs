using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DisclosureBot.Journal;

/// <summary>
/// The file's reading connections, each with its statements prepared once: to read a question takes SQLite longer than
/// to answer it. As many are kept as were ever asked at once.
/// </summary>
/// <param name="settings">Carried out on every new connection.</param>
internal sealed class SqliteReaders(string connectionString, string settings) : IDisposable
{
    private readonly ConcurrentBag<Reader> _free = [];
    private volatile bool _over;

    public List<T> Read<T>(string sql, object values, Func<DbDataReader, T> read)
    {
        ObjectDisposedException.ThrowIf(_over, this);
        if (!_free.TryTake(out var reader)) reader = Reader.Open(connectionString, settings);
        try
        {
            using (var rows = reader.Statements.Rows(sql, values))
            {
                List<T> all = [];
                while (rows.Read()) all.Add(read(rows));
                return all;
            }
        }
        finally
        {
            _free.Add(reader);
            if (_over) Close();
        }
    }

    public void Dispose()
    {
        _over = true;
        Close();
    }

    private void Close()
    {
        while (_free.TryTake(out var reader)) reader.Dispose();
    }

    private sealed class Reader(SqliteConnection connection) : IDisposable
    {
        public SqliteStatements Statements { get; } = new(connection);

        public static Reader Open(string connectionString, string settings)
        {
            var connection = new SqliteConnection(connectionString);
            try
            {
                connection.Open();
                connection.Execute(settings);
                return new(connection);
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }

        public void Dispose()
        {
            Statements.Dispose();
            connection.Dispose();
        }
    }
}
