using System.Text.Json;

namespace DisclosureBot.Cards.Briefing;

/// <summary>提醒方式: what each way means, and a button for every other one.</summary>
public static class RemindingCard
{
    public static AdaptiveCard Render(RemindingView view) => new()
    {
        FallbackText = $"提醒方式:现在是“{view.Present}”。",
        Body =
        [
            new RichTextBlock(new TextRun("提醒方式") { Size = "medium", Weight = "bolder" }),
            .. view.Notice is { } notice ? (IEnumerable<Element>)[notice.Tone.Banner(PlainText.Clip(notice.Text, 200))] : [],
            .. view.Choices.Select(Choice),
            new TextBlock("舆情和突发事件、演练、交接班、特急件、催办督办、当日到期和逾期的提醒,无论怎样选都随到随发。没有要说的,当天不发汇总。") { Size = "small", IsSubtle = true, Spacing = "medium" },
        ],
        Actions = [.. view.Choices.Where(choice => !choice.IsPresent).Select(choice => RemindingClick.Button($"改为{choice.Name}", choice.Word))],
    };

    private static RichTextBlock Choice(ReminderChoice choice) => new(
        new TextRun(choice.Name + (choice.IsPresent ? "(现在)" : "")) { Weight = "bolder", Color = choice.IsPresent ? "accent" : null },
        new TextRun(" " + choice.Meaning) { Size = "small" })
    { Spacing = "small" };
}

/// <summary>A tap on one of the ways to be reminded. Nothing in it is trusted.</summary>
public sealed record RemindingClick(string Mode)
{
    public const string Verb = "reminding.choose";

    /// <summary>Null where the verb is another or the payload is malformed; never throws, whatever the JSON.</summary>
    public static RemindingClick? Read(string verb, JsonElement data) =>
        string.Equals(verb, Verb, StringComparison.Ordinal) ? Payload.Read(data, payload => new RemindingClick(payload.Required("mode"))) : null;

    internal static ExecuteAction Button(string title, string mode) =>
        new(title, Verb, new Dictionary<string, string>(StringComparer.Ordinal) { ["mode"] = mode }) { AssociatedInputs = "none" };
}
