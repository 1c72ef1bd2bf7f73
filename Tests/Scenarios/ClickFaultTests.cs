using System.Text.Json.Nodes;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>Clicks that come twice, too late, from the wrong hand or with a forged payload: a clear answer, and nothing decided twice.</summary>
public sealed class ClickFaultTests : IAsyncLifetime
{
    private const string Title = "关于做好冬季生活必需品保供工作的通知";
    private const string Agreed = "同意此件公开发布";
    private Town _town = null!;

    private Resident Drafter => _town.Person("liying");
    private Resident Head => _town.Person("pulan");
    private Resident Officer => _town.Person("zhoulin");

    public async ValueTask InitializeAsync()
    {
        _town = await Town.Start();
        await _town.Install("liying", "pulan", "zhoulin", "xushan", "gaoyuan", "luming");
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task The_same_click_twice_at_once_and_again_later_decides_once()
    {
        await Draft();
        var (id, card) = await Head.Live(Title, Agreed);
        var (verb, data) = card.Press(Agreed);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Head.Send(verb, data, id)));
        var later = await Head.Send(verb, data, id);

        Assert.All(answers.Append(later), answer => Assert.True(answer.Card.Says("等待办公室二审"), answer.Text));
        Assert.All(answers.Append(later), answer => Assert.DoesNotContain("没有生效", answer.Text, StringComparison.Ordinal));
        Assert.Equal(1, Count(later.Text, $"科室负责人初审:拟同意,请办公室审核。{Agreed}"));
        await _town.Verify();
    }

    [Fact]
    public async Task The_same_form_submitted_many_times_makes_one_slip()
    {
        var form = Assert.Single(await Drafter.Say("拟稿"));
        var (verb, data) = form.Press("提交", ("是否涉密", "否"), ("标题", Title));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Drafter.Send(verb, data)));

        Assert.All(answers, answer => Assert.True(answer.Card.Says("已提交,签号 2026-0001"), answer.Text));
        Assert.True((await Drafter.Say("我的"))[0].Says("我的(1件)"));
    }

    [Fact]
    public async Task Several_drafts_at_once_get_numbers_of_their_own()
    {
        var forms = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Drafter.Say("拟稿")));
        var answers = await Task.WhenAll(forms.Select((form, i) => Drafter.Press(form[0], "提交", [("是否涉密", "否"), ("标题", $"第{i}件")])));
        var numbers = answers.Select(answer => answer.Text.Split("签号 ")[1][..9]).Order(StringComparer.Ordinal);
        Assert.Equal(["2026-0001", "2026-0002", "2026-0003", "2026-0004", "2026-0005", "2026-0006"], numbers);
    }

    [Fact]
    public async Task Of_two_racing_officers_one_wins_and_the_other_sees_at_once_who()
    {
        await Draft();
        await Press(Head, Agreed);
        var other = _town.Person("xushan");
        var (id, card) = await Officer.Live(Title, Agreed);
        var (otherId, otherCard) = await other.Live(Title, Agreed);

        var answers = await Task.WhenAll(
            Officer.Press(card, Agreed, on: id),
            other.Press(otherCard, "签署", [("公开属性", "此件应不公开"), ("理由", "《条例》第十五条:商业秘密")], on: otherId));

        var lost = Assert.Single(answers, answer => answer.Text.Contains("没有生效", StringComparison.Ordinal)
            || answer.Text.Contains("不由您办理", StringComparison.Ordinal));
        Assert.True(lost.Card.Says("等待局领导签发"), lost.Text);
        Assert.Empty((await other.Say("待办"))[0].ButtonTitles);
        Assert.Empty((await Officer.Say("待办"))[0].ButtonTitles);
        await _town.Settle();
        Assert.False((await Officer.Live(Title)).Card.Offers(Agreed));
        Assert.False((await other.Live(Title)).Card.Offers(Agreed));
        await _town.Verify();
    }

    [Fact]
    public async Task A_click_on_a_stale_card_changes_nothing_and_brings_the_present_one()
    {
        await Draft();
        var (id, old) = await Head.Live(Title, Agreed);
        await Head.Press(old, "退回修改", [("退回理由", "请补充附件")], on: id);
        var (_, revise) = await Drafter.Live(Title, "修改后重新提交");
        await Drafter.Press(revise, "修改后重新提交");

        var answer = await Head.Press(old, Agreed, on: id);

        Assert.Contains("已经过时", answer.Text, StringComparison.Ordinal);
        Assert.True(answer.Card.Offers(Agreed), "The present card can be signed.");
        Assert.Contains("第2稿", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yangzhi", "不在您的办理范围内")] // a stranger
    [InlineData("liying", "起草人不能审签自己起草的文件")]
    [InlineData("gaoyuan", "现在不由您办理")]
    public async Task A_click_by_the_wrong_hand_says_why_and_who_can(string person, string why)
    {
        await Draft();
        var (_, card) = await Head.Live(Title, Agreed);
        var answer = await _town.Person(person).Press(card, Agreed);
        Assert.Contains(why, answer.Text, StringComparison.Ordinal);
        if (person != "yangzhi") Assert.Contains("普云岚(演示)", answer.Text, StringComparison.Ordinal);
        Assert.True((await Head.Say("待办"))[0].Says(Title));
    }

    [Fact]
    public async Task Nobody_signs_two_adjacent_desks()
    {
        await _town.Install("shenxi");
        await _town.Person("shenxi").Draft(("标题", Title));
        var director = _town.Person("xushan");
        await Press(director, Agreed);
        var (id, card) = await Officer.Live(Title, Agreed);
        Assert.Contains("不得连续签署两道", (await director.Press(card, Agreed)).Text, StringComparison.Ordinal);
        Assert.True((await Officer.Press(card, Agreed, on: id)).Card.Says("等待局领导签发"));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"slip":"slip-2026-0000001"}""")]
    [InlineData("""{"slip":"slip-2026-0000001","turn":"第一"}""")]
    [InlineData("""{"slip":"slip-2026-0000001","turn":"1","attribute":"everything"}""")]
    [InlineData("""{"slip":"slip-2026-0000001","turn":"1","attribute":"notDisclosed"}""")]
    [InlineData("""{"slip":"slip-2026-0000001","turn":"9223372036854775807","attribute":"public"}""")]
    [InlineData("""{"slip":"slip-2026-0000009","turn":"1","attribute":"public"}""")]
    [InlineData("""{"slip":["slip-2026-0000001"],"turn":{},"attribute":1}""")]
    [InlineData("""{"slip":"' OR 1=1 --","turn":"1","attribute":"public"}""")]
    [InlineData("""[1,2,3]""")]
    [InlineData("\"text\"")]
    public async Task A_forged_payload_gets_a_sentence_and_decides_nothing(string data)
    {
        await Draft();
        await Head.Live(Title, Agreed);
        var activity = Head.Click("slip.sign", new Dictionary<string, string>(StringComparer.Ordinal));
        activity["value"]!["action"]!["data"] = JsonNode.Parse(data);

        var answer = (await Head.Post(activity)).GetProperty("value").ToString();

        Assert.NotEmpty(answer);
        Assert.True((await Head.Say("待办"))[0].Says(Title), "It still waits for the head.");
    }

    [Fact]
    public async Task What_was_typed_survives_a_refusal()
    {
        var form = Assert.Single(await Drafter.Say("拟稿"));
        var refused = (await Drafter.Press(form, "提交",
            [("是否涉密", "否"), ("标题", Title), ("主送", "各县市商务局"), ("公开属性", "此件不公开"), ("理由", "不宜公开")])).Card;
        Assert.Contains("法定依据", refused.Text, StringComparison.Ordinal);
        Assert.Equal((Title, "各县市商务局", "不宜公开"), (refused.ValueOf("标题"), refused.ValueOf("主送"), refused.ValueOf("理由")));

        var again = (await Drafter.Press(refused, "提交", [("理由", "《条例》第十六条第一款:内部事务信息")])).Card;
        Assert.Contains("已提交", again.Text, StringComparison.Ordinal);

        var (id, card) = await Head.Live(Title, "签署");
        var head = (await Head.Press(card, "签署", [("处理意见", "请再核"), ("公开属性", "此件应公开发布")], on: id)).Card;
        Assert.Contains("请填写“理由”", head.Text, StringComparison.Ordinal);
        Assert.Equal("请再核", head.ValueOf("处理意见"));
    }

    [Fact]
    public async Task Another_document_on_a_used_form_is_not_lost()
    {
        var form = Assert.Single(await Drafter.Say("拟稿"));
        await Drafter.Press(form, "提交", [("是否涉密", "否"), ("标题", Title)]);
        var again = (await Drafter.Press(form, "提交", [("是否涉密", "否"), ("标题", "另一件")])).Card;
        Assert.Contains("已经提交过一件(签号 2026-0001)", again.Text, StringComparison.Ordinal);
        Assert.Equal("另一件", again.ValueOf("标题"));
        Assert.Contains("签号 2026-0002", (await Drafter.Press(again, "提交")).Text, StringComparison.Ordinal);
        Assert.Contains("线下涉密渠道", (await Drafter.Press(form, "提交", [("是否涉密", "是")])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_of_any_length_reaches_its_reader_whole()
    {
        var reason = string.Concat(Enumerable.Range(0, 90).Select(i => $"第{i}处请核对补正。"));
        await Draft();
        var (id, card) = await Head.Live(Title, "退回修改");
        await Head.Press(card, "退回修改", [("退回理由", reason)], on: id);
        Assert.True((await Drafter.Live(Title, "修改后重新提交")).Card.Says(reason));
    }

    [Fact]
    public async Task Too_much_text_is_answered_with_its_limit_and_the_form()
    {
        var form = Assert.Single(await Drafter.Say("拟稿"));
        var refused = (await Drafter.Press(form, "提交", [("是否涉密", "否"), ("标题", new string('长', 1500)), ("主送", "各县市商务局")])).Card;
        Assert.Contains("“标题”最多200字,现有1500字", refused.Text, StringComparison.Ordinal);
        Assert.Equal("各县市商务局", refused.ValueOf("主送"));
    }

    [Fact]
    public async Task A_slip_is_shown_and_decided_in_a_personal_chat_only()
    {
        await Draft();
        var (id, card) = await Head.Live(Title, Agreed);
        var (verb, data) = card.Press(Agreed);
        var click = Head.Click(verb, data, id);
        click["conversation"]!["conversationType"] = "groupChat";
        Assert.Contains("一对一", (await Head.Post(click)).ToString(), StringComparison.Ordinal);
        Assert.True((await Head.Say("待办"))[0].Says(Title));
    }

    [Fact]
    public async Task A_click_that_comes_as_a_message_works_too_and_the_card_changes_in_its_place()
    {
        await Draft();
        var (id, card) = await Head.Live(Title, Agreed);
        var (verb, data) = card.Press(Agreed);
        var message = Head.Click(verb, data, id);
        var value = message["value"]!["action"]!["data"]!.DeepClone();
        value["verb"] = verb;
        message["type"] = "message";
        message.Remove("name");
        message["value"] = value;

        await Head.Post(message);

        await _town.Teams.Until(_ => Head.Chat.Any(shown => shown.Id == id && shown.Card.Says("等待办公室二审")));
        await _town.Settle();
        Assert.Single(Head.Chat, shown => shown.Card.Says(Title));
    }

    private Task Draft() => Drafter.Draft(("标题", Title));

    private static async Task Press(Resident person, string button)
    {
        var (id, card) = await person.Live(Title, button);
        await person.Press(card, button, on: id);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
