using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace DisclosureBot.Opinions.Feeds;

/// <summary>
/// Opens a feed's text as XML that cannot hurt: no document type and so no entities of its own, nothing fetched, bounded
/// in depth and number of entries. What sites often get wrong and can be set right is set right first.
/// </summary>
internal sealed partial class FeedXml
{
    /// <summary>Entries in one document; beyond it nobody reads a feed, and each costs memory.</summary>
    public const int MostEntries = 5000;

    private const int Deepest = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = FeedFetch.MostBytes,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly string _text;

    private FeedXml(string text) => _text = text;

    /// <summary>The root element's name.</summary>
    public string Root { get; private set; } = "";

    /// <exception cref="FeedException">There are too many entries.</exception>
    /// <exception cref="XmlException">It is not well-formed, too deep, or has a document type.</exception>
    public static FeedXml Check(string text, CancellationToken stop)
    {
        var xml = new FeedXml(Mend(text));
        using var reader = xml.Read();
        for (var entries = 0; reader.Read(); stop.ThrowIfCancellationRequested())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.Depth == 0) xml.Root = reader.LocalName;
            if (reader.Depth > Deepest) throw new XmlException("Too deep.");
            if (reader.LocalName is "item" or "entry" && ++entries > MostEntries) throw new FeedException(FeedFault.TooManyEntries);
        }

        return xml;
    }

    public XmlReader Read() => XmlReader.Create(new StringReader(_text), Settings);

    /// <summary>Drops what may stand in no XML, and spells out the entities that only HTML knows.</summary>
    private static string Mend(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.AsSpan().Trim("\uFEFF \t\r\n\0").EnumerateRunes())
            if (rune != Rune.ReplacementChar && (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))) kept.Append(rune);
        return Named().Replace(kept.ToString(), entity => entity.Value is "&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;" ? entity.Value : WebUtility.HtmlDecode(entity.Value));
    }

    [GeneratedRegex("&[A-Za-z][A-Za-z0-9]{1,15};", RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}
