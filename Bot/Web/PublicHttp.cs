using System.Net;
using System.Net.Sockets;

namespace DisclosureBot.Web;

/// <summary>The host belongs to a network that nobody may reach through the bot.</summary>
public sealed class ForbiddenHostException(string host) : IOException($"{host} does not lie in the public internet.");

/// <summary>
/// Calls to hosts that somebody else named: no redirect is followed unasked, no cookie kept, no proxy used, and each
/// connection goes to an address that was looked up and checked a moment before, so that a name cannot turn private in between.
/// </summary>
public static class PublicHttp
{
    /// <param name="resolve">Looks a host up and leaves only what may be connected to; throws where nothing is left.</param>
    public static SocketsHttpHandler Handler(Func<DnsEndPoint, CancellationToken, Task<IPAddress[]>> resolve) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectCallback = async (context, stop) => await Connect(await resolve(context.DnsEndPoint, stop), context.DnsEndPoint.Port, stop),
    };

    /// <param name="mayReach">Asked of every address before a connection is made to it, and of no name.</param>
    public static SocketsHttpHandler Handler(Func<IPEndPoint, bool> mayReach) => Handler(async (host, stop) =>
        (await Dns.GetHostAddressesAsync(host.Host, stop)).Where(address => mayReach(new IPEndPoint(address, host.Port))).ToArray() is { Length: > 0 } allowed
            ? allowed
            : throw new ForbiddenHostException(host.Host));

    /// <summary>The body as it unfolds.</summary>
    /// <param name="most">Bytes.</param>
    /// <param name="moved">Told of every piece that came.</param>
    /// <returns>Null where there is more than <paramref name="most"/>; the rest is then not read.</returns>
    public static async Task<ReadOnlyMemory<byte>?> Body(HttpResponseMessage answer, int most, Action moved, CancellationToken stop)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(stop);
        using var body = new MemoryStream();
        var part = new byte[16 * 1024];
        for (int read; (read = await stream.ReadAsync(part, stop)) > 0;)
        {
            moved();
            if (body.Length + read > most) return null;
            body.Write(part, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static async Task<Stream> Connect(IPAddress[] addresses, int port, CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
