using DisclosureBot.Cards;
using DisclosureBot.Cards.Briefing;
using DisclosureBot.Cards.Files;
using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using FsCheck;
using FsCheck.Xunit;
using Xunit;
using static DisclosureBot.Tests.Cards.SampleViews;

namespace DisclosureBot.Tests.Cards;

/// <summary>A card stays under 28 KB in UTF-16 whatever people write; Teams refuses larger ones.</summary>
public sealed class SizeTests
{
    private const int MostUnits = 28 * 1024 / 2;

    public static TheoryData<string> States => [.. Gallery.Cards.Keys];

    [Theory]
    [MemberData(nameof(States))]
    public void Every_state_fits(string state) => Fits(Gallery.Cards[state]());

    [Theory]
    [InlineData("字")]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("\u0001")]
    [InlineData("𠮷")]
    [InlineData("{")]
    [InlineData("\n")]
    public void Everything_as_long_as_a_payload_may_bring_it_still_fits(string unit) => FilledWith(unit);

    [Property(MaxTest = 20)]
    public void Any_text_fits(NonEmptyString text) => FilledWith(text.Get);

    [Fact]
    public void An_ordinary_slip_leaves_nothing_out()
    {
        var view = Slip with { Boxes = Boxes(new string('意', 600)), Trail = [.. Enumerable.Range(1, 20).Select(n => new TrailLine("11月23日", "甲", $"第{n}步", null, false))] };
        var json = CardJson.Write(SlipCard.Render(view));
        Assert.Contains(new string('意', 600), json, StringComparison.Ordinal);
        Assert.All(view.Trail, line => Assert.Contains($"甲 {line.What}\"", json, StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_trail_leaves_out_its_oldest_lines_and_says_how_many()
    {
        var view = Slip with { Trail = [.. Enumerable.Range(1, 40).Select(n => new TrailLine("11月23日", "甲", $"第{n}步", null, false))] };
        var json = CardJson.Write(SlipCard.Render(view));
        Assert.Contains("更早的20条未显示", json, StringComparison.Ordinal);
        Assert.Contains("第40步", json, StringComparison.Ordinal);
        Assert.DoesNotContain("第20步", json, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_reviewer_honestly_typed_comes_back_whole()
    {
        var typed = new string('写', 1_000);
        var view = Extreme.Reviewed with { Review = LeaderForm with { Typed = new() { Opinion = typed, Reason = typed } } };
        var card = SlipCard.Render(view);
        Assert.Equal(typed, card.Body.OfType<TextInput>().Single(input => string.Equals(input.Id, "opinion", StringComparison.Ordinal)).Value);
    }

    [Fact]
    public void A_list_counts_what_it_leaves_out()
    {
        ListItem item = new("slip-1", "1", new string('题', 200), new string('行', 200), new string('态', 200), Tone.Waiting);
        var card = ListCard.Render(new(new string('问', 500), [.. Enumerable.Repeat(item, 40)], "", More: 5));
        Fits(card);
        Assert.Contains("还有33件未显示", CardJson.Write(card), StringComparison.Ordinal);
    }

    private static void FilledWith(string unit)
    {
        string Of(int most) => string.Concat(Enumerable.Repeat(unit, (most / unit.Length) + 1))[..most];
        var line = Of(Payload.Typed);
        var paragraph = Of(Payload.Typed);
        var typed = new DraftInput { Title = line, MainRecipients = line, Reason = paragraph };
        var view = Extreme.Reviewed with
        {
            Title = line,
            MainRecipients = line,
            ProposedReason = paragraph,
            Notice = new(Tone.Bad, paragraph),
            Boxes = [.. Boxes("x", "x", "x").Select(box => box with { Text = paragraph })],
            Trail = [.. Enumerable.Range(1, 40).Select(_ => new TrailLine("11月23日 09:12", "徐山岚(演示)", paragraph, paragraph, true))],
            Review = OfficeForm with
            {
                MayDecline = true,
                Typed = new() { Opinion = paragraph, Reason = paragraph, ReturnReason = paragraph, DeclineReason = paragraph },
            },
        };
        Fits(SlipCard.Render(view));
        Fits(SlipCard.Render(view with { Review = null, Revise = new(9, Choices, typed) }));
        Fits(DraftCard.Render(new("form-1", Choices, typed, view.Notice)));
        Fits(SlipCard.Moved(view.Slip, view.Number, line));
        Fits(SentenceCard.Render(new(line, paragraph, Tone.Bad)));
        Assert.InRange(SlipCard.Summary(view).Length, 1, 120);
        AfterFilledWith(line);
        OpinionFilledWith(Of);
        Fits(DigestCard.Render(DigestGallery.Fullest(line)));
        Fits(BriefingCard.Render(BriefingGallery.Fullest(line)));
    }

    private static void AfterFilledWith(string text)
    {
        var view = Extreme.After with
        {
            DocumentNumber = text,
            PendingPaper = text,
            Changes = [.. Enumerable.Range(1, 20).Select(_ => new ChangeLine("11月23日", "甲", text, text))],
            Progress = [.. AfterGallery.Way(9).Select(step => step with { Text = text })],
            Clocks = [.. AfterGallery.Clocks.Select(clock => clock with { Receipt = [text] })],
            Addresses = [.. AfterGallery.Addresses.Select(address => address with { Url = text, Where = text, Check = text })],
            Files = new(60, [.. Enumerable.Repeat(text, 40)], text, text),
            // Only the form that was refused comes back with what was typed.
            Steps = [.. Extreme.After.Steps.Select(form => form with { Lead = text, Fields = [.. form.Fields.Select(one => form.IsMain && one is StepField.Text ? one with { Value = text } : one)] })],
        };
        Fits(SlipCard.Render(view));
        Fits(FilesCard.Render(new("slip-2026-0007", "2026-0007", text,
            [.. FileGallery.Files(60).Lines.Select(line => line with { Name = text, Who = "甲" })], Notice: new(Tone.Bad, text))));
        Fits(ArrivalCard.Render(FileGallery.Arrival with { Name = text, Slips = [.. Enumerable.Range(1, 60).Select(n => new Choice($"slip-{n}", text))], Notice = new(Tone.Bad, text) }));
    }

    private static void OpinionFilledWith(Func<int, string> text)
    {
        var view = OpinionGallery.FilledWith(_ => text(Payload.Typed));
        Fits(OpinionCard.Render(view));
        Fits(OpinionCard.Render(OpinionGallery.ClosedWith(_ => text(Payload.Typed))));
        Fits(OpinionCard.Moved(view.Case, view.Number, view.Headline, drill: true));
        Assert.InRange(OpinionCard.Summary(view).Length, 1, 120);
        Assert.StartsWith("【演练】", OpinionCard.Summary(view), StringComparison.Ordinal);
    }

    [Fact]
    public void The_fullest_honest_item_keeps_its_draft_steps_clocks_and_proof()
    {
        var json = CardJson.Write(OpinionCard.Render(OpinionGallery.Fullest));
        Assert.InRange(json.Length, 1, 13_800);
        Assert.Contains(OpinionGallery.Fullest.Draft!.Text, json, StringComparison.Ordinal);
        Assert.All(OpinionGallery.Fullest.Steps, form => Assert.Contains($"\"title\":\"{form.Button}\"", json, StringComparison.Ordinal));
        Assert.All(OpinionGallery.Fullest.Clocks, clock => Assert.Contains(clock.State, json, StringComparison.Ordinal));
        Assert.Contains("https://swj.example.cn/yq/8.html", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reviewer_reads_the_whole_of_an_honest_draft()
    {
        var draft = new string('写', 2_000);
        var view = SampleOpinions.UnderReview with { Draft = SampleOpinions.UnderReview.Draft! with { Text = draft }, Steps = [SampleOpinions.Review] };
        Assert.Contains(draft, CardJson.Write(OpinionCard.Render(view)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_fullest_honest_slip_keeps_its_steps_clocks_and_addresses()
    {
        var json = CardJson.Write(SlipCard.Render(AfterGallery.Fullest));
        Assert.InRange(json.Length, 1, 13_800);
        Assert.All(AfterGallery.Fullest.Steps, form => Assert.Contains($"\"title\":\"{form.Button}\"", json, StringComparison.Ordinal));
        Assert.All(AfterGallery.Fullest.Clocks, clock => Assert.Contains(clock.Text, json, StringComparison.Ordinal));
        Assert.All(AfterGallery.Fullest.Progress, step => Assert.Contains(step.State == StepState.Later ? step.Name : step.Text!, json, StringComparison.Ordinal));
        Assert.All(AfterGallery.Fullest.Addresses, address => Assert.Contains(address.Check, json, StringComparison.Ordinal));
    }

    private static void Fits(AdaptiveCard card) => Assert.InRange(CardJson.Write(card).Length, 1, MostUnits);
}
