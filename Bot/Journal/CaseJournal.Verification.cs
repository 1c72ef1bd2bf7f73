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
    public async Task<IReadOnlyList<Finding>> Verify(Func<string, IReadOnlyList<StoredEvent>, string> rebuild, CancellationToken stop)
    {
        List<Finding> findings = [];
        await foreach (var audit in Audits(stop))
        {
            if (audit.Conclude(rebuild) is { } finding)
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

    /// <summary>One statement sees one moment, so cases may go on while they are checked.</summary>
    private async IAsyncEnumerable<CaseAudit> Audits([EnumeratorCancellation] CancellationToken stop)
    {
        await using var connection = await dialect.Open(stop);
        await using var rows = await connection.ExecuteReaderAsync(new CommandDefinition(
            $"""
            SELECT c.id, c.kind, c.version, c.state,
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
                audit = new CaseAudit(bureauId, Rows.Case(rows), rows.IsDBNull(4) ? null : rows.GetString(4));
            }
            if (!rows.IsDBNull(5))
                audit.Add(Rows.Event(rows, 5));
        }
        if (audit is not null)
            yield return audit;
    }
}
