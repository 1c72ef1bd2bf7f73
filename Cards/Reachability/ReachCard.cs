using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Reachability;

/// <summary>送达情况 and 送达提醒: by state, with what to do; one card however large the bureau.</summary>
public static class ReachCard
{
    /// <summary>More people would not fit a card; the rest is counted.</summary>
    public const int MostPeople = 20;

    /// <summary>So that those in doubt are named beside many out of reach.</summary>
    private const int LeastOfGroup = 2;

    private const int LongestName = 40;

    public static AdaptiveCard Render(ReachView view) => new()
    {
        FallbackText = PlainText.Clip(PlainText.Of(view.Summary is null ? view.Title : $"{view.Title}:{view.Summary}"), 120),
        Body =
        [
            new RichTextBlock(new TextRun(PlainText.Clip(view.Title, 80)) { Size = "medium", Weight = "bolder" }),
            .. view.Summary is { } summary ? (IEnumerable<Element>)[view.Tone.Banner(summary)] : [],
            .. Groups(view),
            .. Small(view.Rest),
            .. Small(view.Note),
        ],
        Actions = view.OffersPresent ? [SayClick.Button("送达")] : null,
    };

    /// <summary>What an older reminder becomes.</summary>
    public static AdaptiveCard Moved() => new()
    {
        FallbackText = "新的送达提醒在另一条消息里;写“送达”看现在的情况。",
        Body = [new TextBlock("新的送达提醒在另一条消息里;写“送达”看现在的情况。") { Size = "small", IsSubtle = true }],
        Actions = [SayClick.Button("送达")],
    };

    private static IEnumerable<Element> Groups(ReachView view)
    {
        var left = MostPeople;
        for (var i = 0; i < view.Groups.Count; i++)
        {
            var group = view.Groups[i];
            var shown = Math.Min(group.People.Count, Math.Max(LeastOfGroup, left - (LeastOfGroup * (view.Groups.Count - i - 1))));
            left -= shown;
            yield return Group(group, shown);
        }
    }

    private static Container Group(ReachGroup group, int shown) => new(
    [
        new RichTextBlock(
            new TextRun($"{group.State} ") { Weight = "bolder", Color = group.Tone.Color() },
            new TextRun($"{group.People.Count}人") { Weight = "bolder" }),
        .. Small(group.Advice),
        .. group.People.Take(shown).Where(line => line.Waiting is not null).Select(Line),
        // Before anybody has written, that is the whole bureau: names, not a list of lines all alike.
        .. Small(string.Join('、', group.People.Take(shown).Where(line => line.Waiting is null).Select(line => PlainText.Clip(line.Name, LongestName)))),
        .. Small(group.People.Count > shown ? $"还有{group.People.Count - shown}人,写“送达 姓名”查看。" : null),
    ])
    { Separator = true, Spacing = "medium" };

    private static RichTextBlock Line(ReachLine line) => new(
        new TextRun(PlainText.Clip(line.Name, LongestName)) { Weight = "bolder" },
        new TextRun($" {PlainText.Clip(line.Section, LongestName)}{(line.Waiting is { } waiting ? ":" + waiting : "")}") { Size = "small" })
    { Spacing = "small" };

    private static IEnumerable<Element> Small(string? text) =>
        text is null or "" ? [] : [new RichTextBlock(new TextRun(text) { Size = "small", IsSubtle = true }) { Spacing = "small" }];
}
