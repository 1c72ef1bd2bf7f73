using System.Diagnostics;
using System.Globalization;
using Dapper;
using DisclosureBot.Journal;
using Microsoft.Data.Sqlite;

namespace DisclosureBot.Tests.Bench.Search;

/// <summary>A journal of very many slips, written straight into the real tables; no events, for no search reads them.</summary>
internal sealed class Library(string directory, SlipMaker maker)
{
    public const string Bureau = "chuxiong-commerce";

    /// <summary>As long as the state of a slip that has gone half its way.</summary>
    private static readonly string State = "{\"content\":\"" + new string('x', 2_400) + "\"}";

    public string FilePath => Path.Combine(directory, "journal.db");

    private string Sizes => Path.Combine(directory, "sizes.txt");

    /// <summary>Makes it, or finds it made; in either case the lines that say how large it is.</summary>
    public string[] Prepare(bool reuse)
    {
        if (reuse && File.Exists(Sizes)) return File.ReadAllLines(Sizes);
        if (Directory.Exists(directory)) Directory.Delete(directory, recursive: true);
        Directory.CreateDirectory(directory);
        using (var dialect = new Sqlite($"Data Source={FilePath}")) new CaseJournal(dialect, Bureau).Prepare();
        var lines = Fill();
        File.WriteAllLines(Sizes, lines);
        return lines;
    }

    private string[] Fill()
    {
        var watch = Stopwatch.StartNew();
        using var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        connection.Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA temp_store = FILE;");
        var later = connection.Query<(string Type, string Name, string Sql)>("SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name IN ('cases', 'slots')").ToList();
        foreach (var (type, name, _) in later) connection.Execute($"DROP {type} {name}");
        Write(connection);
        Console.Error.WriteLine($"rows written after {watch.Elapsed.TotalSeconds:F0} s");
        foreach (var (_, name, sql) in later.Where(one => one.Type == "index" && !IsOfSearch(one.Name))) Run(connection, name, sql);
        var before = Bytes(connection);
        foreach (var (_, name, sql) in later.Where(one => one.Type == "index" && IsOfSearch(one.Name))) Run(connection, name, sql);
        var indexed = Bytes(connection);
        Console.Error.WriteLine($"indexes after {watch.Elapsed.TotalSeconds:F0} s");
        var building = Stopwatch.StartNew();
        Run(connection, "case_words", "INSERT INTO case_words (rowid, text) SELECT seq, text FROM case_words_text");
        building.Stop();
        foreach (var (_, name, sql) in later.Where(one => one.Type == "trigger")) Run(connection, name, sql);
        var worded = Bytes(connection);
        connection.Execute("PRAGMA journal_mode = WAL;");
        var text = connection.ExecuteScalar<long>("SELECT SUM(LENGTH(CAST(words AS BLOB))) FROM cases");
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"database without what searches need: {Mega(before)} MB; made in {watch.Elapsed.TotalSeconds:F0} s"),
            string.Create(CultureInfo.InvariantCulture, $"index of words (FTS5): {Mega(worded - indexed)} MB over {Mega(text)} MB of words, built in {building.Elapsed.TotalSeconds:F0} s"),
            string.Create(CultureInfo.InvariantCulture, $"indexes for the other conditions (V6, V8): {Mega(indexed - before)} MB; database with all: {Mega(worded)} MB"),
        ];
    }

    private void Write(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        using var cases = Command(connection, transaction, """
            INSERT INTO cases (bureau, id, kind, version, state, number, title, owner, section, status, open, words, attribute, place, since, due, updated_at, seq)
            VALUES ('chuxiong-commerce', $id, 'slip', 1, $state, $number, $title, $owner, $section, $status, $open, $words, $attribute, $place, $updated, $due, $updated, $seq)
            """, "$id", "$state", "$number", "$title", "$owner", "$section", "$status", "$open", "$words", "$attribute", "$place", "$updated", "$due", "$seq");
        using var slots = Command(connection, transaction,
            "INSERT INTO slots (bureau, case_id, person, wanted, delivered, must_act) VALUES ('chuxiong-commerce', $case, $person, 1, 1, $act)", "$case", "$person", "$act");
        foreach (var slip in maker.Make())
        {
            var updated = slip.Updated.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
            Set(cases, slip.Id, State, slip.Number, slip.Title, slip.Drafter, slip.Section, slip.Open ? "待审" : "已归档", slip.Open ? 1 : 0, Words(slip.Words), slip.Attribute, slip.Place,
                updated, (object?)slip.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? DBNull.Value, slip.Sequence);
            for (var i = 0; i < slip.People.Count; i++) Set(slots, slip.Id, slip.People[i], slip.Open && i == 0 ? 1 : 0);
        }
        transaction.Commit();
    }

    /// <summary>As the journal folds what these slips' words are made of.</summary>
    private static string Words(string text) => text.Replace("〔", "", StringComparison.Ordinal).Replace("〕", "", StringComparison.Ordinal);

    private static bool IsOfSearch(string index) => index is "cases_numbered" or "cases_of_kind" or "cases_of_section" or "cases_at_place" or "cases_due" or "cases_open" or "cases_sought";

    private static void Run(SqliteConnection connection, string name, string sql)
    {
        Console.Error.WriteLine(name);
        connection.Execute(sql, commandTimeout: 3_600);
    }

    private static SqliteCommand Command(SqliteConnection connection, SqliteTransaction transaction, string sql, params string[] names)
    {
        var command = new SqliteCommand(sql, connection, transaction);
        foreach (var name in names) command.Parameters.Add(new SqliteParameter { ParameterName = name });
        command.Prepare();
        return command;
    }

    private static void Set(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private static long Bytes(SqliteConnection connection) =>
        connection.ExecuteScalar<long>("PRAGMA page_count") * connection.ExecuteScalar<long>("PRAGMA page_size");

    private static string Mega(long bytes) => (bytes / 1e6).ToString("F0", CultureInfo.InvariantCulture);
}
