using System.Text.Json;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace DisclosureBot.Tests.Cards;

/// <summary>What comes back from the cards of the watch and of drills is as little trusted as from a slip's, and they are as small.</summary>
public sealed class WatchClickTests
{
    private static readonly string[] Verbs = [WatchVerbs.HandOver, WatchVerbs.Receive, WatchVerbs.TakeBack, DrillVerbs.Start, DrillVerbs.Score];

    [Theory]
    [MemberData(nameof(SlipClickTests.Malformed), MemberType = typeof(SlipClickTests))]
    [InlineData("""{"turn":[7],"form":{},"drill":[]}""")]
    [InlineData("""{"turn":"-1","form":"\ud800","drill":"\ud800"}""")]
    public void A_payload_that_is_not_ours_is_read_as_nothing(string json)
    {
        foreach (var verb in Verbs) Assert.Null(Read(verb, json));
    }

    [Fact]
    public void A_handover_carries_receiver_note_and_round() => Assert.Equal(
        new WatchClick.HandOver(2, new("jiwen", "甲\n乙")), Read(WatchVerbs.HandOver, """{"slip":"watch","turn":"2","receiver":"jiwen","watchNote":"甲\r\n乙"}"""));

    [Fact]
    public void A_roster_keeps_its_lines() => Assert.Equal(
        new WatchClick.Enter("11月23日 甲\n11月24日 乙"), Read(WatchVerbs.Enter, """{"slip":"watch","dutyRoster":"11月23日 甲\r\n11月24日 乙"}"""));

    [Fact]
    public void A_drill_carries_all_that_was_typed() => Assert.Equal(
        new DrillClick.Start("k", new() { Headline = "题", Story = "情\n节", Speed = "60", SuspectedEmergency = true }),
        Read(DrillVerbs.Start, """{"form":"k","drillHeadline":"题","drillStory":"情\n节","drillSpeed.k":"60","drillEmergency":"true"}"""));

    [Property]
    public void Any_text_under_any_name_is_read_without_throwing(string name, string value)
    {
        var json = JsonSerializer.Serialize(new Dictionary<string, string?>(StringComparer.Ordinal) { [name ?? ""] = value, ["turn"] = value, ["form"] = value, ["drill"] = value });
        foreach (var verb in Verbs) Read(verb, json);
    }

    [Theory]
    [InlineData("字")]
    [InlineData("\"")]
    [InlineData("𠮷")]
    public void Everything_as_long_as_a_payload_may_bring_it_still_fits(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, Payload.Typed / unit.Length));
        Notice notice = new(Tone.Bad, text);
        WatchItem item = new("opinion-2026-0000001", "舆2026-0001", text, "重要舆情", "回应 11月22日 17:30 已逾期", Tone.Bad, IsDrill: true);
        Fits(WatchCard.Render(WatchGallery.HandingOver with
        {
            OnDuty = text,
            Last = text,
            Pending = new(text, "11月23日 17:55", text, text),
            Days = [.. Enumerable.Repeat(new DutyLine("11月24日至11月26日(周二至周四)", text), 14)],
            Items = [.. Enumerable.Repeat(item, 60)],
            Receivers = [.. Enumerable.Range(0, 20).Select(n => new Choice($"person-{n}", text))],
            MayReceive = true,
            MayTakeBack = true,
            Typed = new("jiwen", text),
            Notice = notice,
        }));
        Fits(DutyRosterCard.Render(WatchGallery.Roster with { Names = text, Typed = text, Notice = notice, Days = [.. Enumerable.Repeat(new DutyLine("11月24日", text), 14)] }));
        Fits(DrillCard.Render(WatchGallery.Drill with { Typed = new() { Headline = text, Story = text }, Notice = notice, Drills = [.. Enumerable.Repeat(new DrillLine("opinion-drill-2026-0000001", "演2026-0001", text, text, Tone.Waiting), 20)] }));
        Fits(DrillScoreCard.Render(WatchGallery.Score with { Headline = text, Lines = [.. WatchGallery.Score.Lines.Select(line => line with { Text = text })] }));
    }

    [Fact]
    public void A_notification_says_what_is_asked()
    {
        Assert.Equal("舆情值班:罗青砚(演示)", WatchCard.Summary(WatchGallery.Watch));
        Assert.Equal("请接班:罗青砚(演示)交班给纪文岫(演示),等待接班", WatchCard.Summary(WatchGallery.Pending with { MayReceive = true }));
        Assert.Equal("舆情值班:现在无人值班", WatchCard.Summary(WatchGallery.Watch with { OnDuty = null }));
        Assert.Equal("【演练】演2026-0001 评分65分:某县商贸综合体夜间火灾", DrillScoreCard.Summary(WatchGallery.Score));
    }

    [Theory]
    [InlineData("drill")]
    [InlineData("drill-read")]
    [InlineData("drill-score")]
    [InlineData("drill-score-running")]
    public void Every_card_of_a_drill_says_that_it_is_one(string state)
    {
        var card = Gallery.Cards[state]();
        Assert.StartsWith("【演练】", card.FallbackText, StringComparison.Ordinal);
        Assert.Contains("【演练】", CardJson.Write(card with { FallbackText = "x" }), StringComparison.Ordinal);
    }

    private static void Fits(AdaptiveCard card) => Assert.InRange(CardJson.Write(card).Length, 1, 28 * 1024 / 2);

    private static object? Read(string verb, string json)
    {
        using var document = JsonDocument.Parse(json);
        return (object?)WatchClick.Read(verb, document.RootElement) ?? DrillClick.Read(verb, document.RootElement);
    }
}
