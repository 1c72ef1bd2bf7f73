using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>A slip that rests: urged by its drafter with button and word, told upwards by the clock.</summary>
public sealed class UrgeTests : IAsyncLifetime
{
    private const string Title = "关于做好冬季生活必需品保供工作的通知";
    private const string Agreed = "同意此件公开发布";
    private Town _town = null!;

    private Resident Drafter => _town.Person("liying");
    private Resident Head => _town.Person("pulan");

    public async ValueTask InitializeAsync()
    {
        _town = await Town.Start();
        await _town.Install("liying", "pulan", "zhoulin", "xushan", "gaoyuan", "yangzhi");
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Urged_by_button_and_by_word_once_in_four_working_hours_and_gone_when_acted_on()
    {
        var drafted = await Drafter.Draft(("标题", Title));
        await Head.Live(Title, Agreed);
        var sent = Sent();
        var urged = (await Drafter.Press(drafted, "催办")).Card;
        Assert.True(urged.Says("已办理:催办普云岚(演示)") && urged.Says("后可以再次催办") && !urged.Offers("催办"), urged.Text);
        await _town.Settle();
        Assert.Equal(sent + 1, Sent());
        var (id, card) = await Head.Live("李映禾(演示)催办", Agreed);

        Assert.Contains("每4个工作小时至多催办一次", Assert.Single(await Drafter.Say("催办 冬季")).Text, StringComparison.Ordinal);
        await _town.Pass(TimeSpan.FromHours(6.5)); // 15:35 and later: 4 working hours since 09:00
        Assert.Contains("已办理:催办普云岚(演示)", Assert.Single(await Drafter.Say("催办 冬季")).Text, StringComparison.Ordinal);
        await _town.Settle();
        (id, card) = await Head.Live("李映禾(演示)催办", Agreed);

        Assert.False((await Head.Press(card, Agreed, on: id)).Card.Says("李映禾(演示)催办("));
        await _town.Settle();
        Assert.DoesNotContain(Head.Chat, shown => shown.Card.Says("请尽快办理"));
        Assert.Contains("催办周临溪(演示)、徐山岚(演示)", Assert.Single(await Head.Say("催办 冬季")).Text, StringComparison.Ordinal);
        await _town.Verify();
    }

    [Fact]
    public async Task The_word_lists_where_several_or_none_are_meant_and_shows_strangers_nothing()
    {
        await Drafter.Draft(("标题", Title));
        await Drafter.Draft(("标题", "关于冬季防火的通知"));
        var list = Assert.Single(await Drafter.Say("催办 冬季"));
        Assert.True(list.Says("催办“冬季”(2件)") && list.Says(Title) && list.Says("防火"), list.Text);
        Assert.True(Assert.Single(await Drafter.Say("催办")).Says("可以催办的文件(2件)"));
        Assert.True(Assert.Single(await _town.Person("yangzhi").Say("催办 冬季")).Says("没有找到您可以催办的文件"));
        Assert.True(Assert.Single(await _town.Person("gaoyuan").Say("催办 冬季")).Says("没有找到您可以催办的文件"));
        Assert.Contains("本件现在等您自己办理", Assert.Single(await Head.Say("催办 防火")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desk_that_rests_is_told_of_to_the_leader_and_then_to_the_one_above()
    {
        await Drafter.Draft(("标题", Title));
        await _town.Pass(TimeSpan.FromHours(24)); // Tuesday 09:00: seven and a half working hours
        Assert.DoesNotContain(_town.Person("gaoyuan").Chat, shown => shown.Card.Says(Title));
        await _town.Pass(TimeSpan.FromHours(1));
        await _town.Person("gaoyuan").Live("已提请高远汀(演示)督办");
        await Head.Live("已超过办理时限", Agreed);
        await _town.Pass(TimeSpan.FromDays(2));
        await _town.Person("gaoyuan").Live("已提请高远汀(演示)、鲁明泽(演示)督办");
        await _town.Verify();
    }

    private int Sent() => _town.Teams.Requests.Count(request => request.IsSend && request.Conversation == Head.Conversation);
}
