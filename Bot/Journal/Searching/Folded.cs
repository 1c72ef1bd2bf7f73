using System.Text;
using System.Text.RegularExpressions;

namespace DisclosureBot.Journal.Searching;

/// <summary>Text as it is compared: half width, lower case, no brackets or quotation marks, words apart by one space.</summary>
/// <remarks>Folded here, not in the database: SQLite knows no letters beyond ASCII, and text ends at a NUL.</remarks>
internal static partial class Folded
{
    /// <summary>As in V6__search.sql, which folds the words written before it.</summary>
    private const string Dropped = "()[]{}\"\uff02'\uff07\uff08\uff09\uff3b\uff3d\uff5b\uff5d\u3014\u3015\u3010\u3011\u300a\u300b\u3008\u3009\u300c\u300d\u300e\u300f\u3016\u3017\u201c\u201d\u2018\u2019";

    private const string Dashes = "\u2010\u2011\u2013\u2014\u2212";

    public static string Text(string text)
    {
        var folded = new StringBuilder(text.Length);
        // By runes: half of a pair, which no database takes for text, becomes the sign for what cannot be shown.
        foreach (var rune in text.ToLowerInvariant().EnumerateRunes())
        {
            if (!rune.IsBmp)
            {
                folded.Append(rune);
                continue;
            }

            var letter = (char)rune.Value;
            if (Dropped.Contains(letter, StringComparison.Ordinal)) continue;
            var plain = Plain(letter);
            if (plain != ' ' || (folded.Length > 0 && folded[^1] != ' ')) folded.Append(plain);
        }
        return folded.ToString().TrimEnd(' ');
    }

    /// <summary>A document number, however its year is set off, becomes the one word that listings hold; what has neither bracket nor 号 is left as it is.</summary>
    public static string Asked(string text) => Text(DocumentNumber().Replace(Width(text), "${year}${number}号"));

    /// <summary>The ways a case's number may be written that was asked for like this: as typed, half width, padded, its year in the prescribed brackets.</summary>
    public static string[] Numbers(string text)
    {
        var plain = Width(text).Trim();
        var padded = ShortNumber().Match(plain) is { Success: true } match ? $"{match.Groups["year"].Value}-{match.Groups["number"].Value.PadLeft(4, '0')}" : plain;
        return [.. new[] { text, plain, padded, DocumentNumber().Replace(plain, "〔${year}〕${number}号") }.Distinct(StringComparer.Ordinal)];
    }

    private static string Width(string text) => string.Create(text.Length, text, (wide, from) =>
    {
        for (var i = 0; i < from.Length; i++)
            wide[i] = from[i] is >= '\uff01' and <= '\uff5e' ? (char)(from[i] - 0xfee0) : Dashes.Contains(from[i], StringComparison.Ordinal) ? '-' : from[i];
    });

    private static char Plain(char letter) => letter switch
    {
        >= '\uff01' and <= '\uff5e' => char.ToLowerInvariant((char)(letter - 0xfee0)),
        _ when char.IsWhiteSpace(letter) || char.IsControl(letter) => ' ',
        _ when Dashes.Contains(letter, StringComparison.Ordinal) => '-',
        _ => letter,
    };

    /// <summary>The year set off by brackets, 号 or not; or by nothing, and then with 号.</summary>
    [GeneratedRegex(
        @"[\[(〔【〈《{]\s*(?<year>(19|20)[0-9]{2})\s*年?\s*[\])〕】〉》}]\s*第?\s*0*(?<number>[1-9][0-9]{0,4})(?![0-9])(\s*号)?|(?<![0-9])(?<year>(19|20)[0-9]{2})\s*0*(?<number>[1-9][0-9]{0,4})\s*号",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex DocumentNumber();

    [GeneratedRegex("^(?<year>[0-9]{4})-(?<number>[0-9]{1,3})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex ShortNumber();
}
