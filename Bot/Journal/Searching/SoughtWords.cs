namespace DisclosureBot.Journal.Searching;

/// <summary>The words of a question, folded as listings are.</summary>
/// <param name="IsHopeless">Something was asked that no listing can hold: too much, or nothing but signs that listings leave out.</param>
internal sealed record SoughtWords(IReadOnlyList<string> Words, bool IsHopeless)
{
    private const int MostWords = 64;
    private const int LongestWord = 1000;

    public static SoughtWords Of(string typed)
    {
        // Longer than any sentence: not worth its folding.
        if (typed.Length > MostWords * LongestWord * 2) return new([], IsHopeless: true);
        var words = Folded.Asked(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToArray();
        var isHopeless = words.Length > MostWords || words.Any(word => word.Length > LongestWord) || (words.Length == 0 && !string.IsNullOrWhiteSpace(typed));
        return new(words, isHopeless);
    }
}
