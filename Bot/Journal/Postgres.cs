using System.ComponentModel;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DisclosureBot.Journal.Searching;
using Npgsql;

namespace DisclosureBot.Journal;

/// <summary>The journal in a PostgreSQL database (15 or later): many writers at once, who meet only at the row of a case.</summary>
public sealed class Postgres : ISqlDialect, IDisposable
{
    private readonly NpgsqlConnectionStringBuilder _given;
    private readonly NpgsqlDataSource _source;

    /// <param name="connectionString">Names a database encoded in UTF-8, whose user may create tables in it.</param>
    public Postgres(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        if (given.Database is null or "") throw new ArgumentException("The journal needs a database: \"Host=...;Database=disclosure;Username=...\".", nameof(connectionString));
        // Every statement of the journal is one of some dozens: each is planned once a connection.
        if (!given.ContainsKey("Max Auto Prepare")) given.MaxAutoPrepare = 200;
        _given = given;
        _source = NpgsqlDataSource.Create(given);
    }

    public string Migrations => "DisclosureBot.Journal.Migrations.Postgres";

    public WordIndex Words => PostgresWords.Index;

    /// <summary>The planner knows how many rows there are of what, and needs no hint.</summary>
    public string By(string index) => "";

    public string OneOf(string column, string values) => $"{column} = ANY(@{values})";

    public string Listed(string values) => $"(SELECT n::bigint FROM json_array_elements_text(@{values}::json) AS n)";

    public bool IsShared => true;

    public async Task Tell(string channel, CancellationToken stop)
    {
        await using var say = _source.CreateCommand("SELECT pg_notify($1, '')");
        say.Parameters.AddWithValue(Line(channel));
        await say.ExecuteNonQueryAsync(stop);
    }

    public async Task Listen(string channel, Action heard, CancellationToken stop)
    {
        await using var connection = await _source.OpenConnectionAsync(stop);
        connection.Notification += (_, _) => heard();
        await using (var listen = new NpgsqlCommand($"LISTEN \"{Line(channel)}\"", connection)) await listen.ExecuteNonQueryAsync(stop);
        // Whatever was said before the line stood.
        heard();
        while (true) await connection.WaitAsync(stop);
    }

    /// <summary>A name of the server's channels is at most 63 bytes long, and any text makes one of its own.</summary>
    private static string Line(string channel) => "disclosure_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(channel)))[..32];

    public async Task<string> Backup(string directory, CancellationToken stop)
    {
        const string name = "journal.dump";
        // Not on the command line, where every user of the machine could read the password.
        var start = new ProcessStartInfo("pg_dump", ["--format=custom", "--no-password", $"--file={Path.Combine(directory, name)}"]) { UseShellExecute = false, RedirectStandardError = true };
        foreach (var (key, value) in new[] { ("PGHOST", _given.Host), ("PGPORT", _given.Port.ToString(CultureInfo.InvariantCulture)), ("PGDATABASE", _given.Database), ("PGUSER", _given.Username), ("PGPASSWORD", _given.Password) })
            if (value is { Length: > 0 }) start.Environment[key] = value;
        try
        {
            using var dump = Process.Start(start)!;
            var said = await dump.StandardError.ReadToEndAsync(stop);
            await dump.WaitForExitAsync(stop);
            return dump.ExitCode == 0 ? $"{name}, for pg_restore" : throw new InvalidOperationException($"pg_dump ended with {dump.ExitCode}: {said.Trim()}");
        }
        catch (Win32Exception fault)
        {
            throw new InvalidOperationException($"pg_dump, one of PostgreSQL's own programs, cannot be started: {fault.Message}", fault);
        }
    }

    public DbConnection ForMigrations() => _source.CreateConnection();

    public async Task<DbConnection> Open(CancellationToken stop) => await _source.OpenConnectionAsync(stop);

    public async Task<WriteScope> BeginWrite(CancellationToken stop)
    {
        var connection = await _source.OpenConnectionAsync(stop);
        try
        {
            return new Scope(connection, await connection.BeginTransactionAsync(stop));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public void Dispose() => _source.Dispose();

    private sealed class Scope(NpgsqlConnection connection, NpgsqlTransaction transaction) : WriteScope(connection, transaction)
    {
        public override Task Commit() => transaction.CommitAsync(CancellationToken.None);

        /// <summary>What was not committed is rolled back with the transaction's end.</summary>
        public override async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}

/// <summary>Says to a tsquery what the words of a row must hold, in the lexemes of V1__journal.sql: characters, pairs of them, and trigrams of plain ASCII.</summary>
/// <remarks>pg_trgm knows nothing of two characters alone, and most Chinese words are two characters.</remarks>
internal static class PostgresWords
{
    public static WordIndex Index { get; } = new(
        Newest: "SELECT seq FROM case_words WHERE pieces @@ @match::tsquery ORDER BY seq DESC LIMIT @bound",
        Spread: "SELECT COUNT(*), COALESCE(MIN(seq), 0), COALESCE(MAX(seq), 0) FROM (SELECT seq FROM case_words WHERE pieces @@ @match::tsquery ORDER BY seq DESC LIMIT @bound) s",
        Row: "seq",
        Lost: """
            SELECT c.id FROM cases c WHERE c.bureau = @bureauId AND c.words <> ''
              AND NOT EXISTS (SELECT 1 FROM case_words w WHERE w.seq = c.seq)
            """,
        WordPieces.Of,
        Match);

    private static string Match(Fragments sought) =>
        string.Join(" & ", sought.Groups.Select(group => $"({string.Join(" | ", group.Select(all => $"({string.Join(" & ", all.SelectMany(WordPieces.Of).Distinct(StringComparer.Ordinal).Select(Quoted))})"))})"));

    /// <summary>One lexeme, whatever it holds: nothing in it is an operator.</summary>
    private static string Quoted(string piece) => new StringBuilder(piece.Length + 2).Append('\'')
        .Append(piece.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)).Append('\'').ToString();
}
