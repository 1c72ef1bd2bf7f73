using System.Globalization;
using System.Text.Json;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Clocks;

/// <summary>The golden deadlines in hours, and every clock of the sample items, counted by hand.</summary>
public sealed class ClockVectorTests
{
    private static readonly JsonElement[] Vectors = [.. Read("Calendar", "deadline-vectors.json").GetProperty("vectors").EnumerateArray()];
    private static readonly JsonElement[] Samples = [.. Read("Opinions", "Clocks", "sample-opinions.json").EnumerateArray()];

    public static TheoryData<int> SampleNumbers => [.. Enumerable.Range(0, Samples.Length)];

    [Fact]
    public void An_emergency_of_the_vectors_has_its_5_and_24_hours_from_the_occurrence()
    {
        foreach (var vector in Vectors.Where(vector => Text(vector, "kind") == "Emergency"))
            foreach (var level in new[] { IncidentLevel.Serious, IncidentLevel.ExtraordinarilySerious })
            {
                var occurred = Moment(vector, "occurred");
                var clocks = Hours.Usual.Incident(level, occurred, occurred.AddMinutes(25), drill: null, occurred.AddMinutes(40));
                Assert.Equal(
                    [(OpinionClockKind.FirstRelease, Moment(vector, "firstRelease")), (OpinionClockKind.PressConference, Moment(vector, "pressConference"))],
                    clocks.Select(clock => (clock.Kind, clock.Due)));
            }
    }

    [Fact]
    public void An_item_of_the_vectors_has_its_48_hours_from_the_finding()
    {
        foreach (var vector in Vectors.Where(vector => Text(vector, "kind") == "Opinion"))
            Assert.Equal(Moment(vector, "due"), Hours.Usual.Response(Moment(vector, "found"), Gravity.Unassessed, drill: null, Moment(vector, "found"))!.Due);
    }

    [Theory]
    [MemberData(nameof(SampleNumbers))]
    public void A_sample_item_has_exactly_its_clocks(int number)
    {
        var sample = Samples[number];
        var found = Moment(sample, "found");
        // What is another department's, or a repeat, ends: its own clock goes with it, and a repeat follows the item it was merged into.
        var counted = sample.TryGetProperty("noClock", out _) ? []
            : sample.TryGetProperty("mergedInto", out var into) ? Response(Moment(Samples[into.GetInt32() - 1], "found"))
            : sample.TryGetProperty("level", out var level) ? Hours.Usual.Incident(Level(level.GetString()!), Moment(sample, "occurred"), found, drill: null, found)
            : Response(found);
        var expected = sample.GetProperty("deadlines").EnumerateArray().Select(deadline => (Text(deadline, "what").Split('(')[0], Text(deadline, "basis"), Moment(deadline, "due")));
        Assert.Equal(expected.OrderBy(one => one), counted.Select(clock => (ClockNames.Of(clock.Kind), clock.Source.Replace("国家规定:", "", StringComparison.Ordinal), clock.Due)).OrderBy(one => one));
    }

    private static IReadOnlyList<HourDeadline> Response(DateTimeOffset found) => [Hours.Usual.Response(found, Gravity.General, drill: null, found)!];

    private static IncidentLevel Level(string name) => Enum.GetValues<IncidentLevel>().Single(level => OpinionNames.Of(level) == name);

    private static JsonElement Read(params string[] path) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine([Repository.Tests, .. path]))).RootElement;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static DateTimeOffset Moment(JsonElement element, string name) => DateTimeOffset.Parse(Text(element, name), CultureInfo.InvariantCulture);
}
