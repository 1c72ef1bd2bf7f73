using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Opinions;

/// <summary>The first glance, by day or by night: how grave, what happened, who has it in hand, what is due when, and since when it is known.</summary>
internal sealed record OpinionHead(OpinionView View, Room Room)
{
    public IReadOnlyList<Element> Elements =>
    [
        .. View.Notice is { } notice ? (IEnumerable<Element>)[notice.Tone.Banner(Clip(notice.Text))] : [],
        new TextBlock($"政务舆情 {View.Number}{(View.DrillSpeed is { } speed ? $" · 演练,按{speed}倍速计时" : "")}") { Size = "small", IsSubtle = true, Style = "heading" },
        What,
        .. Hands,
        .. new OpinionClockPart(View.Clocks, Room).Elements,
        .. Times,
    ];

    private Container What => new(
    [
        new RichTextBlock(
        [
            new TextRun(View.Gravity) { Size = "large", Weight = "bolder", Color = View.GravityTone.Color() },
            .. View.Kind is { } kind && !View.IsEmergency ? (IEnumerable<TextRun>)[new TextRun(" · " + kind) { Weight = "bolder" }] : [],
        ]),
        new RichTextBlock(new TextRun(DrillMark.On(PlainText.Clip(View.Headline, Room.Detail == Detail.Bare ? 60 : 200), View.DrillSpeed is not null)) { Size = "medium", Weight = "bolder" }) { Spacing = "small" },
    ])
    { Style = View.GravityTone.Style(), Spacing = "small" };

    private IEnumerable<Element> Hands =>
    [
        new RichTextBlock(new TextRun(Clip(View.Status, 80)) { Color = View.StatusTone.Color(), Weight = "bolder" }) { Spacing = "small" },
        .. (View.IsOpen, View.Handler) switch
        {
            (_, { } handler) => [Line("经办", handler, "bolder")],
            (true, null) => [new RichTextBlock([new TextRun("经办:") { IsSubtle = true }, new TextRun("尚无人接手") { Weight = "bolder", Color = "attention" }, .. Escalation]) { Spacing = "small" }],
            _ => (IEnumerable<Element>)[],
        },
        .. View.FirstSpokesperson is { } head ? (IEnumerable<Element>)[Line("第一新闻发言人", head, "bolder")] : [],
    ];

    private IEnumerable<TextRun> Escalation => View.Escalation is { } next ? [new TextRun($"({next})") { Size = "small", IsSubtle = true }] : [];

    /// <summary>发生 and 获知 together: the clocks run from one or the other.</summary>
    private IEnumerable<Element> Times =>
    [
        .. View.OccurredOn is { } occurred ? (IEnumerable<Element>)[Line("发生", occurred)] : View.IsEmergency ? [Line("发生", "时间尚不清楚")] : [],
        Line("获知", View.LearntOn),
    ];

    private RichTextBlock Line(string label, string value, string? weight = null) =>
        new(new TextRun(label + ":") { IsSubtle = true }, new TextRun(Clip(value, 80)) { Weight = weight }) { Spacing = "small" };

    private string Clip(string text, int most = int.MaxValue) => PlainText.Clip(text, Math.Min(most, Room.Text));
}
