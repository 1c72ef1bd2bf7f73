using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Briefing;

/// <summary>The morning's one card: what waits for the reader, what is due, what changed, and what their section or bureau has under way.</summary>
public static class BriefingCard
{
    /// <summary>Rows of each part in a roomy card: what waits goes before the rest.</summary>
    private const int MostWaiting = 10;
    private const int MostOthers = 6;
    private const int MostSections = 30;

    /// <summary>Of those that get no row.</summary>
    private const int MostNamed = 30;

    /// <summary>How many rows each part shows.</summary>
    private sealed record Rows(int Waiting, int Others, int Sections)
    {
        /// <summary>One step less; null where nothing is left to leave out.</summary>
        public Rows? Less => this switch
        {
            { Others: > 1 } => this with { Others = Others - 1 },
            { Sections: > 5 } => this with { Sections = Sections - 5 },
            { Waiting: > 0 } => this with { Waiting = Waiting - 1 },
            { Others: > 0 } => this with { Others = 0 },
            { Sections: > 0 } => this with { Sections = 0 },
            _ => null,
        };
    }

    /// <summary>With as many rows as a card has room for; the rest is counted.</summary>
    public static AdaptiveCard Render(BriefingView view)
    {
        var room = new Rows(MostWaiting, MostOthers, MostSections);
        var card = Render(view, room);
        while (CardJson.Units(card) > Room.MostUnits && room.Less is { } less) card = Render(view, room = less);
        return card;
    }

    /// <summary>What an older morning's card becomes once a newer one stands below it.</summary>
    public static AdaptiveCard Moved() => new()
    {
        FallbackText = "这张汇总已有更新的一张,请看后面的消息。",
        Body = [new TextBlock("这张汇总已有更新的一张,请看后面的消息;需要现在的情况,可以点下面的按钮。") { IsSubtle = true }],
        Actions = [SayClick.Button("今日")],
    };

    private static AdaptiveCard Render(BriefingView view, Rows room) => new()
    {
        FallbackText = PlainText.Clip($"{view.Title}:{view.Counts}", 120),
        Body =
        [
            new RichTextBlock(new TextRun(view.Title) { Size = "medium", Weight = "bolder" }),
            new TextBlock(view.Day) { Size = "small", IsSubtle = true, Spacing = "none" },
            view.Tone.Banner(PlainText.Clip(view.Counts, 200), weight: "bolder"),
            .. Part("等您办理", view.Waiting, room.Waiting, "写“待办”看全部", named: true),
            .. Part("您起草的,今明到期", view.Due, room.Others, "写“我的”看全部", named: true),
            .. Part("有新情况", view.News, room.Others, "写“我的”看您起草的"),
            .. Part($"{PlainText.Clip(view.SectionName, 30)}在办", view.Section, room.Others, "写“查”加标题、编号或姓名来找"),
            .. Bureau(view.Bureau, room.Sections),
            .. view.IsAsked ? (IEnumerable<Element>)[] : [Quiet("写“提醒方式”可以改为即时提醒。")],
        ],
        Actions = view.Waiting.Count > room.Waiting ? [SayClick.Button("待办")] : null,
    };

    private static IEnumerable<Element> Part(string heading, IReadOnlyList<BriefingLine> lines, int most, string more, bool named = false)
    {
        if (lines.Count == 0) yield break;
        yield return Heading($"{heading}({lines.Count}件)");
        foreach (var (line, place) in lines.Take(most).Select((line, place) => (line, place)))
            yield return Line(line, place == 0);
        if (lines.Count > most) yield return named ? Rest([.. lines.Skip(most)], more) : Quiet($"还有{lines.Count - most}件未显示,{more}。");
    }

    private static Container Line(BriefingLine line, bool first) => Row.Of(
    [
        new RichTextBlock(new TextRun(PlainText.Clip(line.Title, 60)) { Weight = "bolder" }),
        new RichTextBlock(
        [
            new TextRun(line.Number + " ") { Size = "small", IsSubtle = true },
            new TextRun(PlainText.Clip(line.Where, 60)) { Size = "small" },
            .. line.Lain is { } lain ? (IEnumerable<TextRun>)[new TextRun(" " + lain) { Size = "small", IsSubtle = true }] : [],
            .. line.Due is { } due ? (IEnumerable<TextRun>)[new TextRun(" " + due) { Size = "small", Color = line.DueTone.Color(), Weight = line.DueTone == Tone.Bad ? "bolder" : null }] : [],
        ]) { Spacing = "none" },
    ], SlipButtons.Show($"打开 {line.Number}", line.Case), first);

    /// <summary>What waits for the reader, or runs out, and has no room for a row: named all the same, that nobody first hears of it when it is late.</summary>
    private static RichTextBlock Rest(IReadOnlyList<BriefingLine> rest, string more) => new(new TextRun(
        $"还有{rest.Count}件:{string.Join('、', rest.Take(MostNamed).Select(line => $"{line.Number} {PlainText.Clip(line.Title, 16)}"))}{(rest.Count > MostNamed ? "等" : "")}。{more}。")
    { Size = "small", IsSubtle = true })
    { Spacing = "small" };

    private static IEnumerable<Element> Bureau(IReadOnlyList<string> lines, int most)
    {
        if (lines.Count == 0) yield break;
        yield return Heading("全局在办");
        foreach (var line in lines.Take(most)) yield return new RichTextBlock(new TextRun(PlainText.Clip(line, 80)) { Size = "small" }) { Spacing = "none" };
        if (lines.Count > most) yield return Quiet($"还有{lines.Count - most}个科室未显示。");
    }

    private static RichTextBlock Heading(string words) => new(new TextRun(words) { Size = "small", Weight = "bolder" }) { Spacing = "medium" };

    private static TextBlock Quiet(string words) => new(words) { Size = "small", IsSubtle = true, Spacing = "small" };
}
