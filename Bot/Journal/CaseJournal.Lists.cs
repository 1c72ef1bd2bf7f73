using Dapper;

namespace DisclosureBot.Journal;

/// <summary>What people ask for: their inbox, what waits for them, what they drafted, and 查.</summary>
public sealed partial class CaseJournal
{
    private const int MostWords = 64;
    private const int LongestWord = 1000;

    private const string SlotsOfPerson = """
        FROM slots s JOIN cases c ON c.bureau = s.bureau AND c.id = s.case_id
        WHERE s.bureau = @bureauId AND s.person = @person
        """;

    /// <summary>What they must act on first, then the newest.</summary>
    public async Task<IReadOnlyList<InboxCase>> Inbox(string person, int most, CancellationToken stop) => await All(
        $"SELECT {Rows.InboxColumns} {SlotsOfPerson} ORDER BY s.must_act DESC, c.updated_at DESC, c.id DESC LIMIT @most",
        new { bureauId, person, most }, Rows.Inbox, stop);

    /// <summary>待办: only what they must act on, the oldest first.</summary>
    public async Task<IReadOnlyList<InboxCase>> Waiting(string person, CancellationToken stop) => await All(
        $"SELECT {Rows.InboxColumns} {SlotsOfPerson} AND s.must_act = 1 ORDER BY c.updated_at, c.id",
        new { bureauId, person }, Rows.Inbox, stop);

    /// <summary>我的: what they drafted, the newest first.</summary>
    public async Task<IReadOnlyList<ListedCase>> OwnedBy(string person, int most, CancellationToken stop) => await All(
        $"SELECT {Rows.ListedColumns} FROM cases c WHERE c.bureau = @bureauId AND c.owner = @person ORDER BY c.updated_at DESC, c.id DESC LIMIT @most",
        new { bureauId, person, most }, Rows.Listed, stop);

    /// <summary>查: cases whose text holds every word, in any letter case, the newest first; no word, every case.</summary>
    /// <param name="within">Only what the asker may see is found.</param>
    /// <remarks>More than 64 words, or one of more than 1000 characters, finds nothing: no listing says so much.</remarks>
    public async Task<IReadOnlyList<ListedCase>> Search(string words, Reach within, int most, CancellationToken stop)
    {
        var sought = Fold(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToArray();
        if (sought.Length > MostWords || sought.Any(word => word.Length > LongestWord))
            return [];

        var values = new DynamicParameters(new { bureauId, most, within.Person, within.Section });
        for (var i = 0; i < sought.Length; i++)
            values.Add($"word{i}", $"%{Plain(sought[i])}%");
        var each = string.Concat(sought.Select((_, i) => $@" AND c.words LIKE @word{i} ESCAPE '\'"));
        const string reached = """
             AND (c.owner = @Person OR c.section = @Section
               OR EXISTS (SELECT 1 FROM slots s WHERE s.bureau = c.bureau AND s.case_id = c.id AND s.person = @Person))
            """;
        return await All(
            $"SELECT {Rows.ListedColumns} FROM cases c WHERE c.bureau = @bureauId{each}{(within.Everything ? "" : reached)} ORDER BY c.updated_at DESC, c.id DESC LIMIT @most",
            values, Rows.Listed, stop);
    }

    /// <summary>Folded here, not in the database: SQLite knows no letters beyond ASCII, and text ends at a NUL.</summary>
    private static string Fold(string text) => text.Replace('\0', ' ').ToLowerInvariant();

    private static string Plain(string word) => word
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal);
}
