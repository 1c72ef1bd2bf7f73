using System.Text.Json.Nodes;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>What people write, and who sees what.</summary>
public sealed class WordsTests : IAsyncLifetime
{
    private const string Title = "关于做好冬季生活必需品保供工作的通知";
    private Town _town = null!;

    public async ValueTask InitializeAsync()
    {
        _town = await Town.Start();
        await _town.Person("liying").Draft(("标题", Title));
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Theory]
    [InlineData("帮助")]
    [InlineData("  帮助\n")]
    [InlineData("<at>公文公开</at> 帮助")]
    [InlineData("今天天气怎么样")]
    public async Task Help_and_what_is_not_understood_show_what_can_be_asked(string text)
    {
        var help = Assert.Single(await _town.Person("yangzhi").Say(text));
        foreach (var word in new[] { "拟稿", "待办", "我的", "查" }) Assert.Contains(word, help.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("查 保供")]
    [InlineData("查保供")]
    [InlineData("查:保供 通知")]
    [InlineData("查 2026-0001")]
    [InlineData("查 李映禾")]
    [InlineData("查 电子商务科")]
    public async Task A_slip_is_found_by_word_number_drafter_or_section(string text)
    {
        foreach (var person in new[] { "liying", "pulan", "zhoulin", "gaoyuan" })
            Assert.True((await _town.Person(person).Say(text))[0].Says(Title), $"{person} finds it by {text}.");
    }

    [Theory]
    [InlineData("查 保供")]
    [InlineData("查 2026-0001")]
    [InlineData("待办")]
    [InlineData("我的")]
    public async Task A_bystander_sees_nothing_of_it(string text)
    {
        foreach (var person in new[] { "yangzhi", "zhangmu", "luoqing" })
            Assert.DoesNotContain("保供工作", (await _town.Person(person).Say(text))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_search_asks_for_words() => Assert.Contains("请写明要查什么", (await _town.Person("liying").Say("查"))[0].Text, StringComparison.Ordinal);

    [Fact]
    public async Task Lists_say_what_waits_and_what_is_mine()
    {
        Assert.True((await _town.Person("pulan").Say("待办"))[0].Says(Title));
        Assert.True((await _town.Person("liying").Say("我的"))[0].Says("等待科室负责人初审"));
        Assert.Contains("没有等着您办理", (await _town.Person("liying").Say("待办"))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_nothing_of_a_slip_is_shown()
    {
        var message = Message("pulan", "待办");
        message["conversation"]!["conversationType"] = "groupChat";
        var answer = (await _town.Person("pulan").Post(message)).GetRawText();
        Assert.DoesNotContain("保供工作", System.Text.RegularExpressions.Regex.Unescape(answer), StringComparison.Ordinal);
        Assert.Contains("一对一", System.Text.RegularExpressions.Regex.Unescape(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_outside_the_roster_is_told_whom_to_ask()
    {
        var message = Message("pulan", "待办");
        message["from"]!["aadObjectId"] = "99999999-0000-4000-8000-000000000001";
        Assert.Contains("花名册", (await _town.Person("pulan").Post(message)).GetProperty("activities")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_app_greets_once_however_often_it_is_installed()
    {
        var newcomer = _town.Person("duanhe");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => newcomer.Install()));
        await _town.Teams.Until(_ => newcomer.Chat.Count > 0);
        await _town.Settle();
        Assert.Single(newcomer.Chat);
    }

    [Fact]
    public async Task Whoever_removed_the_app_is_sent_nothing_until_they_are_back()
    {
        var head = _town.Person("pulan");
        await head.Install();
        await _town.Teams.Until(_ => head.Chat.Count == 1);
        await _town.Settle();
        var gone = Message("pulan", "");
        (gone["type"], gone["action"]) = ("installationUpdate", "remove");
        await head.Post(gone);
        _town.Teams.Next(new Support.Scripted(403, """{"error":{"code":"BotNotInConversationRoster"}}""", For: request => request.IsOpen));
        var before = head.Chat.Count;
        await _town.Person("liying").Draft(("标题", "第二件"));
        await _town.Settle();
        Assert.Equal(before, head.Chat.Count);

        await head.Install();
        await _town.Settle();
        Assert.Contains(head.Chat, shown => shown.Card.Says("第二件"));
    }

    private JsonObject Message(string person, string text)
    {
        var message = _town.Person(person).Click("x", new Dictionary<string, string>(StringComparer.Ordinal));
        message.Remove("value");
        message.Remove("name");
        message["type"] = "message";
        message["text"] = text;
        message["deliveryMode"] = "expectReplies";
        return message;
    }
}
