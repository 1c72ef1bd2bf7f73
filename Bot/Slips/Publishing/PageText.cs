using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DisclosureBot.Web;

namespace DisclosureBot.Slips.Publishing;

/// <summary>The letters and digits that a reader of a web page sees, however it is encoded, marked up and spaced.</summary>
public sealed partial class PageText
{
    /// <summary>Bytes from the start in which a page may name its own encoding.</summary>
    private const int Head = 4096;

    private readonly string _letters;

    private PageText(string letters, long steps) => (_letters, Steps) = (letters, steps);

    /// <summary>Characters looked at to tell what is shown; grows with the page and never faster.</summary>
    public long Steps { get; }

    /// <param name="charset">As the answer's header names it; the page's own word is asked where it does not.</param>
    /// <param name="stop">Ends the reading of a page that takes too long.</param>
    public static PageText Of(ReadOnlyMemory<byte> body, string? charset, CancellationToken stop = default)
    {
        var named = charset ?? Declared().Match(Encoding.Latin1.GetString(body.Span[..Math.Min(Head, body.Length)])).Groups["name"].Value;
        using var reader = new StreamReader(new MemoryStream(body.ToArray()), EncodingOf(named), detectEncodingFromByteOrderMarks: true);
        var markup = new Markup(reader.ReadToEnd(), stop);
        var shown = markup.Shown();
        return new PageText(Letters(WebUtility.HtmlDecode(shown)), markup.Steps);
    }

    /// <summary>What does not stand in the page, in a sentence; null where all does.</summary>
    public string? Lacks(AddressWords wanted) => (Has(wanted.Title), wanted.Number is null || Has(wanted.Number)) switch
    {
        (true, true) => null,
        (false, true) => "网页中没有找到标题",
        (true, false) => "网页中没有找到文号",
        (false, false) => "网页中没有找到标题和文号",
    };

    private bool Has(string words) => _letters.Contains(Letters(words), StringComparison.OrdinalIgnoreCase);

    /// <summary>Brackets and quotes are set one way on paper and another on the web.</summary>
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    /// <summary>GB2312 and GBK are parts of GB18030, and pages often use more than they declare.</summary>
    private static Encoding EncodingOf(string name) => name.Trim('"', '\'', ' ').ToUpperInvariant() switch
    {
        "GB2312" or "GBK" or "GB18030" or "X-GBK" => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!,
        "BIG5" => CodePagesEncodingProvider.Instance.GetEncoding("big5")!,
        "UTF-16" or "UTF-16LE" => Encoding.Unicode,
        _ => Encoding.UTF8,
    };

    [GeneratedRegex("""charset\s*=\s*["']?(?<name>[A-Za-z0-9_-]+)""", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Declared();
}
