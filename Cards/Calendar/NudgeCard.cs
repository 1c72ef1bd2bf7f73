using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Calendar;

/// <summary>The yearly reminder to the administrators.</summary>
/// <param name="Year">The year asked for; null once it is in.</param>
/// <param name="Missing">What else is not known.</param>
public sealed record NudgeView(int? Year, IReadOnlyList<CoverageLine> Missing);

/// <summary>请录入下一年度节假日安排: what is missing, and a tap to the form.</summary>
public static class NudgeCard
{
    public static AdaptiveCard Render(NudgeView view) => view.Year is { } year ? Asking(year, view) : Done();

    private static AdaptiveCard Asking(int year, NudgeView view) => new()
    {
        FallbackText = $"请录入{year}年节假日安排:尚未录入,涉及的期限只能暂定。",
        Body =
        [
            Tone.Warning.Banner($"请录入{year}年节假日安排", weight: "bolder"),
            new TextBlock("国务院办公厅的通知一般在11月印发。录入并经第二个人确认之前,涉及该年度的期限只能暂定,提醒会提前。"),
            .. view.Missing.Select(line => new RichTextBlock(
                new TextRun(line.Label + " ") { Weight = "bolder" }, new TextRun(PlainText.Clip(line.Text, 200)) { Color = line.Tone.Color() }) { Spacing = "small" }),
        ],
        Actions = [SayClick.Button("节假日")],
    };

    private static AdaptiveCard Done() => new()
    {
        FallbackText = "节假日安排已录入,不再提醒。",
        Body = [Tone.Good.Banner("节假日安排已录入,不再提醒。")],
    };
}
