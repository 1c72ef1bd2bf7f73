namespace DisclosureBot.Journal.Searching;

/// <summary>Counts the errors between a word and the place of a text that is nearest to it.</summary>
internal static class Misspelling
{
    /// <returns>How many characters must be replaced, added, left out or swapped with their neighbour.</returns>
    public static int Errors(string word, string text)
    {
        // Row i: the fewest errors of the word's first i letters, ending at each place of the text; it may begin anywhere.
        var before = new int[text.Length + 1];
        var last = new int[text.Length + 1];
        var now = new int[text.Length + 1];
        for (var i = 1; i <= word.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= text.Length; j++)
            {
                var errors = Math.Min(last[j - 1] + (word[i - 1] == text[j - 1] ? 0 : 1), Math.Min(last[j], now[j - 1]) + 1);
                if (i > 1 && j > 1 && word[i - 1] == text[j - 2] && word[i - 2] == text[j - 1]) errors = Math.Min(errors, before[j - 2] + 1);
                now[j] = errors;
            }
            (before, last, now) = (last, now, before);
        }
        return last.Min();
    }
}
