using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Opinions;

/// <summary>What is due: the nearest clock large and the others below it; and, apart, the proofs of what was met and how each was counted.</summary>
/// <param name="Clocks">What still runs first, the nearest due at the head.</param>
internal sealed record OpinionClockPart(IReadOnlyList<ClockLine> Clocks, Room Room)
{
    public IEnumerable<Element> Elements =>
    [
        .. Nearest is { } nearest ? (IEnumerable<Element>)[Large(nearest)] : [],
        .. Clocks.Where(clock => !ReferenceEquals(clock, Nearest)).Select(Small),
    ];

    /// <summary>Proofs and receipts: not for the first glance, so they stand further down.</summary>
    public IEnumerable<Element> Grounds => Buttons is { Count: > 0 } buttons ? [new ActionSet(buttons) { Spacing = "small" }] : [];

    private ClockLine? Nearest { get; } = Clocks.FirstOrDefault(clock => clock.IsRunning);

    private static Container Large(ClockLine clock) => new(
    [
        new RichTextBlock(new TextRun(PlainText.Clip(clock.Label, 40)) { Size = "small", Weight = "bolder" }),
        new RichTextBlock(
            new TextRun(PlainText.Clip(clock.State, 40)) { Size = "large", Weight = "bolder", Color = clock.Tone.Color() },
            new TextRun($" 应于{PlainText.Clip(clock.Due, 30)}前") { Size = "small" })
        { Spacing = "none" },
    ])
    { Style = clock.Tone.Style(), Spacing = "small" };

    private static RichTextBlock Small(ClockLine clock) => new(
    [
        new TextRun(PlainText.Clip(clock.Label, 40) + ":") { Size = "small" },
        new TextRun(PlainText.Clip(clock.State, 50)) { Size = "small", Color = clock.Tone.Color(), Weight = clock.IsRunning ? "bolder" : null },
        .. clock.IsRunning ? (IEnumerable<TextRun>)[new TextRun($" 应于{PlainText.Clip(clock.Due, 30)}前") { Size = "small", IsSubtle = true }] : [],
    ])
    { Spacing = "small" };

    private IReadOnlyList<CardAction> Buttons =>
    [
        .. Room.Detail == Detail.Bare ? [] : Clocks.Select(clock => OpenUrlAction.Of($"查看{PlainText.Clip(clock.Name, 12)}", clock.Proof?.Url)).OfType<CardAction>(),
        .. Room.Detail <= Detail.Folded && Clocks.Count > 0 ? (IEnumerable<CardAction>)[new ShowCardAction("时限怎么算的…", [.. Clocks.SelectMany(Receipt)], [])] : [],
    ];

    private static IEnumerable<Element> Receipt(ClockLine clock, int place) =>
    [
        new RichTextBlock(new TextRun(PlainText.Clip(clock.Name, 20)) { Size = "small", Weight = "bolder" }) { Separator = place > 0 ? true : null, Spacing = place > 0 ? "small" : null },
        .. clock.Receipt.Select(line => new RichTextBlock(new TextRun(PlainText.Clip(line, 100)) { Size = "small", IsSubtle = true }) { Spacing = "none" }),
        .. clock.Proof is { } proof ? (IEnumerable<Element>)[new RichTextBlock(new TextRun($"完成情况:{PlainText.Clip(proof.Text, 160)}") { Size = "small" }) { Spacing = "none" }] : [],
    ];
}
