using System.Data.Common;
using System.Globalization;
using Dapper;
using DisclosureBot.Journal.Searching;

namespace DisclosureBot.Journal;

/// <summary>Turns rows into records; each column list stands beside the reader that counts on its order.</summary>
internal static class Rows
{
    public const string EventColumns = "e.case_id, e.version, e.type, e.body, e.actor, e.at, e.previous, e.hash";

    public const string ListedColumns = "c.id, c.kind, c.number, c.title, c.owner, c.section, c.status, c.open, c.updated_at";

    public const string InboxColumns = "c.id, c.kind, c.number, c.title, c.status, c.open, s.must_act, c.version, c.updated_at";

    public const string SlotColumns = """
        s.case_id, c.kind, s.person, s.wanted, s.delivered, s.alert_wanted, s.alerted, s.must_act,
        COALESCE(s.service_url, p.service_url), COALESCE(s.conversation_id, p.conversation_id), s.message_id, s.retired_id,
        s.state, s.attempts, s.next_attempt, s.last_error
        """;

    public static async Task<List<T>> All<T>(DbConnection connection, string sql, object values, Func<DbDataReader, T> read, CancellationToken stop)
    {
        await using var rows = await connection.ExecuteReaderAsync(new CommandDefinition(sql, values, cancellationToken: stop));
        List<T> all = [];
        while (await rows.ReadAsync(stop))
            all.Add(read(rows));
        return all;
    }

    public static string Text(DbDataReader row) => row.GetString(0);

    public static StoredCase Case(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetString(3));

    public static EventRow Event(DbDataReader row) => Event(row, 0);

    public static EventRow Event(DbDataReader row, int first) => new(
        row.GetString(first), row.GetInt64(first + 1), row.GetString(first + 2), row.GetString(first + 3),
        row.GetString(first + 4), row.GetString(first + 5), row.GetString(first + 6), row.GetString(first + 7));

    /// <summary>The twelve columns of a case from number to updated_at, as text that can be compared.</summary>
    public static string Shown(DbDataReader row, int first) =>
        string.Join('\u001f', Enumerable.Range(first, 12).Select(column => row.IsDBNull(column) ? "\u0000" : Convert.ToString(row.GetValue(column), CultureInfo.InvariantCulture)));

    /// <summary>The same of what would be written.</summary>
    public static string Shown(Listing listing, DateTimeOffset at) => string.Join('\u001f',
        listing.Number, listing.Title, listing.Owner, listing.Section, listing.Status, listing.Open ? "1" : "0", Folded.Text(listing.Text), listing.Attribute ?? "\u0000", listing.Place ?? "\u0000",
        listing.Since is { } since ? Stamp.Write(since) : "\u0000", listing.Due is { } due ? Stamp.Write(due) : "\u0000", Stamp.Write(at));

    public static ListedCase Listed(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5),
        row.GetString(6), row.GetInt64(7) != 0, Stamp.Read(row.GetString(8)));

    public static FoundCase Found(DbDataReader row) => new(
        Listed(row), Maybe(row, 9), Maybe(row, 10), Moment(row, 11), Maybe(row, 12) is { } due ? Stamp.ReadDay(due) : null,
        Maybe(row, 13)?.Split(',') ?? [], IsExact: true);

    public static InboxCase Inbox(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4),
        row.GetInt64(5) != 0, row.GetInt64(6) != 0, row.GetInt64(7), Stamp.Read(row.GetString(8)));

    public static Slot Slot(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7) != 0,
        Maybe(row, 8), Maybe(row, 9), Maybe(row, 10), Maybe(row, 11),
        Enum.Parse<SlotState>(row.GetString(12)), (int)row.GetInt64(13), Maybe(row, 14) is { } next ? Stamp.Read(next) : null, Maybe(row, 15));

    public static DueTimer Timer(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), Stamp.Read(row.GetString(3)));

    public static Contact Contact(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2));

    public static NotedArrival Arrival(DbDataReader row) => new(row.GetString(0), row.GetString(1), Stamp.Read(row.GetString(2)), row.GetInt64(3) != 0);

    public static FeedState Feed(DbDataReader row) => new(
        row.GetString(0), Stamp.Read(row.GetString(1)), Maybe(row, 2), Maybe(row, 3), (int)row.GetInt64(4), Moment(row, 5), Moment(row, 6), Maybe(row, 7), row.GetInt64(8));

    private static DateTimeOffset? Moment(DbDataReader row, int column) => Maybe(row, column) is { } moment ? Stamp.Read(moment) : null;

    private static string? Maybe(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
