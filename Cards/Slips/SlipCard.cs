using DisclosureBot.Cards.Steps;

namespace DisclosureBot.Cards.Slips;

/// <summary>The one card of a slip, for whoever looks: the face that all share, and what this person may do now.</summary>
public static class SlipCard
{
    private const int ShortText = 120;

    public static AdaptiveCard Render(SlipView view) => Room.Fit(room => Compose(view, room));

    /// <summary>What an older message of the same slip becomes, so that one live card remains.</summary>
    public static AdaptiveCard Moved(string slip, string number, string title) => new()
    {
        FallbackText = Short(Quoted(title, 80) + "的最新卡片在另一条消息里。"),
        Body =
        [
            new TextBlock($"文件审批处理签 {number}") { Size = "small", IsSubtle = true, Style = "heading" },
            new RichTextBlock(new TextRun(PlainText.Clip(title, 200)) { IsSubtle = true }) { Spacing = "small" },
            new TextBlock("本件的最新卡片在另一条消息里。") { Size = "small", Spacing = "small" },
        ],
        Actions = [SlipButtons.Show("打开最新", slip)],
    };

    /// <summary>The line of the notification: what is asked of whom, without the card.</summary>
    public static string Summary(SlipView view)
    {
        var asked = view switch
        {
            { Review: not null } => "请签署",
            { Revise: not null } => "请修改后重新提交",
            _ when view.Steps.FirstOrDefault(step => step.IsMain) is { } step => $"请办理“{step.Button}”",
            _ => PlainText.Clip(view.Status, 40),
        };
        var urgency = view.Urgency is null ? "" : "," + view.Urgency;
        return Short($"{asked}:{PlainText.Clip(view.Title, 60)}({view.Drafter}{urgency})");
    }

    private static AdaptiveCard Compose(SlipView view, Room room)
    {
        var review = view.Review is { } asked ? new ReviewPart(view.Slip, asked, room.Typed) : null;
        IReadOnlyList<Element> form = view.Revise is { } revise ? [.. Revising(view.Slip, revise, room)] : review?.Inputs ?? [];
        var steps = StepList.Of(view.Slip, [.. view.Steps.Where(step => !AsksColleagues(step))], room, form, review?.Actions ?? [],
            view.Steps.Any(AsksColleagues) ? SlipButtons.Colleagues(view.Slip) : null);
        IReadOnlyList<CardAction> doing = [.. Doing(view, review), .. steps.Main is { } main ? (IEnumerable<CardAction>)[main.Button] : []];
        IReadOnlyList<CardAction> undoing = [.. Undoing(view)];
        var inOneRow = steps.FitsBeside(doing.Count + undoing.Count);
        return new()
        {
            FallbackText = Short(Quoted(view.Title, 70) + view.Status),
            Refresh = IsUnderWay(view) ? new Refresh(SlipButtons.Show("刷新", view.Slip)) : null,
            Body =
            [
                .. new SlipFace(view, room).Elements,
                .. inOneRow ? [] : steps.Rows,
                .. steps.Main?.Open ?? form,
            ],
            Actions = Any([.. doing, .. inOneRow ? steps.Besides : [], .. undoing]),
        };
    }

    // Revising and reviewing share the names of some inputs, and nobody reviews a draft of their own.
    private static IEnumerable<CardAction> Doing(SlipView view, ReviewPart? review) => view.Revise is { } revise
        ? [SlipButtons.Act("修改后重新提交", SlipVerbs.Resubmit, view.Slip, revise.Turn)]
        : review?.Actions ?? [];

    private static IEnumerable<CardAction> Undoing(SlipView view)
    {
        if (view.TakeBackTurn is { } takeBack)
            yield return SlipButtons.Undo("收回签署", SlipVerbs.TakeBack, view.Slip, takeBack);
        if (view.WithdrawTurn is { } withdraw)
            yield return SlipButtons.Undo("撤回", SlipVerbs.Withdraw, view.Slip, withdraw);
    }

    private static bool AsksColleagues(StepForm step) => StepVerbs.WithColleagues.Contains(step.Verb, StringComparer.Ordinal);

    private static IEnumerable<Element> Revising(string slip, ReviseForm form, Room room) =>
    [
        new TextBlock("修改") { Weight = "bolder", Separator = true, Spacing = "medium" },
        .. DraftForm.Inputs(form.Choices, form.Typed, StepButtons.Scope(slip, form.Turn), room.Typed),
    ];

    /// <summary>Only a card that can still change asks the client to fetch it anew.</summary>
    private static bool IsUnderWay(SlipView view) => view.StatusTone is Tone.Waiting or Tone.Warning
        || view is { Review: not null } or { Revise: not null } or { WithdrawTurn: not null } or { TakeBackTurn: not null }
        || view.Steps.Count > 0 || view.Progress.Any(step => step.State != StepState.Done);

    private static IReadOnlyList<CardAction>? Any(IReadOnlyList<CardAction> actions) => actions.Count == 0 ? null : actions;

    private static string Quoted(string title, int most)
    {
        var clipped = PlainText.Clip(title, most);
        return clipped.Contains('《', StringComparison.Ordinal) ? clipped + " " : $"《{clipped}》";
    }

    private static string Short(string text) => PlainText.Clip(PlainText.Of(text), ShortText);
}
