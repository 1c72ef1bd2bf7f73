namespace DisclosureBot.Desk;

/// <summary>What every answer of the desk tells the browser to refuse: foreign code, foreign frames, guessing and keeping.</summary>
internal static class DeskHeaders
{
    /// <summary>Teams shows the desk as a tab; these are its clients' own addresses.</summary>
    private const string TeamsHosts =
        "https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://*.microsoft365.com https://*.office.com https://teams.microsoftonline.cn https://*.teams.microsoftonline.cn";

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'self' " + TeamsHosts;

    public static void Set(HttpResponse response, bool keepable)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // The page's files are asked for again every time and answered with 304; what people see is never kept.
        headers.CacheControl = keepable ? "no-cache" : "no-store";
    }
}
