using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace DisclosureBot.Tests.Support;

/// <summary>One piece that reached an upload session.</summary>
public sealed record SentPiece(string Session, long From, long To, long Size, string? Authorization, int Answered);

/// <summary>
/// OneDrive for tests, on a real socket of this machine: hands out files at addresses of its own, and takes uploads in
/// pieces as an upload session does. Both can be told to misbehave.
/// </summary>
public sealed class FakeFileHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MemoryStream> _sessions = new(StringComparer.Ordinal);
    private int _names;

    private FakeFileHost(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    /// <summary>Downloads asked for, with the Authorization header each carried.</summary>
    public ConcurrentQueue<(string Path, string? Authorization)> Downloads { get; } = new();

    public ConcurrentQueue<SentPiece> Pieces { get; } = new();

    /// <summary>Answers the next pieces instead of taking them; a status below zero takes the piece and then drops the line.</summary>
    public ConcurrentQueue<int> NextPieces { get; } = new();

    public static async Task<FakeFileHost> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        var host = new FakeFileHost(site);
        site.Run(host.Serve);
        await site.StartAsync();
        return host;
    }

    /// <summary>Its address; another one at every call.</summary>
    public string Serve(byte[] content, string type = "application/octet-stream") => Serve(async http =>
    {
        http.Response.ContentType = type;
        http.Response.ContentLength = content.Length;
        await http.Response.Body.WriteAsync(content);
    });

    public string Serve(Func<HttpContext, Task> page)
    {
        var path = $"/d/{Interlocked.Increment(ref _names)}";
        _pages[path] = page;
        return Url + path + "?tempauth=invented";
    }

    /// <summary>A new upload session's address.</summary>
    public string OpenSession()
    {
        var path = $"/u/{Interlocked.Increment(ref _names)}";
        _sessions[path] = new MemoryStream();
        return Url + path;
    }

    /// <summary>What has come to lie in the session of this address.</summary>
    public byte[] Uploaded(string session) => _sessions[new Uri(session).AbsolutePath].ToArray();

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task Serve(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (_pages.TryGetValue(path, out var page))
        {
            Downloads.Enqueue((path, http.Request.Headers.Authorization));
            await page(http);
        }
        else if (_sessions.TryGetValue(path, out var session))
        {
            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { } limit) limit.MaxRequestBodySize = null;
            if (HttpMethods.IsPut(http.Request.Method)) await Take(http, path, session);
            else await Next(http, session, 200);
        }
        else
        {
            http.Response.StatusCode = 404;
        }
    }

    private async Task Take(HttpContext http, string path, MemoryStream session)
    {
        var range = http.Request.GetTypedHeaders().ContentRange!;
        var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var asked = NextPieces.TryDequeue(out var status) ? status : 0;
        var size = range.Length!.Value;
        Assert(range.To - range.From + 1 == body.Length);
        if (asked is 0 or < 0)
        {
            if (session.Length != range.From) asked = 416;
            else session.Write(body.ToArray());
        }
        Pieces.Enqueue(new(path, range.From!.Value, range.To!.Value, size, http.Request.Headers.Authorization, asked));
        if (asked < 0) http.Abort();
        else if (asked > 0) http.Response.StatusCode = asked;
        else if (session.Length == size) await Finish(http);
        else await Next(http, session, 202);
    }

    private static async Task Finish(HttpContext http)
    {
        http.Response.StatusCode = 201;
        await http.Response.WriteAsync("""{"id":"item"}""");
    }

    private static async Task Next(HttpContext http, MemoryStream session, int status)
    {
        http.Response.StatusCode = status;
        await http.Response.WriteAsync($$"""{"nextExpectedRanges":["{{session.Length}}-"]}""");
    }

    private static void Assert(bool isSo)
    {
        if (!isSo) throw new InvalidOperationException("The range does not agree with the body.");
    }
}
