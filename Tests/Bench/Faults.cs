using System.Globalization;
using DisclosureBot.Tests.Documents;
using DisclosureBot.Tests.Faults;
using DisclosureBot.Tests.Month;

namespace DisclosureBot.Tests.Bench;

/// <summary>A bureau's month among faults on several processes, compared with the same month in peace.</summary>
internal static class Faults
{
    /// <returns>0 when nothing was lost, doubled or left behind.</returns>
    public static async Task<int> Measure(FaultPlan plan)
    {
        var month = plan.Month;
        Console.WriteLine($"{month.People} people, {month.First:yyyy-MM-dd} to {month.Last:yyyy-MM-dd}, about {month.SlipsADay} slips a working day, {plan.Replicas} processes, seed {month.Seed}.\n");
        var figures = await new FaultRun(plan).Go(Samples.Docx());
        Console.WriteLine("| slips | events | marked clicks | pressed again | whims of the far side | rungs | cards | rings in peace | rings | took |\n|---|---|---|---|---|---|---|---|---|---|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {figures.Slips} | {figures.Events} | {figures.Marks} | {figures.Repeated} | {figures.Whims} | {figures.Rungs} | {figures.Slots} | {figures.CalmRings} | {figures.Rings} | {figures.Took.TotalMinutes:F1} min |\n"));
        Console.WriteLine($"Faults: {string.Join(", ", figures.Struck.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}"))}.");
        foreach (var wrong in figures.Wrong) Console.WriteLine($"WRONG: {wrong}");
        Console.WriteLine(figures.Wrong.Count == 0 ? "Nothing lost, nothing doubled, nothing left behind." : $"{figures.Wrong.Count} things are wrong.");
        return figures.Wrong.Count == 0 ? 0 : 1;
    }
}
