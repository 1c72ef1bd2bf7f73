namespace DisclosureBot.Cards.Slips;

/// <summary>The inputs of drafting, on the drafting card and again when a slip is back for revision.</summary>
internal static class DraftForm
{
    private static readonly Choice[] NoYes = [new("no", "否"), new("yes", "是")];

    /// <summary>
    /// Only 是否涉密 is demanded by the client: who answers 是 must be able to submit without writing anything else.
    /// All the rest is checked by the rules, which answer in a sentence.
    /// </summary>
    public static IReadOnlyList<Element> Inputs(DraftChoices choices, DraftInput typed, string scope, int most) =>
    [
        new ChoiceInput("是否涉密", NoYes)
        {
            Id = Payload.Scoped("secret", scope),
            Style = "expanded",
            Value = typed.Secret,
            IsRequired = true,
            ErrorMessage = "请先确认是否涉密。涉密文件请走线下涉密渠道,勿在此填写。",
        },
        new TextInput("标题")
        {
            Id = "title",
            Value = Refill(typed.Title, most),
            Placeholder = "文件全称,不含任何涉密内容",
            IsMultiline = true,
            MaxLength = 200,
        },
        Pick("genre", "文种", choices.Genres, typed.Genre),
        new ToggleInput("规范性文件", "反复适用、涉及公众权利义务的,请勾选")
        {
            Id = "normative",
            Value = Tick(typed.Normative),
        },
        new ToggleInput("重要政策", "涉及面广、社会关注度高的,请勾选")
        {
            Id = "importantPolicy",
            Value = Tick(typed.ImportantPolicy),
            Spacing = "small",
        },
        new ToggleInput("代起草", "代上级机关起草、由其发布的,请勾选")
        {
            Id = "onBehalf",
            Value = Tick(typed.OnBehalf),
            Spacing = "small",
        },
        new ToggleInput("征求意见", "决策前向社会公开征求意见(决策预公开)的,请勾选")
        {
            Id = "preDecision",
            Value = Tick(typed.PreDecision),
            Spacing = "small",
        },
        Pick("urgency", "紧急程度", choices.Urgencies, typed.Urgency ?? First(choices.Urgencies)),
        new TextInput("主送")
        {
            Id = "mainRecipients",
            Value = Refill(typed.MainRecipients, most),
            Placeholder = "如:各县市商务局(可不填)",
            MaxLength = 500,
        },
        new ChoiceInput("公开属性", choices.Statements) { Id = Payload.Scoped("attribute", scope), Style = "expanded", Value = typed.Attribute },
        Reason("reason", typed.Reason, most),
        Ground("ground", choices.Grounds, typed.Ground),
        Pick("signer", "签发人", choices.Signers, typed.Signer ?? First(choices.Signers)),
        .. Hint(choices.SignerHint),
    ];

    public static IEnumerable<Element> Hint(string? hint) =>
        hint is null ? [] : [new RichTextBlock(new TextRun(hint) { IsSubtle = true, Size = "small" }) { Spacing = "small" }];

    public static TextInput Reason(string id, string? value, int most) => new("理由")
    {
        Id = id,
        Value = Refill(value, most),
        Placeholder = "公开发布的可不填",
        IsMultiline = true,
        MaxLength = 1_000,
    };

    public static ChoiceInput Ground(string id, IReadOnlyList<Choice> grounds, string? value) =>
        Pick(id, "法定依据", grounds, value) with { Placeholder = "此件不公开的必选" };

    public static ChoiceInput Pick(string id, string label, IReadOnlyList<Choice> choices, string? value) =>
        new(label, choices) { Id = id, Style = "compact", Value = value, Placeholder = "请选择" };

    public static string? Refill(string? typed, int most) => typed is null ? null : PlainText.Clip(PlainText.Typed(typed), most);

    public static string? First(IReadOnlyList<Choice> choices) => choices is [var first, ..] ? first.Value : null;

    public static string Tick(bool on) => on ? "true" : "false";
}
