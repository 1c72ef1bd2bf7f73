using System.Globalization;
using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Opinions;

/// <summary>演练评分: each step with its limit, the time it took and its points.</summary>
public static class DrillScoreCard
{
    public static AdaptiveCard Render(DrillScoreView view) => Room.Fit(room => Compose(view, room));

    public static string Summary(DrillScoreView view) =>
        PlainText.Clip(PlainText.Of(string.Create(CultureInfo.InvariantCulture, $"【演练】{view.Number} 评分{view.Total}分{(view.IsOver ? "" : "(进行中)")}:{PlainText.Clip(view.Headline, 60)}")), 120);

    private static AdaptiveCard Compose(DrillScoreView view, Room room) => new()
    {
        FallbackText = Summary(view),
        Body =
        [
            .. DrillMark.Banner(drill: true),
            new RichTextBlock(new TextRun($"演练评分 {view.Number} · {view.Speed}") { Size = "small", IsSubtle = true }),
            new RichTextBlock(new TextRun(PlainText.Clip(view.Headline, Math.Min(200, room.Text))) { Size = "medium", Weight = "bolder" }) { Spacing = "small" },
            new RichTextBlock(
                new TextRun(string.Create(CultureInfo.InvariantCulture, $"{view.Total}分")) { Size = "large", Weight = "bolder" },
                new TextRun(view.IsOver ? " 满分100分" : " 满分100分,演练还在进行,这是目前的得分") { IsSubtle = true }) { Spacing = "small" },
            .. view.Lines.Select((line, place) => Scored(line, place, room)),
            .. DraftForm.Hint("在时限内完成得满分,超时但不到时限的一倍得一半,再晚或未完成不得分。没有涉及的步骤不计,其余按比例折算成100分。"),
            .. DrillMark.Banner(drill: true),
        ],
        Actions = [SlipButtons.Show("打开演练", view.Case)],
    };

    private static Container Scored(DrillScoreLine line, int place, Room room) => new(
    [
        new ColumnSet(
        [
            new Column("stretch",
            [
                new RichTextBlock(new TextRun(line.Step) { Weight = "bolder" }),
                new RichTextBlock(new TextRun(PlainText.Clip(line.Text, Math.Max(60, Math.Min(160, room.Text)))) { Size = "small", Color = line.Tone.Color() }) { Spacing = "none" },
            ]),
            new Column("auto", [new RichTextBlock(new TextRun(string.Create(CultureInfo.InvariantCulture, $"{line.Points}/{line.Most}")) { Weight = "bolder", Color = line.Tone.Color() })]) { VerticalContentAlignment = "center" },
        ]),
    ])
    { Separator = place == 0 ? null : true, Spacing = place == 0 ? "medium" : "small" };
}
