using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using DisclosureBot.Journal;

namespace DisclosureBot.Tests.Bench.Search;

/// <summary>How soon one person has the first answer among very many slips, by what is asked and by whom.</summary>
internal static class SearchBench
{
    private const int Shown = 20;

    public static async Task Measure(string directory, int slips, int times, bool reuse)
    {
        var maker = new SlipMaker(slips, seed: 7);
        var library = new Library(directory, maker);
        var sizes = library.Prepare(reuse);
        var known = Sample(maker, slips);
        using var dialect = new Sqlite($"Data Source={library.FilePath}");
        var journal = new CaseJournal(dialect, Library.Bureau);
        journal.Prepare();
        await Ask(journal, known, times: 2, seed: 1);
        var rows = await Ask(journal, known, times, seed: 2);

        Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {RuntimeInformation.OSDescription}; {slips} slips, {times} questions of each kind by each asker, one at a time, the first {Shown} found.");
        Console.WriteLine(string.Join('\n', sizes));
        Console.WriteLine("\n| asked | by | found % | resembling % | p50 ms | p99 ms | worst ms |\n|---|---|---|---|---|---|---|");
        foreach (var row in rows) Console.WriteLine(row);
        Console.WriteLine(Answers.Together("all", "all", rows));
        foreach (var by in rows.GroupBy(row => row.By)) Console.WriteLine(Answers.Together("all", by.Key, by));
        Console.WriteLine();
        await CommitCost.Measure(directory, dialect, times: 300);
    }

    /// <summary>Some slips of all years that name a company, to ask for.</summary>
    private static List<MadeSlip> Sample(SlipMaker maker, int slips) =>
        [.. maker.Make().Where(slip => slip.Sequence % Math.Max(1, slips / 20_000) < 3 && slip is { Company.Length: > 0, Document: not null })];

    private static async Task<List<Answers>> Ask(CaseJournal journal, List<MadeSlip> known, int times, int seed)
    {
        var random = new Random(seed);
        List<Answers> all = [];
        foreach (var (kind, ask) in Questions.All)
        {
            foreach (var (name, reach) in Askers(random))
            {
                var answers = new Answers(kind, name);
                for (var i = 0; i < times; i++)
                {
                    var query = ask(random, known[random.Next(known.Count)]);
                    var start = Stopwatch.GetTimestamp();
                    var found = await journal.Find(query, reach(), Shown, CancellationToken.None);
                    answers.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds, found, query);
                }
                all.Add(answers);
            }
        }
        return all;
    }

    private static (string Name, Func<Reach> Reach)[] Askers(Random random) =>
    [
        ("full sight", () => new("chief", null, Everything: true)),
        ("section head", () => new(SlipMaker.Person(random.Next(SlipMaker.People)), SlipMaker.Section(random.Next(SlipMaker.Sections)), Everything: false)),
        ("sees 40", () => new(SlipMaker.Few(random.Next(SlipMaker.FewSighted)), null, Everything: false)),
    ];
}

/// <summary>The answers to one kind of question by one kind of asker.</summary>
internal sealed record Answers(string Kind, string By)
{
    private readonly List<double> _times = [];
    private int _found;
    private int _resembling;
    private (double Time, string Query) _worst;

    public void Add(double milliseconds, IReadOnlyList<FoundCase> found, CaseQuery query)
    {
        _times.Add(milliseconds);
        if (found is [{ IsExact: true }, ..]) _found++;
        if (found is [{ IsExact: false }, ..]) _resembling++;
        if (milliseconds > _worst.Time) _worst = (milliseconds, $"{query.Words}");
    }

    public static Answers Together(string kind, string by, IEnumerable<Answers> parts)
    {
        var all = new Answers(kind, by);
        foreach (var part in parts)
        {
            all._times.AddRange(part._times);
            all._found += part._found;
            all._resembling += part._resembling;
            if (part._worst.Time > all._worst.Time) all._worst = part._worst;
        }
        return all;
    }

    public override string ToString()
    {
        var sorted = _times.Order().ToArray();
        double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
        return string.Create(CultureInfo.InvariantCulture,
            $"| {Kind} | {By} | {100.0 * _found / sorted.Length:F0} | {100.0 * _resembling / sorted.Length:F0} | {At(0.5):F1} | {At(0.99):F1} | {_worst.Time:F1} {_worst.Query} |");
    }
}
