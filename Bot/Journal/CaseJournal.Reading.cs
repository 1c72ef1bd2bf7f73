using System.Runtime.CompilerServices;
using Dapper;

namespace DisclosureBot.Journal;

/// <summary>A case with the bodies of all its events, in the order they happened.</summary>
public sealed record CaseHistory(string Id, IReadOnlyList<string> Events);

/// <summary>Whole histories, for who counts over many cases.</summary>
public sealed partial class CaseJournal
{
    /// <summary>Every case of the kind that is open, or changed at or after that moment, one after the other in the order of their ids; only one is held at a time.</summary>
    /// <remarks>One statement sees one moment, so cases may go on meanwhile.</remarks>
    public async IAsyncEnumerable<CaseHistory> Histories(string kind, DateTimeOffset since, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var connection = await dialect.Open(stop);
        await using var rows = await connection.ExecuteReaderAsync(new CommandDefinition(
            """
            SELECT c.id, e.body FROM cases c JOIN events e ON e.bureau = c.bureau AND e.case_id = c.id
            WHERE c.bureau = @bureauId AND c.kind = @kind AND (c.open = 1 OR c.updated_at >= @since)
            ORDER BY c.id, e.version
            """,
            new { bureauId, kind, since = Stamp.Write(since) }, cancellationToken: stop));

        string? id = null;
        List<string> events = [];
        while (await rows.ReadAsync(stop))
        {
            var next = rows.GetString(0);
            if (id is not null && !string.Equals(id, next, StringComparison.Ordinal))
            {
                yield return new(id, events);
                events = [];
            }
            id = next;
            events.Add(rows.GetString(1));
        }
        if (id is not null) yield return new(id, events);
    }
}
