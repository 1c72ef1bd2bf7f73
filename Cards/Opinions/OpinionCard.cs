using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;

namespace DisclosureBot.Cards.Opinions;

/// <summary>The one card of a public opinion item, for whoever looks.</summary>
public static class OpinionCard
{
    public static AdaptiveCard Render(OpinionView view) => Room.Fit(room => new AdaptiveCard
    {
        FallbackText = Summary(view),
        Body = [new RichTextBlock(new TextRun(view.Headline)), new RichTextBlock(new TextRun(view.Status))],
        Actions = [.. view.Steps.Select(step => new StepPart(view.Case, step, room).Behind)],
    });

    /// <summary>The line of the notification: what is asked, without the card.</summary>
    public static string Summary(OpinionView view) => PlainText.Clip($"{(view.DrillSpeed is null ? "" : "【演练】")}{view.Gravity}:{view.Headline}({view.Status})", 120);

    /// <summary>What an older message of the same item becomes.</summary>
    public static AdaptiveCard Moved(string caseId, string number, string headline, bool drill) => new()
    {
        FallbackText = $"{(drill ? "【演练】" : "")}{number} 的最新卡片在另一条消息里。",
        Body = [new RichTextBlock(new TextRun(headline))],
        Actions = [SlipButtons.Show("打开最新", caseId)],
    };
}
