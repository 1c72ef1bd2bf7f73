namespace DisclosureBot.Cards.Lists;

/// <summary>A sentence that stands alone, e.g. the refusal of a classified document.</summary>
public static class SentenceCard
{
    public static AdaptiveCard Render(SentenceView view) => new()
    {
        FallbackText = PlainText.Clip(PlainText.Of($"{view.Title}:{view.Text}"), 120),
        Body =
        [
            new Container(
            [
                new RichTextBlock(new TextRun(PlainText.Clip(view.Title, 120)) { Weight = "bolder" }),
                new RichTextBlock(new TextRun(PlainText.Clip(view.Text, 1_500))) { Spacing = "small" },
            ]) { Style = Slips.Tone.Neutral == view.Tone ? null : view.Tone.Style() },
        ],
    };
}
