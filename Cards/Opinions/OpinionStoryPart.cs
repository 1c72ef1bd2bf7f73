namespace DisclosureBot.Cards.Opinions;

/// <summary>What stands below the first glance: the story, where it was seen, its files, and what was answered.</summary>
internal sealed record OpinionStoryPart(OpinionView View, Room Room)
{
    /// <summary>UTF-16 units of the story where there is room for hardly anything: what happened is never left out.</summary>
    private const int LeastText = 60;

    public IEnumerable<Element> Elements => Room.Detail == Detail.Bare
        ? [.. Text, Left("内容较多,来源、材料、时间线和已发布的内容此处从略,请看专报。"), .. Answer]
        : [.. Happened, .. Sources, .. Files, .. Answer, .. Releases];

    private IEnumerable<Element> Text => View.Text is not { } text ? [] :
        [new RichTextBlock(new TextRun(PlainText.Clip(text, Math.Max(LeastText, Room.Text)))) { Separator = true, Spacing = "medium" }];

    private IEnumerable<Element> Happened =>
    [
        .. Text,
        new RichTextBlock(
        [
            .. View.Place is { } place ? Labelled("地点", place) : [],
            .. Labelled("责任科室", View.Section),
            .. Labelled("上报", View.Reporter),
        ]) { Spacing = "small" },
        .. new OpinionClockPart(View.Clocks, Room).Grounds,
    ];

    private IEnumerable<Element> Sources
    {
        get
        {
            var shown = Newest(View.Sources, Many);
            if (shown.Count > 0)
                yield return Heading("来源", View.Sources.Count + View.OlderSources, shown.Count);
            foreach (var (source, place) in shown.Select((source, place) => (source, place)))
                yield return Seen(source, place + 1);
            if (Row(shown.Select((source, place) => OpenUrlAction.Of($"打开来源{place + 1}", source.Url))) is { } row)
                yield return row;
        }
    }

    private RichTextBlock Seen(SourceLine source, int number) => new(
    [
        new TextRun($"{number}. {Clip(source.Name, 30)}") { Size = "small", Weight = "bolder" },
        .. source.Headline == View.Headline ? [] : (IEnumerable<TextRun>)[new TextRun($" {Clip(source.Headline, 80)}") { Size = "small" }],
        new TextRun(" " + source.On) { Size = "small", IsSubtle = true },
    ])
    { Spacing = "small" };

    private IEnumerable<Element> Files
    {
        get
        {
            var shown = Newest(View.Files, Room.Detail == Detail.Brief ? 0 : Many);
            if (View.Files.Count > 0)
                yield return Heading("材料", View.Files.Count, shown.Count);
            foreach (var (file, place) in shown.Select((file, place) => (file, place)))
                yield return new RichTextBlock(new TextRun($"{place + 1}. {Clip(file.Name, 60)}") { Size = "small" }, new TextRun($" · {file.Size}") { Size = "small", IsSubtle = true }) { Spacing = "small" };
            if (Row(shown.Select((file, place) => OpenUrlAction.Of($"打开材料{place + 1}", file.Url))) is { } row)
                yield return row;
        }
    }

    private IEnumerable<Element> Answer => View.Draft is { } draft ? [Drafted(draft)] : [];

    /// <summary>Whoever reviews it must read all of it: it is cut only where nothing else helps, and says so.</summary>
    private Container Drafted(AnswerLine draft) => new(
    [
        Titled(draft),
        new RichTextBlock(new TextRun(PlainText.Clip(draft.Text, Room.Typed))) { Spacing = "small" },
        .. draft.Text.Length > Room.Typed ? (IEnumerable<Element>)[Left("内容较多,此处未显示全文。")] : [],
    ])
    { Style = "emphasis", Spacing = "medium" };

    private IEnumerable<Element> Releases
    {
        get
        {
            var shown = Newest(View.Releases, Math.Min(2, Many));
            foreach (var answer in shown)
            {
                yield return new Container(
                [
                    Titled(answer),
                    new RichTextBlock(new TextRun(Clip(answer.Text, 300))) { Spacing = "small" },
                    .. OpenUrlAction.Of("打开" + PlainText.Clip(answer.Name, 16), answer.Url) is { } open ? (IEnumerable<Element>)[new ActionSet([open]) { Spacing = "small" }] : [],
                ])
                { Style = "good", Spacing = "medium" };
            }

            if (View.Releases.Count > shown.Count)
                yield return Left($"更早的{View.Releases.Count - shown.Count}次发布未显示");
        }
    }

    private RichTextBlock Titled(AnswerLine answer) => new(
        new TextRun(answer.Name + " ") { Weight = "bolder" },
        new TextRun(Clip(answer.State, 120)) { Size = "small", Color = answer.Tone.Color() });

    private int Many => Room.Detail switch { Detail.Full => 4, Detail.Folded => 2, _ => 1 };

    private static IReadOnlyList<T> Newest<T>(IReadOnlyList<T> all, int most) => [.. all.Reverse().Take(most)];

    private static ActionSet? Row(IEnumerable<OpenUrlAction?> links) =>
        links.OfType<CardAction>().ToList() is { Count: > 0 } open ? new(open) { Spacing = "small" } : null;

    private static TextBlock Heading(string words, int all, int shown) =>
        new(shown < all && shown > 0 ? $"{words}({all},显示最新{shown})" : $"{words}({all})") { Size = "small", Weight = "bolder", Spacing = "medium" };

    private static TextBlock Left(string words) => new(words) { Size = "small", IsSubtle = true, Spacing = "small" };

    private IEnumerable<TextRun> Labelled(string label, string value) =>
        [new(label + ":") { Size = "small", IsSubtle = true }, new(Clip(value, 80) + "  ") { Size = "small" }];

    private string Clip(string text, int most = int.MaxValue) => PlainText.Clip(text, Math.Min(most, Room.Text));
}
