using System.Collections.Concurrent;
using System.Net;
using System.Text;
using DisclosureBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DisclosureBot.Tests.Opinions.Feeds;

/// <summary>A site with feeds, on a real socket; it alone of this machine stands for the public's.</summary>
internal sealed class FeedSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FeedSite(WebApplication app) => _app = app;

    /// <summary>Answers every path that nothing else is set for.</summary>
    public Func<HttpContext, Task> Page { get; set; } = _ => Task.CompletedTask;

    public ConcurrentDictionary<string, Func<HttpContext, Task>> Pages { get; } = new(StringComparer.Ordinal);

    /// <summary>Paths asked for, with the validators each request carried.</summary>
    public ConcurrentQueue<(string Path, string? ETag, string? Modified)> Asked { get; } = new();

    public string Url => _app.Urls.Single() + "/feed";

    public int Port => new Uri(Url).Port;

    public static async Task<FeedSite> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var site = new FeedSite(app);
        app.Run(site.Serve);
        await app.StartAsync();
        return site;
    }

    public bool MayReach(IPEndPoint end) => (end.Port == Port && end.Address.Equals(IPAddress.Loopback)) || PublicHosts.MayReach(end);

    public void Sends(string text, string type = "application/rss+xml; charset=utf-8", string? etag = null) => Sends(Encoding.UTF8.GetBytes(text), type, etag);

    public void Sends(byte[] body, string type, string? etag = null) => Page = async http =>
    {
        http.Response.ContentType = type;
        if (etag is not null) http.Response.Headers.ETag = etag;
        await http.Response.Body.WriteAsync(body);
    };

    public void Answers(int status, string? retryAfter = null) => Page = http =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null) http.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    };

    public void Redirects(string target) => Page = http =>
    {
        http.Response.StatusCode = 302;
        http.Response.Headers.Location = target;
        return Task.CompletedTask;
    };

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private Task Serve(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        Asked.Enqueue((path, http.Request.Headers.IfNoneMatch, http.Request.Headers.IfModifiedSince));
        return Pages.GetValueOrDefault(path, Page)(http);
    }
}
