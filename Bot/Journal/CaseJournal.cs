using System.Data.Common;
using Dapper;
using EvolveDb;

namespace DisclosureBot.Journal;

/// <summary>
/// The one memory of a bureau: what was decided (events), how each case stands, which card each person should see
/// (slots), what falls due (timers), and how people are reached (contacts). Another bureau's rows are never seen.
/// </summary>
public sealed partial class CaseJournal(ISqlDialect dialect, string bureauId)
{
    /// <summary>Raised after a commit is durable, on the committer's thread, and when another process's was heard of; handlers must be quick and not throw.</summary>
#pragma warning disable MA0046 // the write is all there is to say; who sends it, everyone knows
    public event Action<CaseWrite>? Committed;
#pragma warning restore MA0046

    /// <summary>Raised when slots may have become due: after commits, and when somebody can be reached again.</summary>
#pragma warning disable MA0046
    public event Action? SlotsDue;
#pragma warning restore MA0046

    /// <summary>Whose rows these are.</summary>
    public string BureauId => bureauId;

    /// <summary>Brings the tables up to date.</summary>
    public void Migrate()
    {
        using var connection = dialect.ForMigrations();
        new Evolve(connection)
        {
            EmbeddedResourceAssemblies = [typeof(CaseJournal).Assembly],
            EmbeddedResourceFilters = [dialect.Migrations],
            MetadataTableName = "migrations",
            IsEraseDisabled = true,
        }.Migrate();
    }

    /// <summary>The same, and takes up what the last run left. To be called once, before anything else, while no delivery of this process runs.</summary>
    /// <remarks>
    /// A slot found in Sending means a crash between send and record: whether it arrived is now unknown. What was resting
    /// or refused is due at once: often the configuration was put right in between.
    /// </remarks>
    public void Prepare()
    {
        Migrate();
        using var connection = dialect.ForMigrations();
        connection.Execute(
            $"""
            UPDATE slots SET state = 'Unknown', last_error = 'stopped between send and record'
            WHERE bureau = @bureauId AND state = 'Sending' {(dialect.IsShared ? $"AND NOT EXISTS (SELECT 1 FROM turns t WHERE t.bureau = slots.bureau AND t.person = slots.person AND NOT {FreeOf("t.replica")})" : "")};
            UPDATE slots SET state = CASE WHEN state = 'Failed' THEN 'Idle' ELSE state END, attempts = 0, next_attempt = NULL
            WHERE bureau = @bureauId AND state <> 'Unreachable' AND (next_attempt IS NOT NULL OR state = 'Failed');
            """,
            new { bureauId, _replica });
    }

    public Task<StoredCase?> Load(string caseId, CancellationToken stop) => First(
        "SELECT id, kind, version, state FROM cases WHERE bureau = @bureauId AND id = @caseId",
        new { bureauId, caseId }, Rows.Case, stop);

    /// <summary>Those of the ids that there are, in no order.</summary>
    public async Task<IReadOnlyList<StoredCase>> Load(IReadOnlyCollection<string> caseIds, CancellationToken stop) => caseIds.Count == 0 ? [] : await All(
        $"SELECT id, kind, version, state FROM cases WHERE bureau = @bureauId AND {dialect.OneOf("id", "caseIds")}", new { bureauId, caseIds }, Rows.Case, stop);

    /// <summary>Every case of the kind, in the order of their ids: for kinds of which there are few.</summary>
    public async Task<IReadOnlyList<StoredCase>> CasesOf(string kind, CancellationToken stop) => await All(
        "SELECT id, kind, version, state FROM cases WHERE bureau = @bureauId AND kind = @kind ORDER BY id",
        new { bureauId, kind }, Rows.Case, stop);

    /// <summary>A kind's cases that are open, or changed at or after that moment: the open ones first, of each the last changed first.</summary>
    public async Task<IReadOnlyList<StoredCase>> OpenOrChanged(string kind, DateTimeOffset since, int most, CancellationToken stop) => await All(
        """
        SELECT id, kind, version, state FROM cases WHERE bureau = @bureauId AND kind = @kind AND (open = 1 OR updated_at >= @since)
        ORDER BY open DESC, updated_at DESC, id DESC LIMIT @most
        """,
        new { bureauId, kind, since = Stamp.Write(since), most }, Rows.Case, stop);

    /// <summary>The ids of a kind's open cases.</summary>
    public async Task<IReadOnlyList<string>> OpenCases(string kind, CancellationToken stop) => await All(
        "SELECT id FROM cases WHERE bureau = @bureauId AND kind = @kind AND open = 1 ORDER BY id",
        new { bureauId, kind }, Rows.Text, stop);

    /// <summary>In the order they happened.</summary>
    public async Task<IReadOnlyList<StoredEvent>> Events(string caseId, CancellationToken stop) => await All(
        $"SELECT {Rows.EventColumns} FROM events e WHERE e.bureau = @bureauId AND e.case_id = @caseId ORDER BY e.version",
        new { bureauId, caseId }, row => Rows.Event(row).ToEvent(), stop);

    /// <summary>The case that used this once-key, if any did.</summary>
    public Task<string?> FindOnce(string onceKey, CancellationToken stop) => First(
        "SELECT case_id FROM once_keys WHERE bureau = @bureauId AND once_key = @onceKey",
        new { bureauId, onceKey }, Rows.Text, stop);

    /// <summary>The greatest case id that begins with the prefix: ids are zero-padded, so it is the last one given.</summary>
    public Task<string?> LastCaseId(string prefix, CancellationToken stop) => First(
        "SELECT id FROM cases WHERE bureau = @bureauId AND id >= @prefix AND id < @end ORDER BY id DESC LIMIT 1",
        new { bureauId, prefix, end = prefix + '\uffff' }, Rows.Text, stop);

    /// <summary>The greatest once-key that begins with the prefix; where its end counts, zero-padded, that is the last one used.</summary>
    public Task<string?> LastOnceKey(string prefix, CancellationToken stop) => First(
        "SELECT once_key FROM once_keys WHERE bureau = @bureauId AND once_key >= @prefix AND once_key < @end ORDER BY once_key DESC LIMIT 1",
        new { bureauId, prefix, end = prefix + '\uffff' }, Rows.Text, stop);

    private async Task<T?> First<T>(string sql, object values, Func<DbDataReader, T> read, CancellationToken stop) where T : class =>
        (await All(sql, values, read, stop)).FirstOrDefault();

    private Task<List<T>> All<T>(string sql, object values, Func<DbDataReader, T> read, CancellationToken stop) =>
        dialect.Read(sql, values, read, stop);

    private async Task<int> Change(string sql, object values, CancellationToken stop)
    {
        await using var write = await dialect.BeginWrite(stop);
        var changed = await Execute(write, sql, values, stop);
        await write.Commit();
        return changed;
    }

    private static Task<int> Execute(WriteScope write, string sql, object values, CancellationToken stop) =>
        write.Execute(sql, values, stop);
}
