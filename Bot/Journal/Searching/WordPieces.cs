namespace DisclosureBot.Journal.Searching;

/// <summary>What the indexes of words know of a text: every single character, every pair of neighbours, and the trigrams of what is plain ASCII, whose pairs are all common.</summary>
internal static class WordPieces
{
    /// <summary>As few as say the most: of what is plain ASCII its trigrams, of the rest its pairs, of a single character itself.</summary>
    public static IEnumerable<string> Of(string fragment)
    {
        var letters = fragment.EnumerateRunes().ToArray();
        if (letters.Length == 1) yield return $"{letters[0]}";
        for (var i = 0; i + 1 < letters.Length; i++)
        {
            var inAscii = letters[i].IsAscii && letters[i + 1].IsAscii;
            if (i + 2 < letters.Length && inAscii && letters[i + 2].IsAscii) yield return $"{letters[i]}{letters[i + 1]}{letters[i + 2]}";
            else if (!inAscii || i == 0 || !letters[i - 1].IsAscii) yield return $"{letters[i]}{letters[i + 1]}";
        }
    }
}
