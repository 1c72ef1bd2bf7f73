using DisclosureBot.Asking;
using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Asking;
using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Channel;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Paper;
using DisclosureBot.Sharing;
using DisclosureBot.Slips;

namespace DisclosureBot.Chat;

/// <summary>What a person may write, and what comes back: 帮助, 拟稿, 待办, 我的, 查 …, or a question in their own words.</summary>
public sealed class Words(
    CaseJournal journal, SlipCase slips, SlipPapers papers, CalendarClicks calendar, OpinionWords opinions, OpinionRoom room, IEnumerable<ITopic> topics, Sight sight, Answerer answerer, GroupAnswers group, Roster roster, TimeProvider clock)
{
    public const string PersonalOnly = "为防止无关人员看到文件内容,请在与我的一对一聊天中办理。";

    private const int ListLength = 12;

    /// <summary>More than these are not counted.</summary>
    private const int Counted = 100;

    private static readonly string[] Finding = ["查询", "查找", "查看", "查", "找"];

    private static readonly HelpItem[] Known =
    [
        new("拟稿", "填写一张新的文件审批处理签", true),
        new("舆情", "上报舆情:直接写“舆情”加看到的情况,或只写“舆情”填表", true),
        new("舆情列表", "看没有办结的舆情", true),
        new("舆情日报", "看舆情汇总;写“舆情周报”看一周的,写“舆情来源”看各来源是否正常", true),
        new("值班", "看谁在值班,交班、接班;写“值班表”录入值班安排", true),
        new("演练", "开始一次舆情演练;写“演练评分”看结果", true),
        new("待办", "看等着您办理的处理签和舆情", true),
        new("我的", "看您起草的处理签、上报的舆情到了哪里", true),
        new("查 通知", "按标题、编号、起草人或科室查找,如“查 2026-0007”“查 舆2026-0003”", false),
        new("谁压着我的文件", "用自己的话问:年货节通知到哪了、本周逾期、电商科待审、明天到期……", false),
        new("节假日", "看各年度节假日安排录入到哪里", true),
        new("评审登记", "看已办结的不公开文件,供定期评审", true),
        new("依申请目录", "看已列入依申请公开目录的文件", true),
        new("核验", "查验纸质处理签,如“核验 2026-0007 DVZW-9JAE-RWXK-J7PY”", false),
        new("帮助", "再看一次这张卡片", true),
    ];

    private readonly IReadOnlyList<ITopic> _topics = [.. topics];

    /// <param name="turn">What the words came with: said, or tapped.</param>
    public async Task<Answer> Answer(Person person, string text, Turn turn, CancellationToken stop)
    {
        var said = text.Trim().TrimEnd('。', '!', '!', '.', '?', '?').TrimEnd();
        if (said is "帮助" or "" or "help") return Help(person);
        if (OpinionRoom.IsAbout(said)) return await room.Answer(person, said, turn, stop);
        if (!turn.Personal) return await group.Answer(person, said, turn, own => Answer(person, text, own, stop), stop) ?? new([new Message(PersonalOnly)]);
        // The whole text too: a question mark at its end says that nothing is reported.
        if (await opinions.Answer(person, said, text.Trim(), turn, stop) is { } answered) return answered;
        foreach (var topic in _topics)
            if (await topic.Said(person, said, turn, stop) is { } about) return about;
        return said switch
        {
            "拟稿" => Draft(person),
            "待办" => await Waiting(person, stop),
            "我的" => await Mine(person, stop),
            "节假日" => calendar.Tables(person),
            "评审登记" => await Find(person, said, SlipCase.ReviewRegister, stop),
            "依申请目录" => await Find(person, said, SlipCase.Catalogue, stop),
            _ when said.StartsWith("核验", StringComparison.Ordinal) => await Verify(said["核验".Length..].Trim(' ', ':', ':'), stop),
            _ when Array.Find(Finding, word => said.StartsWith(word, StringComparison.Ordinal)) is { } find =>
                await Find(person, said[find.Length..].Trim(' ', ':', ':'), stop),
            _ => await Ask(person, said, stop),
        };
    }

    /// <summary>Whatever is no known word is a question.</summary>
    private async Task<Answer> Ask(Person person, string said, CancellationToken stop)
    {
        var view = (await answerer.Answer(person, said, stop)).View;
        return Show(AnswerCard.Summary(view), AnswerCard.Render(view));
    }

    public Answer Help(Person person, string? unknown = null) =>
        Show("帮助:可以这样写", HelpCard.Render(new HelpView(person.Name, roster.BureauName, [.. Known[..^1], .. _topics.SelectMany(topic => topic.Help), Known[^1]], unknown)));

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
        var waiting = await sight.Of(person, await journal.Waiting(person.Id, stop), one => one.CaseId, stop);
        return List("待办", waiting.Take(ListLength).Select(Item).ToList(), waiting.Count, "现在没有等着您办理的事项。");
    }

    private async Task<Answer> Mine(Person person, CancellationToken stop)
    {
        var mine = await sight.Of(person, await journal.OwnedBy(person.Id, Counted, stop), one => one.CaseId, stop);
        return List("我的", mine.Take(ListLength).Select(Item).ToList(), mine.Count, "您还没有起草过处理签,也没有上报过舆情。写“拟稿”或“舆情”开始。");
    }

    private async Task<Answer> Find(Person person, string words, CancellationToken stop)
    {
        if (words.Length == 0) return new([new Message("请写明要查什么,例如“查 年货节”或“查 2026-0007”。")]);
        return await Find(person, $"查“{words}”", words, stop);
    }

    private async Task<Answer> Find(Person person, string asked, string words, CancellationToken stop)
    {
        var found = await sight.Of(person, await journal.Search(words, Sight.Reach(person), Counted, stop), one => one.CaseId, stop);
        // A slip of the finger finds nothing to the letter; what resembles it is offered.
        if (found.Count == 0 && await answerer.Answer(person, words, stop) is { Cases.Count: > 0 } near) return Show(AnswerCard.Summary(near.View), AnswerCard.Render(near.View));
        return List(asked, found.Take(ListLength).Select(Item).ToList(), found.Count,
            "没有找到您可以查看的处理签或舆情。请换一个词,或写编号(如 2026-0007、舆2026-0003)。");
    }

    /// <summary>Whoever holds the paper may ask; of a slip they may not see they learn only whether the paper is true.</summary>
    private async Task<Answer> Verify(string asked, CancellationToken stop)
    {
        var (number, code) = asked.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first, var rest] ? (first, rest) : ("", "");
        if (SlipCase.IdOf(number) is not { } id) return new([new Message("请写明签号和核验码,例如“核验 2026-0007 DVZW-9JAE-RWXK-J7PY”,两者都印在纸上。")]);
        return new([new Message(await papers.Verify(slips.Read(await journal.Load(id, stop)), code, stop))]);
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
        var by = drafter is null ? "" : $"{drafter.Section.Name} {drafter.Name} · ";
        return new(found.CaseId, found.Number, found.Title, $"{by}更新于{Time(found.UpdatedAt)}", found.Status,
            found.Open ? Tone.Waiting : Tone.Neutral);
    }

    private string Time(DateTimeOffset at) => BureauTime.Show(at, clock.BureauNow().Year);

    private static Answer Show(string summary, AdaptiveCard card) => new([new Message(summary, card)]);
}
