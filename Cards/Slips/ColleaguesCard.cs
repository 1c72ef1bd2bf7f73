using DisclosureBot.Cards.Steps;

namespace DisclosureBot.Cards.Slips;

/// <summary>What one person may ask of colleagues on a slip now, and what was wrong with the last try.</summary>
/// <param name="Steps">Those of <see cref="StepVerbs.WithColleagues"/>; none where nothing of the kind can be done now.</param>
public sealed record ColleaguesView(string Slip, string Number, string Title, string Status, IReadOnlyList<StepForm> Steps, Notice? Notice = null);

/// <summary>征求同事意见, 请科室会签, 转办 and 抄送 on a card of their own: their lists of people would crowd the opinions off the slip's.</summary>
public static class ColleaguesCard
{
    public static AdaptiveCard Render(ColleaguesView view) => Room.Fit(room => Compose(view, room));

    private static AdaptiveCard Compose(ColleaguesView view, Room room)
    {
        var steps = StepList.Of(view.Slip, [.. view.Steps.Select(step => step with { IsMain = false })], room, [], []);
        return new()
        {
            FallbackText = PlainText.Clip(PlainText.Of($"{view.Number} 同事协办"), 120),
            Body =
            [
                .. view.Notice is { } notice ? (IEnumerable<Element>)[notice.Tone.Banner(PlainText.Clip(notice.Text, room.Text))] : [],
                new TextBlock($"文件审批处理签 {view.Number} · 同事协办") { Size = "small", IsSubtle = true, Style = "heading" },
                new RichTextBlock(new TextRun(PlainText.Clip(view.Title, 120)) { Size = "medium", Weight = "bolder" }) { Spacing = "small" },
                new RichTextBlock(new TextRun(PlainText.Clip(view.Status, 200)) { Size = "small", IsSubtle = true }) { Spacing = "small" },
                .. view.Steps.Count == 0 ? (IEnumerable<Element>)[new TextBlock("本件现在没有可以请同事协办的事项。") { Spacing = "medium" }] : [],
            ],
            Actions = [.. steps.Besides, SlipButtons.Show("返回", view.Slip)],
        };
    }
}
