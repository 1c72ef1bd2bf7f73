using DisclosureBot.Journal.Searching;

namespace DisclosureBot.Journal;

/// <summary>What people ask for: their inbox, what waits for them, what they drafted, and 查.</summary>
public sealed partial class CaseJournal
{
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

    /// <summary>查: cases whose text holds every word, the newest first; no word, every case.</summary>
    /// <param name="within">Only what the asker may see is found.</param>
    /// <remarks>More than 64 words, or one of more than 1000 characters, finds nothing: no listing says so much.</remarks>
    public async Task<IReadOnlyList<ListedCase>> Search(string words, Reach within, int most, CancellationToken stop)
    {
        var sought = SoughtWords.Of(words);
        return sought.IsHopeless ? [] : [.. (await FindExactly(new CaseQuery(words), within, sought.Words, most, stop)).Select(found => found.Case)];
    }
}
