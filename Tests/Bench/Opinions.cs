using System.Globalization;
using DisclosureBot.Tests.Opinions.Matching;

namespace DisclosureBot.Tests.Bench;

/// <summary>Repeats found, wrong merges and the time of a look-up, by seed and by whether the kinds of events were tuned on.</summary>
internal static class Opinions
{
    public static void Measure(int sightings)
    {
        StoryTrial.Run(new StoryGenerator(99, EventKind.Tuned).Make(sightings)); // warm-up
        Console.WriteLine("| kinds | seed | sightings | repeats | found % | merged wrongly % | p50 µs | p99 µs |\n|---|---|---|---|---|---|---|---|");
        foreach (var (name, kinds, seed) in new[]
        {
            ("tuned", EventKind.Tuned, 1), ("tuned", EventKind.Tuned, 11), ("tuned", EventKind.Tuned, 12), ("other", EventKind.HeldOut, 7), ("other", EventKind.HeldOut, 8), ("other", EventKind.HeldOut, 9),
        })
        {
            var figures = StoryTrial.Run(new StoryGenerator(seed, kinds).Make(sightings));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {seed} | {figures.Sightings} | {figures.Repeats} | {figures.FoundPercent:F1} | {figures.FalsePercent:F1} | {figures.Percentile(0.5):F0} | {figures.Percentile(0.99):F0} |"));
        }
    }
}
