using System.Runtime.CompilerServices;
using Dapper;

namespace DisclosureBot.Journal;

public sealed partial class CaseJournal
{
    /// <summary>
    /// Goes through every case: the chain whole from its first event, the state what its events make of it,
    /// the version their number, no slot ahead. At most one finding a case, the first thing wrong; and which cases searches miss.
    /// </summary>
    /// <param name="rebuild">Kind and events in; the state's JSON as it would be stored out.</param>
    /// <param name="list">Kind and state in; what lists show of it out. Null where only states are compared.</param>
    public async Task<IReadOnlyList<Finding>> Verify(
        Func<string, IReadOnlyList<StoredEvent>, string> rebuild, Func<string, string, Listing>? list, CancellationToken stop)
    {
        List<Finding> findings = [];
        await foreach (var audit in Audits(stop))
        {
            if (audit.Conclude(rebuild, list) is { } finding)
                findings.Add(finding);
        }
        findings.AddRange(await All(
            """
            SELECT DISTINCT e.case_id FROM events e
            WHERE e.bureau = @bureauId AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.bureau = e.bureau AND c.id = e.case_id)
            """,
            new { bureauId }, row => new Finding(row.GetString(0), 0, "there are events but no case"), stop));
        if (dialect.Words.Lost is { } lost)
            findings.AddRange(await All(lost, new { bureauId }, row => new Finding(row.GetString(0), 0, "searches do not find the case by its words"), stop));
        return findings;
    }

    public Task<IReadOnlyList<Finding>> Verify(Func<string, IReadOnlyList<StoredEvent>, string> rebuild, CancellationToken stop) => Verify(rebuild, null, stop);

    /// <summary>Writes anew the state and the list row of every case whose own are not what its events make of it, where the chain of those is whole.</summary>
    /// <returns>The ids of those, and what is wrong with the cases that were left as they are.</returns>
    public async Task<(IReadOnlyList<string> Mended, IReadOnlyList<Finding> Broken)> Rebuild(
        Func<string, IReadOnlyList<StoredEvent>, string> rebuild, Func<string, string, Listing> list, bool isDryRun, CancellationToken stop)
    {
        List<string> mended = [];
        List<Finding> broken = [];
        List<CaseAudit> amiss = [];
        await foreach (var audit in Audits(stop))
            if (audit.Conclude(rebuild, list) is not null) amiss.Add(audit);
        foreach (var audit in amiss)
        {
            if (audit.Remedy(rebuild, list) is not { } remedy) broken.Add(audit.Conclude(rebuild, list)!);
            // Somebody decided meanwhile, and has written what is right.
            else if (isDryRun || await Overwrite(remedy, stop)) mended.Add(audit.CaseId);
        }

        return (mended, broken);
    }

    /// <summary>Every event as its row holds it, by case and version; cases may go on meanwhile, none of it is seen.</summary>
    internal async IAsyncEnumerable<EventRow> AllEvents([EnumeratorCancellation] CancellationToken stop)
    {
        await using var connection = await dialect.Open(stop);
        await using var rows = await connection.ExecuteReaderAsync(new CommandDefinition(
            $"SELECT {Rows.EventColumns} FROM events e WHERE e.bureau = @bureauId ORDER BY e.case_id, e.version", new { bureauId }, cancellationToken: stop));
        while (await rows.ReadAsync(stop)) yield return Rows.Event(rows);
    }

    private async Task<bool> Overwrite(Remedy remedy, CancellationToken stop) => await Change(
        $"UPDATE cases SET {ListedAnew}, version = @version WHERE bureau = @bureauId AND id = @CaseId AND version = @ExpectedVersion",
        CaseValues(remedy.CaseId, "", remedy.StoredVersion, remedy.Version, remedy.State, remedy.Listing, remedy.At), stop) == 1;

    /// <summary>One statement sees one moment, so cases may go on while they are checked.</summary>
    private async IAsyncEnumerable<CaseAudit> Audits([EnumeratorCancellation] CancellationToken stop)
    {
        await using var connection = await dialect.Open(stop);
        await using var rows = await connection.ExecuteReaderAsync(new CommandDefinition(
            $"""
            SELECT c.id, c.kind, c.version, c.state,
              c.number, c.title, c.owner, c.section, c.status, c.open, c.words, c.attribute, c.place, c.since, c.due, c.updated_at,
              (SELECT MIN(s.person) FROM slots s WHERE s.bureau = c.bureau AND s.case_id = c.id
                AND (s.wanted > c.version OR s.delivered > c.version OR s.alert_wanted > c.version OR s.alerted > c.version)),
              {Rows.EventColumns}
            FROM cases c LEFT JOIN events e ON e.bureau = c.bureau AND e.case_id = c.id
            WHERE c.bureau = @bureauId ORDER BY c.id, e.version
            """,
            new { bureauId }, cancellationToken: stop));

        CaseAudit? audit = null;
        while (await rows.ReadAsync(stop))
        {
            if (audit is null || !string.Equals(audit.CaseId, rows.GetString(0), StringComparison.Ordinal))
            {
                if (audit is not null)
                    yield return audit;
                audit = new CaseAudit(bureauId, Rows.Case(rows), Rows.Shown(rows, 4), rows.IsDBNull(16) ? null : rows.GetString(16));
            }
            if (!rows.IsDBNull(17))
                audit.Add(Rows.Event(rows, 17));
        }
        if (audit is not null)
            yield return audit;
    }
}
