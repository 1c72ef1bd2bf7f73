using System.Xml.Linq;

namespace DisclosureBot.Opinions.Feeds;

/// <summary>RSS 1.0, which the library does not read: entries lie beside the channel, dates come from Dublin Core.</summary>
internal static class OldFeed
{
    private static readonly XNamespace Rss = "http://purl.org/rss/1.0/";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    public static IReadOnlyList<FeedEntry> Read(FeedXml xml, Uri address, CancellationToken stop)
    {
        using var reader = xml.Read();
        return [.. XElement.Load(reader).Elements(Rss + "item").Select(item => Of(item, address, stop)).OfType<FeedEntry>()];
    }

    private static FeedEntry? Of(XElement item, Uri address, CancellationToken stop)
    {
        var date = (string?)item.Element(DublinCore + "date");
        var link = Uri.TryCreate(address, (string?)item.Element(Rss + "link"), out var absolute) ? absolute.AbsoluteUri : null;
        return FeedReader.Entry(
            (string?)item.Attribute(Rdf + "about"), (string?)item.Element(Rss + "title"), (string?)item.Element(Rss + "description"), link, FeedDate.Read(date), date, stop);
    }
}
