using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using DisclosureBot.Web;

namespace DisclosureBot.Opinions.Feeds;

/// <summary>What a feed's site sent.</summary>
/// <param name="Charset">As the answer's header names it.</param>
/// <param name="Address">Where it came from in the end.</param>
public sealed record FeedAnswer(ReadOnlyMemory<byte> Body, string? Charset, Uri Address, string? ETag, string? Modified);

/// <summary>
/// Fetches a feed where it has changed. The address is configured, but where it leads is the site's choice: only public
/// hosts are reached, every redirect is doubted like the first address, and no answer is waited for or read without end.
/// </summary>
public sealed class FeedFetch : IDisposable
{
    /// <summary>For everything together, redirects included.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Bytes, as they unfold.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    private const int MostRedirects = 3;
    private const int LongestTag = 256;
    private readonly HttpMessageInvoker _http;
    private readonly TimeProvider _clock;

    /// <param name="mayReach">Asked of every address before a connection is made to it, and of no name.</param>
    public FeedFetch(Func<IPEndPoint, bool> mayReach, TimeProvider clock)
    {
        _clock = clock;
        var handler = PublicHttp.Handler(mayReach);
        handler.AutomaticDecompression = DecompressionMethods.All;
        handler.ConnectTimeout = TimeSpan.FromSeconds(20);
        handler.MaxResponseHeadersLength = 64;
        // Names are resolved anew for every fetch: what was public an hour ago need not be so now.
        handler.PooledConnectionLifetime = TimeSpan.Zero;
        _http = new(handler);
    }

    public static FeedFetch From(IServiceProvider services)
    {
        // A developer's machine may have the feed on it; anywhere else such an address is a way into the network.
        var local = services.GetRequiredService<IHostEnvironment>().IsDevelopment()
            && services.GetRequiredService<IConfiguration>().GetValue<bool>("Opinion:AllowLocalFeeds");
        return new FeedFetch(local ? _ => true : PublicHosts.MayReach, services.GetRequiredService<TimeProvider>());
    }

    /// <param name="etag">Of what is known already.</param>
    /// <param name="modified">The same as a date.</param>
    /// <returns>Null where nothing has changed since.</returns>
    /// <exception cref="FeedException">It could not be fetched.</exception>
    public async Task<FeedAnswer?> Get(string url, string? etag, string? modified, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Patience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        using var stall = new Stall(_clock, either.Token);
        try
        {
            return await Follow(new Uri(url), etag, modified, stall);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new FeedException(FeedFault.TooSlow);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException or InvalidDataException or NotSupportedException)
        {
            throw new FeedException(FaultOf(fault));
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<FeedAnswer?> Follow(Uri address, string? etag, string? modified, Stall stall)
    {
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            using var request = Request(address, etag, modified);
            using var answer = await _http.SendAsync(request, stall.Token);
            stall.Moved();
            if (answer.StatusCode == HttpStatusCode.NotModified && (etag ?? modified) is not null) return null;
            if ((int)answer.StatusCode is < 300 or >= 400 || answer.Headers.Location is not { } next) return await Read(answer, address, stall);
            address = new Uri(address, next);
            if (address is not { Scheme: "http" or "https", UserInfo: "" }) break;
        }

        throw new FeedException(FeedFault.Redirected);
    }

    private static HttpRequestMessage Request(Uri address, string? etag, string? modified)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.ParseAdd("DisclosureBot");
        request.Headers.Accept.ParseAdd("application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5");
        if (etag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        if (modified is not null) request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        return request;
    }

    private async Task<FeedAnswer> Read(HttpResponseMessage answer, Uri address, Stall stall)
    {
        if (answer.StatusCode != HttpStatusCode.OK) throw new FeedException(FeedFault.Answered, (int)answer.StatusCode, RetryAfter(answer));
        var body = await PublicHttp.Body(answer, MostBytes, stall.Moved, stall.Token) ?? throw new FeedException(FeedFault.TooLarge);
        var (etag, modified) = (answer.Headers.ETag?.ToString(), answer.Content.Headers.LastModified?.ToString("R"));
        return new(body, answer.Content.Headers.ContentType?.CharSet, address, etag?.Length <= LongestTag ? etag : null, modified);
    }

    private TimeSpan? RetryAfter(HttpResponseMessage answer) => answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
        ? answer.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - _clock.GetUtcNow() : null
        : null;

    private static FeedFault FaultOf(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case ForbiddenHostException: return FeedFault.NotPublic;
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }: return FeedFault.NoSuchHost;
                case SocketException { SocketErrorCode: not SocketError.ConnectionReset }: return FeedFault.NotConnected;
                case AuthenticationException: return FeedFault.Certificate;
            }
        }

        return FeedFault.Broken;
    }
}
