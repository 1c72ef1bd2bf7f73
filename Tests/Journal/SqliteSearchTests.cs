using Dapper;
using DisclosureBot.Journal;
using EvolveDb;
using Microsoft.Data.Sqlite;
using Xunit;

namespace DisclosureBot.Tests.Journal;

/// <summary>SQLite's index of words: made for a journal that was there before it, in step ever after, and sound by its own judgement.</summary>
public sealed class SqliteSearchTests : IDisposable
{
    private const string Bureau = "chuxiong-commerce";
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("search-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Source => $"Data Source={Path.Combine(_directory.FullName, "journal.db")}";

    [Fact]
    public async Task A_journal_from_before_the_index_is_found_in_whole()
    {
        Before(
            ("slip-1", "关于“年货节”的通知", """{"state":1}"""), ("slip-2", "楚商发\uff3b\uff12026\uff3d1号　\uff26di 楚商规〔2026〕2号", """{"state":2}"""), ("slip-3", "", """{"state":3}"""));
        using var dialect = new Sqlite(Source);
        var journal = new CaseJournal(dialect, Bureau);
        journal.Prepare();

        Assert.Equal("slip-1", await Found(journal, "年货节"));
        Assert.Equal("slip-1", await Found(journal, "的通知"));
        Assert.Equal("slip-2", await Found(journal, "楚商发(2026)1号"));
        Assert.Equal("slip-2", await Found(journal, "楚商规[2026]2号 fdi"));
        Assert.Equal("""{"state":2}""", (await journal.Load("slip-2", Stop))!.State);
        Assert.Equal(3, (await journal.Find(new CaseQuery(), Everyone, 10, Stop)).Count);
        Assert.Equal(CommitOutcome.Committed, await journal.Commit(Write("slip-4", 0, "关于消费券的通知"), Stop));
        Assert.Equal("slip-4", await Found(journal, "消费券"));
        await MustBeSound();
    }

    [Fact]
    public async Task The_index_stays_sound_and_is_left_alone_where_words_stay()
    {
        using var dialect = new Sqlite(Source);
        var journal = new CaseJournal(dialect, Bureau);
        journal.Prepare();
        for (var i = 0; i < 40; i++) await journal.Commit(Write($"slip-{i}", 0, $"关于第{i}件的通知"), Stop);
        var rows = await Query("SELECT group_concat(id) FROM case_words_docsize");
        for (var i = 0; i < 40; i++) await journal.Commit(Write($"slip-{i}", 1, $"关于第{i}件的通知"), Stop);
        Assert.Equal(rows, await Query("SELECT group_concat(id) FROM case_words_docsize"));
        for (var i = 0; i < 40; i += 2) await journal.Commit(Write($"slip-{i}", 2, $"关于第{i}件的报告"), Stop);

        Assert.Equal(40L, await Query("SELECT COUNT(*) FROM case_words_docsize"));
        Assert.Equal(20, (await journal.Find(new CaseQuery("通知"), Everyone, 100, Stop)).Count);
        await MustBeSound();
    }

    [Fact]
    public async Task Every_way_of_looking_finds_what_reading_every_case_would_find()
    {
        using var dialect = new Sqlite(Source);
        var journal = new CaseJournal(dialect, Bureau);
        journal.Prepare();
        // More than are looked at of those that hold a common word; most lie beyond the first walk. What only some may see lies not among the oldest, which may be passed over.
        await Query("""
            WITH RECURSIVE n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 6999)
            INSERT INTO cases (bureau, id, kind, version, state, number, title, owner, section, status, open, words, attribute, updated_at)
            SELECT 'chuxiong-commerce', 'slip-' || i, 'slip', 1, '{}', '2026-' || i, '', 'p' || (i % 2), 's' || (i % 3), '', i % 7 = 0,
              '2026-' || i || ' 关于' || CASE WHEN i % 5 = 0 THEN '年货节' ELSE '消费券' END || CASE WHEN i % 900 = 1 THEN '特例' ELSE '' END || '的通知', CASE WHEN i % 2 = 0 THEN 'public' ELSE 'withheld' END,
              strftime('%Y-%m-%dT%H:%M:%S.0000000Z', 1700000000 + i, 'unixepoch') FROM n;
            INSERT INTO slots (bureau, case_id, person, wanted, must_act) SELECT 'chuxiong-commerce', 'slip-' || (i * 125), 'few', 1, 0 FROM (SELECT value AS i FROM json_each('[8,9,10,11,12,13,14,15,16,17,18,19,20,39]'));
            """);
        foreach (var words in new[] { "", "通知", "年货节", "特例", "消费券 特例", "年货节 特例", "节的 货节", "2026-4321", "2026-17", "券特", "没有" })
        {
            foreach (var (query, holds) in Asked())
            {
                foreach (var reach in new Reach[] { new("chief", null, true), new("p1", null, false), new("few", null, false), new("few", "s2", false), new("nobody", null, false) })
                {
                    var expected = Enumerable.Range(0, 7_000).Reverse()
                        .Where(i => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(Text(i).Contains) && holds(i) && Sees(reach, i)).Take(20).Select(i => $"slip-{i}");
                    var found = (await journal.Find(query with { Words = words }, reach, 20, Stop)).Where(one => one.IsExact).Select(one => one.Case.CaseId);
                    Assert.Equal(string.Join(' ', expected), string.Join(' ', found));
                }
            }
        }

        static string Text(int i) => $"2026-{i} 关于{(i % 5 == 0 ? "年货节" : "消费券")}{(i % 900 == 1 ? "特例" : "")}的通知";

        static bool Sees(Reach reach, int i) => reach.Everything || reach.Person == $"p{i % 2}" || reach.Section == $"s{i % 3}"
            || (reach.Person == "few" && i % 125 == 0 && i / 125 is (>= 8 and <= 20) or 39);

        static IEnumerable<(CaseQuery Query, Func<int, bool> Holds)> Asked() =>
        [
            (new(), _ => true), (new() { Open = true }, i => i % 7 == 0), (new() { Owner = "p0" }, i => i % 2 == 0),
            (new() { Section = "s1", Attributes = ["withheld"] }, i => i % 3 == 1 && i % 2 == 1), (new() { Kind = "slip", Number = "2026-4321" }, i => i == 4321),
        ];
    }

    [Fact]
    public async Task What_searches_compare_is_read_without_the_cases_own_rows()
    {
        using var dialect = new Sqlite(Source);
        new CaseJournal(dialect, Bureau).Prepare();
        await using var connection = await dialect.Open(Stop);

        var plan = await connection.QueryAsync(new CommandDefinition(
            """
            EXPLAIN QUERY PLAN SELECT c.id, c.updated_at, c.words FROM json_each('[1]') f CROSS JOIN cases c INDEXED BY cases_sought
            WHERE c.seq = f.value AND c.bureau = 'b' AND c.words LIKE 'w' AND c.kind = 'k' AND c.number = 'n' AND c.owner = 'o' AND c.section = 's'
              AND c.open = 1 AND c.attribute = 'a' AND c.place = 'p' AND c.due >= 'd'
            """, cancellationToken: Stop));
        Assert.Contains(plan, step => ((string)step.detail).Contains("SEARCH c USING COVERING INDEX cases_sought (seq=?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_that_the_index_has_lost_is_a_finding()
    {
        using var dialect = new Sqlite(Source);
        var journal = new CaseJournal(dialect, Bureau);
        journal.Prepare();
        await journal.Commit(Write("slip-1", 0, "关于年货节的通知"), Stop);
        await journal.Commit(Write("slip-2", 0, "关于年货节的通知"), Stop);
        await Query("DELETE FROM case_words WHERE rowid = (SELECT seq FROM cases WHERE id = 'slip-2')");

        var finding = Assert.Single(await journal.Verify((_, _) => "{}", Stop));
        Assert.Equal("slip-2", finding.CaseId);
        Assert.Contains("searches", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reclaiming_space_does_not_mix_up_the_index()
    {
        using var dialect = new Sqlite(Source);
        var journal = new CaseJournal(dialect, Bureau);
        journal.Prepare();
        foreach (var id in new[] { "slip-3", "slip-1", "slip-2" }) await journal.Commit(Write(id, 0, $"关于{id}的通知"), Stop);
        await Query("PRAGMA foreign_keys = OFF; DELETE FROM cases WHERE id = 'slip-3'");
        await Query("VACUUM");

        Assert.Equal("slip-1", await Found(journal, "slip-1"));
        Assert.Equal("slip-2", await Found(journal, "slip-2"));
        Assert.Equal("", await Found(journal, "slip-3"));
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private static Reach Everyone => new("anyone", null, Everything: true);

    private static CaseWrite Write(string id, long after, string text) => new(
        id, "slip", after, [new NewEvent("Made", "{}", "li", DateTimeOffset.UnixEpoch)], "{}", new Listing("2026-0001", "题", "li", "trade", "待审", Open: true, text), [], []);

    private static async Task<string> Found(CaseJournal journal, string words) =>
        string.Join(' ', (await journal.Search(words, Everyone, 10, Stop)).Select(one => one.CaseId));

    /// <summary>The tables as the program before this one left them.</summary>
    private void Before(params (string Id, string Words, string State)[] cases)
    {
        using var connection = new SqliteConnection(Source + ";Pooling=False;Foreign Keys=True");
        new Evolve(connection)
        {
            EmbeddedResourceAssemblies = [typeof(CaseJournal).Assembly],
            EmbeddedResourceFilters = ["DisclosureBot.Journal.Migrations.Sqlite"],
            MetadataTableName = "migrations",
            TargetVersion = new EvolveDb.Migration.MigrationVersion("5"),
        }.Migrate();
        foreach (var (id, words, state) in cases)
        {
            connection.Execute(
                """
                INSERT INTO cases (bureau, id, kind, version, state, number, title, owner, section, status, open, words, updated_at)
                VALUES (@Bureau, @id, 'slip', 1, @state, '', '', '', '', '', 1, @words, '2026-03-02T04:01:00.0000000Z');
                INSERT INTO events VALUES (@Bureau, @id, 1, 'Made', '{}', 'li', '2026-03-02T04:01:00.0000000Z', '', '');
                INSERT INTO slots (bureau, case_id, person, wanted, must_act) VALUES (@Bureau, @id, 'li', 1, 1);
                """, new { Bureau, id, words, state });
        }
    }

    private Task MustBeSound() => Query("INSERT INTO case_words (case_words, rank) VALUES ('integrity-check', 1)");

    private async Task<object?> Query(string sql)
    {
        await using var connection = new SqliteConnection(Source + ";Pooling=False;Foreign Keys=False");
        return await connection.ExecuteScalarAsync<object?>(new CommandDefinition(sql, cancellationToken: Stop));
    }
}
