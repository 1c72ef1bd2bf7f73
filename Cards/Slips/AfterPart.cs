namespace DisclosureBot.Cards.Slips;

/// <summary>What comes after the signature, as everybody sees it: progress, 三同步, addresses, changes and files; and, apart, what is due.</summary>
/// <param name="Room">How much there is room for.</param>
internal sealed record AfterPart(SlipView View, Room Room)
{
    public IReadOnlyList<Element> Elements => Room.Detail == Detail.Bare
        ? [.. Progress, .. LeftOut, .. Changes, .. Files]
        : [.. Progress, .. Sync, .. Addresses, .. Changes, .. Files];

    private IEnumerable<Element> LeftOut => View.Sync is null && View.Addresses.Count == 0 ? [] :
        [new TextBlock("内容较多,三同步和公开地址此处从略,请看处理签PDF。") { Size = "small", IsSubtle = true, Spacing = "small" }];

    private IEnumerable<Element> Progress => View.Progress.Count == 0 ? [] :
    [
        Heading("办理进度"),
        .. Room.Detail == Detail.Full ? View.Progress.Select((step, place) => Step(step, place == 0)) : InOneParagraph(View.Progress),
    ];

    private IEnumerable<Element> InOneParagraph(IReadOnlyList<ProgressStep> steps)
    {
        var (done, open) = (steps.Where(step => step.State == StepState.Done).ToList(), steps.Where(step => step.State is StepState.Waiting or StepState.Halted));
        if (done.Count > 0)
            yield return new RichTextBlock(
                new TextRun("✓ ") { Size = "small", Color = "good" }, new TextRun(string.Join('、', done.Select(Worded))) { Size = "small" })
            { Spacing = "small" };
        foreach (var step in open)
            yield return Step(step, first: true);
        if (string.Join('、', steps.Where(step => step.State == StepState.Later).Select(step => Clip(step.Name, 20))) is { Length: > 0 } later)
            yield return new RichTextBlock(new TextRun("○ " + later) { Size = "small", IsSubtle = true }) { Spacing = "small" };
    }

    private string Worded(ProgressStep step) => Room.Detail < Detail.Bare && step.Text is { } text ? $"{Clip(step.Name, 20)}({Clip(text, 60)})" : Clip(step.Name, 20);

    private RichTextBlock Step(ProgressStep step, bool first) => new(
    [
        new TextRun($"{Mark(step.State)} {Clip(step.Name, 20)}") { Size = "small", Color = Colour(step.State), IsSubtle = step.State == StepState.Later ? true : null, Weight = step.State == StepState.Waiting ? "bolder" : null },
        .. step.Text is { } text ? (IEnumerable<TextRun>)[new TextRun(" " + Clip(text, 80)) { Size = "small", IsSubtle = step.State == StepState.Waiting ? null : true }] : [],
    ])
    { Spacing = first ? "small" : "none" };

    /// <summary>What is due stands near the top: it is what a reader looks for once a slip is signed.</summary>
    public IEnumerable<Element> Clocks => View.Clocks.Count == 0 ? [] :
    [
        Heading("期限"),
        .. View.Clocks.Select(Clock),
        .. Room.Detail <= Detail.Folded && View.Clocks.Any(clock => clock.Receipt.Count > 0)
            ? (IEnumerable<Element>)[new ActionSet([new ShowCardAction("期限怎么算的…", [.. View.Clocks.Where(clock => clock.Receipt.Count > 0).Select(Receipt)], [])]) { Spacing = "small" }]
            : [],
    ];

    private static RichTextBlock Clock(ClockView clock) => new(
    [
        new TextRun(PlainText.Clip(clock.Name, 20) + ":") { Size = "small" },
        new TextRun(PlainText.Clip(clock.Text, 60)) { Size = "small", Color = clock.Tone.Color(), Weight = clock.Tone is Tone.Warning or Tone.Bad ? "bolder" : null },
        .. clock.Marks.Select(mark => new TextRun($"【{PlainText.Clip(mark, 40)}】") { Size = "small", Color = "warning" }),
    ])
    { Spacing = "small" };

    private static RichTextBlock Receipt(ClockView clock) => new(
        new TextRun(PlainText.Clip(clock.Name, 20) + ":") { Size = "small", Weight = "bolder" },
        new TextRun(PlainText.Clip(string.Join(';', clock.Receipt), 400) + "。") { Size = "small", IsSubtle = true });

    private IEnumerable<Element> Sync => View.Sync is not { } sync ? [] :
    [
        new RichTextBlock(new TextRun("三同步 ") { Size = "small", Weight = "bolder" }, new TextRun(PlainText.Clip(sync.Standing, 40)) { Size = "small", Color = sync.Tone.Color() }) { Spacing = "medium" },
        .. Room.Detail == Detail.Full ? Table(sync) : sync.Rows.Select(InOneLine),
    ];

    private static IEnumerable<Element> Table(TripleSyncView sync) =>
    [
        Cells([Small("材料"), Small("起草"), Small("审批"), Small("发布")], "small"),
        .. sync.Rows.Select(row => Cells([Small(row.Artefact), Gate(row.Drafted), Gate(row.Approved), Gate(row.Released)], "none")),
    ];

    private static ColumnSet Cells(IEnumerable<TextRun> cells, string spacing) =>
        new([.. cells.Select(cell => new Column("1", [new RichTextBlock(cell)]))]) { Spacing = spacing };

    private static RichTextBlock InOneLine(SyncRow row) => new(Small(
        $"{row.Artefact}:起草{Words(row.Drafted)} 审批{Words(row.Approved)} 发布{Words(row.Released)}"))
    { Spacing = "none" };

    private static TextRun Gate(SyncGate gate) =>
        new(Words(gate)) { Size = "small", Color = Colour(gate.State), IsSubtle = gate.State == StepState.Later ? true : null };

    private static TextRun Small(string words) => new(words) { Size = "small", IsSubtle = true };

    private static string Words(SyncGate gate) => Mark(gate.State) + PlainText.Clip(gate.Text, 20);

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
                    new TextRun($"({Clip(change.Why, 200)})") { Size = "small", IsSubtle = true })
                { Spacing = "small" };
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
            var shown = Room.Detail == Detail.Bare ? 0 : Room.Lines;
            foreach (var line in files.Lines.Take(shown))
                yield return new RichTextBlock(new TextRun(Clip(line, 100)) { Size = "small" }) { Spacing = "none" };
            if (files.Lines.Count > shown)
                yield return new TextBlock($"{(shown == 0 ? "共" : "另有")}{files.Lines.Count - shown}个{(shown == 0 ? "" : "未显示")}") { Size = "small", IsSubtle = true, Spacing = "none" };
            if (files.Hint is { } hint && Room.Detail < Detail.Bare)
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
