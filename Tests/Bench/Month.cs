using System.Globalization;
using DisclosureBot.Tests.Documents;
using DisclosureBot.Tests.Month;

namespace DisclosureBot.Tests.Bench;

/// <summary>A month of a bureau with the same work, everybody reminded in one way and then in another: what rings, and whether anything stayed unseen.</summary>
internal static class Month
{
    public static async Task Measure(int people, DateOnly first, DateOnly last, double slips, int seed, string? only)
    {
        Console.WriteLine($"{people} people, {first:yyyy-MM-dd} to {last:yyyy-MM-dd}, about {slips} slips a working day, seed {seed}.\n");
        Console.WriteLine("| everybody | rings a person and working day: mean | p50 | p90 | p99 | max | morning cards | quiet posts | edits | slips | signed | working days to the signature | waits unseen | rungs unseen |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        // Beside each other: a run waits more than it works.
        var runs = (only is null ? ["即时", "按紧急程度", "每日汇总"] : new[] { only })
            .Select(mode => (Mode: mode, Figures: new MonthRun(new(people, first, last, slips, seed, mode)).Go(Samples.Docx()))).ToList();
        foreach (var (mode, run) in runs)
        {
            var figures = await run;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {mode} | {figures.Mean:F2} | {figures.Percentile(0.5)} | {figures.Percentile(0.9)} | {figures.Percentile(0.99)} | {figures.Rings.Max()} | {figures.Briefings} | {figures.Quiet} | {figures.Edits} | {figures.Slips} | {figures.Signed} | {figures.DaysToSign:F2} | {figures.UnseenTasks.Count} of {figures.Tasks} | {figures.UnseenRungs.Count} of {figures.Rungs} |"));
            foreach (var unseen in figures.UnseenTasks.Concat(figures.UnseenRungs).Take(20)) Console.Error.WriteLine($"unseen, {mode}: {unseen}");
        }
    }
}
