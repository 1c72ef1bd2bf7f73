using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace DisclosureBot.Channel;

/// <summary>Our own token for the Connector: fetched through Azure.Identity, kept until shortly before it expires, one request in flight.</summary>
public sealed class OutboundToken(ChannelOptions options, IHttpClientFactory http, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim one = new(1, 1);
    private TokenCredential? credential;
    private AccessToken held;

    /// <param name="rejected">A token the Connector refused; it is not given out again.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>Null where the bot has no identity (open Development mode).</returns>
    /// <exception cref="AuthenticationFailedException">The login server refused or could not be reached.</exception>
    public async ValueTask<string?> Get(string? rejected, CancellationToken stop)
    {
        if (options.AppId is null)
            return null;
        await one.WaitAsync(stop);
        try
        {
            var refused = rejected is not null && string.Equals(rejected, held.Token, StringComparison.Ordinal);
            if (held.Token is not null && !refused && time.GetUtcNow() < held.ExpiresOn - Margin)
                return held.Token;
            if (refused || credential is null)
                credential = NewCredential(); // a credential keeps tokens of its own: only a new one asks again
            held = await credential.GetTokenAsync(new TokenRequestContext([options.Cloud.Scope]), stop);
            return held.Token;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private TokenCredential NewCredential()
    {
        var (login, transport) = (new Uri(options.Cloud.Login), new HttpClientTransport(http.CreateClient(ChannelHttp.Login)));
        if (options.ManagedIdentity)
            return new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(options.AppId));
        return options.CertificatePath is { } path
            ? new ClientCertificateCredential(options.AppTenantId, options.AppId, path, new ClientCertificateCredentialOptions
            {
                AuthorityHost = login,
                Transport = transport,
                DisableInstanceDiscovery = options.PrivateLogin,
                SendCertificateChain = true,
            })
            : new ClientSecretCredential(options.AppTenantId, options.AppId, options.Password, new ClientSecretCredentialOptions
            {
                AuthorityHost = login,
                Transport = transport,
                DisableInstanceDiscovery = options.PrivateLogin,
            });
    }
}
