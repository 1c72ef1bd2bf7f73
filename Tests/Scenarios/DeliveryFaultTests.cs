using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>A far side that refuses, stalls, loses or accepts without saying so, and a program killed in between: one live card each, no alert twice.</summary>
public sealed class DeliveryFaultTests : IAsyncLifetime
{
    private const string Title = "关于做好冬季生活必需品保供工作的通知";
    private const string Agreed = "同意此件公开发布";
    private Town _town = null!;

    private Resident Drafter => _town.Person("liying");
    private Resident Head => _town.Person("pulan");

    public async ValueTask InitializeAsync()
    {
        _town = await Town.Start(("Channel:Patience", "00:00:01"));
        await _town.Install("liying", "pulan", "zhoulin", "xushan", "gaoyuan");
        // The greetings are not what is tested here.
        await _town.Teams.Until(teams => teams.Requests.Count(request => request.IsSend) >= 5);
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Theory]
    [InlineData(429, true)]
    [InlineData(429, false)]
    [InlineData(412, false)]
    public async Task A_send_that_surely_failed_is_sent_again_and_still_alerts(int status, bool retryAfter)
    {
        _town.Teams.Next(new Scripted(status, For: ToHead, Headers: retryAfter ? [("Retry-After", "3600")] : []));
        await Drafter.Draft(("标题", Title));
        await _town.Teams.Until(teams => teams.Requests.Any(ToHead));
        await _town.Settle();
        await _town.Pass(TimeSpan.FromMinutes(50));
        if (retryAfter) Assert.Single(Sent());
        await _town.Pass(TimeSpan.FromMinutes(15));

        Assert.Equal(2, Sent().Count);
        Assert.True(Alerts(Sent()[1]), "It was never delivered, so the second still alerts.");
        await OneLiveCard();
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(502, true)]
    [InlineData(504, true)]
    public async Task A_send_of_unknown_outcome_is_repeated_silently_until_one_card_is_known(int status, bool accepted)
    {
        _town.Teams.Next(new Scripted(status, Accept: accepted, For: ToHead));
        await Drafter.Draft(("标题", Title));
        await _town.Teams.Until(teams => teams.Requests.Any(ToHead));
        await _town.Settle();
        await _town.Settle();

        Assert.Equal(2, Sent().Count);
        Assert.True(Alerts(Sent()[0]) && !Alerts(Sent()[1]), "One alert is begun once.");
        await OneLiveCard();
    }

    [Fact]
    public async Task A_hanging_connector_delays_nobody_else_and_ends_in_one_card()
    {
        var never = new TaskCompletionSource();
        _town.Teams.Next(new Scripted(201, After: never.Task, For: ToHead));
        await Drafter.Draft(("标题", Title));
        await _town.Teams.Until(teams => teams.Requests.Any(ToHead));
        Assert.True((await Drafter.Say("我的"))[0].Says(Title));
        await _town.Settle();
        await _town.Settle();
        await OneLiveCard();
        never.SetResult();
    }

    [Fact]
    public async Task A_person_who_blocked_the_bot_finds_everything_when_they_are_back()
    {
        _town.Teams.Next(new Scripted(403, """{"error":{"code":"ConversationBlockedByUser"}}""", For: ToHead));
        await Drafter.Draft(("标题", Title));
        await _town.Teams.Until(teams => teams.Requests.Any(ToHead));
        await _town.Settle();
        Assert.Single(Sent());

        Assert.True((await Head.Say("待办"))[0].Says(Title));
        await _town.Settle();
        Assert.Equal(2, Sent().Count);
        await OneLiveCard();
    }

    [Fact]
    public async Task A_block_that_is_lifted_without_a_word_is_noticed_within_hours()
    {
        _town.Teams.Next(new Scripted(403, """{"error":{"code":"ConversationBlockedByUser"}}""", For: ToHead));
        await Drafter.Draft(("标题", Title));
        await _town.Teams.Until(teams => teams.Requests.Any(ToHead));
        await _town.Settle();
        await _town.Pass(TimeSpan.FromHours(2));
        Assert.True(Alerts(Sent()[^1]));
        await OneLiveCard();
    }

    [Fact]
    public async Task A_message_that_is_gone_is_posted_anew_without_another_alert()
    {
        await Drafter.Draft(("标题", Title));
        var (id, card) = await Head.Live(Title, Agreed);
        _town.Teams.Next(new Scripted(404, """{"error":{"code":"ActivityNotFoundInConversation"}}""", For: request => request.IsUpdate && request.Conversation == Head.Conversation));
        await Head.Press(card, Agreed, on: id);
        await _town.Settle();

        Assert.Equal(2, Sent().Count);
        Assert.False(Alerts(Sent()[1]));
        Assert.Contains(Head.Chat, shown => shown.Id != id && shown.Card.Says("等待办公室二审"));
    }

    [Fact]
    public async Task Somebody_who_never_wrote_is_reached_through_a_conversation_opened_for_them()
    {
        await _town.Person("yangzhi").Draft(("标题", Title));
        await _town.Settle();

        Assert.Contains(_town.Teams.Requests, request => request.IsOpen
            && request.Body.GetProperty("members")[0].GetProperty("id").GetString() == DemoBureau.Person("zhangmu").AadObjectId);
        var opened = _town.Teams.Messages($"a:opened-{DemoBureau.Person("zhangmu").AadObjectId}");
        Assert.Contains("请", opened[0].Body.GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_between_commit_and_send_the_card_comes_after_the_restart()
    {
        _town.Teams.Next(new Scripted(429, For: ToHead, Headers: ("Retry-After", "3600")));
        await Drafter.Draft(("标题", Title));
        await _town.Teams.Until(teams => teams.Requests.Any(ToHead));
        await _town.Settle();
        await _town.Bot.Kill();
        await _town.Bot.StartAgain();
        await _town.Pass(TimeSpan.FromHours(2));

        Assert.Equal(2, Sent().Count);
        Assert.True(Alerts(Sent()[1]), "The head has not been told yet, so this one alerts.");
        await OneLiveCard();
        await _town.Verify();
    }

    [Fact]
    public async Task Killed_between_send_and_record_at_worst_a_dead_duplicate_stands_and_corrects_itself()
    {
        var never = new TaskCompletionSource();
        _town.Teams.Next(new Scripted(201, Accept: true, After: never.Task, For: ToHead));
        await Drafter.Draft(("标题", Title));
        await _town.Teams.Until(teams => teams.Requests.Any(ToHead));
        await _town.Bot.Kill();
        never.SetResult();
        await _town.Bot.StartAgain();
        await _town.Teams.Until(_ => Sent().Count == 2);
        await _town.Settle();

        Assert.True(Alerts(Sent()[0]) && !Alerts(Sent()[1]), "One alert is begun once, whatever was interrupted.");
        Assert.Equal(2, Head.Chat.Count(shown => shown.Card.Offers(Agreed)));

        // The duplicate is clicked: it is answered like the live one, becomes it, and the other is blanked.
        var (dead, card) = Head.Chat.First(shown => shown.Card.Offers(Agreed));
        Assert.True((await Head.Press(card, Agreed, on: dead)).Card.Says("等待办公室二审"));
        await _town.Settle();
        Assert.DoesNotContain(Head.Chat, shown => shown.Card.Offers(Agreed));
        await _town.Verify();
    }

    [Fact]
    public async Task A_refused_credential_loses_nothing_and_the_alert_still_comes()
    {
        _town.Teams.Next(new Scripted(401, For: ToHead));
        await Drafter.Draft(("标题", Title));
        await _town.Teams.Until(teams => teams.Requests.Any(ToHead));
        await _town.Settle();
        await _town.Pass(TimeSpan.FromMinutes(10));
        Assert.Equal(2, Sent().Count);
        Assert.True(Alerts(Sent()[^1]));
        await OneLiveCard();
    }

    [Fact]
    public async Task Looking_at_several_slips_from_one_list_moves_no_live_card()
    {
        await Drafter.Draft(("标题", Title));
        await Drafter.Draft(("标题", "第二件"));
        await Head.Live("第二件", Agreed);
        await Head.Live(Title, Agreed);
        foreach (var slip in new[] { "slip-2026-0000001", "slip-2026-0000002" })
            await Head.Send("slip.show", new Dictionary<string, string>(StringComparer.Ordinal) { ["slip"] = slip }, on: "the-list");
        await _town.Settle();
        Assert.Equal(2, Head.Chat.Count(shown => shown.Card.Offers(Agreed)));
    }

    [Fact]
    public async Task The_drafting_card_itself_becomes_the_drafters_live_card()
    {
        await Drafter.Post(new System.Text.Json.Nodes.JsonObject(Message("拟稿")));
        var (id, form) = await Drafter.Live("是否涉密", "提交");
        await Drafter.Press(form, "提交", [("是否涉密", "否"), ("标题", Title)], on: id);
        await _town.Settle();
        var (now, card) = await Drafter.Live(Title, "撤回");
        Assert.Equal(id, now);
        Assert.Equal(1, Drafter.Chat.Count(shown => shown.Card.Says(Title)));
        Assert.False(card.Offers("提交"));
    }

    [Fact]
    public async Task A_returned_slip_comes_to_its_drafter_as_a_new_message_and_the_old_card_is_blanked()
    {
        await Drafter.Draft(("标题", Title));
        var (first, _) = await Drafter.Live(Title, "撤回");
        var (id, card) = await Head.Live(Title, "退回修改");
        await Head.Press(card, "退回修改", [("退回理由", "请补充附件")], on: id);
        await _town.Settle();

        var (now, revise) = await Drafter.Live(Title, "修改后重新提交");
        Assert.NotEqual(first, now);
        Assert.Contains("请补充附件", revise.Text, StringComparison.Ordinal);
        var old = Drafter.Chat.Single(shown => shown.Id == first).Card;
        Assert.False(old.Offers("撤回") || old.Offers("修改后重新提交"));
    }

    [Fact]
    public async Task An_urgent_slip_that_rests_is_brought_back_to_its_desk_once()
    {
        await Drafter.Draft(("标题", Title), ("紧急程度", "特急"));
        await Head.Live(Title, Agreed);
        await _town.Pass(TimeSpan.FromMinutes(115));
        Assert.Single(Sent());
        await _town.Pass(TimeSpan.FromMinutes(10));
        Assert.Equal(2, Sent().Count);
        Assert.True(Alerts(Sent()[1]));
        await _town.Pass(TimeSpan.FromDays(3));
        Assert.Equal(2, Sent().Count);
        await OneLiveCard();
        await _town.Verify();
    }

    private Dictionary<string, System.Text.Json.Nodes.JsonNode?> Message(string text) =>
        Drafter.Click("x", new Dictionary<string, string>(StringComparer.Ordinal)).ToDictionary(
            pair => pair.Key, pair => pair.Key switch { "type" => "message", "value" => null, _ => pair.Value?.DeepClone() }, StringComparer.Ordinal)
            .Append(new("text", text)).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    private bool ToHead(Received request) => request.IsSend && request.Conversation == Head.Conversation && request.Body.ToString().Contains(Title, StringComparison.Ordinal);

    private List<Received> Sent() => _town.Teams.Requests.Where(ToHead).ToList();

    private static bool Alerts(Received request) =>
        request.Body.TryGetProperty("channelData", out var data) && data.TryGetProperty("notification", out var notification) && notification.GetProperty("alert").GetBoolean();

    /// <summary>Of all cards standing in the head's chat, the journal's newest is live and can be signed.</summary>
    private async Task OneLiveCard()
    {
        var (id, card) = await Head.Live(Title, Agreed);
        Assert.True((await Head.Press(card, Agreed, on: id)).Card.Says("等待办公室二审"));
    }
}
