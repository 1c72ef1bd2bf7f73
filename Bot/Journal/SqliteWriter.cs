using Dapper;
using Microsoft.Data.Sqlite;

namespace DisclosureBot.Journal;

/// <summary>
/// The file's one writing connection. Writers take turns; those already waiting join the transaction under way,
/// each behind its own savepoint, and share its one wait for the disk. No writer is told "committed" before that.
/// </summary>
internal sealed class SqliteWriter(string connectionString) : IDisposable
{
    private const int MostTogether = 64;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _waiting;
    private SqliteConnection? _connection;
    private SqliteStatements? _statements;
    private Group? _group;

    public async Task<WriteScope> Begin(CancellationToken stop)
    {
        // Not cancelled while waiting: the group before may have stayed open for this very writer.
        Interlocked.Increment(ref _waiting);
        await _turn.WaitAsync(CancellationToken.None);
        Interlocked.Decrement(ref _waiting);
        try
        {
            stop.ThrowIfCancellationRequested();
            if (_connection is null)
            {
                _connection = Open();
                _statements = new SqliteStatements(_connection);
            }

            // BEGIN IMMEDIATE: a read turned into a write could be refused half-way when another process writes too.
            _group ??= new Group(_connection.BeginTransaction(deferred: false));
            return new Turn(this, _connection, _statements!, _group);
        }
        catch
        {
            EndTurn();
            throw;
        }
    }

    public void Dispose()
    {
        Close();
        _turn.Dispose();
    }

    private void EndTurn()
    {
        try
        {
            if (_group is not null && (Volatile.Read(ref _waiting) == 0 || _group.Size >= MostTogether))
                Commit(_group);
        }
        finally
        {
            _turn.Release();
        }
    }

    private void Commit(Group group)
    {
        try
        {
            group.Transaction.Commit();
            group.Transaction.Dispose();
            _group = null;
            group.Durable.SetResult();
        }
        catch (Exception e)
        {
            Abandon(group, e);
        }
    }

    /// <summary>Whoever shared the transaction is told it failed; the next writer begins on a new connection.</summary>
    private void Abandon(Group group, Exception why)
    {
        Close();
        _group = null;
        group.Durable.SetException(why);
    }

    private void Close()
    {
        _statements?.Dispose();
        _connection?.Dispose();
        (_statements, _connection) = (null, null);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
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

    /// <summary>The writers of one transaction and the moment it is on the disk.</summary>
    private sealed class Group(SqliteTransaction transaction)
    {
        public SqliteTransaction Transaction => transaction;

        public int Size { get; set; }

        public TaskCompletionSource Durable { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Turn : WriteScope
    {
        private const string Start = "turn";
        private readonly SqliteWriter _writer;
        private readonly SqliteStatements _statements;
        private readonly Group _group;
        private bool _over;

        public Turn(SqliteWriter writer, SqliteConnection connection, SqliteStatements statements, Group group)
            : base(connection, group.Transaction)
        {
            (_writer, _statements, _group) = (writer, statements, group);
            group.Transaction.Save(Start);
            group.Size++;
        }

        public override Task<int> Execute(string sql, object values, CancellationToken stop)
        {
            stop.ThrowIfCancellationRequested();
            return Task.FromResult(_statements.Execute(_group.Transaction, sql, values));
        }

        public override Task<string?> Text(string sql, object values, CancellationToken stop)
        {
            stop.ThrowIfCancellationRequested();
            return Task.FromResult(_statements.Text(_group.Transaction, sql, values));
        }

        public override Task Commit()
        {
            _group.Transaction.Release(Start);
            _over = true;
            _writer.EndTurn();
            return _group.Durable.Task;
        }

        public override ValueTask DisposeAsync()
        {
            if (!_over)
                Undo();
            return ValueTask.CompletedTask;
        }

        private void Undo()
        {
            _over = true;
            try
            {
                _group.Transaction.Rollback(Start);
                _group.Transaction.Release(Start);
            }
            catch (Exception e)
            {
                // A full disk, for one, undoes the whole transaction by itself: the others' part is gone with it.
                _writer.Abandon(_group, e);
            }
            _writer.EndTurn();
        }
    }
}
