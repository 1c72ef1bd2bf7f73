using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Opinions;

/// <summary>演练: the story to be played and how fast. Its level is left to the people, as in earnest (B-22).</summary>
public static class DrillCard
{
    public const int LongestHeadline = 200, LongestStory = 1_000;

    private const int MostDrills = 5;

    public static AdaptiveCard Render(DrillView view) => Room.Fit(room => Compose(view, room));

    private static AdaptiveCard Compose(DrillView view, Room room) => new()
    {
        FallbackText = view.MayStart ? "【演练】发起舆情应对演练" : "【演练】本年度舆情应对演练",
        Body =
        [
            new TextBlock("【演练】舆情应对演练") { Size = "medium", Weight = "bolder", Style = "heading" },
            .. view.Notice is { } notice ? (IEnumerable<Element>)[notice.Tone.Banner(PlainText.Clip(notice.Text, room.Text))] : [],
            .. view.MayStart ? Form(view, room) : DraftForm.Hint("演练由商务运行科负责人、局领导或管理员发起。需要演练,请向他们提出。"),
            .. Drills(view, room),
        ],
        Actions = view.MayStart ? [new ExecuteAction("开始演练", DrillVerbs.Start, new Dictionary<string, string>(StringComparer.Ordinal) { ["form"] = view.Key })] : null,
    };

    private static IEnumerable<Element> Form(DrillView view, Room room) =>
    [
        new TextInput("演练标题") { Id = "drillHeadline", Value = DraftForm.Refill(view.Typed.Headline, room.Typed), Placeholder = "如:某县商贸综合体夜间火灾", MaxLength = LongestHeadline },
        new TextInput("演练情节") { Id = "drillStory", Value = DraftForm.Refill(view.Typed.Story, room.Typed), Placeholder = "何时何地发生了什么,网上怎么说。勿写涉密内容", IsMultiline = true, MaxLength = LongestStory },
        new ChoiceInput("时间压缩", view.Speeds) { Id = Payload.Scoped("drillSpeed", view.Key), Style = "expanded", Value = view.Typed.Speed ?? DraftForm.First(view.Speeds) },
        new ToggleInput("按疑似突发事件上报的,请勾选", "疑似突发事件") { Id = "drillEmergency", Value = DraftForm.Tick(view.Typed.SuspectedEmergency) },
        .. DraftForm.Hint("提醒会真的发给值班人员和领导,每张卡片都标明【演练】。级别由参加演练的人研判确定,不预设。演练不计入任何统计,办结后按步骤评分。"),
    ];

    private static IEnumerable<Element> Drills(DrillView view, Room room)
    {
        yield return new TextBlock("本年度的演练") { Weight = "bolder", Separator = true, Spacing = "medium" };
        if (view.Drills.Count == 0) yield return new TextBlock("还没有。") { IsSubtle = true, Spacing = "small" };
        foreach (var (drill, place) in view.Drills.Take(MostDrills).Select((drill, place) => (drill, place))) yield return Drill(drill, place, room);
    }

    private static Container Drill(DrillLine drill, int place, Room room) => Row.Of(
    [
        new RichTextBlock(new TextRun(PlainText.Clip(drill.Headline, Math.Min(80, room.Text))) { Weight = "bolder" }),
        new RichTextBlock(
            new TextRun(drill.Number + " ") { Size = "small", IsSubtle = true },
            new TextRun(PlainText.Clip(drill.Status, 60)) { Size = "small", Color = drill.Tone.Color() }) { Spacing = "none" },
    ], DrillClick.ScoreButton("演练评分", drill.Case), first: place == 0);
}
