namespace DisclosureBot.Journal.Searching;

/// <summary>
/// What a row's words must hold to be looked at: of each group, one alternative; of that alternative, every fragment.
/// An index may answer with more than fits, never with less: each row is then compared itself.
/// </summary>
public sealed record Fragments(IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Groups)
{
    /// <summary>Of something no alternative is left: no row can hold it.</summary>
    public bool IsNowhere => Groups.Any(group => group.Count == 0);

    /// <summary>Every word as it stands.</summary>
    public static Fragments Whole(IEnumerable<string> words) => new([.. words.Select(word => (IReadOnlyList<IReadOnlyList<string>>)[[word]])]);
}
