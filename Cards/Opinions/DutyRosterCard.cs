using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Opinions;

/// <summary>值班表: one line a day or range of days, as a section writes it anyway.</summary>
public static class DutyRosterCard
{
    /// <summary>A year of single days.</summary>
    public const int LongestRoster = 10_000;

    public static AdaptiveCard Render(DutyRosterView view) => Room.Fit(room => Compose(view, room));

    private static AdaptiveCard Compose(DutyRosterView view, Room room) => new()
    {
        FallbackText = view.MayEnter ? "录入舆情值班表:每行写日期和姓名。" : "舆情值班表",
        Body =
        [
            new TextBlock("舆情值班表") { Size = "medium", Weight = "bolder", Style = "heading" },
            .. view.Notice is { } notice ? (IEnumerable<Element>)[notice.Tone.Banner(PlainText.Clip(notice.Text, room.Text))] : [],
            .. WatchCard.Days(view.Days, room),
            .. view.MayEnter ? Form(view, room) : DraftForm.Hint("值班表由商务运行科负责人或管理员录入。要换班,请向他们提出。"),
        ],
        Actions = view.MayEnter ? [WatchCard.Act("录入", WatchVerbs.Enter) with { AssociatedInputs = null }] : null,
    };

    private static IEnumerable<Element> Form(DutyRosterView view, Room room) =>
    [
        new TextInput("值班表")
        {
            Id = "dutyRoster",
            Value = DraftForm.Refill(view.Typed, room.Typed),
            Placeholder = "每行一天或一段,如“11月23日 姓名”“11月24日至26日 姓名”",
            IsMultiline = true,
            MaxLength = LongestRoster,
            Separator = true,
            Spacing = "medium",
        },
        .. DraftForm.Hint(PlainText.Clip($"可以值班的人:{view.Names}。写到的日子按新表,没有写到的不变;写“无”取消当天的安排。值班日从当日08:00到次日08:00。", Math.Max(200, room.Text))),
    ];
}
