namespace DisclosureBot.Cards.Slips;

/// <summary>How much of the long texts a card shows. Every step leaves out more; the first one fits all but the rarest slips, the last one even a flood of rare characters, which JSON writes six times as long.</summary>
/// <param name="Text">UTF-16 units of each box, reason or notice.</param>
/// <param name="Typed">Units of each text put back into an input; cut only where nothing else helps.</param>
/// <param name="TrailLines">The newest lines of the trail.</param>
/// <param name="Lines">The newest files and changes.</param>
/// <param name="Explains">Whether clocks bring their receipt, and 三同步 its table.</param>
internal sealed record Room(int Text, int Typed, int TrailLines, int Lines, bool Explains)
{
    /// <summary>28 KB in UTF-16, with some air for what the channel wraps around the card.</summary>
    public const int MostUnits = 13_800;

    /// <summary>Twice what the rules allow at most.</summary>
    private const int MostTyped = 2_000;

    private static readonly Room[] Steps =
    [
        new(1_200, MostTyped, 20, 10, true),
        new(600, MostTyped, 12, 8, true),
        new(350, MostTyped, 6, 6, true),
        new(180, MostTyped, 4, 4, false),
        new(100, 900, 3, 3, false),
        new(40, 80, 1, 1, false),
    ];

    /// <summary>The roomiest card that clients still take.</summary>
    public static AdaptiveCard Fit(Func<Room, AdaptiveCard> compose)
    {
        foreach (var room in Steps.AsSpan(0, Steps.Length - 1))
        {
            var card = compose(room);
            if (CardJson.Write(card).Length <= MostUnits)
                return card;
        }
        return compose(Steps[^1]);
    }
}
