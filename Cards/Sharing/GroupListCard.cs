using DisclosureBot.Cards.Lists;

namespace DisclosureBot.Cards.Sharing;

/// <summary>What a question in a group is answered: a list that each of its readers may see. Nothing in it acts on a case.</summary>
public static class GroupListCard
{
    /// <summary>A group is no place for long lists.</summary>
    public const int MostItems = 6;

    private const int MostSentences = 4;

    public static AdaptiveCard Render(GroupListView view) => new()
    {
        FallbackText = PlainText.Clip(PlainText.Of($"{view.Title}。{view.Note}"), 160),
        Body =
        [
            new RichTextBlock(new TextRun(PlainText.Clip(view.Title, 120)) { Weight = "bolder" }),
            .. view.Sentences.Take(MostSentences).Select(sentence => new RichTextBlock(new TextRun(PlainText.Clip(sentence, 300))) { Spacing = "small" }),
            .. view.Items.Take(MostItems).Select(Item),
            new RichTextBlock(new TextRun(view.Note) { Size = "small", IsSubtle = true }) { Separator = true, Spacing = "small" },
        ],
    };

    private static Container Item(GroupItem item, int place) => Row.Of(
    [
        new RichTextBlock(new TextRun(PlainText.Clip(item.Title, 80)) { Weight = "bolder" }),
        new RichTextBlock(new TextRun($"{item.Number} {PlainText.Clip(item.Status, 60)}") { Size = "small", IsSubtle = true }) { Spacing = "none" },
    ], OpenUrlAction.Of("打开", item.Link), first: place == 0);
}
