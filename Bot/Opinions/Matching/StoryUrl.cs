using System.Text.RegularExpressions;

namespace DisclosureBot.Opinions.Matching;

/// <summary>One spelling for all addresses of a page: what only says who shares it from where is dropped.</summary>
public static partial class StoryUrl
{
    private static readonly string[] Sharing =
    [
        "spm", "scm", "from", "from_source", "isappinstalled", "share", "shareid", "share_id", "share_token", "share_from", "share_source", "sharer", "sharer_shareid",
        "share_medium", "share_plat", "share_session_id", "share_tag", "timestamp", "unique_k", "vd_source", "wxshare_count", "nettype", "gclid", "fbclid", "bd_vid",
        "hmsr", "hmpl", "hmcu", "hmkw", "hmci", "source", "src", "ref", "refer", "referer", "tt_from", "app", "is_from_webapp", "sender_device", "enter_from", "scene", "clicktime", "chksm",
    ];

    /// <summary>Null for no page of its own: no address, or the front page of a site.</summary>
    public static string? Canonical(string? url)
    {
        if (url is null || !Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) return null;
        var host = Mirror().Replace(address.IdnHost.ToLowerInvariant(), "");
        var path = address.AbsolutePath.TrimEnd('/');
        var query = string.Join('&', address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(IsOfThePage).Order(StringComparer.Ordinal));
        if (query.Length == 0 && (path.Length == 0 || FrontPage().IsMatch(path))) return null;
        var port = address.IsDefaultPort || address.Port is 80 or 443 ? "" : $":{address.Port}";
        return $"{host}{port}{path}{(query.Length > 0 ? "?" : "")}{query}";
    }

    private static bool IsOfThePage(string pair)
    {
        var name = pair.Split('=', 2)[0].ToLowerInvariant();
        return !name.StartsWith("utm_", StringComparison.Ordinal) && !Sharing.Contains(name, StringComparer.Ordinal);
    }

    /// <summary>Addresses of the same site for the desk and the telephone.</summary>
    [GeneratedRegex(@"^(www|m|wap|mobile|3g)\.(?=[^.]+\.)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mirror();

    [GeneratedRegex(@"^/(index|default|home)?(\.\w{2,5})?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex FrontPage();
}
