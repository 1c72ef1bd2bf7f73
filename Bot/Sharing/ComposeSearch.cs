using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Sharing;
using DisclosureBot.Channel;
using DisclosureBot.Chat;
using DisclosureBot.Journal;
using DisclosureBot.Slips;

namespace DisclosureBot.Sharing;

/// <summary>The search from the compose box and the unfolding of desk links: the list shows whoever asks what they may see, and what they insert holds only what anybody may.</summary>
public sealed class ComposeSearch(CaseJournal journal, Sight sight, SharedViews views, DeskLinks links)
{
    /// <summary>Characters; a title is shorter.</summary>
    private const int LongestText = 100;

    /// <summary>More are not looked through: who finds too much writes more.</summary>
    private const int MostLooked = 200;

    public async Task<ComposeAnswer> Search(Person person, Turn.Sought sought, CancellationToken stop)
    {
        if (sought.Text.Length > LongestText) return new ComposeAnswer.Note($"最多写{LongestText}字,请只写标题中的几个字,或编号,如 2026-0007。");
        var found = sought.Text.Length == 0 ? await Recent(person, stop) : await Find(person, sought.Text, stop);
        var seen = await sight.Of(person, found, one => one.CaseId, stop);
        var page = await Results([.. seen.Skip(sought.Skip).Take(sought.Count)], stop);
        return page.Count > 0 || sought.Skip > 0
            ? new ComposeAnswer.Results(page)
            : new ComposeAnswer.Note(sought.Text.Length == 0 ? "您还没有经手的处理签或舆情。写标题中的几个字,或编号,如 2026-0007。" : "没有找到您可以查看的处理签或舆情。请换一个词,或写编号,如 2026-0007。");
    }

    /// <summary>A link of another house, one that leads nowhere, and one to what this person may not see: all the same, nothing.</summary>
    public async Task<ComposeAnswer> Unfold(Person person, string url, CancellationToken stop)
    {
        var found = links.Read(url) is { } id && await journal.Load(id, stop) is { } stored && sight.Of(person, stored) && views.Of(stored) is { } view
            ? [new ComposeResult($"{view.Kind} {view.Number}", "", SharedCard.Render(view))]
            : Array.Empty<ComposeResult>();
        return new ComposeAnswer.Results(found);
    }

    /// <summary>What waits for them first, then what they last had to do with.</summary>
    private async Task<IReadOnlyList<Line>> Recent(Person person, CancellationToken stop) =>
        [.. (await journal.Inbox(person.Id, MostLooked, stop)).Select(one => new Line(one.CaseId, one.Number, one.Title, one.Status))];

    private async Task<IReadOnlyList<Line>> Find(Person person, string words, CancellationToken stop) =>
        [.. (await journal.Find(new CaseQuery(words), Sight.Reach(person), MostLooked, stop)).Select(one => new Line(one.Case.CaseId, one.Case.Number, one.Case.Title, one.Case.Status))];

    private async Task<IReadOnlyList<ComposeResult>> Results(IReadOnlyList<Line> page, CancellationToken stop)
    {
        var stored = (await journal.Load([.. page.Select(line => line.CaseId)], stop)).ToDictionary(one => one.Id, StringComparer.Ordinal);
        return [.. page.Where(line => stored.ContainsKey(line.CaseId)).Select(line => Result(line, views.Of(stored[line.CaseId]))).OfType<ComposeResult>()];
    }

    private static ComposeResult? Result(Line line, SharedView? view) => view is null
        ? null
        : new(PlainText.Clip(PlainText.Of(line.Title), 120), PlainText.Clip(PlainText.Of($"{line.Number} · {line.Status}"), 160), SharedCard.Render(view));

    private sealed record Line(string CaseId, string Number, string Title, string Status);
}
