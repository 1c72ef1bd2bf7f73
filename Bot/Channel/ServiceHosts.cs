namespace DisclosureBot.Channel;

/// <summary>
/// Decides where our token and our cards may travel. Asked when an activity comes in and again at every send, because a
/// stored address may be older than the configuration.
/// </summary>
public sealed class ServiceHosts(ChannelOptions options)
{
    /// <summary>https to a listed host; plain http only to loopback in Development.</summary>
    public bool Trusts(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri)
        && uri is { UserInfo: "", Query: "", Fragment: "" }
        && (TrustsLoopback(uri) || (uri.Scheme is "https" && options.Cloud.ServiceHosts.Any(host => Covers(host, uri.IdnHost))));

    private bool TrustsLoopback(Uri uri) =>
        options.LoopbackAllowed && uri.IsLoopback && uri.Scheme is "http" or "https";

    private static bool Covers(string listed, string host) =>
        listed.TrimStart('*') is ['.', ..] domain
            ? host.EndsWith(domain, StringComparison.OrdinalIgnoreCase)
            : host.Equals(listed, StringComparison.OrdinalIgnoreCase);
}
