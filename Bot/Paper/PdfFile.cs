using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace DisclosureBot.Paper;

/// <summary>
/// Writes pages and their typefaces as a PDF 1.7 file (ISO 32000-1): text, lines and nothing that acts, so no script,
/// no link and no form can get in. The same pages give the same bytes: no clock and no chance takes part.
/// </summary>
/// <remarks>Written here because the library at hand, PDFsharp 6.5, is under the AGPL and asks for a licence key, and a form needs so little.</remarks>
internal sealed class PdfFile
{
    private readonly MemoryStream _bytes;
    private readonly List<long> _places = [];

    private PdfFile(MemoryStream bytes)
    {
        _bytes = bytes;
        Put("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
    }

    public static void Write(IReadOnlyList<PdfPage> pages, PdfFonts fonts, string title, Stream to)
    {
        using var bytes = new MemoryStream();
        var file = new PdfFile(bytes);
        int catalogue = file.Reserve(), tree = file.Reserve(), about = file.Reserve();
        var resources = file.Fonts(fonts);
        var kids = pages.Select(page => file.Page(page, tree, resources)).ToList();
        file.Object(tree, $"<< /Type /Pages /Count {kids.Count} /Kids [{string.Join(' ', kids.Select(Refer))}] >>");
        file.Object(catalogue, $"<< /Type /Catalog /Pages {Refer(tree)} /Lang (zh-CN) /ViewerPreferences << /DisplayDocTitle true >> >>");
        file.Object(about, $"<< /Title {Text(title)} >>");
        file.Finish(catalogue, about);
        bytes.WriteTo(to);
    }

    private int Page(PdfPage page, int tree, int resources)
    {
        var content = Stream("", page.Content);
        return Object(Reserve(), string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /Page /Parent {Refer(tree)} /MediaBox [0 0 {PdfPage.Width:0.##} {PdfPage.Height:0.##}] /Resources {Refer(resources)} /Contents {Refer(content)} >>"));
    }

    private int Fonts(PdfFonts fonts)
    {
        var used = fonts.InUse.Select(font => $"/{font.Key} {Refer(Font(font.Subset))}").ToList();
        return Object(Reserve(), $"<< /Font << {string.Join(' ', used)} >> >>");
    }

    /// <summary>A composite font (9.7) whose character codes are the glyph numbers of the embedded subset.</summary>
    private int Font(TypefaceSubset subset)
    {
        var font = subset.ToFont();
        var name = Tag(font) + "+" + subset.Face.Name;
        var program = Stream($" /Length1 {font.Length}", font);
        var box = subset.Face.Box;
        var descriptor = Object(Reserve(),
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{string.Join(' ', box)}] /ItalicAngle 0 "
            + $"/Ascent 880 /Descent -120 /CapHeight 733 /StemV 80 /FontFile2 {Refer(program)} >>");
        var widths = string.Join(' ', Enumerable.Range(0, subset.Characters.Count + 1).Select(subset.Width));
        var descendant = Object(Reserve(),
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            + $"/FontDescriptor {Refer(descriptor)} /CIDToGIDMap /Identity /DW 1000 /W [0 [{widths}]] >>");
        var readable = Stream("", Encoding.ASCII.GetBytes(ToUnicode(subset)));
        return Object(Reserve(),
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{Refer(descendant)}] /ToUnicode {Refer(readable)} >>");
    }

    /// <summary>What each glyph means (9.10.3), for search, copying and reading aloud.</summary>
    private static string ToUnicode(TypefaceSubset subset)
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            + "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var part in subset.Characters.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var rune in part) map.Append(CultureInfo.InvariantCulture, $"<{subset.Number(rune):X4}> <{Utf16(rune.ToString())}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    private int Stream(string more, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(bytes);
        var number = Begin(Reserve());
        Put($"<< /Length {packed.Length} /Filter /FlateDecode{more} >>\nstream\n");
        packed.WriteTo(_bytes);
        Put("\nendstream\nendobj\n");
        return number;
    }

    private int Reserve()
    {
        _places.Add(0);
        return _places.Count;
    }

    private int Begin(int number)
    {
        _places[number - 1] = _bytes.Length;
        Put($"{number} 0 obj\n");
        return number;
    }

    private int Object(int number, string body)
    {
        Begin(number);
        Put(body + "\nendobj\n");
        return number;
    }

    private void Finish(int catalogue, int about)
    {
        var identity = Convert.ToHexString(SHA256.HashData(_bytes.ToArray()).AsSpan(0, 16));
        var start = _bytes.Length;
        Put($"xref\n0 {_places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in _places) Put(string.Create(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        Put($"trailer\n<< /Size {_places.Count + 1} /Root {Refer(catalogue)} /Info {Refer(about)} /ID [<{identity}> <{identity}>] >>\nstartxref\n{start}\n%%EOF\n");
    }

    private void Put(string latin) => _bytes.Write(Encoding.Latin1.GetBytes(latin));

    private static string Refer(int number) => $"{number} 0 R";

    /// <summary>In hex, so that no character of the text can end the string.</summary>
    private static string Text(string text) => $"<FEFF{Utf16(text)}>";

    private static string Utf16(string text) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));

    /// <summary>The six letters that mark a subset (9.6.4).</summary>
    private static string Tag(byte[] font) => string.Concat(SHA256.HashData(font).Take(6).Select(part => (char)('A' + part % 26)));
}
