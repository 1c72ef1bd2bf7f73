using System.Globalization;
using System.Text.Json;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>One card in the morning in place of many messages, as each person prefers; counted at the far side, by person and minute.</summary>
public sealed class BriefingTests : IAsyncLifetime
{
    private Town _town = null!;
    private int _seen;

    /// <summary>Monday, 23 November 2026, 09:00.</summary>
    public async ValueTask InitializeAsync()
    {
        _town = await Town.Start();
        await _town.Install([.. DemoBureau.Roster.People.Select(person => person.Id)]);
        // The greeting of a new arrival comes by itself.
        await _town.Settle();
        _seen = _town.Teams.Requests.Count;
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Three_people_with_three_preferences_are_told_of_the_same_day_each_in_their_way()
    {
        Assert.True((await _town.Person("zhangmu").Say("提醒方式"))[0].Says("即时(现在)"));
        await Prefers("pulan", "每日汇总");
        await Prefers("maoyun", "按紧急程度");
        Assert.Empty(Posts());

        // 即时 rings for each; 按紧急程度 for 加急 and 特急; 每日汇总 for 特急 alone.
        foreach (var drafter in new[] { "yangzhi", "liying", "duanhe" })
            foreach (var urgency in new[] { "平件", "加急", "特急" })
                await _town.Person(drafter).Draft(("标题", Title(drafter, urgency)), ("紧急程度", urgency));
        await _town.Settle();
        Assert.Equal(
            ["maoyun rings 关于duanhe加急的通知", "maoyun rings 关于duanhe特急的通知", "pulan rings 关于liying特急的通知", "zhangmu rings 关于yangzhi加急的通知", "zhangmu rings 关于yangzhi平件的通知", "zhangmu rings 关于yangzhi特急的通知"],
            Posts().Where(post => post.Contains(" rings ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        // 待办 shows everything to everybody at once.
        foreach (var (head, drafter) in new[] { ("pulan", "liying"), ("maoyun", "duanhe"), ("zhangmu", "yangzhi") })
            foreach (var urgency in new[] { "平件", "加急", "特急" })
                Assert.True((await _town.Person(head).Say("待办"))[0].Says(Title(drafter, urgency)));

        // Nothing at night; one card each as the doors open, to those who want one.
        await Until("2026-11-24T07:55:00");
        Posts();
        await Until("2026-11-24T08:00:00");
        Assert.Equal(["maoyun rings 今日汇总", "pulan rings 今日汇总"], Posts().Where(post => post.EndsWith("今日汇总", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        foreach (var (head, drafter) in new[] { ("pulan", "liying"), ("maoyun", "duanhe") })
        {
            var card = (await _town.Person(head).Live("今日汇总")).Card;
            Assert.True(card.Says("等您办理(3件)"), card.Text);
            foreach (var urgency in new[] { "平件", "加急", "特急" }) Assert.True(card.Says(Title(drafter, urgency)), card.Text);
        }

        // A row opens its slip, and what is decided there counts; the next morning says what is left, and the older card points to it.
        var (_, morning) = await _town.Person("pulan").Live("今日汇总");
        var opened = await _town.Person("pulan").Press(morning, morning.ButtonTitles.First(button => button.StartsWith("打开 ", StringComparison.Ordinal)));
        await _town.Person("pulan").Press(opened.Card, "同意此件公开发布");
        await Until("2026-11-25T08:00:00");
        await _town.Settle();
        Assert.Equal(1, _town.Person("pulan").Chat.Count(message => message.Card.Says("今日汇总") && message.Card.Says("等您办理(2件)")));
        Assert.Equal(1, _town.Person("pulan").Chat.Count(message => message.Card.Says("这张汇总已有更新的一张")));
        await _town.Verify();
    }

    [Fact]
    public async Task A_drafter_reads_once_what_became_of_a_slip_and_nothing_to_say_is_not_said()
    {
        await Prefers("liying", "每日汇总");
        var card = await _town.Person("liying").Draft(("标题", "关于一件小事的通知"));
        await Until("2026-11-24T08:00:00");
        // It lies with somebody else by her own hand: nothing for her.
        Assert.DoesNotContain(Posts(), post => post.StartsWith("liying", StringComparison.Ordinal) && post.EndsWith("今日汇总", StringComparison.Ordinal));

        foreach (var (reviewer, button) in new[] { ("pulan", "同意此件公开发布"), ("zhoulin", "同意此件公开发布"), ("gaoyuan", "同意") })
        {
            var (id, live) = await _town.Person(reviewer).Live("关于一件小事的通知", button);
            await _town.Person(reviewer).Press(live, button, on: id);
            await _town.Settle();
        }

        Assert.DoesNotContain(Posts(), post => post.StartsWith("liying rings", StringComparison.Ordinal));
        await Until("2026-11-25T08:00:00");
        Assert.Contains("liying rings 今日汇总", Posts());
        var morning = (await _town.Person("liying").Live("今日汇总")).Card;
        Assert.True(morning.Says("等您办理(1件)") && morning.Says("待起草人印制"), morning.Text);
        Assert.NotNull(card);
    }

    [Fact]
    public async Task A_missed_morning_comes_late_over_a_restart_once_and_never_on_a_day_off()
    {
        await Prefers("pulan", "每日汇总");
        await _town.Person("liying").Draft(("标题", "关于停机的通知"));
        await _town.Settle();
        await _town.Restart(At("2026-11-24T10:30:00") - _town.Now, kill: true);
        await _town.Settle();
        Assert.Equal(1, Posts().Count(post => post == "pulan rings 今日汇总"));
        await _town.Restart(TimeSpan.FromMinutes(10));
        await _town.Settle();
        await Until("2026-11-24T20:00:00");
        Assert.Empty(Posts());
        // Friday evening to Sunday night: nothing, though the slip still waits.
        await Until("2026-11-27T20:00:00");
        Posts();
        await Until("2026-11-28T08:00:00");
        await Until("2026-11-29T22:00:00");
        Assert.DoesNotContain(Posts(), post => post.EndsWith("今日汇总", StringComparison.Ordinal));
        await Until("2026-11-30T08:00:00");
        Assert.Equal(1, Posts().Count(post => post == "pulan rings 今日汇总"));
    }

    [Fact]
    public async Task Whoever_wants_everything_at_once_again_is_shown_what_was_held_back_without_a_ring()
    {
        await Prefers("pulan", "每日汇总");
        await _town.Person("liying").Draft(("标题", "关于改主意的通知"));
        await _town.Settle();
        Assert.DoesNotContain(Posts(), post => post.StartsWith("pulan", StringComparison.Ordinal));
        await _town.Restart(TimeSpan.FromMinutes(5));

        var choice = (await _town.Person("pulan").Say("提醒方式"))[0];
        Assert.True(choice.Says("每日汇总(现在)"), choice.Text);
        Assert.True((await _town.Person("pulan").Press(choice, "改为即时")).Card.Says("已改为“即时”"));
        await _town.Settle();
        Assert.Contains("pulan quietly 关于改主意的通知", Posts());
        Assert.True((await _town.Person("pulan").Live("关于改主意的通知", "同意此件公开发布")).Card.Offers("同意此件公开发布"));
        await Until("2026-11-24T08:00:00");
        Assert.DoesNotContain(Posts(), post => post.EndsWith("今日汇总", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_blocks_the_bot_finds_the_newest_card_once_they_are_back()
    {
        await Prefers("pulan", "每日汇总");
        await _town.Person("liying").Draft(("标题", "关于失联的通知"));
        await _town.Settle();
        _town.Teams.Next(new Scripted(403, """{"error":{"code":"MessageWritesBlocked"}}""", For: request => request.IsSend && request.Conversation == _town.Person("pulan").Conversation));
        await Until("2026-11-24T08:00:00");
        Assert.DoesNotContain(_town.Person("pulan").Chat, message => message.Card.Says("今日汇总"));
        await _town.Person("pulan").Install();
        await _town.Settle();
        Assert.True((await _town.Person("pulan").Live("今日汇总")).Card.Says("关于失联的通知"));
    }

    [Theory]
    [InlineData("今日")]
    [InlineData("汇总")]
    public async Task Anybody_may_ask_for_it_at_any_time(string word)
    {
        Assert.True((await _town.Person("pulan").Say(word))[0].Says("现在没有等您办理的"));
        await _town.Person("liying").Draft(("标题", "关于随时可问的通知"));
        Assert.True((await _town.Person("pulan").Say(word))[0].Says("关于随时可问的通知"));
        Assert.True((await _town.Person("gaoyuan").Say(word))[0].Says("电子商务科:在办1件"));
        Assert.False((await _town.Person("yangzhi").Say(word))[0].Says("关于随时可问的通知"));
        Assert.True((await _town.Person("pulan").Say("提醒方式 每小时"))[0].Says("没有“每小时”这种提醒方式"));
    }

    private static string Title(string drafter, string urgency) => $"关于{drafter}{urgency}的通知";

    private async Task Prefers(string person, string mode) => Assert.True((await _town.Person(person).Say($"提醒方式 {mode}"))[0].Says($"已改为“{mode}”"));

    private static DateTimeOffset At(string local) => DateTimeOffset.Parse(local + "+08:00", CultureInfo.InvariantCulture);

    private Task Until(string local) => _town.Pass(At(local) - _town.Now);

    /// <summary>Every message posted by the bot since the last look: who, whether it rang, and what it is.</summary>
    private IReadOnlyList<string> Posts()
    {
        var people = DemoBureau.Roster.People.ToDictionary(person => _town.Person(person.Id).Conversation, person => person.Id, StringComparer.Ordinal);
        var requests = _town.Teams.Requests;
        List<string> posts = [.. requests.Skip(_seen).Where(request => request.IsSend && people.ContainsKey(request.Conversation!) && request.Body.TryGetProperty("attachments", out _))
            .Select(request => $"{people[request.Conversation!]} {(Rings(request.Body) ? "rings" : "quietly")} {What(request.Body)}")];
        _seen = requests.Count;
        return posts;
    }

    private static bool Rings(JsonElement body) => body.TryGetProperty("channelData", out var data)
        && data.TryGetProperty("notification", out var notification) && notification.TryGetProperty("alert", out var alert) && alert.GetBoolean();

    private static string What(JsonElement body)
    {
        var text = new ReadCard(body.GetProperty("attachments")[0].GetProperty("content")).Text;
        if (text.Contains("今日汇总", StringComparison.Ordinal)) return "今日汇总";
        return text.IndexOf("关于", StringComparison.Ordinal) is var at and >= 0 ? text[at..(text.IndexOf("的通知", at, StringComparison.Ordinal) + 3)] : text.Split('\n')[0];
    }
}
