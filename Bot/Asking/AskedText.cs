using System.Text;

namespace DisclosureBot.Asking;

/// <summary>A question's text as the grammar reads it: half-width, lower case, one blank between words, no longer than a question is.</summary>
internal static class AskedText
{
    /// <summary>UTF-16 units; what follows is no question any more.</summary>
    public const int Most = 240;

    private const string Breaks = ",;:!?。、.~…“”\"'‘’|/\\@#*+=>";

    public static string Of(string text)
    {
        var kept = new StringBuilder(Math.Min(text.Length, Most));
        foreach (var letter in text.Length > Most ? text[..Most] : text)
        {
            var plain = Half(letter);
            var space = char.IsWhiteSpace(plain) || char.IsControl(plain) || Breaks.Contains(plain, StringComparison.Ordinal);
            if (!space) kept.Append(char.ToLowerInvariant(plain));
            else if (kept is [.., not ' ']) kept.Append(' ');
        }

        return kept.ToString().Trim();
    }

    /// <summary>Full-width forms stand at a fixed distance from the half-width ones.</summary>
    private static char Half(char letter) => letter switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
        '\u3000' => ' ',
        '\u2014' or '\u2013' or '\u2010' or '\u2212' => '-',
        _ => letter,
    };
}
