using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Files;

/// <summary>文件: every version with its fingerprint, to be opened or fetched into the chat; the newest first.</summary>
public static class FilesCard
{
    /// <summary>More would be no list to look through.</summary>
    private const int MostLines = 15;

    private const int LeastLines = 1;

    /// <summary>As many of the newest as a client still takes; the rest is counted and stands on the next card.</summary>
    public static AdaptiveCard Render(FilesView view)
    {
        var card = Compose(view, MostLines);
        for (var lines = MostLines - 1; lines >= LeastLines && CardJson.Units(card) > Room.MostUnits; lines--)
            card = Compose(view, lines);
        return card;
    }

    private static AdaptiveCard Compose(FilesView view, int most)
    {
        var from = Math.Clamp(view.From, 0, Math.Max(0, view.Lines.Count - 1));
        var lines = view.Lines.Skip(from).Take(most).ToList();
        var older = view.Lines.Count - from - lines.Count;
        return new()
        {
            FallbackText = PlainText.Clip(PlainText.Of($"{view.Number}的文件,共{view.Lines.Count}个版本。"), 120),
            Body =
            [
                .. view.Notice is { } notice ? (IEnumerable<Element>)[notice.Tone.Banner(PlainText.Clip(notice.Text, 300))] : [],
                new TextBlock($"{view.What} {view.Number} · 文件") { Size = "small", IsSubtle = true, Style = "heading" },
                new RichTextBlock(new TextRun(PlainText.Clip(view.Title, 120)) { Size = "medium", Weight = "bolder" }) { Spacing = "small" },
                .. lines.SelectMany(line => Version(view.Slip, line)),
                .. Counted(view.Lines.Count, from, older),
            ],
            Actions =
            [
                .. older > 0 ? (IEnumerable<CardAction>)[SlipButtons.Files($"更早的({older})", view.Slip, from + lines.Count)] : [],
                .. OpenUrlAction.Of("处理签PDF", view.Paper) is { } paper ? (IEnumerable<CardAction>)[paper] : [],
                SlipButtons.Show("返回", view.Slip),
            ],
        };
    }

    private static IEnumerable<Element> Counted(int all, int from, int older)
    {
        if (all == 0)
            yield return new TextBlock("还没有文件。可在聊天中直接发来,或在办件台拖入。") { Spacing = "medium" };
        if (from > 0)
            yield return new TextBlock($"更新的{from}个版本在前一张卡片上") { Size = "small", IsSubtle = true, Spacing = "medium" };
        if (older > 0)
            yield return new TextBlock($"更早的{older}个版本未显示") { Size = "small", IsSubtle = true, Spacing = "medium" };
    }

    private static IEnumerable<TextRun> Named(string name) => name.Length == 0 ? [] : [new TextRun(PlainText.Clip(name, 80)) { Weight = "bolder" }];

    private static IEnumerable<Element> Version(string slip, FileLine line) =>
    [
        new RichTextBlock([new TextRun(line.Role + " ") { Size = "small", IsSubtle = true }, .. Named(line.Name)]) { Separator = true, Spacing = "medium" },
        new RichTextBlock(new TextRun($"{(line.Size.Length > 0 ? $"{line.Size} · " : "")}{line.On} · {line.Who}{(line.Link is null ? " · 您不能打开此文件" : "")}") { Size = "small", IsSubtle = true }) { Spacing = "none" },
        .. line.Sha256.Length == 0 ? (IEnumerable<Element>)[] : [Fingerprint.Of(line.Sha256)],
        .. line.Link is null ? (IEnumerable<Element>)[] : [new ActionSet(
        [
            .. OpenUrlAction.Of("打开", line.Link) is { } open ? (IEnumerable<CardAction>)[open] : [],
            new ExecuteAction("发到聊天", FileVerbs.Send, new Dictionary<string, string>(StringComparer.Ordinal) { ["slip"] = slip, ["file"] = line.Id }) { AssociatedInputs = "none" },
        ]) { Spacing = "small" }],
    ];
}

/// <summary>A SHA-256 as people compare it: in full, in groups of eight.</summary>
internal static class Fingerprint
{
    public static RichTextBlock Of(string sha256) => new(
        new TextRun("SHA-256 ") { Size = "small", IsSubtle = true },
        new TextRun(string.Join(' ', PlainText.Clip(sha256, 64).Chunk(8).Select(group => new string(group)))) { Size = "small", IsSubtle = true, FontType = "monospace" })
    { Spacing = "none" };
}
