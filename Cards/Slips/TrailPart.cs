namespace DisclosureBot.Cards.Slips;

/// <summary>What happened to a case, the newest lines kept, as slips and public opinion items both show it.</summary>
/// <param name="Most">Lines that there is room for.</param>
/// <param name="Text">UTF-16 units of each text in them.</param>
internal sealed record TrailPart(string Heading, IReadOnlyList<TrailLine> Trail, int Most, int Text)
{
    public IEnumerable<Element> Elements
    {
        get
        {
            var left = Math.Max(0, Trail.Count - Most);
            if (Trail.Count > 0)
                yield return new TextBlock(Heading) { Size = "small", Weight = "bolder", Spacing = "medium" };
            if (left > 0)
                yield return new TextBlock($"更早的{left}条未显示") { Size = "small", IsSubtle = true, Spacing = "small" };
            foreach (var line in Trail.Skip(left))
                yield return Happened(line);
        }
    }

    private RichTextBlock Happened(TrailLine line) => new(
    [
        new TextRun(line.On + " ") { Size = "small", IsSubtle = true },
        .. line.Void ? (IEnumerable<TextRun>)[new TextRun("【已作废】") { Size = "small", Color = "attention" }] : [],
        new TextRun($"{line.Who} {Clip(line.What, 120)}") { Size = "small", Strikethrough = line.Void ? true : null },
        .. line.Why is { } why ? (IEnumerable<TextRun>)[new TextRun($"({Clip(why, 80)})") { Size = "small", IsSubtle = true }] : [],
    ])
    { Spacing = "small" };

    private string Clip(string text, int most) => PlainText.Clip(text, Math.Min(most, Text));
}
