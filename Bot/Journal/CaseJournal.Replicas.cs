using System.Globalization;

namespace DisclosureBot.Journal;

/// <summary>
/// What several processes on one journal need of each other. Each is known by its journal object, and what it holds is
/// free again once it has left or its last beat has run out. A journal that is not shared grants everything at once.
/// </summary>
public sealed partial class CaseJournal
{
    private readonly string _replica = Guid.CreateVersion7().ToString("N");

    /// <summary>Other processes may work on the same rows.</summary>
    public bool IsShared => dialect.IsShared;

    /// <summary>Says that this process is alive; to be said again well before the lease ends.</summary>
    /// <returns>How many are alive, this one among them, and the time by the server's clock, UTC.</returns>
    public async Task<(int Alive, DateTimeOffset Now)> Beat(TimeSpan lease, CancellationToken stop)
    {
        await Change(
            """
            INSERT INTO replicas (bureau, id, until) VALUES (@bureauId, @_replica, clock_timestamp() + @lease)
            ON CONFLICT (bureau, id) DO UPDATE SET until = excluded.until
            """,
            new { bureauId, _replica, lease }, stop);
        await Change("DELETE FROM replicas WHERE bureau = @bureauId AND until < clock_timestamp() - INTERVAL '1 day'", new { bureauId }, stop);
        return (await All(
            "SELECT COUNT(*), clock_timestamp() FROM replicas WHERE bureau = @bureauId AND until > clock_timestamp()",
            new { bureauId }, row => (row.GetInt32(0), new DateTimeOffset(row.GetDateTime(1))), stop))[0];
    }

    /// <summary>Gives back everything.</summary>
    public Task Leave(CancellationToken stop) => Change("DELETE FROM replicas WHERE bureau = @bureauId AND id = @_replica", new { bureauId, _replica }, stop);

    /// <summary>Takes the right to bring these people their cards, as far as no other process has it.</summary>
    /// <returns>Ids of those for whom it was got. What is sent without it is not noted.</returns>
    public async Task<IReadOnlySet<string>> TakeTurns(IEnumerable<string> people, CancellationToken stop)
    {
        var asked = people.ToArray();
        if (!dialect.IsShared || asked.Length == 0) return asked.ToHashSet(StringComparer.Ordinal);
        var values = new { bureauId, _replica, asked };
        await Change("INSERT INTO turns (bureau, person) SELECT @bureauId, p FROM unnest(@asked) p ON CONFLICT DO NOTHING", values, stop);
        var taken = await All(
            $"""
            UPDATE turns t SET replica = @_replica
            FROM (SELECT person FROM turns
              WHERE bureau = @bureauId AND person = ANY(@asked) AND {FreeOf("turns.replica")}
              FOR UPDATE SKIP LOCKED) free
            WHERE t.bureau = @bureauId AND t.person = free.person
            RETURNING t.person
            """,
            values, Rows.Text, stop);
        return taken.ToHashSet(StringComparer.Ordinal);
    }

    public async Task GiveBackTurn(string person, CancellationToken stop)
    {
        if (dialect.IsShared)
            await Change("UPDATE turns SET replica = NULL WHERE bureau = @bureauId AND person = @person AND replica = @_replica", new { bureauId, person, _replica }, stop);
    }

    /// <summary>Timers whose moment has come, the earliest first, that no other process is working off: they are this one's now.</summary>
    public async Task<IReadOnlyList<DueTimer>> TakeDueTimers(DateTimeOffset now, int most, CancellationToken stop) => !dialect.IsShared
        ? await DueTimers(now, most, stop)
        : [.. (await All(
            $"""
            UPDATE timers t SET taken_by = @_replica
            FROM (SELECT bureau, case_id, name FROM timers
              WHERE bureau = @bureauId AND due <= @now AND {FreeOf("timers.taken_by")}
              ORDER BY due, case_id, name LIMIT @most FOR UPDATE SKIP LOCKED) mine
            JOIN cases c ON c.bureau = mine.bureau AND c.id = mine.case_id
            WHERE t.bureau = mine.bureau AND t.case_id = mine.case_id AND t.name = mine.name
            RETURNING t.case_id, c.kind, t.name, t.due
            """,
            new { bureauId, _replica, now = Stamp.Write(now), most }, Rows.Timer, stop)).OrderBy(timer => timer.Due)];

    /// <summary>From where on to listen to the others: what is committed from now on, and what is being written.</summary>
    public async Task<ulong> Present(CancellationToken stop) => ulong.Parse(
        (await First("SELECT pg_snapshot_xmin(pg_current_snapshot())::text", new { bureauId }, Rows.Text, stop))!, CultureInfo.InvariantCulture);

    /// <summary>Events written since then, of any process; those of a transaction that was under way then may have been read before.</summary>
    internal async Task<IReadOnlyList<(string CaseId, long Version, ulong Transaction)>> EventsSince(ulong moment, CancellationToken stop) => await All(
        """
        SELECT case_id, version, tx::text FROM events
        WHERE bureau = @bureauId AND tx >= @since::xid8 AND tx < pg_snapshot_xmax(pg_current_snapshot()) ORDER BY tx, case_id, version
        """,
        new { bureauId, since = moment.ToString(CultureInfo.InvariantCulture) },
        row => (row.GetString(0), row.GetInt64(1), ulong.Parse(row.GetString(2), CultureInfo.InvariantCulture)), stop);

    /// <summary>Tells whoever listens here what another process has committed, the cases as they now stand.</summary>
    /// <param name="versions">By case, the least that was not heard yet.</param>
    internal async Task TellOfOthers(IReadOnlyDictionary<string, long> versions, CancellationToken stop)
    {
        var ids = versions.Keys.ToArray();
        var concerned = (await All(
            "SELECT case_id, person, wanted FROM slots WHERE bureau = @bureauId AND case_id = ANY(@ids)",
            new { bureauId, ids }, row => (Case: row.GetString(0), Person: row.GetString(1), Wanted: row.GetInt64(2)), stop)).ToLookup(slot => slot.Case, StringComparer.Ordinal);
        var keys = (await All(
            "SELECT case_id, once_key FROM once_keys WHERE bureau = @bureauId AND case_id = ANY(@ids)",
            new { bureauId, ids }, row => (Case: row.GetString(0), Key: row.GetString(1)), stop)).ToLookup(key => key.Case, key => key.Key, StringComparer.Ordinal);
        foreach (var one in await Load(ids, stop))
        {
            var slots = concerned[one.Id].Where(slot => slot.Wanted >= versions[one.Id]).Select(slot => new SlotWrite(slot.Person, Alert: false, MustAct: false)).ToList();
            foreach (var key in keys[one.Id].DefaultIfEmpty<string?>(null))
                Committed?.Invoke(CaseWrite.Elsewhere(one, slots, key));
        }
        SlotsDue?.Invoke();
    }

    public Task TellOthers(CancellationToken stop) => dialect.Tell(bureauId, stop);

    /// <summary>Calls back whenever another process, or this one, says that it has committed; ends with the token, or with an error when the line breaks.</summary>
    public Task ListenToOthers(Action heard, CancellationToken stop) => dialect.Listen(bureauId, heard, stop);

    /// <summary>Nobody holds it, this process does, or whoever does has fallen silent.</summary>
    private static string FreeOf(string holder) =>
        $"({holder} IS NULL OR {holder} = @_replica OR NOT EXISTS (SELECT 1 FROM replicas r WHERE r.bureau = @bureauId AND r.id = {holder} AND r.until > clock_timestamp()))";

    /// <summary>Behind a condition on one slot: and this process has the turn, so that one that was frozen for long cannot write over what others did meanwhile.</summary>
    private string WithTurn => dialect.IsShared ? "AND EXISTS (SELECT 1 FROM turns t WHERE t.bureau = slots.bureau AND t.person = slots.person AND t.replica = @_replica)" : "";

    /// <summary>Of a timer that is set anew: whoever comes first takes it.</summary>
    private string Untaken => dialect.IsShared ? ", taken_by = NULL" : "";
}
