using System.Globalization;
using System.Text;

namespace DisclosureBot.Paper;

/// <summary>
/// Breaks text into lines as Chinese is set (避头尾): no line begins with what closes or ends with what opens, numbers
/// and words stay whole where a line can hold them. Joined again, the lines are the text.
/// </summary>
public static class LineBreaking
{
    /// <summary>Half-width, Chinese and full-width marks (\uFF0C is the full-width comma), the dash and the dots that come in pairs.</summary>
    private const string NotFirst = ",.;:!?)]}%~/-"
        + "\u3002\u3001\u300B\u3009\u300D\u300F\u3011\u3015\u3017\u201D\u2019\u2026\u2014\u00B7\u3005\u2030\u2103"
        + "\uFF0C\uFF1B\uFF1A\uFF01\uFF1F\uFF09\uFF3D\uFF5D\uFF05\uFF0E\uFF5E\uFF0F";

    private const string NotLast = "([{$\u300A\u3008\u300C\u300E\u3010\u3014\u3016\u201C\u2018\u00A5\uFF08\uFF3B\uFF5B\uFFE5\uFF04";

    private const string InWords = "-_./:@#&+=~%";

    /// <param name="widthOf">The width of a character, in the unit of <paramref name="room"/>.</param>
    public static IReadOnlyList<string> Lines(string text, double room, Func<Rune, double> widthOf) =>
        [.. text.Split('\n').SelectMany(paragraph => Paragraph([.. paragraph.EnumerateRunes()], room, widthOf))];

    private static IEnumerable<string> Paragraph(Rune[] text, double room, Func<Rune, double> widthOf)
    {
        var from = 0;
        do
        {
            var to = Fitting(text, from, room, widthOf);
            if (to < text.Length) to = LastBreak(text, from, to);
            yield return string.Concat(text[from..to]);
            from = to;
        }
        while (from < text.Length);
    }

    /// <summary>Where the line that begins at <paramref name="from"/> would run over; at least one character on. Spaces never do: they are not seen there.</summary>
    private static int Fitting(Rune[] text, int from, double room, Func<Rune, double> widthOf)
    {
        var to = from;
        for (var width = 0.0; to < text.Length && (to == from || text[to].Value == ' ' || width + widthOf(text[to]) <= room); to++)
            width += widthOf(text[to]);
        return to;
    }

    /// <summary>The last good place to break at or before <paramref name="to"/>; there, when the line has none.</summary>
    private static int LastBreak(Rune[] text, int from, int to)
    {
        for (var at = to; at > from; at--)
        {
            if (MayBreak(text, at)) return at;
        }
        return to;
    }

    private static bool MayBreak(Rune[] text, int at)
    {
        var (before, after) = (text[at - 1], text[at]);
        return !Among(NotLast, before) && !Among(NotFirst, after) && after.Value != ' '
            && !(IsOfWord(before) && IsOfWord(after)) && !IsMark(after);
    }

    private static bool IsOfWord(Rune rune) => (rune.IsAscii && Rune.IsLetterOrDigit(rune)) || Among(InWords, rune);

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool Among(string characters, Rune rune) => rune.IsBmp && characters.Contains((char)rune.Value);
}
