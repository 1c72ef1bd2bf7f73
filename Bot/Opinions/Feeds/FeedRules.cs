using System.Text;

namespace DisclosureBot.Opinions.Feeds;

/// <summary>Which entries of a feed are taken in: any keyword rule holds, and no exception does.</summary>
/// <param name="Keywords">Each rule's words must all occur; folded.</param>
/// <param name="Except">The same for what is left out.</param>
public sealed record FeedRules(IReadOnlyList<IReadOnlyList<string>> Keywords, IReadOnlyList<IReadOnlyList<string>> Except)
{
    /// <summary>How far full-width forms lie from their half-width twins.</summary>
    private const int Widening = '\uFF01' - '!';

    /// <param name="written">Such as <c>商务局</c> or <c>楚雄+促销</c>.</param>
    /// <returns>Null where a rule or a part of one is empty.</returns>
    public static IReadOnlyList<IReadOnlyList<string>>? Parse(IReadOnlyList<string?> written)
    {
        string[][] rules = [.. written.Select(rule => Fold(rule ?? "").Split('+', StringSplitOptions.TrimEntries))];
        return rules.All(words => words.All(word => word.Length > 0)) ? rules : null;
    }

    public bool Take(string title, string text)
    {
        var folded = Fold($"{title} {text}");
        return Keywords.Any(Holds) && !Except.Any(Holds);

        bool Holds(IReadOnlyList<string> words) => words.All(word => folded.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Letters of either width and case become one, so that ABC and abc are the same word. Normalisation would do it, but has no tables where globalization is invariant.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in Wording.Clean(text) ?? "")
            folded.Append(char.ToUpperInvariant(letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - Widening) : letter));
        return folded.ToString();
    }
}
