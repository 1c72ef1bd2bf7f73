namespace DisclosureBot.Cards.Slips;

/// <summary>What comes after the signature, as everybody sees it: progress, clocks, 三同步, addresses, changes and files.</summary>
/// <param name="Room">How much there is room for.</param>
internal sealed record AfterPart(SlipView View, Room Room)
{
    public IReadOnlyList<Element> Elements => [.. Progress, .. Clocks, .. Sync, .. Addresses, .. Changes, .. Files];

    private IEnumerable<Element> Progress => View.Progress.Count == 0 ? [] :
        [Heading("办理进度"), .. View.Progress.Select((step, place) => Step(step, place == 0))];

    private RichTextBlock Step(ProgressStep step, bool first) => new(
    [
        new TextRun($"{Mark(step.State)} {step.Name}") { Size = "small", Color = Colour(step.State), IsSubtle = step.State == StepState.Later ? true : null, Weight = step.State == StepState.Waiting ? "bolder" : null },
        .. step.Text is { } text ? (IEnumerable<TextRun>)[new TextRun(" " + Clip(text, 80)) { Size = "small", IsSubtle = step.State == StepState.Waiting ? null : true }] : [],
    ])
    { Spacing = first ? "small" : "none" };

    private IEnumerable<Element> Clocks => View.Clocks.Count == 0 ? [] :
    [
        Heading("期限"),
        .. View.Clocks.Select(Clock),
        .. Room.Explains && View.Clocks.Any(clock => clock.Receipt.Count > 0)
            ? (IEnumerable<Element>)[new ActionSet([new ShowCardAction("期限怎么算的…", [.. View.Clocks.Where(clock => clock.Receipt.Count > 0).Select(Receipt)], [])]) { Spacing = "small" }]
            : [],
    ];

    private static RichTextBlock Clock(ClockView clock) => new(
    [
        new TextRun(clock.Name + ":") { Size = "small" },
        new TextRun(clock.Text) { Size = "small", Color = clock.Tone.Color(), Weight = clock.Tone is Tone.Warning or Tone.Bad ? "bolder" : null },
        .. clock.Marks.Select(mark => new TextRun($"【{mark}】") { Size = "small", Color = "warning" }),
    ])
    { Spacing = "small" };

    private static RichTextBlock Receipt(ClockView clock) => new(
        new TextRun(clock.Name + ":") { Size = "small", Weight = "bolder" },
        new TextRun(PlainText.Clip(string.Join(';', clock.Receipt), 400) + "。") { Size = "small", IsSubtle = true });

    private IEnumerable<Element> Sync => View.Sync is not { } sync ? [] :
    [
        new RichTextBlock(new TextRun("三同步 ") { Size = "small", Weight = "bolder" }, new TextRun(sync.Standing) { Size = "small", Color = sync.Tone.Color() }) { Spacing = "medium" },
        .. Room.Explains ? Table(sync) : sync.Rows.Select(InOneLine),
    ];

    private static IEnumerable<Element> Table(TripleSyncView sync) =>
    [
        Cells([Small("材料", null), Small("起草", null), Small("审批", null), Small("发布", null)], "small"),
        .. sync.Rows.Select(row => Cells([Small(row.Artefact, null), Gate(row.Drafted), Gate(row.Approved), Gate(row.Released)], "none")),
    ];

    private static ColumnSet Cells(IEnumerable<TextRun> cells, string spacing) =>
        new([.. cells.Select(cell => new Column("1", [new RichTextBlock(cell)]))]) { Spacing = spacing };

    private static RichTextBlock InOneLine(SyncRow row) => new(
        Small(row.Artefact + ":", null), Small("起草", row.Drafted), Small(" 审批", row.Approved), Small(" 发布", row.Released)) { Spacing = "none" };

    private static TextRun Gate(SyncGate gate) => Small("", gate);

    private static TextRun Small(string words, SyncGate? gate) => gate is null
        ? new(words) { Size = "small", IsSubtle = true }
        : new($"{words}{Mark(gate.State)}{PlainText.Clip(gate.Text, 20)}") { Size = "small", Color = Colour(gate.State), IsSubtle = gate.State == StepState.Later ? true : null };

    private IEnumerable<Element> Addresses
    {
        get
        {
            foreach (var (address, place) in View.Addresses.Select((address, place) => (address, place)))
                yield return Address(address, place == 0);
            var open = View.Addresses.Select(address => OpenUrlAction.Of("打开" + address.Label, address.Url)).OfType<CardAction>().ToList();
            if (open.Count > 0)
                yield return new ActionSet(open) { Spacing = "small" };
        }
    }

    private RichTextBlock Address(AddressView address, bool first) => new(
    [
        new TextRun(address.Label + " ") { Size = "small", Weight = "bolder" },
        .. address.Where is { } where ? (IEnumerable<TextRun>)[new TextRun(Clip(where, 120) + " ") { Size = "small", IsSubtle = true }] : [],
        new TextRun(Clip(address.Url, 160) + " ") { Size = "small" },
        new TextRun(Clip(address.Check, 160)) { Size = "small", Color = address.Tone.Color() },
    ])
    { Spacing = first ? "medium" : "small" };

    private IEnumerable<Element> Changes
    {
        get
        {
            var left = Math.Max(0, View.Changes.Count - Room.Lines);
            if (View.Changes.Count > 0)
                yield return Heading("变更记录");
            if (left > 0)
                yield return new TextBlock($"更早的{left}条未显示") { Size = "small", IsSubtle = true, Spacing = "small" };
            foreach (var change in View.Changes.Skip(left))
            {
                yield return new RichTextBlock(
                    new TextRun(change.On + " ") { Size = "small", IsSubtle = true },
                    new TextRun($"{change.Who} {Clip(change.What, 120)}") { Size = "small" },
                    new TextRun($"({Clip(change.Why, 200)})") { Size = "small", IsSubtle = true }) { Spacing = "small" };
            }
        }
    }

    private IEnumerable<Element> Files
    {
        get
        {
            if (View.Files is not { } files)
                yield break;
            yield return Heading("文件");
            foreach (var line in files.Lines.Take(Room.Lines))
                yield return new RichTextBlock(new TextRun(Clip(line, 100)) { Size = "small" }) { Spacing = "none" };
            if (files.Lines.Count > Room.Lines)
                yield return new TextBlock($"另有{files.Lines.Count - Room.Lines}个未显示") { Size = "small", IsSubtle = true, Spacing = "none" };
            if (files.Hint is { } hint)
                yield return new RichTextBlock(new TextRun(Clip(hint, 160)) { Size = "small", IsSubtle = true }) { Spacing = "small" };
            CardAction?[] actions = [files.Count > 0 ? SlipButtons.Files($"文件({files.Count})", View.Slip) : null, OpenUrlAction.Of("处理签PDF", files.Paper)];
            if (actions.OfType<CardAction>().ToList() is { Count: > 0 } some)
                yield return new ActionSet(some) { Spacing = "small" };
        }
    }

    private static TextBlock Heading(string words) => new(words) { Size = "small", Weight = "bolder", Spacing = "medium" };

    private static string Mark(StepState state) => state switch
    {
        StepState.Done => "✓",
        StepState.Waiting => "●",
        StepState.Halted => "✗",
        _ => "○",
    };

    private static string? Colour(StepState state) => state switch
    {
        StepState.Done => "good",
        StepState.Waiting => "accent",
        StepState.Halted => "attention",
        _ => null,
    };

    private string Clip(string text, int most) => PlainText.Clip(text, Math.Min(most, Room.Text));
}
