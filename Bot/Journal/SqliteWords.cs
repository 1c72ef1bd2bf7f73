using System.Text;
using DisclosureBot.Journal.Searching;

namespace DisclosureBot.Journal;

/// <summary>Says to FTS5 what the words of a row must hold, in the tokens of V6__search.sql: pairs, single characters, and trigrams of plain ASCII.</summary>
internal static class SqliteWords
{
    /// <summary>Stands around every character in the index; no folded text has it.</summary>
    private const char Apart = '\u001f';

    public static WordIndex Index { get; } = new(
        Newest: "SELECT rowid FROM case_words WHERE case_words MATCH @match ORDER BY rowid DESC LIMIT @bound",
        Spread: "SELECT COUNT(*), COALESCE(MIN(rowid), 0), COALESCE(MAX(rowid), 0) FROM (SELECT rowid FROM case_words WHERE case_words MATCH @match ORDER BY rowid DESC LIMIT @bound)",
        Row: "seq",
        // Beside the entry itself FTS5 keeps one row for each: cheap to look for.
        Lost: """
            SELECT c.id FROM cases c WHERE c.bureau = @bureauId AND c.words <> ''
              AND NOT EXISTS (SELECT 1 FROM case_words_docsize d WHERE d.id = c.seq)
            """,
        WordPieces.Of,
        Match);

    private static string Match(Fragments sought) =>
        string.Join(" AND ", sought.Groups.Select(group => $"({string.Join(" OR ", group.Select(all => $"({string.Join(" AND ", all.SelectMany(Tokens).Distinct(StringComparer.Ordinal).Select(Quoted))})"))})"));

    private static IEnumerable<string> Tokens(string fragment) => WordPieces.Of(fragment).Select(Token);

    private static string Token(string piece)
    {
        var letters = piece.EnumerateRunes().ToArray();
        return letters.Length switch
        {
            1 => $"{Apart}{letters[0]}{Apart}",
            2 => $"{letters[0]}{Apart}{letters[1]}",
            _ => piece,
        };
    }

    /// <summary>A string to FTS5, whatever it holds: nothing in it is an operator.</summary>
    private static string Quoted(string token) => new StringBuilder(token.Length + 2).Append('"').Append(token.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"').ToString();
}
