using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Opinions;

/// <summary>舆情来源: every feed and vendor with how it stands; what does not work first.</summary>
public static class SourcesCard
{
    private const int Most = 20;
    private const string None = "还没有设置订阅源和推送来源,请联系管理员。各科室看到的,仍可写“舆情”上报。";

    public static AdaptiveCard Render(SourcesView view) => new()
    {
        FallbackText = view.Sources.Count == 0 ? None : $"舆情来源({view.Sources.Count}个)",
        Body =
        [
            new TextBlock($"舆情来源({view.Sources.Count}个)") { Size = "medium", Weight = "bolder", Style = "heading" },
            .. view.Sources.Count == 0 ? (IEnumerable<Element>)[new TextBlock(None)] : [],
            .. view.Sources.OrderBy(source => source.Tone is Tone.Good or Tone.Waiting).Take(Most).SelectMany(Lines),
            .. view.Sources.Count > Most ? (IEnumerable<Element>)[new TextBlock($"另有{view.Sources.Count - Most}个未显示。") { Size = "small", IsSubtle = true }] : [],
        ],
    };

    private static IEnumerable<Element> Lines(CollectedLine line) =>
    [
        new RichTextBlock(new TextRun(PlainText.Clip(line.Name, 60)) { Weight = "bolder" }, new TextRun($" {line.Kind}") { Size = "small", IsSubtle = true }) { Separator = true, Spacing = "medium" },
        new RichTextBlock(new TextRun(PlainText.Clip(line.State, 200)) { Color = line.Tone.Color() }) { Spacing = "none" },
        new RichTextBlock(new TextRun(line.Facts) { Size = "small", IsSubtle = true }) { Spacing = "none" },
    ];
}
