using System.Text;
using System.Text.RegularExpressions;

namespace DisclosureBot.Opinions.Feeds;

/// <summary>
/// Makes text of a feed's bytes. Sites declare one encoding and send another, so what the bytes can be counts for more
/// than what they are said to be; whatever fits nothing is a fault and never shown as gibberish.
/// </summary>
internal static partial class FeedText
{
    /// <summary>Bytes in which the XML declaration stands.</summary>
    private const int Head = 256;

    private const char Broken = '\uFFFD';

    /// <param name="charset">From the answer's header.</param>
    /// <returns>Null where no encoding makes sense of it.</returns>
    public static string? Of(byte[] bytes, string? charset)
    {
        ReadOnlySpan<byte> body = bytes;
        if (Marked(body) is var (wide, mark)) return Whole(wide.GetString(body[mark..]));
        var declared = Declared().Match(Encoding.Latin1.GetString(body[..Math.Min(Head, body.Length)])).Groups["name"].Value;
        string[] named = [Known(charset), Known(declared)];
        string[] likely = [.. named.Append("utf-8").Append("gb18030").Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];
        var utf8 = Lenient("utf-8", body);
        if (IsCertain(utf8) || (named.All(name => name is "" or "utf-8") && !utf8.Contains(Broken, StringComparison.Ordinal))) return Whole(utf8);
        return likely.Select(name => Strict(name, bytes)).FirstOrDefault(text => text is not null)
            ?? Whole(likely.Select(name => Lenient(name, bytes)).MinBy(text => text.AsSpan().Count(Broken))!);
    }

    /// <summary>By the mark at its beginning, or by the zeros that only UTF-16 has beside the first bracket.</summary>
    private static (Encoding Encoding, int Mark)? Marked(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [(byte)'<', 0, ..] => (Encoding.Unicode, 0),
        [0, (byte)'<', ..] => (Encoding.BigEndianUnicode, 0),
        _ => null,
    };

    /// <summary>GB2312 and GBK are parts of GB18030, and sites use more than they declare. Latin-1 fits everything, so it says nothing.</summary>
    private static string Known(string? name) => (name ?? "").Trim('"', '\'', ' ').ToUpperInvariant() switch
    {
        "GB2312" or "GBK" or "GB18030" or "X-GBK" or "CP936" => "gb18030",
        "BIG5" or "BIG5-HKSCS" => "big5",
        "UTF-8" or "UTF8" => "utf-8",
        _ => "",
    };

    /// <summary>
    /// Chinese in a national encoding may by chance be UTF-8, but then of Greek and Cyrillic pairs and hardly of Chinese;
    /// and Chinese in UTF-8 of which a character was cut in half may by chance be whole in a national encoding.
    /// </summary>
    private static bool IsCertain(string utf8)
    {
        var (chinese, other) = (0, 0);
        foreach (var letter in utf8)
        {
            if (letter is >= '\u0800' and not Broken) chinese++;
            else if (letter >= 0x80 && letter != Broken) other++;
        }

        return chinese > other && IsReadable(utf8, chinese);
    }

    /// <summary>Half a character where a summary was cut is common; more than that is another encoding, or none.</summary>
    private static bool IsReadable(string text, int chinese) => text.AsSpan().Count(Broken) * 5L <= chinese;

    private static string? Whole(string text) => IsReadable(text, text.Count(letter => letter is >= '\u0800' and not Broken))
        ? text.Replace(Broken.ToString(), "", StringComparison.Ordinal)
        : null;

    private static string? Strict(string name, byte[] body)
    {
        try
        {
            return Coding(name, DecoderFallback.ExceptionFallback).GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Lenient(string name, ReadOnlySpan<byte> body) => Coding(name, new DecoderReplacementFallback(Broken.ToString())).GetString(body);

    private static Encoding Coding(string name, DecoderFallback fallback) => name == "utf-8"
        ? Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, fallback)
        : CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, fallback)!;

    [GeneratedRegex("""^\s*<\?xml[^>]*encoding\s*=\s*["'](?<name>[A-Za-z0-9._-]+)["']""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Declared();
}
