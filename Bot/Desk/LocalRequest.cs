namespace DisclosureBot.Desk;

/// <summary>Where a request comes from, as far as the desk must know to trust it.</summary>
internal static class LocalRequest
{
    /// <summary>Made by our own page: a browser says where a request was begun, and other programs carry no cookies.</summary>
    public static bool IsSameOrigin(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is "same-origin" || (site is "none" && HttpMethods.IsGet(request.Method));
        return request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
