using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Calendar;

/// <summary>The one card of an import, for whoever looks: what was entered, what changes, and for a confirmer the decision.</summary>
public static class CalendarReviewCard
{
    private const int ShortText = 120;

    public static AdaptiveCard Render(CalendarReviewView view) => Room.Fit(room => Compose(view, room));

    /// <summary>What an older message of the same import becomes, so that one live card remains.</summary>
    public static AdaptiveCard Moved(string calendar, string number, string title) => new()
    {
        FallbackText = Short($"{PlainText.Clip(title, 80)}的最新卡片在另一条消息里。"),
        Body =
        [
            new TextBlock($"节假日安排 {number}") { Size = "small", IsSubtle = true, Style = "heading" },
            new RichTextBlock(new TextRun(PlainText.Clip(title, 200)) { IsSubtle = true }) { Spacing = "small" },
            new TextBlock("最新卡片在另一条消息里。") { Size = "small", Spacing = "small" },
        ],
        Actions = [CalendarButtons.Show("打开最新", calendar)],
    };

    /// <summary>The line of the notification: what is asked, without the card.</summary>
    public static string Summary(CalendarReviewView view) =>
        Short($"{(view.MayDecide ? "请核对并确认" : PlainText.Clip(view.Status, 60))}:{PlainText.Clip(view.Title, 50)}");

    private static AdaptiveCard Compose(CalendarReviewView view, Room room) => new()
    {
        FallbackText = Short($"{PlainText.Clip(view.Title, 60)} {view.Status}"),
        Refresh = view.StatusTone == Tone.Waiting ? new Refresh(CalendarButtons.Show("刷新", view.Calendar)) : null,
        Body =
        [
            .. view.Notice is { } notice ? (IEnumerable<Element>)[notice.Tone.Banner(PlainText.Clip(notice.Text, room.Text))] : [],
            .. Head(view, room),
            .. view.Warnings.Take(room.TrailLines).Select(warning => Tone.Warning.Banner(PlainText.Clip(warning, room.Text))),
            .. Lines("通知内容", view.Days, room),
            .. Lines("与现行日历相比", view.Changes, room),
            .. view.MayDecide ? (IEnumerable<Element>)[new TextBlock("请对照通知原文逐行核对。确认后立即生效,未办结的期限随即重新计算。") { Separator = true, Spacing = "medium" }] : [],
        ],
        Actions = view.MayDecide ? [CalendarButtons.Confirm(view.Calendar), new ShowCardAction("退回…", [Reason(view, room)], [CalendarButtons.Reject(view.Calendar)])] : null,
    };

    private static IEnumerable<Element> Head(CalendarReviewView view, Room room) =>
    [
        new TextBlock($"节假日安排 {view.Number}") { Size = "small", IsSubtle = true, Style = "heading" },
        new RichTextBlock(new TextRun(PlainText.Clip(view.Title, 200)) { Size = "medium", Weight = "bolder" }) { Spacing = "small" },
        new RichTextBlock(new TextRun(PlainText.Clip(view.Status, 200)) { Color = view.StatusTone.Color(), Weight = "bolder" }) { Spacing = "small" },
        .. view.RejectReason is { } reason ? (IEnumerable<Element>)[Line("退回理由", PlainText.Clip(reason, room.Text))] : [],
        Line("依据", PlainText.Clip(view.Source, Math.Min(300, room.Text))),
        Line("录入", view.Proposer),
    ];

    private static IEnumerable<Element> Lines(string heading, IReadOnlyList<string> lines, Room room)
    {
        if (lines.Count == 0) yield break;
        yield return new TextBlock(heading) { Weight = "bolder", Spacing = "medium" };
        foreach (var line in lines.Take(room.TrailLines)) yield return new RichTextBlock(new TextRun(PlainText.Clip(line, Math.Min(300, room.Text)))) { Spacing = "small" };
        if (lines.Count > room.TrailLines) yield return new TextBlock($"另有{lines.Count - room.TrailLines}行未显示") { Size = "small", IsSubtle = true, Spacing = "small" };
    }

    private static TextInput Reason(CalendarReviewView view, Room room) => new("退回理由")
    {
        Id = "rejectReason",
        Value = DraftForm.Refill(view.TypedReason, room.Typed),
        IsMultiline = true,
        MaxLength = 1_000,
        IsRequired = true,
        ErrorMessage = "请写明退回理由。",
    };

    private static RichTextBlock Line(string label, string value) => new(new TextRun($"{label}:") { IsSubtle = true }, new TextRun(value)) { Spacing = "small" };

    private static string Short(string text) => PlainText.Clip(PlainText.Of(text), ShortText);
}
