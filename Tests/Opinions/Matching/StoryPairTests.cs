using System.Globalization;
using System.Text.Json;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Opinions.Matching;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Matching;

/// <summary>Pairs of tellings that people judged: <c>story-pairs.json</c>, to which anybody may add.</summary>
public sealed class StoryPairTests
{
    private static readonly JsonElement[] All =
        [.. JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Tests, "Opinions", "Matching", "story-pairs.json"))).RootElement.EnumerateArray()];

    public static TheoryData<int, string> Pairs => [.. All.Select((pair, i) => (i, $"{pair.GetProperty("verdict").GetString()}: {pair.GetProperty("why").GetString()}"))];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void People_and_the_rules_agree(int pair, string judged)
    {
        var (one, other) = (Told(All[pair].GetProperty("one")), Told(All[pair].GetProperty("other")));
        var same = judged.StartsWith("same", StringComparison.Ordinal);
        Assert.Equal(same, StoryMatch.Compare(one, other).Likeness == Likeness.Same);
        Assert.Equal(StoryMatch.Compare(one, other), StoryMatch.Compare(other, one));
    }

    [Fact]
    public void There_are_at_least_sixty_of_them() => Assert.True(All.Length >= 60);

    private static Telling Told(JsonElement side)
    {
        var seen = DateTimeOffset.Parse(Text(side, "seen") ?? "2026-11-23T09:00:00+08:00", CultureInfo.InvariantCulture);
        var headline = Text(side, "headline")!;
        return Telling.Of(new Story(headline, Text(side, "text"), Text(side, "place"), null, seen), new OpinionSource("key", "微博", headline, Text(side, "url"), seen));
    }

    private static string? Text(JsonElement side, string name) => side.TryGetProperty(name, out var value) ? value.GetString() : null;
}
