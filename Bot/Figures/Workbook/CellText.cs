using System.Text;
using System.Text.RegularExpressions;
using DisclosureBot.Cards;

namespace DisclosureBot.Figures.Workbook;

/// <summary>Makes what people wrote fit for a cell: no controls, no lone halves of characters, nothing that reads as an escape, and not longer than a cell holds.</summary>
internal static partial class CellText
{
    private const int Longest = 2_000;

    public static string Of(string text)
    {
        var kept = new StringBuilder();
        foreach (var rune in PlainText.Of(text).EnumerateRunes())
            if (rune.Value is not (0xFFFD or 0xFFFE or 0xFFFF)) kept.Append(rune);
        // A spreadsheet reads _x0041_ as a character by its number.
        return Escapes().Replace(PlainText.Clip(kept.ToString(), Longest), "_x005F$0");
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Escapes();
}
