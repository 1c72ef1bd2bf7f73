using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>委托 through the front door: entered, acted on, ended, revoked, and kept over a restart.</summary>
public sealed class StandInTests : IAsyncLifetime
{
    private const string Title = "关于做好冬季生活必需品保供工作的通知";
    private const string Agree = "同意此件公开发布";
    private Town _town = null!;

    public async ValueTask InitializeAsync()
    {
        _town = await Town.Start();
        await _town.Install("liying", "pulan", "zhangmu", "zhoulin", "xushan", "gaoyuan", "luming", "maoyun");
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task A_stand_in_is_told_gets_the_slip_signs_it_and_the_trail_says_for_whom()
    {
        await Delegate("pulan", "zhangmu");
        Assert.Contains("普云岚(演示)委托张牧原(演示)", (await _town.Person("zhangmu").Live("授权依据")).Card.Text, StringComparison.Ordinal);
        await _town.Person("liying").Draft(("标题", Title));

        var (id, card) = await _town.Person("zhangmu").Live(Title, Agree);
        Assert.Contains("您受普云岚(演示)委托代为办理。", card.Text, StringComparison.Ordinal);
        Assert.Contains(Title, (await _town.Person("zhangmu").Say("待办"))[0].Text, StringComparison.Ordinal);
        await _town.Person("pulan").Live(Title, Agree);
        var done = await _town.Person("zhangmu").Press(card, Agree, on: id);
        Assert.Contains("张牧原(演示)(受普云岚(演示)委托)", done.Text, StringComparison.Ordinal);
        Assert.Contains("等待办公室二审", done.Text, StringComparison.Ordinal);
        var again = await _town.Person("zhangmu").Press(card, Agree, on: id);
        Assert.Contains("已办理", again.Text, StringComparison.Ordinal);

        await _town.Settle();
        var (headId, head) = await _town.Person("pulan").Live(Title);
        Assert.Contains("(受普云岚(演示)委托)", head.Text, StringComparison.Ordinal);
        Assert.False(head.Offers(Agree), headId);
        await _town.Verify();
    }

    [Fact]
    public async Task It_ends_in_the_middle_of_a_stage_and_only_the_absent_person_is_left()
    {
        await Delegate("pulan", "zhangmu");
        await _town.Person("liying").Draft(("标题", Title));
        var (id, card) = await _town.Person("zhangmu").Live(Title, Agree);
        await _town.Pass(TimeSpan.FromHours(15)); // midnight: the last day is over

        var late = await _town.Person("zhangmu").Press(card, Agree, on: id);
        Assert.Contains("委托已于11月24日 00:00到期", late.Text, StringComparison.Ordinal);
        Assert.Contains("请由普云岚(演示)办理", late.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Title, (await _town.Person("zhangmu").Say("待办"))[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Title, (await _town.Person("zhangmu").Say("查 保供"))[0].Text, StringComparison.Ordinal);
        await _town.Teams.Until(_ => _town.Person("zhangmu").Chat.Any(message => message.Id == id && message.Card.Says("不再由您代为办理")));

        var (ownId, own) = await _town.Person("pulan").Live(Title, Agree);
        Assert.Contains("等待办公室二审", (await _town.Person("pulan").Press(own, Agree, on: ownId)).Text, StringComparison.Ordinal);
        await _town.Verify();
    }

    [Fact]
    public async Task What_waits_when_it_begins_is_put_before_the_stand_in_and_revocation_takes_it_away_over_a_restart()
    {
        await _town.Person("liying").Draft(("标题", Title));
        await _town.Person("pulan").Live(Title, Agree);
        await Delegate("pulan", "zhangmu", "2026-11-23", "2026-11-27");
        var (id, card) = await _town.Person("zhangmu").Live(Title, Agree);
        Assert.Contains("张牧原(演示)受普云岚(演示)委托代为办理", card.Text, StringComparison.Ordinal);

        await _town.Restart(TimeSpan.FromHours(1), kill: true);
        await _town.Settle();
        Assert.Contains(Title, (await _town.Person("zhangmu").Say("待办"))[0].Text, StringComparison.Ordinal);

        var (formId, form) = await _town.Person("pulan").Live("授权依据", "撤销委托");
        Assert.Contains("已撤销", (await _town.Person("pulan").Press(form, "撤销委托", on: formId)).Text, StringComparison.Ordinal);
        await _town.Settle();
        Assert.Contains("撤销,不能再代为办理", (await _town.Person("zhangmu").Press(card, Agree, on: id)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Title, (await _town.Person("zhangmu").Say("待办"))[0].Text, StringComparison.Ordinal);
        Assert.Contains(Title, (await _town.Person("pulan").Say("待办"))[0].Text, StringComparison.Ordinal);
        await _town.Verify();
    }

    [Fact]
    public async Task The_desk_lists_it_while_the_委托_runs_and_no_longer()
    {
        await Delegate("pulan", "zhangmu");
        await _town.Person("liying").Draft(("标题", Title));
        await _town.Person("zhangmu").Live(Title, Agree);
        Assert.Contains(Title, await Inbox("zhangmu"), StringComparison.Ordinal);
        await _town.Pass(TimeSpan.FromHours(15));
        Assert.DoesNotContain(Title, await Inbox("zhangmu"), StringComparison.Ordinal);
        Assert.Contains(Title, await Inbox("pulan"), StringComparison.Ordinal);
    }

    private async Task<string> Inbox(string who)
    {
        var text = await _town.Bot.Client.GetStringAsync(new Uri($"/desk/inbox?as={who}", UriKind.Relative), TestContext.Current.CancellationToken);
        using var json = System.Text.Json.JsonDocument.Parse(text);
        return string.Join('\n', json.RootElement.GetProperty("cases").EnumerateArray().Select(line => line.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task The_office_enters_one_for_somebody_absent_and_the_chain_stops_at_the_first_stand_in()
    {
        await Delegate("xushan", "zhangmu", of: "pulan");
        await Delegate("zhangmu", "maoyun");
        await _town.Person("liying").Draft(("标题", Title));
        await _town.Person("zhangmu").Live(Title, Agree);
        await _town.Settle();
        Assert.DoesNotContain(_town.Person("maoyun").Chat, message => message.Card.Says(Title));
        Assert.DoesNotContain(Title, (await _town.Person("maoyun").Say("查 保供"))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_wrote_the_draft_is_not_asked_for_the_absent_head()
    {
        await Delegate("pulan", "liying");
        await _town.Person("liying").Draft(("标题", Title));
        await _town.Settle();
        Assert.False((await _town.Person("liying").Live(Title)).Card.Offers(Agree));
        Assert.DoesNotContain(Title, (await _town.Person("liying").Say("待办"))[0].Text, StringComparison.Ordinal);
        await _town.Person("pulan").Live(Title, Agree);
    }

    private async Task Delegate(string who, string to, string? since = null, string? until = null, string? of = null)
    {
        var person = _town.Person(who);
        var form = Assert.Single(await person.Say("委托"));
        (string, string)[] days = [.. since is null ? [] : new[] { ("开始日期", since) }, .. until is null ? [] : new[] { ("结束日期", until) }];
        (string, string)[] from = of is null ? [] : [("委托人", Choice(of))];
        var done = await person.Press(form, "提交委托", [.. from, ("受托人", Choice(to)), ("授权依据", "因公出差,经分管领导同意"), .. days]);
        Assert.Contains("已委托", done.Text, StringComparison.Ordinal);
        await _town.Settle();
    }

    private static string Choice(string id) => $"{DemoBureau.Person(id).Name}({DemoBureau.Person(id).Section.Name})";
}
