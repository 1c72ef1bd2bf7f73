using System.Diagnostics;
using System.Globalization;
using Dapper;
using DisclosureBot.Journal;
using Microsoft.Data.Sqlite;

namespace DisclosureBot.Tests.Bench.Search;

/// <summary>What the index of words adds to a durable commit: new cases, changed words, and a step that leaves them alone, with it and without it by turns.</summary>
internal static class CommitCost
{
    private const int Rounds = 4;

    public static async Task Measure(string directory, Sqlite dialect, int times)
    {
        // Another bureau's, so that the searches of a later run do not meet them.
        var journal = new CaseJournal(dialect, "commits");
        var triggers = Triggers(directory);
        var (with, without) = (new Times(), new Times());
        for (var round = 0; round < Rounds; round++)
        {
            await Run(journal, with, times / Rounds);
            Change(directory, string.Join(';', triggers.Select(one => $"DROP TRIGGER {one.Name}")));
            try { await Run(journal, without, times / Rounds); }
            finally { Change(directory, string.Join(";\n", triggers.Select(one => one.Sql))); }
        }
        Console.WriteLine("| commit | with the index p50 ms | without | added ms |\n|---|---|---|---|");
        Print("new case", with.New, without.New);
        Print("words changed", with.Worded, without.Worded);
        Print("words as before", with.Step, without.Step);
    }

    private static async Task Run(CaseJournal journal, Times into, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var id = Guid.CreateVersion7().ToString();
            into.New.Add(await Commit(journal, id, 0, "2026-0007 关于组织申报2026年楚雄市县域商业体系建设实施方案的通知 李明 电子商务科 通知"));
            into.Step.Add(await Commit(journal, id, 1, "2026-0007 关于组织申报2026年楚雄市县域商业体系建设实施方案的通知 李明 电子商务科 通知"));
            into.Worded.Add(await Commit(journal, id, 2, "2026-0007 关于组织申报2026年楚雄市县域商业体系建设实施方案的通知 李明 电子商务科 通知 楚商发〔2026〕12号"));
        }
    }

    private static async Task<double> Commit(CaseJournal journal, string id, long after, string text)
    {
        var write = new CaseWrite(
            id, "slip", after, [new NewEvent("Made", "{}", "bench", DateTimeOffset.UnixEpoch.AddMinutes(after))], "{}",
            new Listing("2026-0007", "关于组织申报2026年楚雄市县域商业体系建设实施方案的通知", "li", "trade", "待审", Open: true, text), [], []);
        var start = Stopwatch.GetTimestamp();
        if (await journal.Commit(write, CancellationToken.None) != CommitOutcome.Committed) throw new InvalidOperationException($"{id} was not committed.");
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static List<(string Name, string Sql)> Triggers(string directory)
    {
        using var connection = Open(directory);
        return [.. connection.Query<(string, string)>("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'case_words%'")];
    }

    private static void Change(string directory, string sql)
    {
        using var connection = Open(directory);
        connection.Execute(sql);
    }

    private static SqliteConnection Open(string directory)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "journal.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Print(string what, List<double> with, List<double> without)
    {
        var (a, b) = (with.Order().ElementAt(with.Count / 2), without.Order().ElementAt(without.Count / 2));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {a:F2} | {b:F2} | {a - b:F2} |"));
    }

    private sealed class Times
    {
        public List<double> New { get; } = [];

        public List<double> Worded { get; } = [];

        public List<double> Step { get; } = [];
    }
}
