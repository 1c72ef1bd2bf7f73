using System.Net;
using System.Net.Sockets;

namespace DisclosureBot.Web;

/// <summary>Which addresses belong to the internet at large (IANA's special-purpose registries, RFC 6890 and successors).</summary>
public static class PublicHosts
{
    private static readonly IPNetwork[] Special4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "168.63.129.16/32", // public by number, but inside Azure it answers for the machine itself
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>Within global unicast: tunnels that carry an IPv4 address inside, and addresses for documentation.</summary>
    private static readonly IPNetwork[] Special6 = [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse)];
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    /// <summary>A public host's web ports, and nothing else.</summary>
    public static bool MayReach(IPEndPoint end) => end.Port is 80 or 443 && IsPublic(end.Address);

    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => !Special4.Any(network => network.Contains(address)),
            AddressFamily.InterNetworkV6 => Global6.Contains(address) && !Special6.Any(network => network.Contains(address)),
            _ => false,
        };
    }
}
