using System.Net.Sockets;

namespace DisclosureBot.Channel;

/// <summary>
/// Connections to file hosts: no redirect is followed unasked, no cookie kept, no proxy used, and each goes to an address
/// that was looked up and checked a moment before, so that a name cannot turn private in between. No token is ever sent.
/// </summary>
public sealed class FileHttp(FileHosts hosts) : IDisposable
{
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = 64,
        ConnectCallback = async (context, stop) =>
        {
            var addresses = await hosts.Resolve(context.DnsEndPoint.Host, stop);
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, stop);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    });

    /// <exception cref="HttpRequestException">The address is not trusted, or could not be reached.</exception>
    public Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken stop) => hosts.Trusts(request.RequestUri)
        ? _client.SendAsync(request, stop)
        : throw new HttpRequestException(HttpRequestError.InvalidResponse, "The address is not a trusted file host.");

    public void Dispose() => _client.Dispose();
}
