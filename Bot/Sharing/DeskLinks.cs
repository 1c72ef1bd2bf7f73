using System.Text.RegularExpressions;
using DisclosureBot.Desk;
using Microsoft.AspNetCore.WebUtilities;

namespace DisclosureBot.Sharing;

/// <summary>Reads a pasted address: which case of this desk it opens, if any. Whatever is not exactly ours is somebody else's.</summary>
public sealed partial class DeskLinks(DeskAddress desk)
{
    private const int Longest = 500;

    /// <returns>Null for any address but a link to a case at this very desk; there need be no such case.</returns>
    public string? Read(string url)
    {
        if (url.Length > Longest || url.Any(letter => letter is <= ' ' or '\\' or '\x7f')) return null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !Uri.TryCreate(desk.Base + "/", UriKind.Absolute, out var ours)) return null;
        return address is { UserInfo: "", Fragment: "" } && address.Scheme == ours.Scheme && address.IdnHost == ours.IdnHost && address.Port == ours.Port && address.AbsolutePath == ours.AbsolutePath
            ? Case(address.Query)
            : null;
    }

    /// <summary>In development the address also says at which desk one sits; that counts for nothing here.</summary>
    private static string? Case(string query)
    {
        var asked = QueryHelpers.ParseQuery(query);
        return asked.Keys.All(key => key is DeskAddress.Case or "as") && asked.TryGetValue(DeskAddress.Case, out var ids) && ids is [{ } id] && CaseId().IsMatch(id) ? id : null;
    }

    [GeneratedRegex(@"\A(slip|opinion|opinion-drill)-[0-9]{4}-[0-9]{7}\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CaseId();
}
