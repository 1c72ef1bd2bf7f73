using System.Net;
using System.Net.Sockets;
using DisclosureBot.Web;

namespace DisclosureBot.Slips.Publishing;

/// <summary>What must stand in a page.</summary>
public sealed record AddressWords(string Title, string? Number);

/// <summary>
/// Looks whether a page that people recorded can be read by the public and bears the document's title and number.
/// The address is somebody's typing: only public hosts are reached, however a name or a redirect leads elsewhere.
/// </summary>
public sealed class AddressLook : IDisposable
{
    /// <summary>Bytes, as they unfold.</summary>
    private const int MostBytes = 2 * 1024 * 1024;
    private const int MostRedirects = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly HttpClient _http;
    private readonly TimeProvider _clock;

    /// <param name="mayReach">Asked of every address before a connection is made to it, and of no name.</param>
    /// <param name="clock">Measures the ten seconds after which a page counts as unreachable.</param>
    public AddressLook(Func<IPEndPoint, bool> mayReach, TimeProvider clock)
    {
        _clock = clock;
        var handler = PublicHttp.Handler(mayReach);
        handler.AutomaticDecompression = DecompressionMethods.All;
        // Names are resolved anew for every look: what was public an hour ago need not be so now.
        handler.PooledConnectionLifetime = TimeSpan.Zero;
        _http = new HttpClient(handler)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("DisclosureBot");
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html,*/*;q=0.5");
    }

    public static AddressLook From(IServiceProvider services)
    {
        // A developer's machine may have the bureau's site on it; anywhere else such an address is a way into the network.
        var local = services.GetRequiredService<IHostEnvironment>().IsDevelopment()
            && services.GetRequiredService<IConfiguration>().GetValue<bool>("Publishing:AllowLocalAddresses");
        return new AddressLook(local ? _ => true : PublicHosts.MayReach, services.GetRequiredService<TimeProvider>());
    }

    public async Task<(AddressCheck Check, string? Note)> At(string url, AddressWords wanted, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Patience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            return await Read(new Uri(url), wanted, either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Unreachable("10秒内没有打开");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException or UriFormatException or NotSupportedException or InvalidDataException)
        {
            return Unreachable(Plain(fault));
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<(AddressCheck, string?)> Read(Uri address, AddressWords wanted, CancellationToken stop)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var answer = await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, stop);
            if ((int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } next)
            {
                address = new Uri(address, next);
                if (address.Scheme is not ("http" or "https")) return Unreachable("网页转到了不是网址的地方");
                continue;
            }

            if (!answer.IsSuccessStatusCode) return Unreachable($"网站答复{(int)answer.StatusCode}{(answer.StatusCode == HttpStatusCode.NotFound ? "(没有这个网页)" : "")}");
            if (await PublicHttp.Body(answer, MostBytes, moved: () => { }, stop) is not { } body) return Unreachable("网页超过2MB,没有读完");
            return PageText.Of(body, answer.Content.Headers.ContentType?.CharSet, stop).Lacks(wanted) is { } lacking ? (AddressCheck.Missing, lacking) : (AddressCheck.Found, null);
        }

        return Unreachable($"转址超过{MostRedirects}次");
    }

    private static (AddressCheck, string?) Unreachable(string why) => (AddressCheck.Unreachable, why);

    private static string Plain(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case ForbiddenHostException: return "地址不在互联网上,不作核对";
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }: return "域名不存在或解析不了";
                case SocketException: return "网站连接不上";
                case System.Security.Authentication.AuthenticationException: return "网站的安全证书有误";
            }
        }

        return "网站的答复读不了";
    }
}
