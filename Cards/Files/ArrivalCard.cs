using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Files;

/// <summary>A file has come in the chat: which slip it belongs to, and as what.</summary>
public static class ArrivalCard
{
    /// <summary>The caller gives the likeliest first; a longer list would fill the card.</summary>
    private const int MostSlips = 40;

    /// <summary>As many of the slips as a client takes.</summary>
    public static AdaptiveCard Render(ArrivalView view)
    {
        var card = Compose(view, MostSlips);
        for (var slips = MostSlips / 2; slips > 0 && CardJson.Units(card) > Room.MostUnits; slips /= 2)
            card = Compose(view, slips);
        return card;
    }

    private static AdaptiveCard Compose(ArrivalView view, int most) => new()
    {
        FallbackText = Short($"收到文件“{PlainText.Clip(view.Name, 60)}”,请选定放到哪件。"),
        Body =
        [
            .. view.Notice is { } notice ? (IEnumerable<Element>)[notice.Tone.Banner(PlainText.Clip(notice.Text, 300))] : [],
            new TextBlock("收到文件") { Size = "small", IsSubtle = true, Style = "heading" },
            new RichTextBlock(new TextRun(PlainText.Clip(view.Name, 120)) { Size = "medium", Weight = "bolder" }) { Spacing = "small" },
            new RichTextBlock(new TextRun(view.Size) { Size = "small", IsSubtle = true }) { Spacing = "none" },
            Fingerprint.Of(view.Sha256),
            .. view.Slips.Count == 0 ? Nowhere : Inputs(view, most),
        ],
        Actions =
        [
            .. view.Slips.Count == 0 ? (IEnumerable<CardAction>)[] : [Act("存入", FileVerbs.Keep, view.Arrival)],
            Act("不要了", FileVerbs.Drop, view.Arrival) with { AssociatedInputs = "none" },
        ],
    };

    /// <summary>What the card becomes once the file was put away or dropped.</summary>
    public static AdaptiveCard Done(ArrivedView view) => new()
    {
        FallbackText = Short(view.Notice.Text),
        Body =
        [
            view.Notice.Tone.Banner(PlainText.Clip(view.Notice.Text, 300)),
            new RichTextBlock(new TextRun(PlainText.Clip(view.Name, 120)) { IsSubtle = true }) { Spacing = "small" },
        ],
        Actions = view.Slip is { } slip ? [SlipButtons.Show("打开本件", slip), SlipButtons.Files("查看文件", slip)] : null,
    };

    private static IEnumerable<Element> Nowhere =>
        [Tone.Warning.Banner("您现在没有可以存放文件的处理签或舆情。请先写“拟稿”提交处理签,或写“舆情”上报,再发来文件。")];

    private static IEnumerable<Element> Inputs(ArrivalView view, int most) =>
    [
        DraftForm.Pick("slip", "放到哪件", [.. view.Slips.Take(most).Select(slip => slip with { Title = PlainText.Clip(slip.Title, 80) })], view.Slip ?? Only(view.Slips)) with { Spacing = "medium" },
        .. view.Roles.Count == 0 ? (IEnumerable<Element>)[] : [DraftForm.Pick("role", "文件类别", view.Roles, view.Role ?? Only(view.Roles)) with { Placeholder = view.RoleHint ?? "请选择" }],
    ];

    private static string? Only(IReadOnlyList<Choice> choices) => choices is [var only] ? only.Value : null;

    private static ExecuteAction Act(string title, string verb, string arrival) =>
        new(title, verb, new Dictionary<string, string>(StringComparer.Ordinal) { ["arrival"] = arrival });

    private static string Short(string text) => PlainText.Clip(PlainText.Of(text), 120);
}
