using System.Globalization;
using System.Text.Json;
using Dapper;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>
/// One opinion item in a town whose clock is moved from call to call: who was rung, for what, and at which minute.
/// Between two moments nobody may be rung; what rings all the same is written down under the minute it was found at.
/// </summary>
internal sealed class Vigil : IAsyncDisposable
{
    public const string Reporter = "liying";
    public const string OnDuty = "luoqing";
    public const string Head = "jiwen";
    public const string Leader = "gaoyuan";
    public const string Principal = "luming";
    public const string Reviewer = "zhoulin";

    private const string Group = "19:operations@thread.v2";
    private const string Form = "MM-dd HH:mm";

    /// <summary>Before a moment at which something is due nothing may have rung; wide enough for a slow machine.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(2);

    /// <summary>What is left is told to the nearest minute: so much before its moment a start may take a minute and still say the same.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, string> _people;
    private readonly List<string> _rung = [];
    private int _seen;
    private int _told;

    private Vigil(Town town)
    {
        Town = town;
        _people = DemoBureau.Roster.People.ToDictionary(person => town.Person(person.Id).Conversation, person => person.Id, StringComparer.Ordinal);
        _people[Group] = "group";
    }

    public Town Town { get; }

    /// <summary>The case id, once reported.</summary>
    public string Item { get; private set; } = "";

    public string Headline { get; private set; } = "";

    /// <summary>What rang since the last look at it, one line for each moment: <c>11-23 10:00 无人接手,提请科室负责人:jiwen</c>.</summary>
    public IReadOnlyList<string> Rung
    {
        get
        {
            List<string> rung = [.. _rung];
            _rung.Clear();
            return rung;
        }
    }

    /// <summary>Everybody has the app, the section's group receives alerts, and one of the section has the watch.</summary>
    /// <param name="start">Bureau time, e.g. 2026-11-23T09:00:00.</param>
    public static async Task<Vigil> Keep(string start, params (string Key, string Value)[] settings)
    {
        var vigil = new Vigil(await Town.Start([("Clock:Start", $"{start}+08:00"), .. settings]));
        await vigil.Town.Install([.. DemoBureau.Roster.People.Select(person => person.Id)]);
        Assert.Contains("舆情提醒发到这里", await new GroupChat(vigil.Town, Group).Say(OnDuty, "接收舆情"), StringComparison.Ordinal);
        await vigil.EnterWatch();
        return vigil;
    }

    /// <summary>Reported on the form.</summary>
    public async Task Report(string headline, params (string Label, string Value)[] filled)
    {
        Headline = headline;
        var form = (await Town.Person(Reporter).Say("舆情")).Single(card => card.Offers("上报"));
        var answer = await Town.Person(Reporter).Press(form, "上报", [("是否涉密", "否"), ("标题", headline), ("在哪里看到", "微博"), .. filled]);
        Assert.Contains("已上报", answer.Text, StringComparison.Ordinal);
        Item = (await Items()).Single(item => item.Story.Headline == headline).Id;
        _told = 0;
        await Delivered();
    }

    /// <summary>Presses a button of the person's live card, and it is done.</summary>
    public async Task<ReadCard> Does(string who, string button, params (string Label, string Value)[] filled)
    {
        var (id, card) = await Town.Person(who).Live(Headline, button);
        var answer = await Town.Person(who).Press(card, button, [.. filled.Select(field => (Label(card, field.Label, button), field.Value))], id);
        Assert.True(answer.Card.Says("已办理"), $"{who} {button}:\n{answer.Text}");
        await Delivered();
        return answer.Card;
    }

    /// <summary>Whoever was silent so far takes it, says that it was answered, and closes it.</summary>
    public async Task End(string who)
    {
        await Does(who, "我来处理");
        var item = await State();
        if (item.Assessment is null) await Does(who, "研判", ("舆情类别", "实际困难"), ("舆情等级(突发事件不填)", "一般舆情"), ("研判意见", "核实处理"));
        foreach (var clock in item.Clocks.Select(clock => clock.Deadline.Kind))
        {
            var (button, label) = clock switch
            {
                OpinionClockKind.PressConference => ("记录新闻发布会", "举行时间"),
                OpinionClockKind.FirstRelease => ("记录首次权威信息", "发布时间"),
                _ => ("记录回应", "回应时间"),
            };
            await Does(who, button, ($"{label}(日期)", Town.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ($"{label}(如 14:30)", Town.Now.ToString("HH:mm", CultureInfo.InvariantCulture)),
                ("链接(与文件至少有一项)", "https://www.example.gov.cn/yq/1.html"));
        }

        await Does(who, "办结", ("评估", "已回应群众关切,舆情平息,无后续。"));
    }

    /// <summary>Nobody does anything up to this moment of the year: the clock is brought close to whatever comes next, and then to it.</summary>
    /// <param name="until">11-23 10:00.</param>
    public async Task Idle(string until)
    {
        var end = Moment(until);
        while ((await Timers()).Select(timer => timer.Due).Where(due => due <= end).DefaultIfEmpty(end).Min() is var next && next > Town.Now)
        {
            if (next - Before > Town.Now) await Look(next - Before);
            await Look(next);
        }
    }

    /// <summary>The program is away until this moment, and then looks at what it missed.</summary>
    public async Task AwayUntil(string moment, bool kill = false)
    {
        var at = Moment(moment);
        await Town.Restart(at - Early - Town.Now, kill);
        await Town.Pass(Early + TimeSpan.FromMinutes(1));
        await Take(at);
    }

    /// <summary>As the journal holds it.</summary>
    public async Task<OpinionItem> State() => (await Items()).Single(item => item.Id == Item);

    /// <summary>What the clock will be asked for, to the tick: name and due, bureau time.</summary>
    public async Task<IReadOnlyList<(string Name, DateTimeOffset Due)>> Timers()
    {
        await using var journal = Journal();
        var rows = await journal.QueryAsync<(string Name, string Due)>("SELECT name, due FROM timers WHERE case_id = @Item ORDER BY due, name", new { Item });
        return [.. rows.Select(row => (row.Name, DateTimeOffset.Parse(row.Due, CultureInfo.InvariantCulture).ToOffset(TimeSpan.FromHours(8))))];
    }

    public ValueTask DisposeAsync() => Town.DisposeAsync();

    private static DateTimeOffset Moment(string text) => DateTimeOffset.ParseExact($"2026-{text} +08:00", "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    /// <summary>For so long ahead that nobody is asked to fill gaps.</summary>
    private async Task EnterWatch()
    {
        var form = Assert.Single(await Town.Person(Head).Say("值班表"));
        var days = $"{Day(0)}至{Day(60)} {DemoBureau.Person(OnDuty).Name}";
        Assert.Contains("已录入", (await Town.Person(Head).Press(form, "录入", [("值班表", days)])).Text, StringComparison.Ordinal);

        string Day(int later) => Town.Now.AddDays(later).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
    }

    /// <summary>Two forms of a card do not share a label: the later one names its button too.</summary>
    private static string Label(ReadCard card, string label, string button) => card.Text.Contains($"{label}({button})", StringComparison.Ordinal) ? $"{label}({button})" : label;

    /// <summary>A minute, in which everybody who is owed a card gets it; written down under the moment that caused it.</summary>
    private async Task Delivered()
    {
        var now = Town.Now;
        await Town.Pass(TimeSpan.FromMinutes(1));
        await Take(now);
    }

    private async Task Look(DateTimeOffset at)
    {
        await Town.Pass(at - Town.Now);
        await Take(at);
    }

    /// <summary>Writes down what rang since, and what the clock has added to the item's timeline: at this moment and no later one.</summary>
    private async Task Take(DateTimeOffset now)
    {
        var requests = Town.Teams.Requests;
        var rung = requests.Skip(_seen).Where(message => Rings(message) && IsOfItem(new ReadCard(message.Body))).Select(message => _people[message.Conversation!]).ToList();
        _seen = requests.Count;
        var trail = (await Items()).SingleOrDefault(item => item.Id == Item)?.Trail ?? [];
        var added = trail.Skip(_told).ToList();
        _told = trail.Count;
        if (rung.Count == 0 && added.All(line => line.By.Id != Who.Clock.Id)) return;
        Assert.All(added.Where(line => line.By.Id == Who.Clock.Id), line => Assert.InRange(line.At - now, -Early, Before));
        // Where two calls fall on one moment, whoever is rung for both may find one card that says both.
        var people = added.Count > 1 ? rung.Distinct(StringComparer.Ordinal) : rung;
        _rung.Add($"{now.ToString(Form, CultureInfo.InvariantCulture)} {string.Join(';', added.Select(line => line.What))}:{string.Join(' ', people.Order(StringComparer.Ordinal))}");
    }

    /// <summary>The digests name it as well, in their own time.</summary>
    private bool IsOfItem(ReadCard card) => card.Says(Headline) && !card.Says("舆情日报") && !card.Says("舆情周报");

    private static bool Rings(Received message) => message.IsSend && message.Body.TryGetProperty("channelData", out var data)
        && data.TryGetProperty("notification", out var notification) && notification.TryGetProperty("alert", out var alert) && alert.GetBoolean();

    private SqliteConnection Journal() => new($"Data Source={Path.Combine(Town.Bot.Data, "journal.db")};Mode=ReadOnly;Pooling=False");

    private async Task<IReadOnlyList<OpinionItem>> Items()
    {
        await using var journal = Journal();
        var states = await journal.QueryAsync<string>("SELECT state FROM cases WHERE kind = @Kind ORDER BY id", new { OpinionCase.Kind });
        return [.. states.Select(state => JsonSerializer.Deserialize(state, OpinionJson.Readable.OpinionItem)!)];
    }
}
