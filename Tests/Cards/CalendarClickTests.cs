using System.Text.Json;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Calendar;
using DisclosureBot.Cards.Slips;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace DisclosureBot.Tests.Cards;

/// <summary>What comes back from a calendar card is as little trusted as from a slip's, and its cards are as small.</summary>
public sealed class CalendarClickTests
{
    private static readonly string[] Verbs = [CalendarVerbs.Propose, CalendarVerbs.Confirm, CalendarVerbs.Reject, CalendarVerbs.Show];

    [Theory]
    [MemberData(nameof(SlipClickTests.Malformed), MemberType = typeof(SlipClickTests))]
    [InlineData("""{"calendar":[7],"form":{}}""")]
    [InlineData("""{"calendar":"\ud800","form":"\ud800"}""")]
    public void A_payload_that_is_not_ours_is_read_as_nothing(string json)
    {
        foreach (var verb in Verbs) Assert.Null(Read(verb, json));
    }

    [Fact]
    public void A_proposal_carries_year_scope_and_the_notice_with_its_lines() => Assert.Equal(
        new CalendarClick.Propose("k", new() { Year = "2027", Scope = "local", Text = "甲\n乙" }),
        Read(CalendarVerbs.Propose, """{"form":"k","year":"2027","scope.k":"local","notice":"甲\r\n乙"}"""));

    [Fact]
    public void A_rejection_carries_its_reason() =>
        Assert.Equal(new CalendarClick.Reject("c", "不符"), Read(CalendarVerbs.Reject, """{"calendar":"c","rejectReason":"不符"}"""));

    [Fact]
    public void A_verb_of_others_is_left_to_them() => Assert.Null(Read(SlipVerbs.Show, """{"calendar":"c","slip":"s"}"""));

    [Property]
    public void Any_text_under_any_name_is_read_without_throwing(string name, string value)
    {
        var json = JsonSerializer.Serialize(new Dictionary<string, string?>(StringComparer.Ordinal) { [name ?? ""] = value, ["calendar"] = value, ["form"] = value });
        foreach (var verb in Verbs) Read(verb, json);
    }

    [Theory]
    [InlineData("字")]
    [InlineData("\"")]
    [InlineData("𠮷")]
    public void Everything_as_long_as_a_payload_may_bring_it_still_fits(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, Payload.Typed / unit.Length));
        string[] lines = [.. Enumerable.Repeat(text, 120)];
        Notice notice = new(Tone.Bad, text);
        Fits(CalendarImportCard.Render(SampleCalendars.Refused with { Notice = notice, Form = SampleCalendars.Refused.Form! with { Typed = new() { Text = text } } }));
        Fits(CalendarReviewCard.Render(SampleCalendars.Review with { Title = text, Source = text, Days = lines, Changes = lines, Warnings = lines, RejectReason = text, Notice = notice, MayDecide = true, TypedReason = text }));
        Fits(CalendarReviewCard.Moved("c", "1", text));
    }

    [Fact]
    public void A_notification_says_what_is_asked()
    {
        Assert.Equal("请核对并确认:2027年全国节假日安排", CalendarReviewCard.Summary(SampleCalendars.Review with { MayDecide = true }));
        Assert.Equal("等待确认(高远汀(演示)、鲁明泽(演示)):2027年全国节假日安排", CalendarReviewCard.Summary(SampleCalendars.Review));
    }

    private static void Fits(AdaptiveCard card) => Assert.InRange(CardJson.Write(card).Length, 1, 28 * 1024 / 2);

    private static CalendarClick? Read(string verb, string json)
    {
        using var document = JsonDocument.Parse(json);
        return CalendarClick.Read(verb, document.RootElement);
    }
}
