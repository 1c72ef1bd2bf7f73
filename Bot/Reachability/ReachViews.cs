using DisclosureBot.Bureau;
using DisclosureBot.Cards.Reachability;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Clock;
using DisclosureBot.Slips;

namespace DisclosureBot.Reachability;

/// <summary>Words the delivery states for a card, with what to do about each. Pure.</summary>
/// <param name="now">Bureau time.</param>
public sealed class ReachViews(Roster roster, DateTimeOffset now)
{
    private const string OnDesk = "送不到的事项都在办件台,本人打开办件台即可办理,不会遗漏。";

    /// <summary>The whole bureau: who cannot be reached first, the rest counted.</summary>
    public ReachView All(IReadOnlyList<PersonReach> people)
    {
        var (open, fine) = (people.Where(one => one.State > ReachState.OnTheWay).ToList(), people.Count(one => one.State <= ReachState.OnTheWay));
        var barred = people.Count(one => one.IsOut);
        return new("送达情况", barred == 0 ? $"全局{people.Count}人,没有联系不上的。" : $"全局{people.Count}人,{barred}人在Teams中联系不上。", barred == 0 ? Tone.Good : Tone.Warning)
        {
            Groups = Groups(open.Select(Line)),
            Rest = fine == 0 ? null : $"其余{fine}人送达正常。",
            Note = open.Count == 0 ? null : OnDesk,
        };
    }

    /// <summary>The people asked for by name.</summary>
    public ReachView Of(string asked, IReadOnlyList<PersonReach> people) => new($"送达情况:{asked}", null, Tone.Neutral)
    {
        Groups = Groups(people.Select(Line)),
        Note = people.Any(one => one.State > ReachState.OnTheWay) ? OnDesk : null,
    };

    /// <summary>送达提醒, as it was told.</summary>
    public ReachView Reminder(ReachEvent.Told told) => new(ReachCase.Title, $"{told.Out.Count}人在Teams中联系不上,而有事项等他们办理({Show(told.At)})。", Tone.Warning)
    {
        Groups = Groups(told.Out.Select(one => (one.State, Line(one.Who.Name, one.Section, one.Count, one.MustAct, one.Oldest)))),
        Note = OnDesk,
        OffersPresent = true,
    };

    private List<ReachGroup> Groups(IEnumerable<(ReachState State, (int MustAct, int Count, ReachLine Line) Of)> lines) =>
    [
        .. from line in lines
           group line.Of by line.State into alike
           orderby alike.Sum(one => one.MustAct) > 0 && IsOut(alike.Key) descending, alike.Key descending
           select new ReachGroup(
               Name(alike.Key), ToneOf(alike.Key), Advice(alike.Key),
               [.. alike.OrderByDescending(one => one.MustAct).ThenByDescending(one => one.Count).Select(one => one.Line)]),
    ];

    private (ReachState, (int, int, ReachLine)) Line(PersonReach one) => (one.State, Line(one.Person.Name, one.Person.Section.Name, one.Count, one.MustAct, one.Oldest));

    private (int, int, ReachLine) Line(string name, string section, int count, int mustAct, DateTimeOffset? oldest) => (mustAct, count, new(
        name, section, count == 0 ? null
            : $"{count}件未送达{(mustAct > 0 ? $",其中{mustAct}件等本人办理" : "")}{(oldest is { } since ? $",最早一件更新于{Show(since)}" : "")}"));

    private string Show(DateTimeOffset at) => BureauTime.Show(at, now.Year);

    private static bool IsOut(ReachState state) => state is ReachState.Blocked or ReachState.NotInstalled or ReachState.Refused or ReachState.NotYet;

    private static string Name(ReachState state) => state switch
    {
        ReachState.Delivered => "已送达",
        ReachState.OnTheWay => "发送中",
        ReachState.Retrying => "重发中",
        ReachState.InDoubt => "结果不明",
        ReachState.NotYet => "待首次联系",
        ReachState.Refused => "发送被拒",
        ReachState.NotInstalled => "未安装",
        ReachState.Blocked => "被屏蔽",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    private static Tone ToneOf(ReachState state) => state switch
    {
        ReachState.Delivered => Tone.Good,
        ReachState.OnTheWay or ReachState.Retrying => Tone.Waiting,
        ReachState.InDoubt or ReachState.NotYet => Tone.Warning,
        ReachState.Refused or ReachState.NotInstalled or ReachState.Blocked => Tone.Bad,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    private string? Advice(ReachState state) => state switch
    {
        ReachState.Delivered => null,
        ReachState.OnTheWay => "正在发送,不必处理。",
        ReachState.Retrying => "Teams暂时不通,系统会自动重发,不必处理。",
        ReachState.InDoubt => "可能已经收到;系统会自动补发,急件请电话告知本人。",
        ReachState.NotYet => "请本人在Teams中给机器人发一条消息(写“待办”即可)。",
        ReachState.Refused => $"请联系管理员{SlipDuties.Administrators(roster)}核对机器人在Teams中的凭据和权限。",
        ReachState.NotInstalled => "请本人在Teams的“应用”中安装本应用,或请管理员统一安装。",
        ReachState.Blocked => "请本人在Teams中打开与机器人的聊天,解除屏蔽。",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
