using DisclosureBot.Bureau;
using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Sharing;
using DisclosureBot.Channel;
using DisclosureBot.Chat;
using DisclosureBot.Desk;
using DisclosureBot.Journal;

namespace DisclosureBot.Sharing;

/// <summary>
/// Answers questions where others read along: there stand only the cases that every reader may see, and the whole answer goes
/// to the asker alone. The group is told so in the same words whether more was found or not.
/// </summary>
public sealed class GroupAnswers(GroupQuestions questions, Readers readers, DeskAddress desk, CaseJournal journal, ReplyQueue queue)
{
    /// <param name="personally">What the same words are answered in the asker's own chat.</param>
    /// <returns>Null where the words are no question.</returns>
    public async Task<Answer?> Answer(Person asker, string said, Turn turn, Func<Turn.Said, Task<Answer>> personally, CancellationToken stop)
    {
        var common = turn.Where is { } where && await readers.Of(where, stop) is { } people && people.Any(one => one.Id == asker.Id) ? people : [];
        if (await questions.Found(asker, common, said, stop) is not { } found) return null;
        var card = GroupListCard.Render(View(said, found, await Tell(asker, said, turn, personally, stop)));
        return new([new Message(card.FallbackText, card)]);
    }

    /// <summary>The whole answer, in the asker's own chat.</summary>
    /// <returns>Where to find it, for the group to read.</returns>
    private async Task<string> Tell(Person asker, string said, Turn turn, Func<Turn.Said, Task<Answer>> personally, CancellationToken stop)
    {
        if (await journal.Contact(asker.Id, stop) is not { } contact) return "只列出本群每位成员都可以查看的。要看全部,请在 Teams 中打开与我的一对一聊天再问一次。";
        var own = new Address(contact.ServiceUrl, contact.ConversationId);
        var whole = await personally(new Turn.Said(turn.From, own, Personal: true, said));
        if (whole.Replies.Count > 0) queue.Add(own, whole.Replies);
        return "只列出本群每位成员都可以查看的。其余结果已发到与您的一对一聊天。";
    }

    private GroupListView View(string said, GroupFound found, string note) => new(
        found.Count switch
        {
            0 => $"“{said}”:没有本群每位成员都可以查看的处理签或舆情",
            > GroupListCard.MostItems when !found.IsNear => $"“{said}”(前{GroupListCard.MostItems}件)",
            _ when found.IsNear => $"“{said}”",
            var count => $"“{said}”({count}件)",
        },
        [.. found.Cases.Take(GroupListCard.MostItems).Select(Item)], note)
    { Sentences = found.Sentences };

    private GroupItem Item(ListItem found) => new(found.Number, found.Title, found.Status, desk.OfCase(found.Slip));
}
