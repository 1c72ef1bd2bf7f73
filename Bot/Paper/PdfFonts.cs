using System.Globalization;
using System.Text;

namespace DisclosureBot.Paper;

/// <summary>The two weights that one document is set in, and what it has used of each.</summary>
internal sealed class PdfFonts
{
    private static readonly Lazy<Typeface> Regular = new(() => Open("NotoSerifSC-Regular"));
    private static readonly Lazy<Typeface> Bold = new(() => Open("NotoSerifSC-Bold"));
    private readonly TypefaceSubset _regular = new(Regular.Value);
    private readonly TypefaceSubset _bold = new(Bold.Value);

    public IEnumerable<(string Key, TypefaceSubset Subset)> InUse =>
        new[] { (Key: Key(bold: false), Subset: _regular), (Key: Key(bold: true), Subset: _bold) }.Where(font => font.Subset.Characters.Count > 0);

    public static string Key(bool bold) => bold ? "B" : "R";

    /// <summary>
    /// The text with what the face lacks, or would draw as nothing, spelt out as □(U+20BB7): a hole in a signed paper
    /// could be anything. Line breaks stay; a tab is a space.
    /// </summary>
    public static string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").Replace('\t', ' ').EnumerateRunes())
        {
            if (rune.Value == '\n' || IsSeen(rune)) printable.Append(rune);
            else printable.Append(CultureInfo.InvariantCulture, $"□(U+{rune.Value:X4})");
        }
        return printable.ToString();
    }

    private static bool IsSeen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format && Regular.Value.Shows(rune) && Bold.Value.Shows(rune);

    public static double Width(Rune rune, double size, bool bold) => Face(bold).Width(rune) * size;

    public static double Width(string text, double size, bool bold) => text.EnumerateRunes().Sum(rune => Width(rune, size, bold));

    /// <summary>The text as a PDF string of glyph numbers, in hex.</summary>
    public string Codes(string text, bool bold)
    {
        var subset = bold ? _bold : _regular;
        return string.Concat(text.EnumerateRunes().Select(rune => subset.Number(rune).ToString("X4", CultureInfo.InvariantCulture)));
    }

    private static Typeface Face(bool bold) => (bold ? Bold : Regular).Value;

    private static Typeface Open(string name) => new(Path.Combine(AppContext.BaseDirectory, "fonts", name + ".ttf"), name);
}
