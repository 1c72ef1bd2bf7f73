using System.Net;
using System.Net.Http.Headers;
using Azure.Identity;

namespace DisclosureBot.Channel;

/// <summary>The Connector's REST interface. One attempt per call; who calls decides what an outcome is worth.</summary>
public sealed class BotFrameworkChannel(
    ChannelOptions options, ServiceHosts hosts, OutboundToken tokens, Pacing pacing, IHttpClientFactory http, ConnectorOutcome outcomes, ILogger<BotFrameworkChannel> log) : IChannel
{
    public Task<SendOutcome> Send(Address to, Message message, CancellationToken stop) =>
        Call(new(HttpMethod.Post, to.ServiceUrl, to.ConversationId, [to.ConversationId, "activities"], Outgoing.Activity(message)), stop);

    public Task<SendOutcome> Update(Address to, string messageId, Message message, CancellationToken stop) =>
        Call(new(HttpMethod.Put, to.ServiceUrl, to.ConversationId, [to.ConversationId, "activities", messageId], Outgoing.Activity(message)), stop);

    public Task<SendOutcome> Open(string serviceUrl, string tenantId, string aadObjectId, CancellationToken stop) =>
        Call(new(HttpMethod.Post, serviceUrl, Pacing.NoConversation, [], Outgoing.Conversation(options.AppId, tenantId, aadObjectId)), stop);

    public async Task<IReadOnlyList<Member>?> Members(Address of, int most, CancellationToken stop)
    {
        using var hurry = CancellationTokenSource.CreateLinkedTokenSource(stop);
        hurry.CancelAfter(options.Patience);
        try
        {
            return await MemberPages.All(most, next => Page(of, next, hurry.Token));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or AuthenticationFailedException || (fault is OperationCanceledException && !stop.IsCancellationRequested))
        {
            log.NotDelivered(HttpMethod.Get.Method, fault.GetType().Name);
            return null;
        }
    }

    /// <returns>Null where the channel does not say.</returns>
    private async Task<MemberPage?> Page(Address of, string? next, CancellationToken hurry)
    {
        var request = new Request(HttpMethod.Get, of.ServiceUrl, of.ConversationId, [of.ConversationId, "pagedmembers"], default);
        if (!hosts.Trusts(of.ServiceUrl) || request.HasBadId) return null;
        using var turn = await pacing.Enter(of.ConversationId, hurry);
        if (turn is not { IsAcquired: true }) return null;
        var token = await tokens.Get(null, hurry);
        using var message = new HttpRequestMessage(HttpMethod.Get, request.Url + MemberPages.Query(next));
        if (token is not null)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.CreateClient(ChannelHttp.Connector).SendAsync(message, HttpCompletionOption.ResponseHeadersRead, hurry);
        if (response.StatusCode == HttpStatusCode.OK) return await MemberPages.Read(response, options.TenantId, hurry);
        log.NotDelivered(HttpMethod.Get.Method, $"{(int)response.StatusCode}");
        return null;
    }

    private sealed record Request(HttpMethod Method, string ServiceUrl, string Conversation, string[] Path, ReadOnlyMemory<byte> Body)
    {
        // "." and ".." survive escaping and would climb out of the path.
        public bool HasBadId => Path.Any(part => part is "" or "." or "..");

        public string Url => string.Join('/', [ServiceUrl.TrimEnd('/'), "v3/conversations", .. Path.Select(Uri.EscapeDataString)]);
    }

    private async Task<SendOutcome> Call(Request request, CancellationToken stop)
    {
        var outcome = await Checked(request, stop);
        if (outcome is not (SendOutcome.Delivered or SendOutcome.Gone))
            log.NotDelivered(request.Method.Method, outcome.ToString());
        return outcome;
    }

    private async Task<SendOutcome> Checked(Request request, CancellationToken stop)
    {
        if (!hosts.Trusts(request.ServiceUrl))
            return new SendOutcome.Rejected(0, "UntrustedServiceUrl");
        if (request.HasBadId)
            return new SendOutcome.Rejected(0, "BadId");
        using var turn = await pacing.Enter(request.Conversation, stop);
        if (turn is not { IsAcquired: true })
            return new SendOutcome.Later(null, "Paced");
        var (outcome, used) = await WithToken(request, null, stop);
        if (outcome is SendOutcome.Rejected { Status: (int)HttpStatusCode.Unauthorized } && used is not null)
            (outcome, _) = await WithToken(request, used, stop);
        return outcome;
    }

    private async Task<(SendOutcome Outcome, string? Token)> WithToken(Request request, string? rejected, CancellationToken stop)
    {
        try
        {
            using var hurry = CancellationTokenSource.CreateLinkedTokenSource(stop);
            hurry.CancelAfter(options.Patience);
            var token = await tokens.Get(rejected, hurry.Token);
            return (await Attempt(request, token, stop), token);
        }
        catch (Exception fault) when (fault is AuthenticationFailedException || (fault is OperationCanceledException && !stop.IsCancellationRequested))
        {
            log.NoToken(fault.GetType().Name);
            return (new SendOutcome.Later(null, "NoToken"), null);
        }
    }

    private async Task<SendOutcome> Attempt(Request request, string? token, CancellationToken stop)
    {
        using var hurry = CancellationTokenSource.CreateLinkedTokenSource(stop);
        hurry.CancelAfter(options.Patience);
        using var message = new HttpRequestMessage(request.Method, request.Url) { Content = new ReadOnlyMemoryContent(request.Body) };
        message.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        if (token is not null)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await http.CreateClient(ChannelHttp.Connector).SendAsync(message, HttpCompletionOption.ResponseHeadersRead, hurry.Token);
            return await outcomes.Read(request.Method, response, hurry.Token);
        }
        catch (HttpRequestException fault)
        {
            return ConnectorOutcome.Broken(request.Method, fault);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return ConnectorOutcome.Unclear(request.Method, "Timeout");
        }
    }
}
