using System.Text.Json;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using FsCheck.Xunit;
using Xunit;

namespace DisclosureBot.Tests.Cards;

/// <summary>What comes back from the reporting form is trusted in nothing, and the form stays small whatever was typed.</summary>
public sealed class ReportClickTests
{
    [Theory]
    [MemberData(nameof(SlipClickTests.Malformed), MemberType = typeof(SlipClickTests))]
    [InlineData("""{"form":{}}""")]
    [InlineData("""{"form":"\ud800"}""")]
    public void A_payload_that_is_not_ours_is_read_as_nothing(string json) => Assert.Null(Read(ReportClick.Verb, json));

    [Fact]
    public void A_report_carries_everything_typed_into_its_own_form()
    {
        var button = Pressed.On(ReportCard.Render(ReportGallery.Empty with { Typed = ReportGallery.Full })).Single();
        Assert.Equal(new ReportClick("report-1", ReportGallery.Full), ReportClick.Read(button.Verb, button.Data));
    }

    [Fact]
    public void A_verb_of_others_is_left_to_them() => Assert.Null(Read(SlipVerbs.Show, """{"form":"f"}"""));

    [Property]
    public void Any_text_under_any_name_is_read_without_throwing(string name, string value) => Read(
        ReportClick.Verb, JsonSerializer.Serialize(new Dictionary<string, string?>(StringComparer.Ordinal) { [name ?? ""] = value, ["form"] = value }));

    [Theory]
    [InlineData("字")]
    [InlineData("\"")]
    [InlineData("𠮷")]
    public void Everything_as_long_as_a_payload_may_bring_it_still_fits(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, Payload.Typed / unit.Length));
        var typed = ReportGallery.Full with { Headline = text, Text = text, Url = text, Place = text, OccurredTime = text[..100], LearntTime = text[..100] };
        Assert.InRange(CardJson.Write(ReportCard.Render(ReportGallery.Empty with { Typed = typed, Notice = new(Tone.Bad, text) })).Length, 1, 28 * 1024 / 2);
    }

    private static ReportClick? Read(string verb, string json)
    {
        using var document = JsonDocument.Parse(json);
        return ReportClick.Read(verb, document.RootElement);
    }
}
