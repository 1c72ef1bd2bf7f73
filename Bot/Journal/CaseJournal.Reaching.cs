namespace DisclosureBot.Journal;

/// <summary>Cards of one person that have not arrived, alike in why.</summary>
/// <param name="Error">Why the last attempt failed; null where none did.</param>
/// <param name="IsTried">An attempt has failed since the way to them was last known.</param>
/// <param name="MustAct">They are waited for in these.</param>
/// <param name="Oldest">When the one that has waited longest was last changed.</param>
public sealed record Undelivered(string Person, SlotState State, string? Error, bool IsTried, bool MustAct, int Count, DateTimeOffset Oldest);

/// <summary>That a way to a person was once known.</summary>
/// <param name="Gone">They removed the bot.</param>
public sealed record KnownWay(string Person, bool Gone);

/// <summary>What the journal knows of who is reached: asked for the whole bureau at once.</summary>
public sealed partial class CaseJournal
{
    /// <summary>What has not arrived, by person and cause; read from the indexes of troubled and of stale slots alone.</summary>
    public async Task<IReadOnlyList<Undelivered>> Undelivered(CancellationToken stop) => await All(
        $"""
        SELECT s.person, s.state, s.last_error, s.tried, s.must_act, COUNT(*), MIN(c.updated_at)
        FROM (
          SELECT case_id, person, state, last_error, must_act, 1 AS tried FROM slots
          WHERE bureau = @bureauId AND state IN ('Unknown', 'Unreachable', 'Failed') AND (wanted > delivered OR alert_wanted > alerted)
          UNION ALL
          SELECT case_id, person, state, last_error, must_act, CASE WHEN attempts > 0 THEN 1 ELSE 0 END AS tried FROM slots
          WHERE bureau = @bureauId AND {Stale} AND state IN ('Idle', 'Sending') AND (wanted > delivered OR alert_wanted > alerted)) s
        JOIN cases c ON c.bureau = @bureauId AND c.id = s.case_id
        GROUP BY s.person, s.state, s.last_error, s.tried, s.must_act
        ORDER BY s.person, s.state, COALESCE(s.last_error, ''), s.tried, s.must_act
        """,
        new { bureauId },
        row => new Undelivered(
            row.GetString(0), Enum.Parse<SlotState>(row.GetString(1)), row.IsDBNull(2) ? null : row.GetString(2), row.GetInt64(3) != 0, row.GetInt64(4) != 0,
            (int)row.GetInt64(5), Stamp.Read(row.GetString(6))),
        stop);

    /// <summary>Everyone a way to whom was ever known.</summary>
    public async Task<IReadOnlyList<KnownWay>> KnownWays(CancellationToken stop) => await All(
        "SELECT person, gone FROM contacts WHERE bureau = @bureauId", new { bureauId }, row => new KnownWay(row.GetString(0), row.GetInt64(1) != 0), stop);
}
