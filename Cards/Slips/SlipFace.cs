namespace DisclosureBot.Cards.Slips;

/// <summary>What everybody sees of a slip: where it stands, what it is, its four boxes, what came after, and its trail.</summary>
/// <param name="Room">How much of the long texts there is room for.</param>
internal sealed record SlipFace(SlipView View, Room Room)
{
    public IReadOnlyList<Element> Elements =>
    [
        .. View.Notice is { } notice ? (IEnumerable<Element>)[notice.Tone.Banner(Clip(notice.Text))] : [],
        .. Head,
        .. View.Standing is { } standing ? (IEnumerable<Element>)[Tone.Waiting.Banner(Clip(standing))] : [],
        .. View.Warnings.Select(warning => Tone.Warning.Banner(Clip(warning))),
        .. View.Expediting.Select(notice => notice.Tone.Banner(Clip(notice.Text))),
        .. View.PendingPaper is { } paper ? (IEnumerable<Element>)[Tone.Waiting.Banner(Clip(paper))] : [],
        .. Final,
        .. After.Clocks,
        .. Facts,
        .. Proposal,
        Boxes,
        .. new ConsultationPart(View, Room).Elements,
        .. After.Elements,
        .. new TrailPart("办理过程", View.Trail, Room.TrailLines, Room.Text).Elements,
    ];

    private AfterPart After { get; } = new(View, Room);

    private IEnumerable<Element> Head =>
    [
        new TextBlock($"文件审批处理签 {View.Number} · 第{View.Draft}稿") { Size = "small", IsSubtle = true, Style = "heading" },
        new RichTextBlock(new TextRun(PlainText.Clip(View.Title, Room.Detail == Detail.Bare ? 60 : 200)) { Size = "medium", Weight = "bolder" }) { Spacing = "small" },
        new RichTextBlock(
        [
            .. View.Urgency is { } urgency ? (IEnumerable<TextRun>)[new TextRun($"【{urgency}】") { Color = "attention", Weight = "bolder" }] : [],
            new TextRun(View.Status) { Color = View.StatusTone.Color(), Weight = "bolder" },
        ]) { Spacing = "small" },
    ];

    private IEnumerable<Element> Final => View.FinalStatement is not { } final ? [] :
    [
        new Container(
        [
            new TextBlock("公开属性(最终)") { Size = "small" },
            new RichTextBlock(new TextRun(final) { Size = "large", Weight = "bolder", Strikethrough = View.ChangedStatement is null ? null : true }) { Spacing = "none" },
            .. View.ChangedStatement is { } changed
                ? (IEnumerable<Element>)[
                    new TextBlock("变更后") { Size = "small", Spacing = "small" },
                    new RichTextBlock(new TextRun(changed) { Size = "large", Weight = "bolder" }) { Spacing = "none" }]
                : [],
        ]) { Style = "good" },
    ];

    private IEnumerable<Element> Facts =>
    [
        Line("文种", string.Join(" · ", Kinds), "medium"),
        .. View.DocumentNumber is { } number ? (IEnumerable<Element>)[Line("发文字号", Clip(number, 60))] : [],
        .. View.MainRecipients is { } recipients ? (IEnumerable<Element>)[Line("主送", Clip(recipients, 200))] : [],
        Line("拟稿", $"{View.Drafter},{View.Section},{View.SubmittedOn}"),
        Line("签发人", View.Signer),
    ];

    private IEnumerable<string> Kinds =>
    [
        View.Genre,
        .. View.Normative ? (IEnumerable<string>)["规范性文件"] : [],
        .. View.ImportantPolicy ? (IEnumerable<string>)["重要政策"] : [],
        .. View.OnBehalf ? (IEnumerable<string>)["代起草"] : [],
        .. View.PreDecision ? (IEnumerable<string>)["征求意见"] : [],
    ];

    private IEnumerable<Element> Proposal =>
    [
        new RichTextBlock(Label("起草人拟定"), new TextRun(View.ProposedStatement) { Weight = "bolder", Size = "medium" }) { Spacing = "medium" },
        .. View.ProposedReason is { } reason && !IsSettled ? (IEnumerable<Element>)[Line("理由", Clip(reason))] : [],
        .. View.ProposedGround is { } ground && !IsSettled ? (IEnumerable<Element>)[Line("法定依据", ground)] : [],
    ];

    /// <summary>Once it is signed the proposal's reason is history, and the first to make room.</summary>
    private bool IsSettled => View.FinalStatement is not null && Room.Detail == Detail.Bare;

    private Container Boxes => new([.. View.Boxes.SelectMany(Box)]) { Style = "emphasis", Spacing = "medium" };

    private IEnumerable<Element> Box(BoxView box, int place) =>
    [
        new RichTextBlock(
        [
            new TextRun(box.Name) { Size = "small", Weight = "bolder" },
            .. box.SignedBy is { } by ? (IEnumerable<TextRun>)[new TextRun($" {by} {box.On}") { Size = "small", IsSubtle = true }] : [],
            .. box.Paper is { } paper ? (IEnumerable<TextRun>)[new TextRun($" {Clip(paper, 160)}") { Size = "small", Color = "accent" }] : [],
        ]) { Separator = place > 0 ? true : null, Spacing = place > 0 ? "small" : null },
        new RichTextBlock(new TextRun(string.IsNullOrWhiteSpace(box.Text) ? "—" : Clip(box.Text))) { Spacing = "none" },
        .. box.Why is { } why ? (IEnumerable<Element>)[new RichTextBlock(new TextRun($"理由:{Clip(why)}") { Size = "small", IsSubtle = true }) { Spacing = "none" }] : [],
    ];

    private static RichTextBlock Line(string label, string value, string spacing = "small") =>
        new(Label(label), new TextRun(value)) { Spacing = spacing };

    private static TextRun Label(string label) => new($"{label}:") { IsSubtle = true };

    private string Clip(string text, int most = int.MaxValue) => PlainText.Clip(text, Math.Min(most, Room.Text));
}
