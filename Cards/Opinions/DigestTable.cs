using System.Globalization;

namespace DisclosureBot.Cards.Opinions;

/// <summary>Levels by state, as a chart for clients that draw one and as a table for all others.</summary>
internal static class DigestTable
{
    private static readonly (string Name, string Color, Func<DigestLevel, int> Of)[] States =
    [
        ("未接手", ChartColors.Attention, level => level.Untaken),
        ("处置中", ChartColors.Warning, level => level.InHand),
        ("已回应", ChartColors.Good, level => level.Answered),
        ("办结转出", ChartColors.Neutral, level => level.Ended),
    ];

    public static StackedBarChart Chart(IReadOnlyList<DigestLevel> levels) => new("各级别舆情的办理状态", [.. levels.Select(Bar)], Table(levels)) { Spacing = "medium" };

    /// <summary>未接手1条 · 处置中2条: the same in words, for those who see or hear no chart.</summary>
    public static string InWords(IReadOnlyList<DigestLevel> levels) =>
        string.Join(" · ", States.Select(state => $"{state.Name}{levels.Sum(state.Of)}条"));

    private static ChartBar Bar(DigestLevel level) =>
        new(level.Name, [.. States.Where(state => state.Of(level) > 0).Select(state => new ChartPart(state.Name, state.Of(level), state.Color))]);

    private static Container Table(IReadOnlyList<DigestLevel> levels) => new(
    [
        Line(["级别", .. States.Select(state => state.Name)], heading: true),
        .. levels.Select(level => Line([level.Name, .. States.Select(state => Number(state.Of(level)))], heading: false)),
    ]);

    private static ColumnSet Line(IReadOnlyList<string> cells, bool heading) => new(
    [
        .. cells.Select((text, place) => new Column(place == 0 ? "2" : "1",
            [new TextBlock(text) { Size = "small", Weight = heading ? "bolder" : null, HorizontalAlignment = place == 0 ? null : "center" }])),
    ])
    { Spacing = "small" };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
