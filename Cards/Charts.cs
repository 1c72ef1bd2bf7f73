namespace DisclosureBot.Cards;

/// <summary>
/// Lying bars, each made of parts. Teams draws them; a client that knows no charts shows the <paramref name="Fallback"/>
/// instead, never both. All its words are the card's own.
/// </summary>
public sealed record StackedBarChart(string Title, IReadOnlyList<ChartBar> Data, Element Fallback) : Element;

public sealed record ChartBar(string Title, IReadOnlyList<ChartPart> Data);

/// <param name="Color">One of <see cref="ChartColors"/>.</param>
public sealed record ChartPart(string Legend, int Value, string Color);

/// <summary>Names of colours that Teams adapts to light and dark itself.</summary>
public static class ChartColors
{
    public const string Attention = "attention", Warning = "warning", Good = "good", Neutral = "neutral";

    /// <summary>Says neither good nor bad.</summary>
    public const string Calm = "categoricalBlue";
}
