using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Opinions;

/// <summary>The card of 舆情日报 and 舆情周报: counts, chart or table, times, clocks, and the open items, each opening at a tap.</summary>
public static class DigestCard
{
    /// <summary>With as many items as a card has room for.</summary>
    public static AdaptiveCard Render(DigestView view)
    {
        var shown = view.Items.Count;
        var card = Render(view, shown);
        while (shown > 0 && CardJson.Units(card) > Room.MostUnits) card = Render(view, --shown);
        return card;
    }

    private static AdaptiveCard Render(DigestView view, int shown) => new()
    {
        FallbackText = Summary(view),
        Body =
        [
            new RichTextBlock(new TextRun(view.Title) { Size = "medium", Weight = "bolder" }),
            new TextBlock($"{view.Period}{(view.IsAsOfNow ? "(截至现在)" : "")}") { Size = "small", IsSubtle = true, Spacing = "none" },
            view.Tone.Banner(view.Counts, weight: "bolder"),
            .. view.LastDay is { } day ? (IEnumerable<Element>)[new TextBlock(day) { Spacing = "small" }] : [],
            .. Levels(view), .. Times(view), .. Clocks(view), .. Items(view, shown),
            .. view.IsPartial ? (IEnumerable<Element>)[Quiet("条目过多,以上只统计了未办结的和最近变动的一部分。")] : [],
            Quiet("演练不计入统计,重复并入的只计一条。"),
        ],
    };

    /// <summary>What an older digest becomes once a newer one stands below it.</summary>
    public static AdaptiveCard Moved() => new()
    {
        FallbackText = "这份舆情简报已有更新的一份,请看后面的消息。",
        Body = [new TextBlock("这份舆情简报已有更新的一份,请看后面的消息;需要现在的情况,可以点下面的按钮。") { IsSubtle = true }],
        Actions = [SayClick.Button("舆情日报")],
    };

    /// <summary>The line of the notification.</summary>
    private static string Summary(DigestView view) => PlainText.Clip($"{view.Title}:{view.Counts}", 120);

    private static IEnumerable<Element> Levels(DigestView view) => view.Levels.Count == 0 ? [] :
    [
        DigestTable.Chart(view.Levels),
        new TextBlock(DigestTable.InWords(view.Levels)) { Size = "small", IsSubtle = true, Spacing = "small" },
    ];

    private static IEnumerable<Element> Times(DigestView view) => view.Times.Count == 0 ? [] :
        [Heading("用时"), .. view.Times.Select(line => new TextBlock(line) { Size = "small", Spacing = "none" })];

    private static IEnumerable<Element> Clocks(DigestView view) => view.Clocks.Count == 0 ? [] : [Heading("时限"), .. view.Clocks.Select(Clock)];

    private static RichTextBlock Clock(DigestClock clock) => new(
    [
        new TextRun(clock.Name + ":") { Size = "small" },
        .. clock.Overdue > 0 ? (IEnumerable<TextRun>)[new TextRun($"已逾期未完成{clock.Overdue}个 ") { Size = "small", Weight = "bolder", Color = "attention" }] : [],
        .. clock.Late > 0 ? (IEnumerable<TextRun>)[new TextRun($"逾期完成{clock.Late}个 ") { Size = "small", Color = "warning" }] : [],
        new TextRun($"按时完成{clock.InTime}个 计时中{clock.Running}个") { Size = "small" },
    ])
    { Spacing = "none" };

    private static IEnumerable<Element> Items(DigestView view, int shown)
    {
        if (view.Items.Count == 0) yield break;
        yield return Heading("未办结");
        foreach (var (item, place) in view.Items.Take(shown).Select((item, place) => (item, place)))
            yield return Item(item, place == 0);
        if (view.Items.Count - shown + view.MoreItems is var more and > 0)
            yield return Quiet($"还有{more}条未办结的未显示。");
    }

    private static Container Item(DigestItem item, bool first) => Row.Of(
    [
        new RichTextBlock(
        [
            .. item.IsEmergency ? (IEnumerable<TextRun>)[new TextRun(item.Gravity + " ") { Weight = "bolder", Color = "attention" }] : [],
            new TextRun(PlainText.Clip(item.Headline, 80)) { Weight = "bolder" },
        ]),
        new RichTextBlock(
        [
            new TextRun($"{item.Number} {(item.IsEmergency ? "" : item.Gravity + " ")}") { Size = "small", IsSubtle = true },
            new TextRun(PlainText.Clip(item.Status, 60)) { Size = "small" },
        ]) { Spacing = "none" },
        .. item.Due is { } due
            ? (IEnumerable<Element>)[new RichTextBlock(new TextRun(due) { Size = "small", Color = item.DueTone.Color(), Weight = item.DueTone == Tone.Bad ? "bolder" : null }) { Spacing = "none" }]
            : [],
    ], SlipButtons.Show($"打开 {item.Number}", item.Case), first);

    private static TextBlock Heading(string words) => new(words) { Size = "small", Weight = "bolder", Spacing = "medium" };

    private static TextBlock Quiet(string words) => new(words) { Size = "small", IsSubtle = true, Spacing = "small" };
}
