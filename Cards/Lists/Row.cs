namespace DisclosureBot.Cards.Lists;

/// <summary>A line of a list that opens something when tapped.</summary>
internal static class Row
{
    public static Container Of(IReadOnlyList<Element> text, CardAction? tap, bool first) => new(
    [
        new ColumnSet(
        [
            new Column("stretch", text),
            .. tap is null ? (IEnumerable<Column>)[] :
                [new Column("auto", [new TextBlock("›") { Size = "large", IsSubtle = true, Wrap = false }]) { VerticalContentAlignment = "center" }],
        ]),
    ])
    {
        SelectAction = tap,
        Separator = first ? null : true,
        Spacing = first ? "medium" : "small",
    };
}
