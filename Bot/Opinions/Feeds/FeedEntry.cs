using System.Security.Cryptography;
using System.Text;

namespace DisclosureBot.Opinions.Feeds;

/// <summary>One entry as its feed tells it, in plain text.</summary>
/// <param name="Id">What tells it from the feed's others: its own id, else its address, else title and date.</param>
/// <param name="Text">The whole summary; may be empty.</param>
/// <param name="Url">Null where it is no address to link to.</param>
/// <param name="Published">Bureau time; null where nothing readable is said.</param>
public sealed record FeedEntry(string Id, string Title, string Text, string? Url, DateTimeOffset? Published)
{
    /// <summary>Under which it is taken in once in the whole bureau.</summary>
    /// <param name="feedUrl">As configured: two feeds may number their entries alike.</param>
    public string Key(string feedUrl) => "feed:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{feedUrl}\n{Id}")));
}
