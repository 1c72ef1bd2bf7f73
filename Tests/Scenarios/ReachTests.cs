using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>Four people whom Teams does not reach, each in their own way: the office sees it, is told of it once, and sees it end.</summary>
public sealed class ReachTests : IAsyncLifetime
{
    private const string Blocked = """{"error":{"code":"ConversationBlockedByUser"}}""";
    private const string Removed = """{"error":{"code":"BotNotInConversationRoster"}}""";
    private static readonly string[] Heads = ["pulan", "zhangmu", "maoyun", "qiwen"];
    private Town _town = null!;

    public async ValueTask InitializeAsync()
    {
        _town = await Town.Start(("Channel:Patience", "00:00:01"));
        await _town.Install("liying", "pulan", "yangzhi", "zhangmu", "duanhe", "maoyun", "heyan", "qiwen", "zhoulin", "xushan", "gaoyuan");
        await _town.Teams.Until(teams => teams.Requests.Count(request => request.IsSend) >= 11);
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Who_cannot_be_reached_is_listed_with_what_to_do_and_the_office_is_told_in_the_morning()
    {
        var never = new TaskCompletionSource();
        _town.Teams.Next(new Scripted(201, After: never.Task, For: To("qiwen")));
        // As often as it is tried until the next morning, and more.
        for (var i = 0; i < 20; i++)
            _town.Teams.Next(new(403, Blocked, For: To("pulan")), new(403, Removed, For: To("zhangmu")), new(404, For: To("maoyun")), new(504, For: To("qiwen")));
        foreach (var drafter in new[] { "liying", "yangzhi", "duanhe", "heyan" })
            await _town.Person(drafter).Draft(("标题", $"关于{drafter}的通知"));
        await _town.Teams.Until(teams => Heads.All(head => teams.Requests.Any(request => To(head)(request))));

        await _town.Settle();

        var asked = Assert.Single(await _town.Person("zhoulin").Say("送达"));
        foreach (var said in new[] { "3人在Teams中联系不上", "被屏蔽 1人", "未安装 2人", "结果不明 1人", "解除屏蔽", "安装本应用", "普云岚(演示)", "张牧原(演示)", "毛云舟(演示)", "起文澜(演示)", "1件未送达,其中1件等本人办理", "办件台" })
            Assert.True(asked.Says(said), $"{said}:\n{asked.Text}");
        Assert.True(Assert.Single(await _town.Person("gaoyuan").Say("送达 普云岚")).Says("被屏蔽"));
        Assert.Contains("没有姓名含", Assert.Single(await _town.Person("gaoyuan").Say("送达 某某")).Text, StringComparison.Ordinal);

        // Everybody else sees their own.
        var own = Assert.Single(await _town.Person("liying").Say("送达"));
        Assert.True(own.Says("李映禾(演示)") && !own.Says("普云岚(演示)"), own.Text);
        Assert.Contains("由办公室、管理员和局领导查看", Assert.Single(await _town.Person("liying").Say("送达 普云岚")).Text, StringComparison.Ordinal);

        await _town.Pass(TimeSpan.FromHours(23.5));
        var (_, reminder) = await _town.Person("zhoulin").Live("送达提醒", "送达");
        Assert.True(reminder.Says("普云岚(演示)") && reminder.Says("张牧原(演示)"), reminder.Text);
        await _town.Pass(TimeSpan.FromDays(1));
        Assert.Single(_town.Person("zhoulin").Chat, shown => shown.Card.Says("送达提醒"));
        Assert.DoesNotContain(_town.Person("gaoyuan").Chat, shown => shown.Card.Says("送达提醒"));

        // Opened by its id alone it is shown to whom it was told, and unknown to the others.
        var open = new Dictionary<string, string>(StringComparer.Ordinal) { ["slip"] = "reachability" };
        Assert.Contains("送达提醒", (await _town.Person("zhoulin").Send("slip.show", open)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("普云岚", (await _town.Person("yangzhi").Send("slip.show", open)).Text, StringComparison.Ordinal);

        never.SetResult();
        await _town.Verify();
    }

    private static Func<Received, bool> To(string person) => request =>
        request.Conversation == $"a:1:{person};personal@thread" && (request.IsSend || request.IsUpdate);
}
