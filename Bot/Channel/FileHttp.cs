using DisclosureBot.Web;

namespace DisclosureBot.Channel;

/// <summary>Connections to file hosts, as doubtful as all that others name (<see cref="PublicHttp"/>). No token is ever sent.</summary>
public sealed class FileHttp : IDisposable
{
    private readonly FileHosts _hosts;
    private readonly HttpMessageInvoker _client;

    public FileHttp(FileHosts hosts)
    {
        var handler = PublicHttp.Handler((host, stop) => hosts.Resolve(host.Host, stop));
        handler.ConnectTimeout = TimeSpan.FromSeconds(10);
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
        handler.MaxResponseHeadersLength = 64;
        (_hosts, _client) = (hosts, new(handler));
    }

    /// <exception cref="HttpRequestException">The address is not trusted, or could not be reached.</exception>
    public Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken stop) => _hosts.Trusts(request.RequestUri)
        ? _client.SendAsync(request, stop)
        : throw new HttpRequestException(HttpRequestError.InvalidResponse, "The address is not a trusted file host.");

    public void Dispose() => _client.Dispose();
}
