using System.Globalization;
using System.Text.Json;
using DisclosureBot.Calendar;
using DisclosureBot.Tests.Support;
using Xunit;
using static DisclosureBot.Tests.Calendar.Almanac;

namespace DisclosureBot.Tests.Calendar;

/// <summary>The golden deadlines, counted by hand: every one of the file, and every kind in it.</summary>
public sealed class DeadlineVectorTests
{
    private static readonly JsonElement[] Vectors =
        [.. JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Tests, "Calendar", "deadline-vectors.json"))).RootElement.GetProperty("vectors").EnumerateArray()];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Vectors.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_golden_deadline_is_counted_as_by_hand(int number)
    {
        var vector = Vectors[number];
        switch (vector.GetProperty("kind").GetString())
        {
            case "Handover": Handed(vector, normative: false); break;
            case "HandoverNormative": Handed(vector, normative: true); break;
            case "Interpretation": Assert.Equal(Of(vector, "due"), Rules().Interpretation(Of(vector, "start"), Early).Due); break;
            case "DisclosureRequest": Requested(vector); break;
            case "DisclosureRequestExtended": Extended(vector); break;
            case "YearMissing": JustInside(vector); break;
            case "LocalHoliday": Local(vector); break;
            case "Emergency":
                Assert.Equal(Instant(vector, "firstRelease"), HourClocks.FirstRelease(Instant(vector, "occurred")));
                Assert.Equal(Instant(vector, "pressConference"), HourClocks.PressConference(Instant(vector, "occurred")));
                break;
            case "Opinion": Assert.Equal(Instant(vector, "due"), HourClocks.OpinionResponse(Instant(vector, "found"))); break;
            case var other: Assert.Fail($"Unknown kind {other}."); break;
        }
    }

    private static void Handed(JsonElement vector, bool normative)
    {
        var deadline = Rules().Handover(Of(vector, "start"), normative, Early);
        Assert.Equal((Of(vector, "strict"), Of(vector, "rolled")), (deadline.Receipt.Strict, deadline.Due));
        var strict = Rules(CalendarSettings.Default with { RollForward = false }).Handover(Of(vector, "start"), normative, Early);
        Assert.Equal((Of(vector, "strict"), Of(vector, "strict")), (strict.Receipt.Strict, strict.Due));
    }

    private static void Requested(JsonElement vector)
    {
        var received = Of(vector, "received");
        Assert.Equal(Of(vector, "due20"), Rules().RequestReply(received, extended: false, Early).Due);
        Assert.Equal(Of(vector, "correction7"), Rules().CorrectionNotice(received, Early).Due);
        Assert.Equal(Of(vector, "thirdParty15"), Rules().ThirdPartyOpinion(received, Early).Due);
        Assert.Equal(Of(vector, "due20"), Rules().LegalDisclosure(received, Early).Due);
    }

    private static void Extended(JsonElement vector)
    {
        var received = Of(vector, "received");
        Assert.Equal(Of(vector, "due20"), Rules().RequestReply(received, extended: false, Early).Due);
        Assert.Equal(Of(vector, "due40"), Rules().RequestReply(received, extended: true, Early).Due);
    }

    private static void JustInside(JsonElement vector)
    {
        var deadline = Rules().RequestReply(Of(vector, "received"), extended: false, Early);
        Assert.Equal(Of(vector, "due20"), deadline.Due);
        Assert.Empty(deadline.Receipt.MissingYears);
    }

    private static void Local(JsonElement vector)
    {
        var received = Of(vector, "received");
        Assert.Equal(Of(vector, "withLocalOff"), Rules().RequestReply(received, extended: false, Early).Due);
        var national = Rules(CalendarSettings.Default with { LocalHolidaysAreNonWorking = false });
        Assert.Equal(Of(vector, "nationalOnly"), national.RequestReply(received, extended: false, Early).Due);
    }

    private static DateOnly Of(JsonElement vector, string name) => Day(vector.GetProperty(name).GetString()!);

    private static DateTimeOffset Instant(JsonElement vector, string name) => DateTimeOffset.Parse(vector.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
}
