namespace DisclosureBot.Journal.Searching;

/// <summary>Whether a text holds something near to the words: a character wrong, missing, too many or two of them swapped.</summary>
/// <remarks>Digits are never taken for others: a number is that number or it is not. Nor are words of two characters, of which one would be left.</remarks>
internal static class Resemblance
{
    private const int ShortestWord = 3;

    /// <summary>A word this long is broken into pieces of which two may be spoilt; of a shorter one, each character.</summary>
    private const int LongWord = 10;
    private const int Pieces = 6;

    /// <summary>The least share of a word's pairs of neighbours that a text must hold, where it is not near letter by letter.</summary>
    private const double LeastShare = 0.6;

    /// <summary>What a text must hold to be near: of each word what an error somewhere in it would leave; null where there is no word that may be misspelt.</summary>
    public static Fragments? Sought(IReadOnlyList<string> words)
    {
        var groups = words.Select(Alternatives).ToList();
        return groups.TrueForAll(group => group.Count == 1) ? null : new(groups);
    }

    /// <returns>1 where every word stands in the text, less the more is amiss; 0 where it is not near.</returns>
    public static double Of(IReadOnlyList<string> words, string text)
    {
        var sum = 0.0;
        foreach (var word in words)
        {
            var nearness = Of(word, text);
            if (nearness == 0) return 0;
            sum += nearness;
        }
        return sum / words.Count;
    }

    private static double Of(string word, string text)
    {
        if (text.Contains(word, StringComparison.Ordinal)) return 1;
        if (word.Length < ShortestWord || !HoldsNumbers(word, text)) return 0;
        var errors = Misspelling.Errors(word, text);
        if (errors <= Math.Max(1, word.Length / 4)) return 1 - ((double)errors / word.Length);
        var share = Share(word, text);
        // Below any that differs by a letter or two.
        return word.Length > ShortestWord && share >= LeastShare ? share / 2 : 0;
    }

    private static double Share(string word, string text)
    {
        var held = Enumerable.Range(0, word.Length - 1).Count(at => text.AsSpan().Contains(word.AsSpan(at, 2), StringComparison.Ordinal));
        return (double)held / (word.Length - 1);
    }

    private static bool HoldsNumbers(string word, string text)
    {
        var held = Numbers(text).ToHashSet(StringComparer.Ordinal);
        return Numbers(word).All(held.Contains);
    }

    private static IEnumerable<string> Numbers(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var begin = i;
            while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
            if (i > begin) yield return text[begin..i];
        }
    }

    private static IReadOnlyList<IReadOnlyList<string>> Alternatives(string word)
    {
        if (word.Length < ShortestWord || word.Any(char.IsSurrogate)) return [[word]];
        var spoilt = word.Length < LongWord ? SpoiltLetters(word) : SpoiltPieces(word);
        return [.. spoilt.Where(left => left.Count > 0), [word]];
    }

    private static IEnumerable<IReadOnlyList<string>> SpoiltLetters(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (char.IsAsciiDigit(word[i])) continue;
            yield return Parts(word[..i], word[(i + 1)..]);
            if (i + 1 < word.Length && !char.IsAsciiDigit(word[i + 1]))
                yield return Parts(word[..i], word[i..(i + 1)], word[(i + 1)..(i + 2)], word[(i + 2)..]);
        }
    }

    private static IEnumerable<IReadOnlyList<string>> SpoiltPieces(string word)
    {
        var pieces = word.Chunk((word.Length + Pieces - 1) / Pieces).Select(piece => new string(piece)).ToArray();
        for (var a = 0; a < pieces.Length; a++)
        {
            for (var b = a; b < pieces.Length; b++)
            {
                if (!pieces[a].Any(char.IsAsciiDigit) && !pieces[b].Any(char.IsAsciiDigit))
                    yield return [.. pieces.Where((_, at) => at != a && at != b)];
            }
        }
    }

    private static IReadOnlyList<string> Parts(params string[] parts) => [.. parts.Where(part => part.Length > 0)];
}
