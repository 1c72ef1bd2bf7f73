using DisclosureBot.Asking;
using DisclosureBot.Bureau;
using DisclosureBot.Cards.Asking;
using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Chat;
using DisclosureBot.Journal;
using DisclosureBot.Slips;

namespace DisclosureBot.Sharing;

/// <summary>What may be said to all readers of a group: sentences, and the cases they are about.</summary>
/// <param name="IsNear">The cases only resemble what was asked for.</param>
public sealed record GroupFound(IReadOnlyList<string> Sentences, IReadOnlyList<ListItem> Cases, int Count, bool IsNear);

/// <summary>Which of the things people write in a group are questions about cases, and what may be answered where these people read.</summary>
public sealed class GroupQuestions(CaseJournal journal, Sight sight, Answerer answerer, IEnumerable<ITopic> topics)
{
    /// <summary>More than these are not looked through.</summary>
    private const int MostLooked = 100;

    private static readonly string[] Finding = ["查询", "查找", "查看", "查", "找"];

    /// <summary>Words that do something, or that only whoever wrote them is answered: a group gets no answer to them.</summary>
    private static readonly string[] Personal = ["拟稿", "舆情", "值班", "演练", "节假日", "评审登记", "依申请目录", "核验"];

    private readonly IReadOnlyList<string> _personal = [.. Personal, .. topics.SelectMany(topic => topic.Help).Select(help => help.Word.Split(' ')[0])];

    /// <param name="readers">Everybody who reads the answer; with nobody, nothing is found.</param>
    /// <returns>Null where it is no question, whoever reads.</returns>
    public async Task<GroupFound?> Found(Person asker, IReadOnlyList<Person> readers, string said, CancellationToken stop)
    {
        if (Array.Find(Finding, word => said.StartsWith(word, StringComparison.Ordinal)) is { } word)
            return said[word.Length..].Trim(' ', ':', '\uFF1A') is { Length: > 0 } sought ? await Named(asker, readers, sought, stop) : null;
        if (said is "待办" or "我的" || _personal.Any(one => said.StartsWith(one, StringComparison.Ordinal))) return null;
        return await answerer.Answer(asker, readers, said, stop) is { } answered ? Of(answered) : null;
    }

    private async Task<GroupFound> Named(Person asker, IReadOnlyList<Person> readers, string sought, CancellationToken stop)
    {
        var found = await sight.Of(readers, await journal.Find(new CaseQuery(sought), Sight.Reach(asker), MostLooked, stop), one => one.Case.CaseId, stop);
        return new([], [.. found.Select(one => new ListItem(one.Case.CaseId, one.Case.Number, one.Case.Title, "", one.Case.Status, Tone.Neutral))], found.Count, IsNear: false);
    }

    private static GroupFound Of(Answered answered) => answered.View is var view && view.Items.Count > 0
        ? new(answered.IsNear ? [view.Title] : view.Sentences, view.Items, view.Items.Count + view.More, answered.IsNear)
        : new([], [], 0, IsNear: false);
}
