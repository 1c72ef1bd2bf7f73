using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Lists;

/// <summary>待办, 我的, 查 …: several slips, each opening at a tap.</summary>
public static class ListCard
{
    /// <summary>More would not fit a card in every case; the rest is counted, not shown.</summary>
    public const int MostItems = 12;

    public static AdaptiveCard Render(ListView view) => new()
    {
        FallbackText = PlainText.Clip(PlainText.Of(view.Items.Count == 0 ? $"{view.Title}:{view.Empty}" : view.Title), 120),
        Body =
        [
            new RichTextBlock(new TextRun(PlainText.Clip(view.Title, 120)) { Size = "medium", Weight = "bolder" }),
            .. view.Items.Take(MostItems).Select(Item),
            .. Rest(view),
        ],
    };

    /// <summary>One case as a line that opens it.</summary>
    internal static Container Item(ListItem item, int place) => Row.Of(
    [
        new RichTextBlock(new TextRun(PlainText.Clip(item.Title, 80)) { Weight = "bolder" }),
        new RichTextBlock(
            new TextRun(item.Number + " ") { Size = "small", IsSubtle = true },
            new TextRun(PlainText.Clip(item.Status, 60)) { Size = "small", Color = item.Tone.Color() }) { Spacing = "none" },
        new RichTextBlock(new TextRun(PlainText.Clip(item.Line, 80)) { Size = "small", IsSubtle = true }) { Spacing = "none" },
    ], SlipButtons.Show($"打开 {item.Number}", item.Slip), first: place == 0);

    private static IEnumerable<Element> Rest(ListView view)
    {
        var more = view.More + Math.Max(0, view.Items.Count - MostItems);
        if (view.Items.Count == 0)
            yield return new RichTextBlock(new TextRun(PlainText.Clip(view.Empty, 400))) { Spacing = "small" };
        else if (more > 0)
            yield return new TextBlock($"还有{more}件未显示,可写“查”加标题、编号或姓名来找。") { Size = "small", IsSubtle = true, Separator = true, Spacing = "small" };
    }
}
