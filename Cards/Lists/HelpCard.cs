namespace DisclosureBot.Cards.Lists;

/// <summary>帮助: the words the bot understands; a tap says the word.</summary>
public static class HelpCard
{
    public static AdaptiveCard Render(HelpView view) => new()
    {
        FallbackText = PlainText.Clip("可以这样说:" + string.Join('、', view.Items.Select(item => item.Word)), 120),
        Body =
        [
            .. view.Unknown is { } unknown ? (IEnumerable<Element>)[new RichTextBlock(new TextRun(PlainText.Clip(unknown, 200)))] : [],
            new RichTextBlock(new TextRun(view.Name) { Size = "medium", Weight = "bolder" }),
            new RichTextBlock(new TextRun($"{view.Bureau} · 可以这样说:") { IsSubtle = true }) { Spacing = "small" },
            .. view.Items.Select(Item),
        ],
    };

    private static Container Item(HelpItem item, int place) => Row.Of(
    [
        new RichTextBlock(new TextRun(item.Word) { Weight = "bolder", Color = item.Tappable ? "accent" : null }),
        new RichTextBlock(new TextRun(item.Meaning) { Size = "small", IsSubtle = true }) { Spacing = "none" },
    ], item.Tappable ? SayClick.Button(item.Word) : null, first: place == 0);
}
