using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DisclosureBot.Tests.Documents;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>One slip's way through the bureau: people press buttons of their cards by their labels, and read what stands there.</summary>
internal sealed partial class Way(LateBureau bureau, string title, string number)
{
    private const string Colleagues = "同事协办…";

    private static readonly string[] WithColleagues = ["征求同事意见", "请科室会签", "转办", "抄送"];

    public string Number => number;

    /// <summary>发文字号, once registered.</summary>
    public string DocumentNumber { get; private set; } = "";

    public string CaseId => $"slip-{number[..4]}-{number[5..].PadLeft(7, '0')}";

    private Town Town => bureau.Town;

    /// <summary>By the drafter, with the document itself attached.</summary>
    public static async Task<Way> Begin(LateBureau bureau, string title, params (string Label, string Value)[] filled)
    {
        var drafter = bureau.Town.Person(LateBureau.Drafter);
        var card = await drafter.Draft([("标题", title), .. filled]);
        var way = new Way(bureau, title, SlipNumber().Match(card.Text).Groups["number"].Value);
        await bureau.Wait();
        await way.Attach("正文");
        return way;
    }

    /// <summary>Sent in chat by the drafter and put on the slip as this.</summary>
    public async Task Attach(string role)
    {
        var drafter = Town.Person(LateBureau.Drafter);
        var content = Samples.Docx(("docProps/note.xml", Encoding.UTF8.GetBytes($"<n>{title} {role}</n>")));
        var ask = Assert.Single(await drafter.SendFiles($"{number} {role}", ($"{role}.docx", bureau.Site.Serve(content))));
        Assert.Equal(role, ask.ChoicesOf("文件类别").Single(choice => choice == role));
        var kept = await drafter.Press(ask, "存入", [("放到哪件", $"{number} {title}"), ("文件类别", role)]);
        Assert.Contains($"已存入 {number}", kept.Text, StringComparison.Ordinal);
        await bureau.Wait();
    }

    /// <summary>Presses a button of the person's live card, and it is done.</summary>
    public async Task<ReadCard> Does(string who, string button, params (string Label, string Value)[] filled)
    {
        var answer = await Tries(who, button, filled);
        Assert.True(answer.Says("已办理"), $"{who} {button}:\n{answer.Text}");
        return answer;
    }

    /// <summary>Presses it, whatever comes of it.</summary>
    public async Task<ReadCard> Tries(string who, string button, params (string Label, string Value)[] filled)
    {
        var (id, card) = await Reach(who, button);
        var answer = await Town.Person(who).Press(card, button, [.. filled.Select(field => (Label(card, field.Label, button), field.Value))], id);
        await bureau.Wait();
        return answer.Card;
    }

    /// <summary>The card that carries the button: the slip's own, or the one of what is asked of colleagues, opened from it.</summary>
    public async Task<(string Id, ReadCard Card)> Reach(string who, string button)
    {
        if (!WithColleagues.Contains(button)) return await Town.Person(who).Live(title, button);
        var (id, card) = await Town.Person(who).Live(title, Colleagues);
        return (id, (await Town.Person(who).Press(card, Colleagues, on: id)).Card);
    }

    /// <summary>The newest of this slip in their chat.</summary>
    public async Task<ReadCard> Card(string who) => (await Town.Person(who).Live(title)).Card;

    /// <summary>All of this stands on their card.</summary>
    public async Task Sees(string who, params string[] words)
    {
        var card = await Card(who);
        foreach (var word in words) Assert.True(card.Says(word), $"{who} does not see “{word}”:\n{card.Text}");
    }

    /// <summary>Their card has none of these buttons, neither open nor folded.</summary>
    public async Task IsNotOffered(string who, params string[] buttons)
    {
        var card = await Card(who);
        var asking = card.Offers(Colleagues) ? (await Town.Person(who).Press(card, Colleagues)).Card.ButtonTitles : [];
        foreach (var button in buttons) Assert.False(card.ButtonTitles.Concat(asking).Any(title => title.TrimEnd('…') == button), $"{who} is offered “{button}”.");
    }

    /// <summary>A click of their own making, with the card's own data under another verb; what it is answered.</summary>
    /// <param name="like">Whose present card lends the data, and the button that carries it.</param>
    public async Task<string> Forces(string who, string verb, (string Who, string Button) like)
    {
        var (_, data) = (await Town.Person(like.Who).Live(title, like.Button)).Card.Press(like.Button);
        return (await Town.Person(who).Send(verb, data)).Text;
    }

    /// <summary>Through the three desks, everybody agreeing.</summary>
    public async Task IsSigned(string attribute, string leader)
    {
        await Does(LateBureau.Head, $"同意{attribute}");
        await Does(LateBureau.Office, $"同意{attribute}");
        await Does(leader, "同意");
        await Sees(LateBureau.Drafter, $"已签发,公开属性(最终):{attribute};待起草人印制");
    }

    /// <summary>印制 → 登记 → 用印 → 发文, today.</summary>
    public async Task IsIssued()
    {
        await Does(LateBureau.Drafter, "印制完成", ("印制份数", "30"));
        await Sees(LateBureau.Office, "待办公室登记");
        await Does(LateBureau.Office, "登记");
        DocumentNumber = DocumentNumbers().Match((await Card(LateBureau.Office)).Text).Value;
        await Sees(LateBureau.Office, "待用印");
        await Does(LateBureau.Office, "用印");
        await Sees(LateBureau.Office, "待发文");
        await Does(LateBureau.Office, "发文");
    }

    /// <summary>解读方案 filed with 政策法规科 and confirmed there.</summary>
    public async Task PlanIsFiled()
    {
        await Attach("解读方案");
        await Does(LateBureau.Drafter, "报备政策法规科");
        await Does(LateBureau.Regulation, "确认");
    }

    public Task IsCleared() => Does(LateBureau.Office, "提交审查结论", ("审查结论", "可以公开"));

    /// <summary>On a page of the bureau's site that bears title and number; the bot has looked at it.</summary>
    public async Task IsPublished(params (string Label, string Value)[] more)
    {
        await Sees(LateBureau.Publisher, "待发布");
        await Does(LateBureau.Publisher, "记录公开发布", [("发布地址", bureau.Page(title, DocumentNumber)), .. more]);
        await Sees(LateBureau.Publisher, "已核对:标题、文号一致");
    }

    /// <summary>解读材料: sent, reviewed for secrets, and put on the portal.</summary>
    public async Task IsExplained()
    {
        await Attach("解读材料");
        await IsCleared();
        await Does(LateBureau.Drafter, "发布解读材料", ("网址", bureau.Page($"{title} 解读")));
    }

    /// <summary>The card of the slip's files, as this person gets it.</summary>
    public async Task<ReadCard> Files(string who)
    {
        var card = await Card(who);
        return (await Town.Person(who).Press(card, card.ButtonTitles.Single(button => button.StartsWith("文件(", StringComparison.Ordinal)))).Card;
    }

    /// <summary>These people were rung at these times, once each and in this order, and nobody else.</summary>
    public void WasRemindedOf(params string[] rungs) => Assert.Equal(rungs, bureau.Reminders.Of(number));

    /// <summary>Sealed by itself: the package as it lies in the store, whose seal begins as the slip's trail says.</summary>
    public async Task<SealedPackage> IsSealed(string status)
    {
        await bureau.Wait();
        await Sees(LateBureau.Drafter, status);
        var trail = (await Card(LateBureau.Drafter)).Text;
        return await SealedPackage.Find(Town.Bot.Data, CaseId, Seal().Matches(trail)[^1].Groups["seal"].Value);
    }

    /// <summary>Every address that the card would open.</summary>
    public static IEnumerable<string> Addresses(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property is { Name: "url", Value.ValueKind: JsonValueKind.String } ? [property.Value.GetString()!] : Addresses(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Addresses),
        _ => [],
    };

    /// <summary>Two forms of a card do not share a label: the later one names its button too.</summary>
    private static string Label(ReadCard card, string label, string button) => card.Text.Contains($"{label}({button})", StringComparison.Ordinal) ? $"{label}({button})" : label;

    [GeneratedRegex(@"签号 (?<number>\d{4}-\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SlipNumber();

    [GeneratedRegex(@"封存校验值(?<seal>[0-9a-f]{12})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Seal();

    [GeneratedRegex(@"楚商.〔\d{4}〕\d+号", RegexOptions.None, 1000)]
    private static partial Regex DocumentNumbers();
}
