using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;

namespace DisclosureBot.Cards.Opinions;

/// <summary>The one card of a public opinion item, for whoever looks: what counts at the first glance, the rest below it, and what this person may do now.</summary>
public static class OpinionCard
{
    private const int ShortText = 120;

    /// <summary>On a phone a longer timeline would push the buttons out of reach; the report has all of it.</summary>
    private const int MostTrail = 8;

    public static AdaptiveCard Render(OpinionView view) => Room.Fit(room => Compose(view, room));

    /// <summary>The line of the notification: how grave it is, what it is, the nearest clock and who has it, without the card.</summary>
    public static string Summary(OpinionView view)
    {
        var clock = view.Clocks.FirstOrDefault(one => one.IsRunning) is { } nearest ? $";{nearest.Name}{nearest.State}" : "";
        return Short(DrillMark.On($"{view.Gravity}:{PlainText.Clip(view.Headline, 50)}({PlainText.Clip(view.Status, 25)}{clock})", view.DrillSpeed is not null));
    }

    /// <summary>What an older message of the same item becomes, so that one live card remains.</summary>
    public static AdaptiveCard Moved(string caseId, string number, string headline, bool drill) => new()
    {
        FallbackText = Short(DrillMark.On($"“{PlainText.Clip(headline, 70)}”的最新卡片在另一条消息里。", drill)),
        Body =
        [
            .. DrillMark.Banner(drill),
            new TextBlock($"政务舆情 {number}") { Size = "small", IsSubtle = true, Style = "heading" },
            new RichTextBlock(new TextRun(DrillMark.On(PlainText.Clip(headline, 200), drill)) { IsSubtle = true }) { Spacing = "small" },
            new TextBlock("本条的最新卡片在另一条消息里。") { Size = "small", Spacing = "small" },
            .. DrillMark.Banner(drill),
        ],
        Actions = [SlipButtons.Show("打开最新", caseId)],
    };

    private static AdaptiveCard Compose(OpinionView view, Room room)
    {
        var (steps, drill) = (StepList.Of(view.Case, view.Steps, room, [], []), view.DrillSpeed is not null);
        // Where nothing is to be filled in, the one button stands where the eye is: right under what it is about.
        var atOnce = steps.Main is { Form.Fields.Count: 0 } ? steps.Main : null;
        var filled = atOnce is null ? steps.Main : null;
        IReadOnlyList<CardAction> doing =
        [
            .. filled is null ? (IEnumerable<CardAction>)[] : [filled.Button],
            .. view.End?.Into is { } into ? (IEnumerable<CardAction>)[SlipButtons.Show("打开并入的舆情", into)] : [],
            .. view is { DrillSpeed: not null, IsOpen: false } ? (IEnumerable<CardAction>)[DrillClick.ScoreButton("演练评分", view.Case)] : [],
        ];
        var inOneRow = steps.FitsBeside(doing.Count);
        IReadOnlyList<CardAction> actions = [.. doing, .. inOneRow ? steps.Besides : [], .. OpenUrlAction.Of("导出专报", view.ReportUrl) is { } report ? (IEnumerable<CardAction>)[report] : []];
        return new()
        {
            FallbackText = Summary(view),
            Refresh = view.IsOpen ? new Refresh(SlipButtons.Show("刷新", view.Case)) : null,
            Body =
            [
                .. DrillMark.Banner(drill),
                .. new OpinionHead(view, room).Elements,
                .. atOnce is null ? [] : AtOnce(atOnce, room),
                .. new OpinionStoryPart(view, room).Elements,
                .. room.Detail == Detail.Bare ? [] : new TrailPart("时间线", view.Trail, Math.Min(MostTrail, room.TrailLines), room.Text).Elements,
                .. Ended(view, room),
                .. inOneRow ? [] : steps.Rows,
                .. filled?.Open ?? [],
                .. DrillMark.Banner(drill),
            ],
            Actions = actions.Count == 0 ? null : actions,
        };
    }

    private static IEnumerable<Element> AtOnce(StepPart step, Room room) =>
    [
        .. step.Form.Lead is { } lead ? (IEnumerable<Element>)[new RichTextBlock(new TextRun(PlainText.Clip(lead, room.Text)) { IsSubtle = true }) { Spacing = "small" }] : [],
        new ActionSet([step.Button]) { Spacing = "small" },
    ];

    private static IEnumerable<Element> Ended(OpinionView view, Room room) => view.End is not { } end ? [] :
    [
        new Container(
        [
            new RichTextBlock(new TextRun(end.Name + " ") { Weight = "bolder" }, new TextRun(PlainText.Clip(end.On, 60)) { Size = "small", IsSubtle = true }),
            new RichTextBlock(new TextRun(PlainText.Clip(end.Text, room.Text))) { Spacing = "small" },
        ]) { Style = view.StatusTone.Style(), Spacing = "medium" },
    ];

    private static string Short(string text) => PlainText.Clip(PlainText.Of(text), ShortText);
}
