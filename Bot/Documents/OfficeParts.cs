using System.IO.Compression;
using System.Text;
using System.Xml;

namespace DisclosureBot.Documents;

/// <summary>Tells from its table of content types what an Office file is and whether it carries macros, and from its relations what it fetches from elsewhere.</summary>
internal static class OfficeParts
{
    /// <summary>These parts are a few kilobytes; a large one is no Office file.</summary>
    private const long MostXml = 8 * 1024 * 1024;

    /// <summary>Long tables make long texts.</summary>
    private const long MostText = 256 * 1024 * 1024;

    private static readonly (string Type, Content Content)[] Mains =
    [
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", Content.Word),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", Content.Excel),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", Content.PowerPoint),
    ];

    private static readonly string[] MacroTypes = ["macroEnabled", "vbaProject", "macrosheet"];
    /// <summary>Fields that fetch or start something when the document is opened or printed; DDE may bear AUTO.</summary>
    private static readonly string[] Fields = ["DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT"];

    public static Sight Look(ZipArchive zip)
    {
        var declared = Attributes(zip.GetEntry("[Content_Types].xml")!, "ContentType", "PartName", "Extension");
        var types = declared.Select(found => found[0]).ToArray();
        if (types.Any(type => MacroTypes.Any(macro => type.Contains(macro, StringComparison.OrdinalIgnoreCase)))) return HarmKind.Macro;
        if (zip.Entries.Where(entry => entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).Any(Fetches)) return HarmKind.Remote;
        if (zip.Entries.Where(entry => IsText(entry, declared)).Any(HasField)) return HarmKind.Field;
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

    /// <summary>A link is followed by a click; anything else outside is fetched by opening, from a server or a share that learns who opened it.</summary>
    private static bool Fetches(ZipArchiveEntry relations) => Attributes(relations, "Target", "TargetMode", "Type").Any(found =>
        (IsWord(found[1], "External") || IsElsewhere(found[0])) && !found[2].Trim().EndsWith("/hyperlink", StringComparison.Ordinal));

    private static bool IsWord(string text, string word) => text.Trim().Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>A part of the same file is never written so, whatever the mode says.</summary>
    private static bool IsElsewhere(string target) =>
        target.Trim().Replace('\\', '/') is var path && (path.StartsWith("//", StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal));

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

    /// <summary>A field's words may be cut into several runs, or stand in an attribute.</summary>
    private static bool HasField(ZipArchiveEntry entry)
    {
        using var xml = Open(entry, MostText);
        var code = new StringBuilder();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "fldChar" || xml.LocalName == "p")
            {
                if (IsFetching(code.ToString())) return true;
                if (xml.LocalName == "fldChar") code.Clear();
            }
            else if (xml.LocalName is "instrText" or "delInstrText" && !xml.IsEmptyElement) code.Append(Text(xml));
            else if (xml.LocalName == "fldSimple" && IsFetching(AttributeNamed(xml, "instr"))) return true;
        }
        return IsFetching(code.ToString());
    }

    private static string Text(XmlReader xml)
    {
        var (text, depth) = (new StringBuilder(), xml.Depth);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) text.Append(xml.Value);
        }
        return text.ToString();
    }

    private static string AttributeNamed(XmlReader xml, string name)
    {
        var value = "";
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == name) value = xml.Value;
        }
        xml.MoveToElement();
        return value;
    }

    private static bool IsFetching(string code) =>
        code.Trim().Split((char[]?)[' ', '\t', '\r', '\n', '"', '\u00A0'], 2)[0] is var word && Fields.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>The parts of a text document: its body, heads, feet, notes and remarks, by type wherever they lie, and whatever is named like one.</summary>
    private static bool IsText(ZipArchiveEntry entry, List<string[]> declared) =>
        (entry.FullName.TrimStart('/').StartsWith("word/", StringComparison.OrdinalIgnoreCase) && FileName.Extension(entry.Name) == ".xml")
        || declared.Exists(found => found[0].Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase)
            && (IsWord(found[1].TrimStart('/'), entry.FullName.TrimStart('/')) || (found[2].Length > 0 && IsWord("." + found[2], FileName.Extension(entry.Name)))));

    private static XmlReader Open(ZipArchiveEntry entry, long most = MostXml) => XmlReader.Create(entry.Open(), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        MaxCharactersInDocument = most,
    });
}
