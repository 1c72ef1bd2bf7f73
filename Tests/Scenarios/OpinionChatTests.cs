using DisclosureBot.Tests.Documents;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>Public opinion in chat: reported by word, form and picture, taken in person and in the section's group, through the front door.</summary>
public sealed class OpinionChatTests : IAsyncLifetime
{
    private const string Story = "某超市水产被指按个数虚标重量";
    private Town _town = null!;
    private GroupChat _group = null!;

    private Resident Reporter => _town.Person("yangzhi");

    public async ValueTask InitializeAsync()
    {
        _town = await Town.Start(("Documents:MostMegabytes", "1"));
        _group = new GroupChat(_town, "19:ops@thread.v2");
        await _town.Install("yangzhi", "luoqing", "jiwen");
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task A_word_reports_and_the_reporters_card_follows()
    {
        var said = Assert.Single(await Reporter.Say($"舆情 {Story}。视频播放过万 来源:微博 https://weibo.com/1 昨天21:40发生"));
        Assert.Contains("已上报,编号 舆2026-0001", said.Text, StringComparison.Ordinal);
        var (_, card) = await Reporter.Live(Story);
        Assert.True(card.Says("微博"), card.Text);
        Assert.True(card.Says("11月22日 21:40"), card.Text);
        Assert.True((await _town.Person("luoqing").Live(Story)).Card.Offers("我来处理"));
        await _town.Settle();
        Assert.Single(Reporter.Chat, message => message.Card.Says(Story));
    }

    [Fact]
    public async Task The_same_words_again_are_the_same_report()
    {
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.Contains("舆2026-0001", Assert.Single(await Reporter.Say($"舆情 {Story}")).Text, StringComparison.Ordinal);
        Assert.Contains("舆2026-0002", Assert.Single(await _town.Person("duanhe").Say($"舆情 {Story}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("舆情 怎么报?")]
    [InlineData("舆情 起火")]
    public async Task A_question_or_hardly_a_word_is_answered_with_an_example(string text) =>
        Assert.Contains("例如“舆情", Assert.Single(await Reporter.Say(text)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task The_form_becomes_the_reporters_live_card_and_makes_one_item()
    {
        var form = Assert.Single(await Reporter.Say("舆情"));
        (string, string)[] filled = [("是否涉密", "否"), ("标题", Story), ("在哪里看到", "12345热线"), ("疑似突发事件", "是")];
        var made = await Reporter.Press(form, "上报", filled);
        Assert.True(made.Card.Says("已上报,编号 舆2026-0001"), made.Text);
        Assert.True(made.Card.Says("12345热线"), made.Text);
        Assert.True((await Reporter.Press(form, "上报", filled)).Card.Says("舆2026-0001"));
        Assert.Contains("没有找到", (await _town.Person("duanhe").Press(form, "上报", filled)).Text, StringComparison.Ordinal);
        Assert.Contains("1件", (await _town.Person("luoqing").Say("舆情列表"))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_form_keeps_what_was_typed()
    {
        var form = Assert.Single(await Reporter.Say("舆情"));
        var refused = await Reporter.Press(form, "上报", [("是否涉密", "否"), ("标题", Story), ("地点", "楚雄市")]);
        Assert.True(refused.Card.Says("请选择“在哪里看到”"), refused.Text);
        Assert.Equal((Story, "楚雄市"), (refused.Card.ValueOf("标题"), refused.Card.ValueOf("地点")));
        Assert.True((await Reporter.Press(refused.Card, "上报", [("是否涉密", "否"), ("在哪里看到", "微博")])).Card.Says("已上报"));
    }

    [Fact]
    public async Task What_is_classified_is_kept_nowhere()
    {
        var form = Assert.Single(await Reporter.Say("舆情"));
        var ended = await Reporter.Press(form, "上报", [("是否涉密", "是"), ("标题", "一件涉密的事")]);
        Assert.Contains("涉密渠道", ended.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("一件涉密的事", ended.Text, StringComparison.Ordinal);
        Assert.Contains("(0件)", (await _town.Person("luoqing").Say("舆情列表"))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keepers_see_the_open_items_above_the_form_and_find_them_by_word()
    {
        await Reporter.Say($"舆情 {Story}");
        var both = await _town.Person("luoqing").Say("舆情");
        Assert.Equal(2, both.Count);
        Assert.True(both[0].Says(Story) && both[1].Offers("上报"));
        foreach (var words in new[] { "查 超市", "查 舆2026-0001", "待办" }) Assert.True((await _town.Person("luoqing").Say(words))[0].Says(Story), words);
        Assert.True((await Reporter.Say("我的"))[0].Says(Story));
        var opened = await _town.Person("luoqing").Press(both[0], "打开 舆2026-0001");
        Assert.True(opened.Card.Says(Story), opened.Text);
    }

    [Fact]
    public async Task Who_has_no_part_in_it_finds_and_opens_nothing()
    {
        await Reporter.Say($"舆情 {Story}");
        var list = (await _town.Person("luoqing").Say("舆情列表"))[0];
        foreach (var person in new[] { "zhoulin", "duanhe", "pulan" })
        {
            Assert.False((await _town.Person(person).Say("查 超市"))[0].Says(Story), person);
            Assert.False((await _town.Person(person).Say("舆情列表"))[0].Says(Story), person);
            Assert.Contains("没有找到", (await _town.Person(person).Press(list, "打开 舆2026-0001")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_takes_it_in_person_and_the_others_cards_say_so()
    {
        await Reporter.Say($"舆情 {Story}");
        var (id, card) = await _town.Person("luoqing").Live(Story, "我来处理");
        var taken = await _town.Person("luoqing").Press(card, "我来处理", on: id);
        Assert.True(taken.Card.Says("已办理"), taken.Text);
        await _town.Settle();
        Assert.True((await _town.Person("jiwen").Live(Story)).Card.Says("罗青砚(演示)处理中"));
        await _town.Verify();
    }

    [Fact]
    public async Task In_the_group_one_card_stands_and_is_updated_in_place()
    {
        Assert.Contains("今后的舆情提醒发到这里", await _group.Say("jiwen", "接收舆情"), StringComparison.Ordinal);
        await Reporter.Say($"舆情 {Story}");
        var alert = await _group.Live(Story);
        var taken = await _group.Press("luoqing", alert, "我来处理");
        Assert.True(taken.Card.Says("罗青砚(演示):已办理"), taken.Text);
        await _town.Settle();
        var standing = Assert.Single(_group.Cards);
        Assert.Equal(alert.Id, standing.Id);
        Assert.True(standing.Card.Says("罗青砚(演示)处理中"), standing.Card.Text);
        Assert.True((await _town.Person("luoqing").Live(Story)).Card.Says("罗青砚(演示)处理中"));
        Assert.Contains("接手", (await _group.Press("jiwen", alert, "我来处理")).Text, StringComparison.Ordinal);
        await _town.Verify();
    }

    [Fact]
    public async Task In_a_channel_alerts_are_posts_of_their_own_whichever_post_was_answered()
    {
        var channel = new GroupChat(_town, "19:ops@thread.tacv2", "channel");
        await channel.Say("luoqing", "接收舆情", post: "1700000000000");
        await Reporter.Say($"舆情 {Story}");
        var alert = await channel.Live(Story);
        await channel.Press("luoqing", alert, "我来处理");
        await _town.Settle();
        Assert.True(Assert.Single(channel.Cards).Card.Says("罗青砚(演示)处理中"));
    }

    [Fact]
    public async Task In_the_group_only_those_who_may_work_on_it_and_only_on_items()
    {
        await _group.Say("luoqing", "接收舆情");
        await Reporter.Say($"舆情 {Story}");
        var alert = await _group.Live(Story);
        Assert.Contains("花名册", await _group.PressAsStranger(alert, "我来处理"), StringComparison.Ordinal);
        Assert.Contains("没有找到", (await _group.Press("zhoulin", alert, "我来处理")).Text, StringComparison.Ordinal);
        Assert.Contains("一对一", await _group.Say("luoqing", "待办"), StringComparison.Ordinal);

        var other = new GroupChat(_town, "19:elsewhere@thread.v2");
        Assert.Contains("本群没有在接收舆情提醒", (await other.Press("luoqing", alert, "我来处理")).Text, StringComparison.Ordinal);
        await _town.Settle();
        Assert.True(Assert.Single(_group.Cards).Card.Says("等待接手"));
    }

    [Fact]
    public async Task Another_group_takes_over_and_the_old_one_is_told_nothing_more()
    {
        await _group.Say("luoqing", "接收舆情");
        await Reporter.Say($"舆情 {Story}");
        var old = await _group.Live(Story);
        await _town.Settle();

        var next = new GroupChat(_town, "19:new@thread.v2");
        Assert.Contains("改发到这里", await next.Say("jiwen", "接收舆情"), StringComparison.Ordinal);
        var moved = await next.Live(Story);
        Assert.Contains("改发到别的群", (await _group.Press("luoqing", old, "我来处理")).Text, StringComparison.Ordinal);
        await next.Press("luoqing", moved, "我来处理");
        await Reporter.Say("舆情 某批发市场起火");
        await next.Live("批发市场");
        await _town.Settle();
        Assert.True(Assert.Single(_group.Cards).Card.Says("等待接手"));
    }

    [Fact]
    public async Task Stopped_or_removed_the_group_is_sent_nothing_until_it_is_named_again()
    {
        await _group.Say("luoqing", "接收舆情");
        Assert.Contains("不再发到这里", await _group.Say("luoqing", "停止接收舆情"), StringComparison.Ordinal);
        await Reporter.Say($"舆情 {Story}");
        await _town.Settle();
        Assert.Empty(_group.Cards);

        await _group.Say("luoqing", "接收舆情");
        await _group.Live(Story);
        await _group.Remove();
        await Reporter.Say("舆情 某批发市场起火");
        await _town.Settle();
        Assert.Single(_group.Cards);
        Assert.Contains("没有在接收", await _group.Say("luoqing", "停止接收舆情"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_sections_head_and_opinion_officers_name_the_group_and_only_in_it()
    {
        Assert.Contains("只有罗青砚(演示)、纪文岫(演示)", await _group.Say("pulan", "接收舆情"), StringComparison.Ordinal);
        Assert.Contains("工作群或频道", Assert.Single(await _town.Person("luoqing").Say("接收舆情")).Text, StringComparison.Ordinal);
        Assert.Contains("没有在接收", await _group.Say("luoqing", "停止接收舆情"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_sent_with_the_word_goes_onto_the_item_it_reports()
    {
        await using var files = await FakeFileHost.Start();
        var said = await Reporter.SendFiles($"舆情 {Story}", ("截图.png", files.Serve(Samples.Png())));
        Assert.Contains("已上报,编号 舆2026-0001", said[0].Text, StringComparison.Ordinal);
        Assert.True(said[1].Says("已存入 舆2026-0001"), said[1].Text);
        var all = (await Reporter.Press(said[1], "查看文件")).Card;
        Assert.True(all.Says("截图.png"), all.Text);
    }

    [Fact]
    public async Task A_file_sent_alone_is_put_on_an_open_item_without_a_role()
    {
        await using var files = await FakeFileHost.Start();
        await Reporter.Say($"舆情 {Story}");
        var ask = Assert.Single(await Reporter.SendFiles("", ("截图.png", files.Serve(Samples.Png()))));
        Assert.StartsWith("舆2026-0001", Assert.Single(ask.ChoicesOf("放到哪件")), StringComparison.Ordinal);
        var kept = await Reporter.Press(ask, "存入");
        Assert.True(kept.Card.Says("已存入 舆2026-0001"), kept.Text);
        Assert.True((await Reporter.Press(ask, "存入")).Card.Says("已存入 舆2026-0001"));

        var listed = (await _town.Person("luoqing").Press(kept.Card, "查看文件")).Card;
        var address = listed.Json.GetRawText().Split('"').First(text => text.Contains("/files/", StringComparison.Ordinal));
        using var opened = await _town.Bot.Client.GetAsync(new Uri(address), TestContext.Current.CancellationToken);
        Assert.Equal(Samples.Png(), await opened.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Contains("没有找到", (await _town.Person("duanhe").Press(kept.Card, "查看文件")).Text, StringComparison.Ordinal);
        await _town.Verify();
    }
}
