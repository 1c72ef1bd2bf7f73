using System.Net;
using System.ServiceModel.Syndication;
using System.Xml;
using DisclosureBot.Web;

namespace DisclosureBot.Opinions.Feeds;

/// <summary>Makes entries of what a feed's site sent: RSS 2.0, Atom 1.0 and, in the old form, RSS 1.0.</summary>
public static class FeedReader
{
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string FullContent = "http://purl.org/rss/1.0/modules/content/";

    /// <exception cref="FeedException">It is no feed, or cannot be read safely.</exception>
    public static IReadOnlyList<FeedEntry> Read(FeedAnswer answer, CancellationToken stop)
    {
        var text = FeedText.Of(answer.Body.ToArray(), answer.Charset) ?? throw new FeedException(FeedFault.Undecodable);
        try
        {
            var xml = FeedXml.Check(text, stop);
            return xml.Root == "RDF" ? OldFeed.Read(xml, answer.Address, stop) : Modern(xml, answer.Address, stop);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or FeedException))
        {
            // Whatever a reader stumbles over in foreign text is that text's fault, and contained here.
            throw new FeedException(FeedFault.NotAFeed);
        }
    }

    /// <summary>Plain and bounded; null where neither title nor text is left.</summary>
    internal static FeedEntry? Entry(string? id, string? title, string? summary, string? url, DateTimeOffset? published, string? date, CancellationToken stop)
    {
        var (shown, text) = (Plain(title, stop), Plain(summary, stop));
        if (shown.Length == 0) shown = Cards.PlainText.Clip(text, Wording.TitleLimit);
        if (shown.Length == 0) return null;
        var address = WebAddress.Read(url, "", out var link) is null ? link : null;
        return new(Wording.Clean(id) ?? address ?? $"{shown}\n{date}", shown, text, address, published);
    }

    private static IReadOnlyList<FeedEntry> Modern(FeedXml xml, Uri address, CancellationToken stop)
    {
        SyndicationFeedFormatter formatter = xml.Root == "feed" ? new Atom10FeedFormatter() : new Rss20FeedFormatter();
        // Neither a wrong date nor a wrong address of one entry shall cost the others.
        formatter.DateTimeParser = (XmlDateTimeData written, out DateTimeOffset moment) => (moment = FeedDate.Read(written.DateTimeString) ?? default) is var _;
        formatter.UriParser = (XmlUriData written, out Uri uri) => Uri.TryCreate(written.UriString, written.UriKind, out uri!) || (uri = new Uri("about:blank")) is not null;
        using var reader = xml.Read();
        reader.MoveToContent();
        formatter.ReadFrom(reader);
        return [.. formatter.Feed.Items.Select(item => Of(item, address, stop)).OfType<FeedEntry>()];
    }

    private static FeedEntry? Of(SyndicationItem item, Uri address, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var published = item.PublishDate != default ? item.PublishDate : item.LastUpdatedTime != default ? item.LastUpdatedTime : FeedDate.Read(Extension(item, "date", DublinCore));
        var summary = item.Summary?.Text is { Length: > 0 } given ? given : (item.Content as TextSyndicationContent)?.Text ?? Extension(item, "encoded", FullContent);
        return Entry(item.Id, item.Title?.Text, summary, Link(item, address), published, published?.ToString("O", null), stop);
    }

    private static string? Link(SyndicationItem item, Uri address)
    {
        var link = item.Links.FirstOrDefault(one => one.RelationshipType is null or "alternate")?.GetAbsoluteUri() ?? item.Links.FirstOrDefault(one => one.RelationshipType is null or "alternate")?.Uri;
        return link is null ? null : new Uri(address, link).AbsoluteUri;
    }

    private static string? Extension(SyndicationItem item, string name, string space) =>
        item.ElementExtensions.ReadElementExtensions<XmlElement>(name, space).FirstOrDefault()?.InnerText;

    private static string Plain(string? html, CancellationToken stop) =>
        Wording.Clean(WebUtility.HtmlDecode(new Markup(html ?? "", stop).Shown())) ?? "";
}
