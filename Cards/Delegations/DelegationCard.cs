using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Delegations;

/// <summary>The one card of a 委托, for whoever looks: who stands in for whom, how long, in what and by whose authority.</summary>
public static class DelegationCard
{
    private const int ShortText = 120;

    public static AdaptiveCard Render(DelegationView view) => Room.Fit(room => Compose(view, room));

    /// <summary>What an older message of the same 委托 becomes, so that one live card remains.</summary>
    public static AdaptiveCard Moved(string delegation, string number, string title) => new()
    {
        FallbackText = Short($"{PlainText.Clip(title, 80)}的最新卡片在另一条消息里。"),
        Body =
        [
            new TextBlock($"委托 {number}") { Size = "small", IsSubtle = true, Style = "heading" },
            new RichTextBlock(new TextRun(PlainText.Clip(title, 200)) { IsSubtle = true }) { Spacing = "small" },
            new TextBlock("最新卡片在另一条消息里。") { Size = "small", Spacing = "small" },
        ],
        Actions = [Show("打开最新", delegation)],
    };

    /// <summary>What the card of a slip becomes for a stand-in whose 委托 has ended: nothing of the slip but its number.</summary>
    public static AdaptiveCard StoodDown(string number) => new()
    {
        FallbackText = $"{number}不再由您代为办理。",
        Body =
        [
            new TextBlock($"文件审批处理签 {number}") { Size = "small", IsSubtle = true, Style = "heading" },
            Tone.Neutral.Banner("委托已结束,或者委托的事项已由他人办理,本件不再由您代为办理。"),
            new TextBlock("写“委托”查看您受他人委托的事项。") { Size = "small", IsSubtle = true, Spacing = "small" },
        ],
    };

    /// <summary>The line of the notification.</summary>
    public static string Summary(DelegationView view) => Short($"{PlainText.Clip(view.Title, 50)}({view.Scope},{view.Days}):{view.Status}");

    internal static ExecuteAction Show(string title, string delegation) => Act(title, DelegationVerbs.Show, delegation) with { AssociatedInputs = "none" };

    private static AdaptiveCard Compose(DelegationView view, Room room) => new()
    {
        FallbackText = Summary(view),
        Refresh = view.MayRevoke ? new Refresh(Show("刷新", view.Delegation)) : null,
        Body =
        [
            .. view.Notice is { } notice ? (IEnumerable<Element>)[notice.Tone.Banner(PlainText.Clip(notice.Text, room.Text))] : [],
            new TextBlock($"委托 {view.Number}") { Size = "small", IsSubtle = true, Style = "heading" },
            new RichTextBlock(new TextRun(PlainText.Clip(view.Title, 200)) { Size = "medium", Weight = "bolder" }) { Spacing = "small" },
            new RichTextBlock(new TextRun(PlainText.Clip(view.Status, 200)) { Color = view.StatusTone.Color(), Weight = "bolder" }) { Spacing = "small" },
            Line("期限", view.Days),
            Line("范围", view.Scope),
            Line("授权依据", PlainText.Clip(view.Basis, room.Text)),
            Line("录入", view.EnteredBy),
            .. view.RevokeReason is { } reason ? (IEnumerable<Element>)[Line("撤销原因", PlainText.Clip(reason, room.Text))] : [],
            new RichTextBlock(new TextRun(view.Meaning) { IsSubtle = true, Size = "small" }) { Spacing = "medium" },
        ],
        Actions = view.MayRevoke ? [new ShowCardAction("撤销委托…", [Reason(view, room)], [Act("撤销委托", DelegationVerbs.Revoke, view.Delegation)])] : null,
    };

    private static TextInput Reason(DelegationView view, Room room) => new("撤销原因")
    {
        Id = "revokeReason",
        Value = DraftForm.Refill(view.TypedReason, room.Typed),
        Placeholder = "可不填,如:提前返岗",
        IsMultiline = true,
        MaxLength = 1_000,
    };

    private static ExecuteAction Act(string title, string verb, string delegation) =>
        new(title, verb, new Dictionary<string, string>(StringComparer.Ordinal) { ["delegation"] = delegation });

    private static RichTextBlock Line(string label, string value) => new(new TextRun($"{label}:") { IsSubtle = true }, new TextRun(value)) { Spacing = "small" };

    private static string Short(string text) => PlainText.Clip(PlainText.Of(text), ShortText);
}
