using System.Globalization;
using System.Text;

namespace DisclosureBot.Documents;

/// <summary>A file's name as it may be shown and saved anywhere: no path, no invisible or reversing characters, nothing a file system reserves.</summary>
public static class FileName
{
    /// <summary>With room for the UTF-8 of Chinese in a file system's 255 bytes.</summary>
    private const int Longest = 80;

    private static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Never empty: a name of nothing becomes 未命名.</summary>
    public static string Clean(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder();
        foreach (var rune in last.EnumerateRunes().Where(IsPlain)) kept.Append(IsReserved(rune) ? "_" : rune.ToString());
        var (stem, extension) = Split(kept.ToString().Trim().TrimEnd('.', ' '));
        if (stem.Length == 0) stem = "未命名";
        if (Reserved.Contains(stem.Split('.')[0].TrimEnd())) stem = "_" + stem;
        return Cut(stem, Longest - extension.Length) + extension;
    }

    /// <summary>The last extension in lower case with its dot; empty where there is none.</summary>
    public static string Extension(string name) => Split(name).Extension.ToLowerInvariant();

    private static (string Stem, string Extension) Split(string name) =>
        name.LastIndexOf('.') is var dot and >= 0 && name.Length - dot is > 1 and <= 20 ? (name[..dot], name[dot..]) : (name, "");

    /// <summary>Control and format characters (which include those that turn the reading direction) and lone surrogates go.</summary>
    private static bool IsPlain(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);

    private static bool IsReserved(Rune rune) => rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*';

    private static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }
}
