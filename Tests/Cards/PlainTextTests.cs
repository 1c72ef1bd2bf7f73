using DisclosureBot.Cards;
using DisclosureBot.Cards.Slips;
using Xunit;
using static DisclosureBot.Tests.Cards.SampleViews;

namespace DisclosureBot.Tests.Cards;

/// <summary>What people wrote is shown as they wrote it, and does nothing.</summary>
public sealed class PlainTextTests
{
    [Theory]
    [InlineData("关于“年货节”的通知(2026年修订)", "关于“年货节”的通知(2026年修订)")]
    [InlineData("[点击](http://evil) **x** _y_ # 1. -", "[点击](http://evil) **x** _y_ # 1. -")]
    [InlineData("甲\r\n\r\n乙\t丙", "甲 乙 丙")]
    [InlineData("{{DATE(2026-11-23T00:00:00Z)}}", "{\u2060{DATE(2026-11-23T00:00:00Z)}}")]
    [InlineData("{{{x", "{\u2060{\u2060{x")]
    [InlineData("甲\u202e乙\u2066\u0000\u200f\ufeff", "甲乙")]
    [InlineData("𠮷野", "𠮷野")]
    public void A_paragraph_keeps_its_letters_and_loses_its_tricks(string written, string shown) => Assert.Equal(shown, PlainText.Of(written));

    [Fact]
    public void Half_a_letter_is_marked_as_lost() => Assert.Equal("\ufffd", PlainText.Of("\ud800"));

    [Theory]
    [InlineData("一二三", 3, "一二三")]
    [InlineData("一二三四", 3, "一二…")]
    [InlineData("一𠮷三四", 3, "一…")]
    public void Clipping_says_so_and_never_halves_a_letter(string text, int most, string clipped) => Assert.Equal(clipped, PlainText.Clip(text, most));

    [Fact]
    public void Peoples_words_never_stand_where_a_client_reads_markdown()
    {
        const string mark = "**人写的**";
        var view = Slip with
        {
            Title = mark,
            Genre = mark,
            Urgency = mark,
            MainRecipients = mark,
            Drafter = mark,
            Section = mark,
            SubmittedOn = mark,
            Signer = mark,
            ProposedStatement = mark,
            ProposedReason = mark,
            ProposedGround = mark,
            Status = mark,
            FinalStatement = mark,
            Warnings = [mark],
            Notice = new(Tone.Bad, mark),
            Boxes = [new(mark, mark, mark, mark)],
            Trail = [new(mark, mark, mark, mark, false)],
            Review = HeadForm with { Baseline = mark, SignerHint = mark, Signers = Signers },
        };
        Assert.DoesNotContain(
            Pressed.Nodes(SlipCard.Render(view)).Where(node => Pressed.TypeOf(node) is "TextBlock"),
            block => ((string)block["text"]!).Contains(mark, StringComparison.Ordinal));
    }
}
