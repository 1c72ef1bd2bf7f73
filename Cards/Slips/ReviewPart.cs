using DisclosureBot.Cards.Steps;

namespace DisclosureBot.Cards.Slips;

/// <summary>
/// What a reviewer writes and presses. Nothing at the top is demanded by the client, or it would stand in the way of
/// every button; the inputs inside an opened part have names of their own and do not touch the one-tap button.
/// </summary>
internal sealed record ReviewPart(string Slip, ReviewForm Form, int Most)
{
    private ReviewInput Typed { get; } = Form.Typed ?? new();

    public IReadOnlyList<Element> Inputs =>
    [
        new TextBlock($"请签署“{Form.Box}”") { Weight = "bolder", Separator = true, Spacing = "medium" },
        new RichTextBlock(new TextRun(PlainText.Clip(Form.Baseline, 200)) { IsSubtle = Form.Agreed is not null ? true : null }) { Spacing = "small" },
        .. Divergence,
        new TextInput("处理意见")
        {
            Id = "opinion",
            Value = DraftForm.Refill(Form.Typed is null ? Form.CustomaryOpinion : Typed.Opinion, Most),
            Placeholder = "可不填",
            IsMultiline = true,
            MaxLength = 500,
        },
        .. PolicyCheck,
        .. FormatChecks,
        .. SignerChoice,
        .. Form.Agreed is null ? OtherAttribute(demanded: false) : [],
    ];

    public IReadOnlyList<CardAction> Actions =>
    [
        .. Form.Agreed is { } agreed
            ? (IEnumerable<CardAction>)[SlipButtons.Agree(agreed, Slip, Form.Turn), new ShowCardAction("另定公开属性…", OtherAttribute(demanded: true), [Sign])]
            : [Sign],
        new ShowCardAction("退回…", ReturnInputs, [SlipButtons.Act("退回修改", SlipVerbs.Return, Slip, Form.Turn)]),
        .. Decline,
    ];

    private ExecuteAction Sign => SlipButtons.Act("签署", SlipVerbs.Sign, Slip, Form.Turn);

    private IEnumerable<Element> Divergence => Form.Agreed is not null ? [] :
        [Tone.Warning.Banner("前面各环节的意见不一致,不能一键同意。请在下方选定公开属性,再按“签署”。")];

    private IEnumerable<Element> PolicyCheck => Form.ImportantPolicy is not { } confirmed ? [] :
    [
        new ToggleInput("重要政策", "请核定是否属重要政策(属重要政策的须同步解读,报备解读方案后才能报出本科室)")
        {
            Id = "importantPolicy",
            Value = DraftForm.Tick(Typed.ImportantPolicy ?? confirmed),
        },
    ];

    private IEnumerable<Element> FormatChecks => !Form.ChecksFormat ? [] :
    [
        new ToggleInput("文种正确", "文种、格式核对(取消勾选即须退回修改)") { Id = "genreOk", Value = DraftForm.Tick(Typed.GenreOk) },
        new ToggleInput("格式规范", "版头、主体、版记") { Id = "formatOk", Value = DraftForm.Tick(Typed.FormatOk), Spacing = "small" },
    ];

    private IEnumerable<Element> SignerChoice => Form.Signers.Count == 0 ? [] :
    [
        DraftForm.Pick("signer", "签发人", Form.Signers, Typed.Signer ?? DraftForm.First(Form.Signers)),
        .. DraftForm.Hint(Form.SignerHint),
    ];

    private IReadOnlyList<Element> OtherAttribute(bool demanded) =>
    [
        new ChoiceInput("公开属性", Form.Others)
        {
            Id = Payload.Scoped("otherAttribute", StepButtons.Scope(Slip, Form.Turn)),
            Style = "expanded",
            Value = Form.Others.Any(other => string.Equals(other.Value, Typed.Attribute, StringComparison.Ordinal)) ? Typed.Attribute : null,
            IsRequired = demanded ? true : null,
            ErrorMessage = demanded ? "请选定公开属性。" : null,
        },
        DraftForm.Reason("reason", Typed.Reason, Most) with { Placeholder = "为什么另定,请写明" },
        DraftForm.Ground("ground", Form.Grounds, Typed.Ground) with { Placeholder = "公开程度降低的必选" },
    ];

    private IReadOnlyList<Element> ReturnInputs =>
    [
        Why("returnReason", "退回理由", Typed.ReturnReason, "请写明退回理由。"),
        new ChoiceInput("退回后", Form.ResumeAt)
        {
            Id = Payload.Scoped("resumeAt", StepButtons.Scope(Slip, Form.Turn)),
            Style = "expanded",
            Value = Typed.ResumeAt ?? DraftForm.First(Form.ResumeAt),
        },
    ];

    private IEnumerable<CardAction> Decline => !Form.MayDecline ? [] :
    [
        new ShowCardAction(
            "不予签发…",
            [Why("declineReason", "不予签发理由", Typed.DeclineReason, "请写明不予签发的理由。")],
            [SlipButtons.Act("不予签发", SlipVerbs.Decline, Slip, Form.Turn)]),
    ];

    private TextInput Why(string id, string label, string? value, string missing) => new(label)
    {
        Id = id,
        Value = DraftForm.Refill(value, Most),
        IsMultiline = true,
        MaxLength = 1_000,
        IsRequired = true,
        ErrorMessage = missing,
    };
}
