using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Channel;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Slips;

namespace DisclosureBot.Chat;

/// <summary>What a person may write, and what comes back: 帮助, 拟稿, 待办, 我的, 查 ….</summary>
public sealed class Words(CaseJournal journal, Roster roster, TimeProvider clock)
{
    public const string PersonalOnly = "为防止无关人员看到文件内容,请在与我的一对一聊天中办理。";

    private const int ListLength = 12;

    /// <summary>More than these are not counted.</summary>
    private const int Counted = 100;

    private static readonly string[] Finding = ["查询", "查找", "查看", "查", "找"];

    private static readonly IReadOnlyList<HelpItem> Known =
    [
        new("拟稿", "填写一张新的文件审批处理签", true),
        new("待办", "看等着您办理的处理签", true),
        new("我的", "看您起草的处理签到了哪里", true),
        new("查 年货节", "按标题、签号、起草人或科室查找,如“查 2026-0007”", false),
        new("帮助", "再看一次这张卡片", true),
    ];

    public async Task<Answer> Answer(Person person, string text, bool personal, CancellationToken stop)
    {
        var said = text.Trim().TrimEnd('。', '!', '!', '.', '?', '?').TrimEnd();
        if (said is "帮助" or "" or "help") return Help(person);
        if (!personal) return new([new Message(PersonalOnly)]);
        return said switch
        {
            "拟稿" => Draft(person),
            "待办" => await Waiting(person, stop),
            "我的" => await Mine(person, stop),
            _ when Array.Find(Finding, word => said.StartsWith(word, StringComparison.Ordinal)) is { } find =>
                await Find(person, said[find.Length..].Trim(' ', ':', ':'), stop),
            _ => Help(person, $"没有听懂“{(said.Length > 30 ? said[..30] + "…" : said)}”。"),
        };
    }

    public Answer Help(Person person, string? unknown = null) =>
        Show("帮助:可以这样写", HelpCard.Render(new HelpView(person.Name, roster.BureauName, Known, unknown)));

    /// <summary>The name of a drafting form: one form makes one slip.</summary>
    public static string NewForm(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");

    private Answer Draft(Person person)
    {
        if (!person.Is(Role.Drafter)) return new([new Message("您在花名册中没有起草职责,请联系管理员。")]);
        var choices = DraftForms.Choices(person, roster);
        var view = new DraftView(NewForm(clock), choices, DraftForms.Blank(choices), null);
        return Show("拟稿:填写文件审批处理签", DraftCard.Render(view));
    }

    private async Task<Answer> Waiting(Person person, CancellationToken stop)
    {
        var waiting = await journal.Waiting(person.Id, stop);
        return List("待办", waiting.Take(ListLength).Select(Item).ToList(), waiting.Count, "现在没有等着您办理的处理签。");
    }

    private async Task<Answer> Mine(Person person, CancellationToken stop)
    {
        var mine = await journal.OwnedBy(person.Id, Counted, stop);
        return List("我的", mine.Take(ListLength).Select(Item).ToList(), mine.Count, "您还没有起草过处理签。写“拟稿”开始。");
    }

    private async Task<Answer> Find(Person person, string words, CancellationToken stop)
    {
        if (words.Length == 0) return new([new Message("请写明要查什么,例如“查 年货节”或“查 2026-0007”。")]);
        var found = await journal.Search(words, Desks.Reach(person), Counted, stop);
        return List($"查“{words}”", found.Take(ListLength).Select(Item).ToList(), found.Count,
            "没有找到您可以查看的处理签。请换一个词,或写签号(如 2026-0007)。");
    }

    private static Answer List(string asked, IReadOnlyList<ListItem> items, int count, string empty)
    {
        var title = count > items.Count ? $"{asked}(前{items.Count}件)" : $"{asked}({count}件)";
        var summary = count == 0 ? $"{asked}:{empty}" : title;
        return Show(summary, ListCard.Render(new ListView(title, items, empty, count - items.Count)));
    }

    private ListItem Item(InboxCase found) =>
        new(found.CaseId, found.Number, found.Title, $"更新于{Time(found.UpdatedAt)}", found.Status, found.Open ? Tone.Waiting : Tone.Neutral);

    private ListItem Item(ListedCase found)
    {
        var drafter = roster.Find(found.Owner);
        return new(found.CaseId, found.Number, found.Title, $"{drafter?.Section.Name} {drafter?.Name} · 更新于{Time(found.UpdatedAt)}", found.Status,
            found.Open ? Tone.Waiting : Tone.Neutral);
    }

    private string Time(DateTimeOffset at) => BureauTime.Show(at, clock.BureauNow().Year);

    private static Answer Show(string summary, AdaptiveCard card) => new([new Message(summary, card)]);
}
