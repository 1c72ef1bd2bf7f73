using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace DisclosureBot.Tests.Channel;

/// <summary>Microsoft's login server at the HTTP handler: Azure.Identity insists on https, so no loopback socket could stand in.</summary>
internal sealed class FakeLogin : HttpMessageHandler
{
    private int issued;

    public ConcurrentQueue<(Uri Address, string Form)> Requests { get; } = new();
    public bool Down { get; set; }

    /// <summary>Awaited before each answer.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Enqueue((request.RequestUri!, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        await Gate.WaitAsync(cancellationToken);
        return Down
            ? Answer(HttpStatusCode.BadRequest, """{"error":"invalid_client","error_description":"invented"}""")
            : Answer(HttpStatusCode.OK, $$"""{"token_type":"Bearer","expires_in":3600,"access_token":"token-{{Number(request)}}"}""");
    }

    /// <summary>The library's first question in a process is which authorities there are; what it makes of the answer is no token.</summary>
    private int Number(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal) ? Interlocked.Increment(ref issued) : 0;

    private static HttpResponseMessage Answer(HttpStatusCode status, string json) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
