namespace DisclosureBot.Cards.Sharing;

/// <summary>What is inserted into somebody's conversation: people read it who may not see the case, and it does nothing but open.</summary>
public static class SharedCard
{
    public static AdaptiveCard Render(SharedView view) => new()
    {
        FallbackText = PlainText.Clip(PlainText.Of(view.Published?.Title is { } title ? $"{view.Kind} {view.Number}:{title}" : $"一件{view.Kind},编号 {view.Number}"), 120),
        Body =
        [
            new RichTextBlock(new TextRun($"一件{view.Kind}") { Weight = "bolder" }),
            new RichTextBlock(new TextRun(view.Number) { Size = "small", IsSubtle = true }) { Spacing = "none" },
            .. Published(view.Published),
            new RichTextBlock(new TextRun("内容只对可以查看的人显示:点“打开”后按您的身份查看。") { Size = "small", IsSubtle = true }) { Spacing = "small" },
        ],
        Actions = [.. new[] { OpenUrlAction.Of("打开", view.Link), OpenUrlAction.Of("查看公开页面", view.Published?.Url) }.OfType<CardAction>()],
        Msteams = null,
    };

    private static IEnumerable<Element> Published(PublishedView? published)
    {
        if (published is null) yield break;
        yield return new RichTextBlock(new TextRun("已向社会公开") { Size = "small", Color = "good" }) { Spacing = "small" };
        if (published.Title is { } title) yield return new RichTextBlock(new TextRun(PlainText.Clip(title, 200))) { Spacing = "none" };
        yield return new RichTextBlock(new TextRun(PlainText.Clip(published.Url, 300)) { Size = "small", IsSubtle = true }) { Spacing = "none" };
    }
}
