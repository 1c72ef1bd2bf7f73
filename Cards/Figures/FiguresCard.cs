using System.Globalization;
using DisclosureBot.Cards.Lists;

namespace DisclosureBot.Cards.Figures;

/// <summary>The card of 统计: headline numbers, attributes by section as a chart or table, times, deadlines, and the way to the .xlsx.</summary>
public static class FiguresCard
{
    /// <summary>Longest name of a section; a chart has no room for more.</summary>
    private const int LongestName = 16;

    private static readonly string[] Colors = [ChartColors.Good, ChartColors.Attention, ChartColors.Warning, ChartColors.Calm, ChartColors.Neutral];

    /// <summary>Where tables leave no room for every section they become lines; then as many sections as there is room for, those with most first to stay, and the rest counted.</summary>
    public static AdaptiveCard Render(FiguresView view)
    {
        var shown = view.Sections.Count;
        var card = Render(view, shown, Table);
        if (CardJson.Units(card) > Room.MostUnits) card = Render(view, shown, Lines);
        while (shown > 0 && CardJson.Units(card) > Room.MostUnits) card = Render(view, --shown, Lines);
        return card;
    }

    private static AdaptiveCard Render(FiguresView view, int shown, Func<string, IReadOnlyList<IReadOnlyList<string>>, int, IEnumerable<Element>> table) => new()
    {
        FallbackText = PlainText.Clip(PlainText.Of($"{view.Title} {view.Period}:{view.Counts}"), 120),
        Body =
        [
            new RichTextBlock(new TextRun(PlainText.Clip(view.Title, 80)) { Size = "medium", Weight = "bolder" }),
            new RichTextBlock(new TextRun(view.Period) { Size = "small", IsSubtle = true }) { Spacing = "none" },
            new RichTextBlock(new TextRun(view.Counts) { Weight = "bolder" }) { Spacing = "small" },
            .. view.Caution is { } caution ? (IEnumerable<Element>)[Slips.Tone.Warning.Banner(caution)] : [],
            .. Attributes(view, shown),
            .. table("各环节用时(工作小时)", view.Desks, 2), .. table("时限", view.Clocks, 2),
            .. view.Lines.Count > 0 ? (IEnumerable<Element>)[Heading("其他"), .. view.Lines.Select(line => new TextBlock(line) { Size = "small", Spacing = "none" })] : [],
        ],
        Actions = [.. OpenUrlAction.Of("下载表格", view.Url) is { } open ? (IEnumerable<CardAction>)[open] : [], SayClick.Button(view.Before)],
    };

    private static IEnumerable<Element> Attributes(FiguresView view, int shown)
    {
        var kept = Kept(view, shown);
        yield return Heading("公开属性(按起草)");
        yield return new StackedBarChart("各科室文件的公开属性", [.. kept.Select(bar => Bar(view, bar))], new Container([.. kept.Select(bar => Line(view, bar))])) { Spacing = "small" };
        yield return Quiet(Words(view, [.. view.Attributes.Select((_, place) => view.Sections.Sum(bar => bar.Parts[place]))]));
        // A chart shows nothing where there is nothing, and yet nobody is left out.
        if (kept.Where(bar => bar.Sum == 0).Select(Name).ToList() is { Count: > 0 } none) yield return Quiet($"没有起草文件(计0件):{string.Join('、', none)}");
        if (view.Sections.Count - kept.Count is var more and > 0) yield return Quiet($"还有{more.ToString(CultureInfo.InvariantCulture)}个科室见表格。");
    }

    /// <summary>In their own order.</summary>
    private static List<SectionBar> Kept(FiguresView view, int shown)
    {
        var kept = view.Sections.OrderByDescending(bar => bar.Sum).Take(shown).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. view.Sections.Where(kept.Contains)];
    }

    private static ChartBar Bar(FiguresView view, SectionBar bar) => new(Name(bar), bar.Sum == 0
        ? [new ChartPart(view.Attributes[^1], 0, Colors[^1])]
        : [.. bar.Parts.Select((count, place) => new ChartPart(view.Attributes[place], count, Colors[place])).Where(part => part.Value > 0)]);

    private static RichTextBlock Line(FiguresView view, SectionBar bar) => new(
        new TextRun(Name(bar) + " ") { Size = "small", Weight = "bolder" },
        new TextRun(bar.Sum == 0 ? "0件" : Words(view, bar.Parts)) { Size = "small" })
    { Spacing = "none" };

    private static string Words(FiguresView view, IReadOnlyList<int> parts) =>
        string.Create(CultureInfo.InvariantCulture, $"{parts.Sum()}件:") + string.Join(' ', view.Attributes.Select((name, place) => string.Create(CultureInfo.InvariantCulture, $"{name}{parts[place]}")));

    private static string Name(SectionBar bar) => PlainText.Clip(PlainText.Of(bar.Name), LongestName);

    /// <param name="first">How wide the first column is, in widths of the others.</param>
    private static IEnumerable<Element> Table(string title, IReadOnlyList<IReadOnlyList<string>> rows, int first) => rows.Count == 0
        ? []
        : [Heading(title), .. rows.Select((row, place) => Row(row, first, heading: place == 0))];

    /// <summary>The same in words: 移交(3日/5日):按时16 逾期办2.</summary>
    private static IEnumerable<Element> Lines(string title, IReadOnlyList<IReadOnlyList<string>> rows, int first) => rows.Count == 0
        ? []
        : [Heading(title), .. rows.Skip(1).Select(row => new RichTextBlock(new TextRun($"{row[0]}:{string.Join(' ', row.Zip(rows[0], (cell, head) => head + cell).Skip(1))}") { Size = "small" }) { Spacing = "none" })];

    private static ColumnSet Row(IReadOnlyList<string> cells, int first, bool heading) => new(
    [
        .. cells.Select((text, place) => new Column(place == 0 ? first.ToString(CultureInfo.InvariantCulture) : "1",
            [new TextBlock(text) { Size = "small", Weight = heading ? "bolder" : null, HorizontalAlignment = place == 0 ? null : "center" }])),
    ])
    { Spacing = heading ? "small" : "none" };

    private static TextBlock Heading(string words) => new(words) { Size = "small", Weight = "bolder", Spacing = "medium" };

    private static RichTextBlock Quiet(string words) => new(new TextRun(words) { Size = "small", IsSubtle = true }) { Spacing = "small" };
}
