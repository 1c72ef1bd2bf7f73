using System.Net;
using DisclosureBot.Web;

namespace DisclosureBot.Channel;

/// <summary>
/// Decides which addresses a file may be fetched from or sent to. They arrive in activities, so whoever can write to the
/// bot names them: they must be https on a known host, and the host must lie in the public internet, or a message could
/// make the bot ask inside the bureau's own network.
/// </summary>
public sealed class FileHosts(IReadOnlyList<string> hosts, bool loopbackAllowed)
{
    /// <summary>Where OneDrive and SharePoint hand out files, in the clouds the bot can be registered in.</summary>
    private static readonly string[] Usual =
    [
        ".sharepoint.com", ".sharepoint.cn", ".sharepoint.us", ".sharepoint-mil.us", ".svc.ms", ".1drv.com", ".onedrive.com", ".microsoftpersonalcontent.com",
    ];

    /// <summary><c>Channel:FileHosts</c> takes the place of the usual ones; a leading dot (or *.) means every host below.</summary>
    public static FileHosts Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var named = configuration.GetSection("Channel:FileHosts").GetChildren().Select(host => host.Value?.Trim()).OfType<string>().Where(host => host.Length > 0).ToArray();
        return new(named.Length > 0 ? named : Usual, environment.IsDevelopment());
    }

    /// <summary>Asked for the first address and again for every redirect.</summary>
    public bool Trusts(Uri? address) =>
        address is { IsAbsoluteUri: true, UserInfo: "" }
        && (IsOurOwn(address) || (address is { Scheme: "https", IsDefaultPort: true } && hosts.Any(host => Covers(host, address.IdnHost))));

    /// <summary>Looks the host up and leaves only what may be connected to; the connection is then made to exactly these.</summary>
    /// <exception cref="HttpRequestException">One of them lies in a private network: the name is not to be trusted at all.</exception>
    public async Task<IPAddress[]> Resolve(string host, CancellationToken stop)
    {
        var found = await Dns.GetHostAddressesAsync(host.Trim('[', ']'), stop);
        var open = loopbackAllowed && LoopbackOnly.IsLoopback(host);
        return found.Length > 0 && found.All(address => open ? IPAddress.IsLoopback(address) : PublicHosts.IsPublic(address))
            ? found
            : throw new HttpRequestException(HttpRequestError.ConnectionError, $"{host} does not lie in the public internet.");
    }

    private bool IsOurOwn(Uri address) => loopbackAllowed && address.Scheme is ("http" or "https") && LoopbackOnly.IsLoopback(address.IdnHost);

    private static bool Covers(string listed, string host) =>
        listed.TrimStart('*') is ['.', ..] domain
            ? host.EndsWith(domain, StringComparison.OrdinalIgnoreCase)
            : host.Equals(listed, StringComparison.OrdinalIgnoreCase);
}
