using System.Globalization;
using DisclosureBot.Cards;
using DisclosureBot.Channel;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Channel;

/// <summary>What each answer of the Connector means, and what never leaves this machine.</summary>
public sealed class ConnectorTests : IAsyncLifetime
{
    private static readonly Message Hello = new("你好");
    private static CancellationToken Stop => TestContext.Current.CancellationToken;
    private RecordingConnector connector = null!;
    private ChannelHost host = null!;
    private Address chat = null!;

    public async ValueTask InitializeAsync()
    {
        connector = await RecordingConnector.Start();
        host = await ChannelHost.Start();
        chat = new(connector.Url + "/", "a:chat");
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await connector.DisposeAsync();
    }

    [Fact]
    public async Task A_send_gives_the_message_id_and_an_update_replaces_the_message()
    {
        Assert.Equal(new SendOutcome.Delivered("1:1"), await Send());
        Assert.Equal(new SendOutcome.Delivered("1:1"), await Update("1:1", new("改", new AdaptiveCard { FallbackText = "改", Body = [] })));
        Assert.Equal("改", Assert.Single(connector.Messages("a:chat")).Body.GetProperty("summary").GetString());
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(201, "{}")]
    [InlineData(202, "not json")]
    [InlineData(200, "[]")]
    [InlineData(200, "{\"id\":7}")]
    [InlineData(200, "{\"id\":\"\\ud800\"}")]
    public async Task A_success_may_come_without_an_id(int status, string body) =>
        Assert.Equal(new SendOutcome.Delivered(null), await Send(new Scripted(status, body)));

    [Theory]
    [InlineData("19:a@thread.v2;messageid=1/2", "/v3/conversations/19%3Aa%40thread.v2%3Bmessageid%3D1%2F2/activities")]
    [InlineData("a b?c#d%2e", "/v3/conversations/a%20b%3Fc%23d%252e/activities")]
    [InlineData("处", "/v3/conversations/%E5%A4%84/activities")]
    public async Task Ids_are_escaped(string id, string target)
    {
        await host.Channel.Send(new(connector.Url + "/", id), Hello, Stop);
        Assert.Equal((target, id), (connector.Requests[0].Target, connector.Requests[0].Conversation));
        await host.Channel.Update(new(connector.Url, "a"), id, Hello, Stop);
        Assert.Equal(id, connector.Requests[1].MessageId);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task Ids_that_climb_out_of_the_path_are_never_sent(string id)
    {
        Assert.Equal(new SendOutcome.Rejected(0, "BadId"), await host.Channel.Send(new(connector.Url, id), Hello, Stop));
        Assert.Equal(new SendOutcome.Rejected(0, "BadId"), await host.Channel.Update(chat, id, Hello, Stop));
        Assert.Empty(connector.Requests);
    }

    [Fact]
    public async Task A_service_address_keeps_its_path()
    {
        await host.Channel.Send(new(connector.Url + "/cn/", "a:chat"), Hello, Stop);
        Assert.Equal("/cn/v3/conversations/a%3Achat/activities", connector.Requests[0].Target);
    }

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("/v3")]
    [InlineData("")]
    public async Task An_untrusted_host_gets_no_request(string serviceUrl)
    {
        var refused = new SendOutcome.Rejected(0, "UntrustedServiceUrl");
        Assert.Equal(refused, await host.Channel.Send(new(serviceUrl, "a"), Hello, Stop));
        Assert.Equal(refused, await host.Channel.Update(new(serviceUrl, "a"), "1", Hello, Stop));
        Assert.Equal(refused, await host.Channel.Open(serviceUrl, "t", "p", Stop));
    }

    [Fact]
    public async Task Loopback_is_untrusted_outside_Development()
    {
        await using var production = await ChannelHost.Start(environment: "Production", login: new FakeLogin());
        Assert.Equal(new SendOutcome.Rejected(0, "UntrustedServiceUrl"), await production.Channel.Send(chat, Hello, Stop));
        Assert.Empty(connector.Requests);
    }

    [Fact]
    public async Task Throttled_with_seconds_is_later_by_as_much() =>
        Assert.Equal(TimeSpan.FromSeconds(7), Assert.IsType<SendOutcome.Later>(await Send(new Scripted(429, Headers: ("Retry-After", "7")))).After);

    [Fact]
    public async Task Throttled_until_a_date_is_later_by_the_difference()
    {
        var date = host.Clock.GetUtcNow().AddSeconds(90).ToString("R", CultureInfo.InvariantCulture);
        var later = Assert.IsType<SendOutcome.Later>(await Send(new Scripted(429, Headers: ("Retry-After", date))));
        Assert.InRange(later.After!.Value, TimeSpan.FromSeconds(88), TimeSpan.FromSeconds(90));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(412)]
    public async Task Throttled_without_a_time_is_later(int status) =>
        Assert.Null(Assert.IsType<SendOutcome.Later>(await Send(new Scripted(status))).After);

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_failed_post_may_have_been_delivered_a_failed_update_can_be_repeated(int status)
    {
        Assert.IsType<SendOutcome.Unknown>(await Send(new Scripted(status, Accept: true)));
        Assert.Single(connector.Messages("a:chat"));
        connector.Next(new Scripted(status));
        Assert.IsType<SendOutcome.Later>(await Update("1:1", Hello));
    }

    [Theory]
    [InlineData("BotNotInConversationRoster")]
    [InlineData("ConversationBlockedByUser")]
    [InlineData("BotDisabledByAdmin")]
    public async Task Being_shut_out_is_blocked(string code) => Assert.Equal(new SendOutcome.Blocked(code), await Send(Error(403, code)));

    [Theory]
    [InlineData(403, "SomethingElse")]
    [InlineData(413, "MessageSizeTooBig")]
    [InlineData(400, "BadSyntax")]
    [InlineData(401, "Unauthorized")]
    public async Task Everything_else_is_rejected_with_its_code(int status, string code) =>
        Assert.Equal(new SendOutcome.Rejected(status, code), await Send(Error(status, code)));

    [Fact]
    public async Task An_error_code_that_is_no_code_is_not_repeated() =>
        Assert.Equal(new SendOutcome.Rejected(400, "BadRequest"), await Send(Error(400, "a sentence with\\n a token")));

    [Fact]
    public async Task A_message_that_is_no_longer_there_is_gone_a_conversation_is_blocked()
    {
        Assert.Equal(new SendOutcome.Gone(), await Update("1:99", Hello));
        Assert.Equal(new SendOutcome.Blocked("ConversationNotFound"), await Send(Error(404, "ConversationNotFound")));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await RecordingConnector.Start();
        Assert.Equal(new SendOutcome.Rejected(307, "RedirectKeepVerb"), await Send(new Scripted(307, Headers: ("Location", elsewhere.Url))));
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_refused_connection_is_later()
    {
        await connector.DisposeAsync();
        Assert.IsType<SendOutcome.Later>(await Send());
    }

    [Fact]
    public async Task A_hanging_connector_leaves_the_outcome_of_a_post_unknown()
    {
        var never = new TaskCompletionSource();
        connector.Next(new Scripted(201, After: never.Task), new Scripted(200, After: never.Task));
        await using var impatient = await ChannelHost.Start(settings: ("Channel:Patience", "00:00:01"));
        var outcomes = await Task.WhenAll(impatient.Channel.Send(chat, Hello, Stop), impatient.Channel.Update(chat, "1:1", Hello, Stop));
        Assert.Equal((new SendOutcome.Unknown("Timeout"), new SendOutcome.Later(null, "Timeout")), (outcomes[0], outcomes[1]));
    }

    [Fact]
    public async Task A_caller_that_stops_waiting_gets_its_cancellation()
    {
        var never = new TaskCompletionSource();
        connector.Next(new Scripted(201, After: never.Task));
        using var stop = new CancellationTokenSource();
        var sending = host.Channel.Send(chat, Hello, stop.Token);
        await connector.Until(far => far.Requests.Count == 1);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task Opening_a_conversation_names_the_bot_the_person_and_the_tenant()
    {
        Assert.Equal(new SendOutcome.Delivered("a:opened-person"), await host.Channel.Open(connector.Url, "tenant", "person", Stop));
        Assert.Equal("""{"bot":{"id":"28:"},"members":[{"id":"person"}],"tenantId":"tenant","channelData":{"tenant":{"id":"tenant"}},"isGroup":false}""",
            connector.Requests[0].Body.GetRawText());
        Assert.Equal("/v3/conversations", connector.Requests[0].Target);
    }

    [Fact]
    public async Task Nothing_of_a_message_is_logged()
    {
        await host.Channel.Send(chat, new("绝不外传"), Stop);
        await Send(Error(400, "BadSyntax"));
        Assert.DoesNotContain(host.Log, line => line.Contains("绝不外传", StringComparison.Ordinal) || line.Contains("a:chat", StringComparison.Ordinal));
    }

    private static Scripted Error(int status, string code) => new(status, $$$"""{"error":{"code":"{{{code}}}","message":"x"}}""");

    private Task<SendOutcome> Send(params Scripted[] answers)
    {
        connector.Next(answers);
        return host.Channel.Send(chat, Hello, Stop);
    }

    private Task<SendOutcome> Update(string id, Message message) => host.Channel.Update(chat, id, message, Stop);
}
