using System.Net;

namespace DisclosureBot.Desk;

/// <summary>Where a request comes from, as far as the desk must know to trust it.</summary>
internal static class LocalRequest
{
    /// <summary>
    /// From this machine, to this machine by name, and not handed on by a proxy or tunnel.
    /// The name matters: a foreign page can point its own name at 127.0.0.1.
    /// </summary>
    public static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && IsLoopbackName(context.Request.Host.Host)
        && !context.Request.Headers.Keys.Any(IsForwarding);

    /// <summary>Made by our own page: a browser says where a request was begun, and other programs carry no cookies.</summary>
    public static bool IsSameOrigin(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is "same-origin" || (site is "none" && HttpMethods.IsGet(request.Method));
        return request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsForwarding(string header) =>
        header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase);
}
