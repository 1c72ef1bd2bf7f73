using DisclosureBot.Bureau;
using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Channel;
using DisclosureBot.Chat;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Slips.Deadlines;

namespace DisclosureBot.Slips.Expediting;

/// <summary>催办 and words of one's own slip, said in chat: urged at once where exactly one is meant, otherwise a list to open.</summary>
public sealed class UrgeWords(
    Workflow workflow, SlipCase slips, SlipRules rules, CaseJournal journal, Sight sight, Roster roster, SlipClocks clocks, TimeProvider clock) : ITopic
{
    private const string Word = "催办";

    /// <summary>Many times what one section has open.</summary>
    private const int MostLooked = 200;

    private readonly ExpediteRules _rules = new(roster, clocks);

    public IReadOnlyList<HelpItem> Help => [new("催办 通知", "催办本人起草或本科室的文件:提醒正在等的人,每人每4个工作小时至多一次", false)];

    public async Task<Answer?> Said(Person person, string said, Turn turn, CancellationToken stop)
    {
        if (!said.StartsWith(Word, StringComparison.Ordinal)) return null;
        var words = said[Word.Length..].Trim(' ', ':', '\uFF1A');
        var found = await Own(person, words, stop);
        // What merely resembles the words is shown, never acted on.
        return words.Length > 0 && found is [{ IsExact: true } meant] ? await Urge(person, meant.Case.CaseId, stop) : await List(person, words, found, stop);
    }

    private async Task<Answer> Urge(Person person, string id, CancellationToken stop)
    {
        var at = clock.BureauNow();
        var outcome = await workflow.Run(slips, id, slip => rules.Decide(slip, new ExpediteCommand.Urge(), person, at), null, stop);
        if (outcome.Refusal is { } refusal) return Say(refusal.Text);
        var slip = outcome.State!;
        var done = SlipStatus.LastDone(slip, person.ActedBy ?? person);
        return Say($"已办理:{done}。《{slip.Content.Title}》({slip.Number})现在:{rules.Status(slip)}。");
    }

    /// <summary>Open slips that this person drafted, or that their section did where they head it.</summary>
    private async Task<IReadOnlyList<FoundCase>> Own(Person person, string words, CancellationToken stop)
    {
        var query = new CaseQuery(words) { Kind = SlipCase.Kind, Open = true };
        var found = await journal.Find(query with { Owner = person.Id }, Desks.Reach(person), MostLooked, stop);
        if (person.Is(Role.SectionHead))
        {
            var section = await journal.Find(query with { Section = person.Section.Id }, Desks.Reach(person), MostLooked, stop);
            found = [.. found.UnionBy(section, one => one.Case.CaseId)];
        }

        // Likenesses count only where nothing is truly so.
        if (found.Any(one => one.IsExact)) found = [.. found.Where(one => one.IsExact)];
        return await sight.Of(person, found, one => one.Case.CaseId, stop);
    }

    private async Task<Answer> List(Person person, string words, IReadOnlyList<FoundCase> found, CancellationToken stop)
    {
        var waiting = await Waiting(person, found, stop);
        var title = words.Length == 0 ? "可以催办的文件" : $"催办“{words}”";
        var empty = words.Length == 0 ? "您起草的或本科室的文件,现在没有等别人办理的。" : "没有找到您可以催办的文件:只能催办本人起草或本科室的、正在等别人办理的文件。请换一个词,或写编号(如 催办 2026-0007)。";
        var card = ListCard.Render(new ListView($"{title}({waiting.Count}件)", [.. waiting.Take(ListCard.MostItems).Select(Item)], empty, Math.Max(0, waiting.Count - ListCard.MostItems)));
        return new([new Message(card.FallbackText, card)]);
    }

    /// <summary>Those that wait for somebody else, the longest first.</summary>
    private async Task<IReadOnlyList<FoundCase>> Waiting(Person person, IReadOnlyList<FoundCase> found, CancellationToken stop)
    {
        var stored = (await journal.Load([.. found.Select(one => one.Case.CaseId)], stop)).ToDictionary(one => one.Id, slips.Read, StringComparer.Ordinal);
        return [.. found.Where(one => stored.GetValueOrDefault(one.Case.CaseId) is { } slip && _rules.Others(slip, person).Count > 0).OrderBy(one => one.Since)];
    }

    private ListItem Item(FoundCase found) => new(
        found.Case.CaseId, found.Case.Number, found.Case.Title, found.Since is { } since ? $"自{BureauTime.Show(since, clock.BureauNow().Year)}起" : "", found.Case.Status, Tone.Waiting);

    private static Answer Say(string text) => new([new Message(text)]);
}
