using System.Net;
using System.Net.Sockets;

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
        return found.Length > 0 && found.All(address => open ? IPAddress.IsLoopback(address) : IsPublic(address))
            ? found
            : throw new HttpRequestException(HttpRequestError.ConnectionError, $"{host} does not lie in the public internet.");
    }

    /// <summary>Whether an address lies in the public internet: no network of its own, no link, no cloud's metadata service.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? !Array.Exists(Reserved4, network => network.Contains(address))
            : Public6.Contains(address) && !Array.Exists(Reserved6, network => network.Contains(address));
    }

    private bool IsOurOwn(Uri address) => loopbackAllowed && address.Scheme is ("http" or "https") && LoopbackOnly.IsLoopback(address.IdnHost);

    private static bool Covers(string listed, string host) =>
        listed.TrimStart('*') is ['.', ..] domain
            ? host.EndsWith(domain, StringComparison.OrdinalIgnoreCase)
            : host.Equals(listed, StringComparison.OrdinalIgnoreCase);

    private static readonly IPNetwork[] Reserved4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "168.63.129.16/32"); // public by number, but inside Azure it answers for the machine itself

    private static readonly IPNetwork Public6 = IPNetwork.Parse("2000::/3");

    // Teredo, documentation and 6to4: the first and last carry another address inside.
    private static readonly IPNetwork[] Reserved6 = Networks("2001::/32", "2001:db8::/32", "2002::/16");

    private static IPNetwork[] Networks(params string[] networks) => [.. networks.Select(network => IPNetwork.Parse(network))];
}
