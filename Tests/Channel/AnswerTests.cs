using System.Net;
using DisclosureBot.Cards;
using DisclosureBot.Channel;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Channel;

/// <summary>How the bot's answers travel: in the response, or through the connector behind its back.</summary>
public sealed class AnswerTests : IAsyncLifetime
{
    private static readonly AdaptiveCard Card = new() { FallbackText = "处理签", Body = [new TextBlock("同意此件公开发布")] };
    private RecordingConnector connector = null!;
    private ChannelHost host = null!;

    public async ValueTask InitializeAsync()
    {
        connector = await RecordingConnector.Start();
        host = await ChannelHost.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await connector.DisposeAsync();
    }

    [Fact]
    public async Task A_click_is_answered_with_the_card_in_the_response()
    {
        Answers(new([], new ClickAnswer.Card(Card)));
        var answer = await host.Post(Wire.Click(connector.Url));
        var body = await answer.Json();
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), (body.GetProperty("statusCode").GetInt32(), body.GetProperty("type").GetString()));
        Assert.Equal("AdaptiveCard", body.GetProperty("value").GetProperty("type").GetString());
        Assert.Contains("同意此件公开发布", await answer.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_is_answered_with_a_sentence()
    {
        Answers(new([], new ClickAnswer.Sentence("已收到")));
        Assert.Equal("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"已收到"}""", await (await host.Post(Wire.Click(connector.Url))).Text());
    }

    [Fact]
    public async Task A_refused_click_is_http_200_with_its_own_status_inside()
    {
        Answers(new([], new ClickAnswer.Refusal(403, "NotYours", "请由办公室审核")));
        var answer = await host.Post(Wire.Click(connector.Url));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"statusCode":403,"type":"application/vnd.microsoft.error","value":{"code":"NotYours","message":"请由办公室审核"}}""", await answer.Text());
    }

    [Fact]
    public async Task A_message_is_answered_at_once_and_its_replies_come_in_order()
    {
        Answers(new([.. Enumerable.Range(0, 5).Select(i => new Message($"第{i}句"))]));
        Assert.Equal("", await (await host.Post(Wire.Message(connector.Url))).Text());
        await connector.Until(far => far.Messages("a:chat").Count == 5);
        Assert.Equal("第0句|第1句|第2句|第3句|第4句", string.Join('|', connector.Messages("a:chat").Select(message => message.Body.GetProperty("text").GetString())));
    }

    [Fact]
    public async Task A_card_goes_alone_with_its_summary()
    {
        Answers(new([new("请处理", Card, Alert: true)]));
        await host.Post(Wire.Message(connector.Url));
        var sent = (await connector.Until(far => far.Requests.Count == 1))[0].Body;
        Assert.Equal("请处理", sent.GetProperty("summary").GetString());
        Assert.False(sent.TryGetProperty("text", out _));
        Assert.Equal("application/vnd.microsoft.card.adaptive", sent.GetProperty("attachments")[0].GetProperty("contentType").GetString());
        Assert.Equal("处理签", sent.GetProperty("attachments")[0].GetProperty("content").GetProperty("fallbackText").GetString());
        Assert.True(sent.GetProperty("channelData").GetProperty("notification").GetProperty("alert").GetBoolean());
    }

    [Fact]
    public async Task A_click_that_came_as_a_message_is_answered_by_a_message()
    {
        Answers(new([], new ClickAnswer.Refusal(412, "Stale", "这张卡片已经过时")));
        var answer = await host.Post(Wire.Message(connector.Url, """{"value":{"verb":"slip.sign"}}"""));
        Assert.Equal("", await answer.Text());
        Assert.Equal("这张卡片已经过时", (await connector.Until(far => far.Requests.Count == 1))[0].Body.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task A_card_clicked_in_a_group_is_not_said_to_the_whole_group(string kind)
    {
        Answers(new([], new ClickAnswer.Card(Card)));
        var change = $$$"""{"value":{"verb":"slip.show","slip":"s"},"replyToId":"1:7","conversation":{"id":"a:chat","conversationType":"{{{kind}}}"}}""";
        await host.Post(Wire.Message(connector.Url, change));
        var inline = await (await host.Post(Wire.Message(connector.Url, change[..^1] + ""","deliveryMode":"expectReplies"}"""))).Text();
        var sent = (await connector.Until(far => far.Requests.Count == 1))[0].Body.ToString();
        Assert.All(new[] { sent, inline }, said =>
        {
            Assert.DoesNotContain("处理签", said, StringComparison.Ordinal);
            Assert.Contains("一对一聊天", said, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Expected_replies_come_in_the_response()
    {
        Answers(new([new("一"), new("二")]));
        var activities = (await (await host.Post(Wire.Message(connector.Url, """{"deliveryMode":"expectReplies"}"""))).Json()).GetProperty("activities");
        Assert.Equal("一|二", string.Join('|', activities.EnumerateArray().Select(activity => activity.GetProperty("text").GetString())));
        Assert.Empty(connector.Requests);
    }

    [Fact]
    public async Task Expected_replies_of_a_click_end_with_its_answer()
    {
        Answers(new([new("一")], new ClickAnswer.Sentence("好")));
        var activities = (await (await host.Post(Wire.Click(connector.Url, """{"deliveryMode":"expectReplies"}"""))).Json()).GetProperty("activities");
        Assert.Equal("message|invokeResponse", string.Join('|', activities.EnumerateArray().Select(activity => activity.GetProperty("type").GetString())));
        var response = activities[1].GetProperty("value");
        Assert.Equal((200, "好"), (response.GetProperty("status").GetInt32(), response.GetProperty("body").GetProperty("value").GetString()));
    }

    [Fact]
    public async Task Our_own_fault_is_500_and_logged_without_what_was_written()
    {
        host.Bot = (turn, _) => throw new InvalidOperationException(((Turn.Said)turn).Text);
        var answer = await host.Post(Wire.Message(connector.Url, """{"text":"绝不外传","id":"act-9\n伪造"}"""));
        Assert.Equal((HttpStatusCode.InternalServerError, "Failed"), (answer.StatusCode, await answer.Reason()));
        Assert.Contains(host.Log, line => line.Contains("act-9伪造", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log, line => line.Contains("绝不外传", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_that_hangs_up_does_not_stop_the_decision()
    {
        var (begun, go, done) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource<bool>());
        host.Bot = async (_, stop) =>
        {
            begun.SetResult();
            await go.Task;
            done.SetResult(stop.IsCancellationRequested);
            return Answer.Silence;
        };
        using var impatient = new HttpClient();
        using var hangUp = new CancellationTokenSource();
        var asking = impatient.PostAsync(host.Endpoint, new StringContent(Wire.Click(connector.Url), null, "application/json"), hangUp.Token);
        await begun.Task;
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        go.SetResult();
        Assert.False(await done.Task);
    }

    [Fact]
    public async Task A_hanging_connector_holds_up_neither_the_answer_nor_other_conversations()
    {
        var hanging = new TaskCompletionSource();
        connector.Next(new Scripted(201, Accept: true, After: hanging.Task));
        Answers(new([new("一"), new("二")]));
        Assert.Equal(HttpStatusCode.OK, (await host.Post(Wire.Message(connector.Url))).StatusCode);
        await connector.Until(far => far.Requests.Count == 1);
        await host.Post(Wire.Message(connector.Url, """{"conversation":{"id":"a:other"}}"""));
        await connector.Until(far => far.Messages("a:other").Count == 2);
        Assert.Single(connector.Messages("a:chat"));
        hanging.SetResult();
        await connector.Until(far => far.Messages("a:chat").Count == 2);
    }

    [Fact]
    public async Task A_later_turns_reply_waits_for_the_earlier_ones_of_its_conversation()
    {
        var hanging = new TaskCompletionSource();
        connector.Next(new Scripted(201, Accept: true, After: hanging.Task));
        host.Bot = (turn, _) => Task.FromResult(new Answer([new(((Turn.Said)turn).Text)]));
        await host.Post(Wire.Message(connector.Url, """{"text":"一"}"""));
        await connector.Until(far => far.Requests.Count == 1);
        await host.Post(Wire.Message(connector.Url, """{"text":"二"}"""));
        Assert.False(await connector.Within(TimeSpan.FromMilliseconds(200), far => far.Requests.Count > 1));
        hanging.SetResult();
        await connector.Until(far => far.Messages("a:chat").Count == 2);
    }

    [Fact]
    public async Task A_throttled_reply_is_sent_again_after_the_named_time_and_not_before()
    {
        connector.Next(new Scripted(429, Headers: ("Retry-After", "40")));
        Answers(new([new("一"), new("二")]));
        await host.Post(Wire.Message(connector.Url));
        await connector.Until(far => far.Requests.Count == 1);
        host.Clock.Advance(TimeSpan.FromSeconds(39));
        Assert.False(await connector.Within(TimeSpan.FromMilliseconds(50), far => far.Requests.Count > 1));
        await AdvanceUntil(far => far.Messages("a:chat").Count == 2);
        Assert.Equal("一|一|二", string.Join('|', connector.Requests.Select(request => request.Body.GetProperty("text").GetString())));
    }

    [Fact]
    public async Task A_reply_of_unknown_outcome_is_tried_once_more_and_then_left()
    {
        connector.Next(new Scripted(502, Accept: true), new Scripted(502, Accept: true));
        Answers(new([new("一"), new("二")]));
        await host.Post(Wire.Message(connector.Url));
        await AdvanceUntil(far => far.Messages("a:chat").Count == 3);
        Assert.Equal("一|一|二", string.Join('|', connector.Requests.Select(request => request.Body.GetProperty("text").GetString())));
    }

    [Fact]
    public async Task A_reply_that_is_always_throttled_is_given_up_after_a_handful_of_tries()
    {
        connector.Next([.. Enumerable.Repeat(new Scripted(429), 5)]);
        Answers(new([new("一"), new("二")]));
        await host.Post(Wire.Message(connector.Url));
        await AdvanceUntil(far => far.Messages("a:chat").Count == 1);
        Assert.Equal("二", connector.Messages("a:chat")[0].Body.GetProperty("text").GetString());
        Assert.Contains(host.Log, line => line.Contains("Reply not delivered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_graceful_stop_still_says_what_is_waiting()
    {
        var slow = new TaskCompletionSource();
        connector.Next(new Scripted(201, After: slow.Task));
        Answers(new([new("一"), new("二")]));
        await host.Post(Wire.Message(connector.Url));
        await connector.Until(far => far.Requests.Count == 1);
        var stopping = host.Stop();
        slow.SetResult();
        await stopping;
        Assert.Equal(2, connector.Messages("a:chat").Count);
    }

    private void Answers(Answer answer) => host.Bot = (_, _) => Task.FromResult(answer);

    // Moves the clock on, a second at a time, until what falls due has happened; how fast the machine is does not matter.
    private async Task AdvanceUntil(Func<RecordingConnector, bool> isSo)
    {
        for (var tries = 0; tries < 1000 && !isSo(connector); tries++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await connector.Within(TimeSpan.FromMilliseconds(20), isSo);
        }
        Assert.True(isSo(connector));
    }
}
