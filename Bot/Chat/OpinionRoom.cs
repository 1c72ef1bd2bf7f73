using DisclosureBot.Bureau;
using DisclosureBot.Channel;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;

namespace DisclosureBot.Chat;

/// <summary>Which group chat or channel is 商务运行科's own: it gets every alert, and clicks on opinion items count there. One at a time; another takes its place.</summary>
public sealed class OpinionRoom(CaseJournal journal, Roster roster)
{
    public const string Begin = "接收舆情";
    public const string End = "停止接收舆情";

    /// <summary>A channel's conversation is the post that was answered; without this it is the channel itself, where alerts are posts of their own.</summary>
    private const string Post = ";messageid=";

    /// <summary>Group chat or channel, in the words people write.</summary>
    public static bool IsAbout(string said) => said is Begin or End;

    public async Task<Answer> Answer(Person person, string said, Turn turn, CancellationToken stop)
    {
        if (turn.Personal) return Say($"请在商务运行科的工作群或频道中@我写“{said}”:舆情提醒将发到那里。您个人的提醒照常发到这里。");
        if (!MaySettle(person)) return Say($"只有{Settlers}可以设定接收舆情提醒的群。");
        if (turn.Where is not { } where) return Say("没有认出这是哪个群,请稍后再试。");
        return said == Begin ? await Follow(where, stop) : await Unfollow(where, stop);
    }

    /// <summary>Whether this is the conversation that the alerts go to.</summary>
    public async Task<bool> IsHere(Address? where, CancellationToken stop) =>
        where is not null && await journal.Contact(OpinionGroup.Id, stop) is { } room && room.ConversationId == Root(where.ConversationId);

    /// <summary>The bot was removed: nothing more is sent there.</summary>
    /// <remarks>Of a team the channel tells only that of its main channel; in another one the connector refuses the next card, and the slot waits.</remarks>
    public async Task Left(Turn.Left turn, CancellationToken stop)
    {
        if (await IsHere(turn.Where, stop)) await journal.ForgetContact(OpinionGroup.Id, stop);
    }

    /// <summary>The message of the group that was clicked on becomes the group's live card.</summary>
    public static ClickedCard? Card(Turn.Clicked turn) =>
        turn is { Where: { } where, CardId: { } id } ? new ClickedCard(OpinionGroup.Id, where.ServiceUrl, Root(where.ConversationId), id) : null;

    public static string Root(string conversation) =>
        conversation.IndexOf(Post, StringComparison.OrdinalIgnoreCase) is var at and > 0 ? conversation[..at] : conversation;

    private async Task<Answer> Follow(Address where, CancellationToken stop)
    {
        var room = new Contact(OpinionGroup.Id, where.ServiceUrl, Root(where.ConversationId));
        var before = await journal.Contact(OpinionGroup.Id, stop);
        await journal.SaveContact(room, stop);
        // Also where it was known already: cards that failed meanwhile come.
        await journal.ReopenOpen(room, stop);
        return Say(before is null || before.ConversationId == room.ConversationId
            ? $"好的,今后的舆情提醒发到这里,本群成员点“我来处理”即可接手。写“{End}”可停止。"
            : $"好的,今后的舆情提醒改发到这里,原来的群不再接收。写“{End}”可停止。");
    }

    private async Task<Answer> Unfollow(Address where, CancellationToken stop)
    {
        if (!await IsHere(where, stop)) return Say("本群没有在接收舆情提醒。");
        await journal.ForgetContact(OpinionGroup.Id, stop);
        return Say($"好的,舆情提醒不再发到这里,值班人员的个人提醒照常。写“{Begin}”可恢复。");
    }

    private static bool MaySettle(Person person) => person.Is(Role.OpinionOfficer) || (person.Is(Role.SectionHead) && OpinionDuties.IsKeeper(person));

    private string Settlers => roster.People.Where(MaySettle).ToList() is { Count: > 0 } people ? OpinionDuties.Names(people) : "舆情专员";

    private static Answer Say(string text) => new([new Message(text)]);
}
