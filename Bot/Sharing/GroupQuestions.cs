using DisclosureBot.Bureau;
using DisclosureBot.Journal;
using DisclosureBot.Slips;

namespace DisclosureBot.Sharing;

/// <summary>Which of the things people write in a group are questions about cases, and what the journal knows of them.</summary>
public sealed class GroupQuestions(CaseJournal journal)
{
    /// <summary>More than these are not looked through.</summary>
    private const int MostLooked = 100;

    private static readonly string[] Finding = ["查询", "查找", "查看", "查", "找"];

    /// <summary>The cases that answer, wherever the asker's reach goes; the caller still asks who may see each.</summary>
    /// <returns>Null where it is no question.</returns>
    public async Task<IReadOnlyList<FoundCase>?> Found(Person asker, string said, CancellationToken stop) =>
        Array.Find(Finding, word => said.StartsWith(word, StringComparison.Ordinal)) is { } word && said[word.Length..].Trim(' ', ':', '\uFF1A') is { Length: > 0 } sought
            ? await journal.Find(new CaseQuery(sought), Desks.Reach(asker), MostLooked, stop)
            : null;
}
