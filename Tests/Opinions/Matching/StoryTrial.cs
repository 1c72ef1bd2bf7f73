using DisclosureBot.Bureau;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Opinions.Matching;

namespace DisclosureBot.Tests.Opinions.Matching;

/// <param name="Found">Repeats that came to an item of their own event.</param>
/// <param name="FalseMerges">Sightings that came to an item of another event.</param>
/// <param name="Microseconds">Of each look-up, in ascending order.</param>
public sealed record StoryFigures(int Sightings, int Repeats, int Found, int FalseMerges, IReadOnlyList<double> Microseconds)
{
    public double FoundPercent => 100.0 * Found / Repeats;

    public double FalsePercent => 100.0 * FalseMerges / Sightings;

    public double Percentile(double part) => Microseconds[(int)(part * (Microseconds.Count - 1))];
}

/// <summary>Puts sightings whose truth is known through the index, one after the other as they are seen, each new story an item.</summary>
public static class StoryTrial
{
    public static StoryFigures Run(IReadOnlyList<Sighting> sightings)
    {
        var index = new StoryIndex(new OpinionCase(new Roster("b", "局", "t", [])), TimeProvider.System);
        Dictionary<string, (OpinionItem Item, int Event)> items = new(StringComparer.Ordinal);
        HashSet<int> told = [];
        var (repeats, found, wrong) = (0, 0, 0);
        List<double> took = [];
        foreach (var sighting in sightings)
        {
            if (!told.Add(sighting.Event)) repeats++;
            var began = TimeProvider.System.GetTimestamp();
            var same = index.Same(sighting.Story, sighting.Source);
            took.Add(TimeProvider.System.GetElapsedTime(began).TotalMicroseconds);
            var (item, happened) = same.Count > 0 ? items[same[0].Id] : (null, sighting.Event);
            if (item is not null && happened == sighting.Event) found++;
            else if (item is not null) wrong++;
            var next = item is null ? Reported(items.Count + 1, sighting) : OpinionItem.Evolve(item, new IntakeEvent.SourceAdded(new Who("hook:test", "test"), sighting.Source.SeenAt, sighting.Source));
            items[next.Id] = (next, happened);
            index.Heard(next);
        }

        return new(sightings.Count, repeats, found, wrong, [.. took.Order()]);
    }

    public static OpinionItem Reported(int number, Sighting sighting) => Reported(number, sighting.Story, sighting.Source);

    public static OpinionItem Reported(int number, Story story, OpinionSource source, Drill? drill = null) => OpinionItem.Evolve(null, new IntakeEvent.Reported(
        new Who("hook:test", "test"), source.SeenAt, $"opinion-2026-{number:D7}", OpinionCase.Number(2026, number, drill is not null), source.Key, story, source,
        false, drill, "operations", "商务运行科", null, source.SeenAt.AddHours(1), [], []));
}
