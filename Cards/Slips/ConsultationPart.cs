namespace DisclosureBot.Cards.Slips;

/// <summary>征求意见与会签: who was asked what, and what they said. Where there is little room only the open ones are named.</summary>
/// <param name="Room">How much there is room for.</param>
internal sealed record ConsultationPart(SlipView View, Room Room)
{
    private const int LongestName = 60;

    public IEnumerable<Element> Elements => Room.Detail switch
    {
        Detail.Full => [.. Lines, .. Copied],
        // The status says whom it waits for.
        Detail.Bare => [],
        _ => InOneLine,
    };

    private IEnumerable<Element> Lines
    {
        get
        {
            var shown = Shown;
            if (shown.Count > 0)
                yield return new TextBlock("征求意见与会签") { Size = "small", Weight = "bolder", Spacing = "medium" };
            if (View.Consultations.Count > shown.Count)
                yield return new TextBlock($"另有{View.Consultations.Count - shown.Count}项未显示") { Size = "small", IsSubtle = true, Spacing = "small" };
            foreach (var one in shown)
                yield return Line(one);
        }
    }

    private IEnumerable<Element> Copied => View.CopiedTo is not { } copied ? [] :
        [new RichTextBlock(new TextRun("抄送:") { Size = "small", IsSubtle = true }, new TextRun(Clip(copied, 200)) { Size = "small" }) { Spacing = View.Consultations.Count > 0 ? "small" : "medium" }];

    private IEnumerable<Element> InOneLine
    {
        get
        {
            if (View.Consultations.Count == 0) yield break;
            var open = View.Consultations.Where(one => one.Tone == Tone.Waiting).ToList();
            var names = string.Join('、', open.Select(one => one.Of));
            yield return new RichTextBlock(
                new TextRun("征求意见与会签 ") { Size = "small", Weight = "bolder" },
                new TextRun($"共{View.Consultations.Count}项,{open.Count}项未答复{(open.Count > 0 ? ":" + Clip(names, 120) : "")}") { Size = "small" });
        }
    }

    /// <summary>The open ones before the newest of the others, each in its place.</summary>
    private List<ConsultationView> Shown
    {
        get
        {
            var kept = View.Consultations.Select((one, place) => (one, place))
                .OrderByDescending(item => item.one.Tone == Tone.Waiting).ThenByDescending(item => item.place).Take(Room.Lines)
                .Select(item => item.place).ToHashSet();
            return [.. View.Consultations.Where((_, place) => kept.Contains(place))];
        }
    }

    private RichTextBlock Line(ConsultationView one) => new(
    [
        new TextRun($"{one.Kind} ") { Size = "small", Weight = "bolder" },
        new TextRun(Clip(one.Of, LongestName) + " ") { Size = "small" },
        .. one.Answer is { } answer ? (IEnumerable<TextRun>)[new TextRun($"“{Clip(answer, 300)}” ") { Size = "small" }] : [],
        new TextRun(Clip(one.State, 160)) { Size = "small", Color = one.Tone.Color() },
        new TextRun($"({Clip(one.By, LongestName)}{(one.Question is { } question ? ":" + Clip(question, 200) : "")})") { Size = "small", IsSubtle = true },
    ])
    { Spacing = "small" };

    private string Clip(string text, int most) => PlainText.Clip(text, Math.Min(most, Room.Text));
}
