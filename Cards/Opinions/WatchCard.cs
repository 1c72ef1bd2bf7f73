using System.Globalization;
using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Opinions;

/// <summary>值班: who has the watch, what lies open, who comes next, and the handover.</summary>
public static class WatchCard
{
    /// <summary>More would not fit a card in every case; the rest is counted, not shown.</summary>
    public const int MostItems = 10;

    /// <summary>交接说明. It goes with every item that is passed, where a little more is written before it.</summary>
    public const int LongestNote = 400;

    public static AdaptiveCard Render(WatchView view) => Room.Fit(room => Compose(view, room));

    /// <summary>The line of the notification: what is asked, without the card.</summary>
    public static string Summary(WatchView view) => PlainText.Clip(PlainText.Of(view switch
    {
        { MayReceive: true, Pending: { } pending } => $"请接班:{pending.Text}",
        { OnDuty: { } people } => $"舆情值班:{people}",
        _ => "舆情值班:现在无人值班",
    }), 120);

    /// <summary>What an older message of the watch becomes.</summary>
    public static AdaptiveCard Moved() => new()
    {
        FallbackText = "舆情值班的最新卡片在另一条消息里。",
        Body = [new TextBlock("舆情值班") { Size = "small", IsSubtle = true, Style = "heading" }, new TextBlock("最新卡片在另一条消息里。") { Size = "small", Spacing = "small" }],
        Actions = [Act("打开最新", WatchVerbs.Show)],
    };

    private static AdaptiveCard Compose(WatchView view, Room room) => new()
    {
        FallbackText = Summary(view),
        Refresh = new Refresh(Act("刷新", WatchVerbs.Show)),
        Body =
        [
            .. view.Notice is { } notice ? (IEnumerable<Element>)[notice.Tone.Banner(PlainText.Clip(notice.Text, room.Text))] : [],
            .. Head(view),
            .. view.Pending is { } pending ? Pending(pending, room) : [],
            // What the receiver is waited for stands right under what they receive.
            .. view.MayReceive ? (IEnumerable<Element>)[new ActionSet([Act("接班", WatchVerbs.Receive, view.Round)])] : [],
            .. view.Count is { } count ? Items(view, count, room) : [],
            .. Days(view.Days, room),
        ],
        Actions = Actions(view, room) is { Count: > 0 } actions ? actions : null,
    };

    private static IEnumerable<Element> Head(WatchView view) =>
    [
        new TextBlock("舆情值班") { Size = "small", IsSubtle = true, Style = "heading" },
        new RichTextBlock(
            new TextRun("现在值班:") { Size = "medium", Weight = "bolder" },
            new TextRun(PlainText.Clip(view.OnDuty ?? "无人值班,新舆情将提醒本科室全体人员", 120)) { Size = "medium", Weight = "bolder", Color = view.OnDuty is null ? Tone.Bad.Color() : null }) { Spacing = "small" },
        new RichTextBlock(new TextRun($"值班日从当日08:00到次日08:00。{view.At}的情况。{(view.Last is { } last ? PlainText.Clip(last, 120) : "")}") { Size = "small", IsSubtle = true }) { Spacing = "small" },
    ];

    private static IEnumerable<Element> Pending(HandoverLine pending, Room room) =>
    [
        new Container(
        [
            new RichTextBlock(new TextRun(PlainText.Clip(pending.Text, 120)) { Weight = "bolder" }, new TextRun(" " + pending.On) { IsSubtle = true }),
            .. pending.Note is { } note ? (IEnumerable<Element>)[Line("交接说明", PlainText.Clip(note, room.Text))] : [],
            .. pending.Items is { } items ? (IEnumerable<Element>)[Line("未办结", PlainText.Clip(items, Math.Min(300, room.Text)))] : [],
        ]) { Style = Tone.Waiting.Style() },
    ];

    private static IEnumerable<Element> Items(WatchView view, string count, Room room)
    {
        yield return new RichTextBlock(new TextRun($"未办结舆情({count})") { Weight = "bolder" }) { Separator = true, Spacing = "medium" };
        var shown = Math.Min(MostItems, room.TrailLines);
        foreach (var (item, place) in view.Items.Take(shown).Select((item, place) => (item, place))) yield return Item(item, place, room);
        if (view.Items.Count > shown) yield return new TextBlock($"还有{view.Items.Count - shown}件未显示,可写“舆情”查看。") { Size = "small", IsSubtle = true, Spacing = "small" };
    }

    private static Container Item(WatchItem item, int place, Room room) => Row.Of(
    [
        new RichTextBlock(new TextRun(DrillMark.On(PlainText.Clip(item.Headline, Math.Min(80, room.Text)), item.IsDrill)) { Weight = "bolder" }),
        new RichTextBlock(
        [
            new TextRun(item.Number + " ") { Size = "small", IsSubtle = true },
            new TextRun(item.Level) { Size = "small" },
            .. item.Due is { } due ? (IEnumerable<TextRun>)[new TextRun(" " + due) { Size = "small", Color = item.Tone.Color() }] : [],
        ])
        { Spacing = "none" },
    ], SlipButtons.Show($"打开 {PlainText.Clip(item.Number, 14)}", item.Case), first: place == 0);

    internal static IEnumerable<Element> Days(IReadOnlyList<DutyLine> days, Room room)
    {
        yield return new TextBlock("值班安排") { Weight = "bolder", Separator = true, Spacing = "medium" };
        foreach (var day in days.Take(Math.Max(2, room.TrailLines)))
        {
            yield return new RichTextBlock(
                new TextRun(day.Label + (day.IsToday ? " 本班 " : " ")) { Weight = day.IsToday ? "bolder" : null },
                new TextRun(PlainText.Clip(day.People ?? "无人", Math.Min(120, room.Text))) { Color = day.People is null ? Tone.Warning.Color() : null, Weight = day.IsToday || day.People is null ? "bolder" : null })
            { Spacing = "small" };
        }
    }

    private static List<CardAction> Actions(WatchView view, Room room) =>
    [
        .. view.MayTakeBack ? (IEnumerable<CardAction>)[Act("收回交班", WatchVerbs.TakeBack, view.Round)] : [],
        .. view.Receivers.Count > 0 ? (IEnumerable<CardAction>)[new ShowCardAction("交班…", HandOver(view, room), [Act("交班", WatchVerbs.HandOver, view.Round) with { AssociatedInputs = null }])] : [],
        .. view.MayEnter ? (IEnumerable<CardAction>)[Act("值班表", WatchVerbs.Roster)] : [],
    ];

    private static Element[] HandOver(WatchView view, Room room) =>
    [
        new ChoiceInput("接班人", [.. view.Receivers.Select(one => one with { Title = PlainText.Clip(one.Title, Math.Min(60, room.Text)) })])
        {
            Id = "receiver",
            Style = "compact",
            Value = view.Typed.Receiver,
            Placeholder = "请选择",
            IsRequired = true,
            ErrorMessage = "请选择接班人。",
        },
        new TextInput("交接说明") { Id = "watchNote", Value = DraftForm.Refill(view.Typed.Note, room.Typed), Placeholder = "需要接着办的事,可不填", IsMultiline = true, MaxLength = LongestNote },
        .. DraftForm.Hint("对方接班后,您手上未办结的舆情一并转给对方。"),
    ];

    /// <summary>None of these waits for inputs.</summary>
    internal static ExecuteAction Act(string title, string verb, long? round = null) => new(title, verb, Data(round)) { AssociatedInputs = "none" };

    /// <summary>There is one watch; it travels as every case does.</summary>
    private static Dictionary<string, string> Data(long? round)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal) { ["slip"] = "watch" };
        if (round is { } number) data["turn"] = number.ToString(CultureInfo.InvariantCulture);
        return data;
    }

    private static RichTextBlock Line(string label, string value) => new(new TextRun($"{label}:") { IsSubtle = true }, new TextRun(value)) { Spacing = "small" };
}
