using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Opinions;

/// <summary>舆情: the form from which an item begins.</summary>
public static class ReportCard
{
    public const int HeadlineLimit = 200;
    public const int TextLimit = 2_000;
    public const int PlaceLimit = 100;
    private const int LongestAddress = 500;
    private const int LongestTime = 5;

    private static readonly Choice[] NoYes = [new("no", "否"), new("yes", "是")];

    public static AdaptiveCard Render(ReportView view) => Room.Fit(room => new AdaptiveCard
    {
        FallbackText = "上报舆情。当前客户端不能显示表单,请直接写“舆情”加看到的情况。",
        Body =
        [
            new TextBlock("政务舆情 · 上报") { Size = "medium", Weight = "bolder", Style = "heading" },
            .. view.Notice is { } notice ? (IEnumerable<Element>)[notice.Tone.Banner(PlainText.Clip(notice.Text, room.Text))] : [],
            .. Story(view, room),
            .. Times(view.Typed),
        ],
        Actions = [new ExecuteAction("上报", ReportClick.Verb, new Dictionary<string, string>(StringComparer.Ordinal) { ["form"] = view.Key })],
    });

    /// <summary>Only 是否涉密 is demanded by the client, as on the drafting card: who answers 是 need write nothing else.</summary>
    private static IEnumerable<Element> Story(ReportView view, Room room) =>
    [
        new ChoiceInput("是否涉密", NoYes)
        {
            Id = Payload.Scoped("secret", view.Key),
            Style = "expanded",
            Value = view.Typed.Secret,
            IsRequired = true,
            ErrorMessage = "请先确认是否涉密。涉密内容请走线下涉密渠道,勿在此填写。",
        },
        Text("headline", "标题", view.Typed.Headline, room, HeadlineLimit, "一句话说明是什么事,如:某超市水产被指按个数虚标重量"),
        Text("story", "情况", view.Typed.Text, room, TextLimit, "看到的内容、影响范围、已经做了什么(可不填)") with { IsMultiline = true },
        DraftForm.Pick("seen", "在哪里看到", view.Places, view.Typed.Seen),
        Text("url", "链接", view.Typed.Url, room, LongestAddress, "https://…(可不填)"),
        Text("place", "地点", view.Typed.Place, room, PlaceLimit, "如:某县某镇(可不填)"),
        new ToggleInput("疑似突发事件", "可能是突发事件的,请勾选,立即提醒") { Id = "suspected", Value = DraftForm.Tick(view.Typed.SuspectedEmergency) },
    ];

    private static IEnumerable<Element> Times(ReportInput typed) =>
    [
        new DateInput("发生日期") { Id = "occurredDay", Value = typed.OccurredDay },
        Time("occurredTime", "发生时间", typed.OccurredTime, "如 21:40;不清楚的,日期和时间都不填"),
        new DateInput("获知日期") { Id = "learntDay", Value = typed.LearntDay },
        Time("learntTime", "获知时间", typed.LearntTime, "如 22:05"),
        .. DraftForm.Hint("时限从这两个时间起算,请按实际填写。图片可在上报后直接发给我,存到这一条。"),
    ];

    private static TextInput Text(string id, string label, string? value, Room room, int most, string hint) =>
        new(label) { Id = id, Value = DraftForm.Refill(value, room.Typed), MaxLength = most, Placeholder = hint };

    private static TextInput Time(string id, string label, string? value, string hint) =>
        new(label) { Id = id, Value = DraftForm.Refill(value, LongestTime), MaxLength = LongestTime, Placeholder = hint };
}
