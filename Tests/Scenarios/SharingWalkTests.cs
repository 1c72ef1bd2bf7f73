using System.Text.Json;
using System.Text.Json.Nodes;
using DisclosureBot.Tests.Sharing;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>Cases on their way into conversations: from the compose box, by a pasted link, and where a group asks.</summary>
public sealed class SharingWalkTests : IAsyncLifetime
{
    private const string Title = "关于做好冬季生活必需品保供工作的通知";
    private const string Case = "slip-2026-0000001";
    private static readonly string[] Leaders = ["gaoyuan", "luming"];
    private Town _town = null!;

    public async ValueTask InitializeAsync()
    {
        _town = await Town.Start();
        await _town.Install("liying", "pulan", "yangzhi", "gaoyuan", "luming");
        await _town.Person("liying").Draft(("标题", Title));
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("保供")]
    [InlineData("2026-0001")]
    public async Task Who_may_see_it_finds_it_and_inserts_no_word_of_it(string words)
    {
        var one = Assert.Single((await Search("pulan", words)).GetProperty("attachments").EnumerateArray());
        var preview = one.GetProperty("preview").GetProperty("content");
        Assert.Equal(Title, preview.GetProperty("title").GetString());
        Assert.Contains("等待科室负责人初审", preview.GetProperty("text").GetString(), StringComparison.Ordinal);
        var inserted = new ReadCard(one.GetProperty("content"));
        Assert.True(inserted.Says("一件文件审批处理签") && inserted.Says("2026-0001"));
        Assert.False(Probes.Readable(inserted.Json.GetRawText()).Contains("保供", StringComparison.Ordinal));
        Assert.Equal([$"{_town.Bot.Address}?slip={Case}"], Way.Addresses(inserted.Json));
        Assert.DoesNotContain("Action.Execute", inserted.Json.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bystander_finds_nothing_and_is_told_what_to_try()
    {
        foreach (var words in new[] { "保供", "2026-0001" })
            Assert.Contains("没有找到您可以查看的", (await Search("yangzhi", words)).GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("标题中的几个字", (await Search("yangzhi", "")).GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("最多写100字", (await Search("pulan", new string('保', 101))).GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_page_goes_on_where_the_first_ended()
    {
        await _town.Person("liying").Draft(("标题", "第二件保供通知"));
        var all = (await Search("pulan", "保供")).GetProperty("attachments").EnumerateArray().Select(Preview).ToList();
        Assert.Equal(2, all.Count);
        Assert.Equal(all[1..], (await Search("pulan", "保供", skip: 1)).GetProperty("attachments").EnumerateArray().Select(Preview));
        Assert.Equal(0, (await Search("pulan", "保供", skip: 2)).GetProperty("attachments").GetArrayLength());
    }

    [Fact]
    public async Task Somebody_outside_the_roster_finds_and_unfolds_nothing()
    {
        foreach (var (name, value) in new[] { ("composeExtension/query", Probes.Query("保供")), ("composeExtension/queryLink", Link(Case)) })
        {
            var activity = _town.Person("pulan").Click("x", new Dictionary<string, string>(StringComparer.Ordinal));
            (activity["name"], activity["value"], activity["from"]!["aadObjectId"]) = (name, value, "99999999-0000-4000-8000-000000000001");
            Assert.DoesNotContain("2026", Probes.Readable((await _town.Person("pulan").Post(activity)).GetRawText()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_link_unfolds_for_who_may_see_it_and_for_nobody_else()
    {
        var one = Assert.Single((await Unfold("pulan", Link(Case))).GetProperty("attachments").EnumerateArray());
        Assert.DoesNotContain("保供", Probes.Readable(one.GetRawText()), StringComparison.Ordinal);
        Assert.Contains("2026-0001", Probes.Readable(one.GetRawText()), StringComparison.Ordinal);
        var none = (await Unfold("pulan", Link("slip-2026-0000999"))).GetRawText();
        Assert.Equal(none, (await Unfold("yangzhi", Link(Case))).GetRawText());
    }

    [Theory]
    [InlineData("https://evil.example/?slip=slip-2026-0000001")]
    [InlineData("{desk}@evil.example/?slip=slip-2026-0000001")]
    [InlineData("{desk}other?slip=slip-2026-0000001")]
    [InlineData("{desk}?slip=slip-2026-0000001&slip=slip-2026-0000001")]
    [InlineData("{desk}?slip=slip-2026-0000001&next=//evil.example")]
    [InlineData("{desk}?slip=slip-2026-0000001%00")]
    [InlineData("{desk}?slip=SLIP-2026-0000001")]
    [InlineData("{desk}?slip=slip-2026-0000001#x")]
    [InlineData("{desk}?slip=watch")]
    [InlineData("{desk}?slip=")]
    [InlineData("{desk}")]
    [InlineData("{desk}\\?slip=slip-2026-0000001")]
    [InlineData(" {desk}?slip=slip-2026-0000001")]
    [InlineData("http://user:x@127.0.0.1/?slip=slip-2026-0000001")]
    [InlineData("javascript:alert(1)")]
    [InlineData("x")]
    public async Task A_link_that_is_not_exactly_ours_stays_as_it_was_pasted(string url) => Assert.Equal(
        0, (await Unfold("pulan", new JsonObject { ["url"] = url.Replace("{desk}", _town.Bot.Address.ToString(), StringComparison.Ordinal) })).GetProperty("attachments").GetArrayLength());

    [Fact]
    public async Task A_link_opens_the_case_at_the_desk_and_says_the_same_of_none_and_of_not_yours()
    {
        Assert.Contains("保供", await Probes.Get(_town, $"/desk/cases/{Case}?as=pulan"), StringComparison.Ordinal);
        Assert.Equal(await Probes.Get(_town, "/desk/cases/slip-2026-0000999?as=yangzhi"), await Probes.Get(_town, $"/desk/cases/{Case}?as=yangzhi"));
    }

    [Fact]
    public async Task A_group_sees_what_all_of_it_may_and_the_asker_gets_the_whole_in_private()
    {
        var group = Room("gaoyuan", "luming");
        var said = await group.Say("gaoyuan", "查 保供");
        Assert.Contains(Title, said, StringComparison.Ordinal);
        Assert.Contains("(1件)", said, StringComparison.Ordinal);
        Assert.Contains("已发到与您的一对一聊天", said, StringComparison.Ordinal);
        await _town.Person("gaoyuan").Live(Title);
    }

    [Theory]
    [InlineData("到哪了 保供通知")]
    [InlineData("保供的通知批完没有")]
    public async Task A_group_may_ask_in_its_own_words_where_something_lies(string asked)
    {
        var said = await Room("gaoyuan", "luming").Say("gaoyuan", asked);
        Assert.Contains(Title, said, StringComparison.Ordinal);
        Assert.Contains("普云岚", said, StringComparison.Ordinal);
        var strangers = Room("pulan", "yangzhi");
        var none = await strangers.Say("pulan", asked);
        Assert.Contains("没有本群每位成员都可以查看的", none, StringComparison.Ordinal);
        Assert.DoesNotContain("普云岚", none, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("拟稿")]
    [InlineData("待办")]
    [InlineData("催办 保供")]
    [InlineData("统计 年")]
    [InlineData("委托")]
    public async Task What_is_no_question_is_not_done_in_a_group(string said) =>
        Assert.Contains("请在与我的一对一聊天中办理", await Room("pulan", "gaoyuan").Say("pulan", said), StringComparison.Ordinal);

    [Fact]
    public async Task With_one_who_may_not_see_it_the_group_learns_nothing_not_even_that_there_is_more()
    {
        var group = Room("pulan", "yangzhi");
        var said = await group.Say("pulan", "查 保供");
        Assert.Equal(said.Replace("保供", "无此", StringComparison.Ordinal), await group.Say("pulan", "查 无此"));
        Assert.DoesNotContain(Title, said, StringComparison.Ordinal);
        await _town.Teams.Until(_ => _town.Person("pulan").Chat.Any(message => message.Card.Says(Title) && message.Card.Says("查“保供”(1件)")));
        Assert.DoesNotContain(_town.Teams.Requests, request => request.Conversation == group.Conversation && request.IsSend);
    }

    [Fact]
    public async Task Guests_strangers_and_a_roster_that_does_not_come_leave_the_group_with_nothing()
    {
        var known = DemoBureau.Roster;
        var both = Leaders.Select(id => RecordingConnector.Member(DemoBureau.Person(id).AadObjectId, known.TenantId)).ToList();
        _town.Teams.Gather("19:guest", [.. both, RecordingConnector.Member(DemoBureau.Person("xushan").AadObjectId, known.TenantId, member => member["userRole"] = "guest")]);
        _town.Teams.Gather("19:stranger", [.. both, RecordingConnector.Member("99999999-0000-4000-8000-000000000001", known.TenantId)]);
        _town.Teams.Gather("19:without-asker", [both[1]]);
        _town.Teams.Gather("19:crowd", Enumerable.Repeat(both, 101).SelectMany(pair => pair), page: 200);
        _town.Teams.Gather("19:broken", both, page: 1);
        _town.Teams.Next(new Scripted(502, For: request => request.IsMembers && request.Conversation == "19:broken" && request.Target.Contains("continuationToken", StringComparison.Ordinal)));
        foreach (var room in new[] { "19:guest", "19:stranger", "19:without-asker", "19:crowd", "19:broken", "19:nobody-knows" })
            Assert.DoesNotContain(Title, await new GroupChat(_town, room).Say("gaoyuan", "查 保供"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_joins_is_counted_at_once()
    {
        var group = Room("gaoyuan", "luming");
        Assert.Contains(Title, await group.Say("gaoyuan", "查 保供"), StringComparison.Ordinal);
        Room("gaoyuan", "luming", "yangzhi");
        var joined = _town.Person("yangzhi").Click("x", new Dictionary<string, string>(StringComparer.Ordinal));
        (joined["type"], joined["membersAdded"]) = ("conversationUpdate", new JsonArray(new JsonObject { ["id"] = "29:yangzhi" }));
        (joined["conversation"]!["id"], joined["conversation"]!["conversationType"]) = (group.Conversation, "groupChat");
        joined.Remove("name");
        await _town.Person("yangzhi").Post(joined);
        Assert.DoesNotContain(Title, await group.Say("gaoyuan", "查 保供"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_chat_with_the_bot_is_told_how_to_get_there()
    {
        var group = Room("zhoulin", "luming");
        Assert.Contains("请在 Teams 中打开与我的一对一聊天", await group.Say("zhoulin", "查 保供"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_groups_answer_holds_no_button_that_acts()
    {
        var group = Room("gaoyuan", "luming");
        var message = _town.Person("gaoyuan").Click("x", new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var part in new[] { "value", "name" }) message.Remove(part);
        (message["type"], message["text"], message["deliveryMode"]) = ("message", "查 保供", "expectReplies");
        (message["conversation"]!["id"], message["conversation"]!["conversationType"]) = (group.Conversation, "groupChat");
        var card = (await _town.Person("gaoyuan").Post(message)).GetProperty("activities")[0].GetProperty("attachments")[0].GetProperty("content");
        Assert.Equal([$"{_town.Bot.Address}?slip={Case}"], Way.Addresses(card));
        Assert.Empty(new ReadCard(card).Presses(_ => null));
    }

    private GroupChat Room(params string[] people)
    {
        var group = new GroupChat(_town, "19:room@thread.v2");
        _town.Teams.Gather(group.Conversation, people.Select(id => RecordingConnector.Member(DemoBureau.Person(id).AadObjectId, DemoBureau.Roster.TenantId)));
        return group;
    }

    private JsonObject Link(string id) => new() { ["url"] = $"{_town.Bot.Address}?slip={id}" };

    private static string? Preview(JsonElement one) => one.GetProperty("preview").GetProperty("content").GetProperty("title").GetString();

    private async Task<JsonElement> Search(string who, string words, int skip = 0) => (await Probes.Compose(_town.Person(who), "composeExtension/query", Probes.Query(words, skip))).GetProperty("composeExtension");

    private async Task<JsonElement> Unfold(string who, JsonObject link) => (await Probes.Compose(_town.Person(who), "composeExtension/queryLink", link)).GetProperty("composeExtension");
}
