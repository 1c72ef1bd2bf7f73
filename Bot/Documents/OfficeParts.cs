using System.IO.Compression;
using System.Xml;

namespace DisclosureBot.Documents;

/// <summary>Tells from its table of content types what an Office file is and whether it carries macros, and from its relations what it fetches from elsewhere.</summary>
internal static class OfficeParts
{
    /// <summary>These parts are a few kilobytes; a large one is no Office file.</summary>
    private const long MostXml = 8 * 1024 * 1024;

    private static readonly (string Type, Content Content)[] Mains =
    [
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", Content.Word),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", Content.Excel),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", Content.PowerPoint),
    ];

    private static readonly string[] MacroTypes = ["macroEnabled", "vbaProject", "macrosheet"];
    private static readonly string[] Fetched = ["/attachedTemplate", "/oleObject", "/frame", "/subDocument"];

    public static Sight Look(ZipArchive zip)
    {
        var types = Attributes(zip.GetEntry("[Content_Types].xml")!, "ContentType").Select(found => found[0]).ToArray();
        if (types.Any(type => MacroTypes.Any(macro => type.Contains(macro, StringComparison.OrdinalIgnoreCase)))) return HarmKind.Macro;
        if (zip.Entries.Where(entry => entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).Any(Fetches)) return HarmKind.Remote;
        return Mains.FirstOrDefault(main => types.Contains(main.Type)) is { Type: not null } known ? known.Content : HarmKind.NotAllowed;
    }

    public static Sight Ofd(ZipArchiveEntry entry)
    {
        using var xml = Open(entry);
        xml.MoveToContent();
        if (xml.LocalName != "OFD") return HarmKind.Broken;
        while (xml.Read()) { }
        return Content.Ofd;
    }

    /// <summary>A template on the person's own disk is what Word writes down by itself; one on the network brings macros with it.</summary>
    private static bool Fetches(ZipArchiveEntry relations) => Attributes(relations, "TargetMode", "Type", "Target").Any(found =>
        found[0] == "External" && Fetched.Any(kind => found[1].EndsWith(kind, StringComparison.Ordinal)) && IsElsewhere(found[2]));

    private static bool IsElsewhere(string target) =>
        target.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || target.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
        || target.StartsWith("ftp:", StringComparison.OrdinalIgnoreCase) || target.StartsWith("mhtml:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Of every element that has the first of the attributes, all of them; one that is missing is empty.</summary>
    private static List<string[]> Attributes(ZipArchiveEntry entry, params string[] names)
    {
        using var xml = Open(entry);
        var found = new List<string[]>();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute(names[0]) is not null)
                found.Add([.. names.Select(name => xml.GetAttribute(name) ?? "")]);
        }
        return found;
    }

    private static XmlReader Open(ZipArchiveEntry entry) => XmlReader.Create(entry.Open(), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        MaxCharactersInDocument = MostXml,
    });
}
