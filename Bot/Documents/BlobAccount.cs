using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace DisclosureBot.Documents;

/// <summary>Opens the storage account that <c>ConnectionStrings:Blobs</c> names: by its connection string, or by its https address with the machine's own identity.</summary>
internal static class BlobAccount
{
    /// <summary>No connection after this long: the store is away.</summary>
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(2.5);

    /// <summary>For one block, answer included, over a slow line.</summary>
    private static readonly TimeSpan Sending = TimeSpan.FromSeconds(30);

    /// <exception cref="InvalidOperationException">Neither a connection string nor an https address.</exception>
    public static BlobServiceClient Open(string named)
    {
        try
        {
            return IsAddress(named) ? new(Address(named), Identity(named), Options()) : new(named, Options());
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            throw new InvalidOperationException(
                "ConnectionStrings:Blobs is neither a storage connection string nor the https address of an account, such as https://NAME.blob.core.windows.net.", fault);
        }
    }

    /// <summary>Whether this is the store or the way to it failing, by whichever layer's exception.</summary>
    public static bool IsAway(Exception fault) => fault is RequestFailedException or AuthenticationFailedException
        or AggregateException or IOException or HttpRequestException or OperationCanceledException;

    private static bool IsAddress(string named) => named.Contains("://", StringComparison.Ordinal) && !named.Contains('=', StringComparison.Ordinal);

    private static Uri Address(string named) => Uri.TryCreate(named, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
        ? address
        : throw new FormatException("A token is only ever sent over https.");

    /// <summary>A managed identity on Azure, the signed-in developer elsewhere; AZURE_CLIENT_ID chooses among several.</summary>
    private static DefaultAzureCredential Identity(string named) => new(new DefaultAzureCredentialOptions
    {
        AuthorityHost = named.Contains(".chinacloudapi.cn", StringComparison.OrdinalIgnoreCase) ? AzureAuthorityHosts.AzureChina
            : named.Contains(".usgovcloudapi.net", StringComparison.OrdinalIgnoreCase) ? AzureAuthorityHosts.AzureGovernment
            : AzureAuthorityHosts.AzurePublicCloud,
    });

    private static BlobClientOptions Options() => new()
    {
        Transport = new HttpClientTransport(new HttpClient(new SocketsHttpHandler { ConnectTimeout = Connecting, PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        }),
        Retry = { Mode = RetryMode.Exponential, MaxRetries = 2, Delay = TimeSpan.FromSeconds(0.4), MaxDelay = TimeSpan.FromSeconds(2), NetworkTimeout = Sending },
    };
}
