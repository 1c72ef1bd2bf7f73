namespace DisclosureBot.Cards.Slips;

/// <summary>How much of the long texts a card shows. Every step leaves out more; the first one fits all but the rarest slips, the last one even a flood of rare characters, which JSON writes six times as long.</summary>
/// <param name="Text">UTF-16 units of each box, reason or notice.</param>
/// <param name="Typed">Units of each text put back into an input; cut only where nothing else helps.</param>
/// <param name="TrailLines">The newest lines of the trail.</param>
internal sealed record Room(int Text, int Typed, int TrailLines)
{
    /// <summary>28 KB in UTF-16, with some air for what the channel wraps around the card.</summary>
    public const int MostUnits = 13_800;

    /// <summary>Twice what the rules allow at most.</summary>
    private const int MostTyped = 2_000;

    private static readonly Room[] Steps =
    [
        new(1_200, MostTyped, 20),
        new(600, MostTyped, 12),
        new(350, MostTyped, 6),
        new(180, MostTyped, 4),
        new(100, 900, 3),
        new(40, 80, 1),
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
