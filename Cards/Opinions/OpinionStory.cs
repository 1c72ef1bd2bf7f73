namespace DisclosureBot.Cards.Opinions;

/// <summary>What stands below the first glance: the story, where it was seen, its files, and what was answered.</summary>
internal sealed record OpinionStory(OpinionView View, Room Room)
{
    /// <summary>On a phone a longer timeline would push the buttons out of reach; the report has all of it.</summary>
    public const int MostTrail = 8;

    private const int MostSources = 4;
    private const int MostReleases = 2;

    public IEnumerable<Element> Elements =>
    [
        .. Happened,
        .. Sources,
        .. Files,
        .. View.Draft is { } draft ? (IEnumerable<Element>)[Drafted(draft)] : [],
        .. Releases,
    ];

    private IEnumerable<Element> Happened =>
    [
        .. View.Text is { } text ? (IEnumerable<Element>)[new RichTextBlock(new TextRun(Clip(text))) { Separator = true, Spacing = "medium" }] : [],
        .. View.Place is { } place ? (IEnumerable<Element>)[Line("地点", Clip(place, 80))] : [],
        Line("责任科室", View.Section),
        Line("上报", View.Reporter),
    ];

    private IEnumerable<Element> Sources
    {
        get
        {
            var shown = Newest(View.Sources, MostSources);
            if (shown.Count > 0)
                yield return Heading($"来源({View.Sources.Count})");
            foreach (var (source, place) in shown.Select((source, place) => (source, place)))
                yield return Seen(source, place + 1);
            if (View.Sources.Count > shown.Count)
                yield return Left($"更早的{View.Sources.Count - shown.Count}个来源未显示");
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
            var shown = Newest(View.Files, MostSources);
            if (View.Files.Count > 0)
                yield return Heading($"材料({View.Files.Count})");
            foreach (var (file, place) in shown.Select((file, place) => (file, place)))
                yield return new RichTextBlock(new TextRun($"{place + 1}. {Clip(file.Name, 60)}") { Size = "small" }, new TextRun($" · {file.Size}") { Size = "small", IsSubtle = true }) { Spacing = "small" };
            if (View.Files.Count > shown.Count)
                yield return Left($"更早的{View.Files.Count - shown.Count}份材料未显示");
            if (Row(shown.Select((file, place) => OpenUrlAction.Of($"打开材料{place + 1}", file.Url))) is { } row)
                yield return row;
        }
    }

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
            var shown = Newest(View.Releases, MostReleases);
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

    private IReadOnlyList<T> Newest<T>(IReadOnlyList<T> all, int most) => [.. all.Reverse().Take(Room.Detail == Detail.Bare ? 1 : Math.Min(most, Room.Lines))];

    private static ActionSet? Row(IEnumerable<OpenUrlAction?> links) =>
        links.OfType<CardAction>().ToList() is { Count: > 0 } open ? new(open) { Spacing = "small" } : null;

    private static TextBlock Heading(string words) => new(words) { Size = "small", Weight = "bolder", Spacing = "medium" };

    private static TextBlock Left(string words) => new(words) { Size = "small", IsSubtle = true, Spacing = "small" };

    private RichTextBlock Line(string label, string value) =>
        new(new TextRun(label + ":") { Size = "small", IsSubtle = true }, new TextRun(Clip(value, 80)) { Size = "small" }) { Spacing = "small" };

    private string Clip(string text, int most = int.MaxValue) => PlainText.Clip(text, Math.Min(most, Room.Text));
}
