namespace DisclosureBot.Cards;

/// <summary>How much of the long texts a card shows. Every step leaves out more; the first one fits all but the rarest slips, the last one even a flood of rare characters, which JSON writes six times as long.</summary>
/// <param name="Text">UTF-16 units of each box, reason or notice.</param>
/// <param name="Typed">Units of each text put back into an input; cut only where nothing else helps.</param>
/// <param name="TrailLines">The newest lines of the trail.</param>
/// <param name="Lines">The newest files and changes.</param>
/// <param name="Detail">How much is told of what came after the signature.</param>
internal sealed record Room(int Text, int Typed, int TrailLines, int Lines, Detail Detail)
{
    /// <summary>28 KB in UTF-16, with some air for what the channel wraps around the card.</summary>
    public const int MostUnits = 13_800;

    /// <summary>Twice what the rules allow at most.</summary>
    private const int MostTyped = 2_000;

    private static readonly Room[] Steps =
    [
        new(1_200, MostTyped, 20, 10, Detail.Full),
        new(600, MostTyped, 12, 8, Detail.Full),
        new(350, MostTyped, 6, 6, Detail.Full),
        new(180, MostTyped, 4, 4, Detail.Folded),
        new(180, MostTyped, 3, 3, Detail.Brief),
        new(100, 900, 3, 3, Detail.Brief),
        new(80, 500, 1, 2, Detail.Brief),
        new(24, 40, 0, 1, Detail.Bare),
    ];

    /// <summary>The roomiest card that clients still take.</summary>
    public static AdaptiveCard Fit(Func<Room, AdaptiveCard> compose)
    {
        foreach (var room in Steps.AsSpan(0, Steps.Length - 1))
        {
            var card = compose(room);
            if (CardJson.Units(card) <= MostUnits)
                return card;
        }
        return compose(Steps[^1]);
    }
}

/// <summary>Every word of JSON costs more than the words it shows: what is told in fewer pieces needs less room.</summary>
internal enum Detail
{
    /// <summary>A line for each step, 三同步 as a table, the receipts of all clocks.</summary>
    Full,

    /// <summary>What is done in one paragraph, 三同步 in lines.</summary>
    Folded,

    /// <summary>The same, without receipts.</summary>
    Brief,

    /// <summary>Only where it stands and what is due; the rest is on the PDF.</summary>
    Bare,
}
