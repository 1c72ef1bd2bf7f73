using System.Globalization;
using System.Text;

namespace DisclosureBot.Cards;

/// <summary>Makes what people wrote safe to show: letters stay letters, whatever a client would read into them.</summary>
public static class PlainText
{
    private const char WordJoiner = '\u2060';

    /// <summary>
    /// One paragraph: white space folded, invisible controls and direction marks dropped (they can make a text
    /// read as another one), <c>{{</c> parted so that no client takes it for a function such as <c>{{DATE(…)}}</c>.
    /// Markdown needs no care here: only <see cref="TextRun"/> shows such text, and it knows none.
    /// </summary>
    public static string Of(string text) => Fold(text, keepLines: false);

    /// <summary>What a person typed, freed of controls but with its lines, to be put back into an input or kept.</summary>
    public static string Typed(string text) => Fold(text.ReplaceLineEndings("\n"), keepLines: true).Trim();

    /// <summary>At most <paramref name="most"/> UTF-16 units, the last being … where something was cut.</summary>
    public static string Clip(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    private static string Fold(string text, bool keepLines)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (keepLines && rune.Value == '\n')
                kept.Append('\n');
            else if (IsBlank(rune))
                Blank(kept, keepLines);
            else if (!IsHidden(rune))
                Append(kept, rune, keepLines);
        }
        return kept.ToString();
    }

    private static void Append(StringBuilder kept, Rune rune, bool asTyped)
    {
        if (!asTyped && rune.Value == '{' && kept is [.., '{'])
            kept.Append(WordJoiner);
        kept.Append(rune);
    }

    private static void Blank(StringBuilder kept, bool asTyped)
    {
        if (asTyped || kept is not [.., ' '])
            kept.Append(' ');
    }

    private static bool IsBlank(Rune rune) => rune.Value is ' ' or '\t' or '\n' or '\r' or '\u2028' or '\u2029';

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control
        || rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;
}
