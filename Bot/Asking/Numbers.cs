using System.Globalization;
using System.Text.RegularExpressions;
using DisclosureBot.Bureau;

namespace DisclosureBot.Asking;

/// <summary>A number found in a question: of a case, or a 发文字号 as it is printed.</summary>
internal sealed record FoundNumber(int At, int Length, string? Case, string? Document);

/// <summary>Finds the numbers that people write: 2026-0007, 舆2026-0003, 楚商规〔2026〕2号 in any brackets or none. Pure.</summary>
internal sealed class Numbers
{
    private const string Numerals = "一二三四五六七八九";

    private readonly Regex _written;
    private readonly int _year;

    public Numbers(Roster roster, int year)
    {
        _year = year;
        var codes = string.Join('|', roster.DocumentCodes.Values.Distinct(StringComparer.Ordinal).OrderByDescending(code => code.Length).Select(Regex.Escape));
        const string open = @"[〔\[({【「<《〈]", close = @"[〕\])}】」>》〉]";
        var code = codes.Length == 0 ? "(?<code>(?!))" : $"(?<code>{codes})";
        _written = new Regex(
            $@"(?<kind>舆情?|演练?)?(?<![0-9])(?<year>20[0-9]{{2}}) ?[-_] ?(?<place>[0-9]{{1,7}})(?![0-9]|-[0-9])"
            + $@"|{code} ?{open}? ?(?<year>20[0-9]{{2}})(?: ?{close}| ?年|[- ])? ?第?(?<sequence>[0-9]{{1,4}})(?![0-9]) ?号?"
            + $@"|{code} ?第?(?<sequence>[0-9]{{1,4}})(?![0-9]) ?号?"
            + $@"|{open} ?(?<year>20[0-9]{{2}}) ?{close} ?第?(?<sequence>[0-9]{{1,4}})(?![0-9]) ?号?"
            + @"|(?<year>20[0-9]{2})年第?(?<sequence>[0-9]{1,4})号文?"
            + @"|(?<![0-9〇一二三四五六七八九十])第?(?<sequence>[0-9]{1,4}|[一二三四五六七八九])号(?:文件|文|(?=细则|办法|规定))"
            + @"|(?<kind>舆情?|演)(?<place>[0-9]{1,4})(?![0-9])号?|(?<![0-9])(?<place>0[0-9]{3})(?![0-9])号?",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    }

    public IEnumerable<FoundNumber> In(string text) => _written.Matches(text).Select(Read);

    private FoundNumber Read(Match match)
    {
        var year = match.Groups["year"] is { Success: true, Value: var written } ? int.Parse(written, CultureInfo.InvariantCulture) : _year;
        if (match.Groups["place"] is { Success: true, Value: var place })
        {
            var kind = match.Groups["kind"] is { Success: true, Value: [var first, ..] } ? first.ToString() : "";
            return new(match.Index, match.Length, string.Create(CultureInfo.InvariantCulture, $"{kind}{year}-{int.Parse(place, CultureInfo.InvariantCulture):D4}"), null);
        }

        var named = match.Groups["sequence"].Value;
        var sequence = Numerals.IndexOf(named, StringComparison.Ordinal) is var numeral and >= 0 ? numeral + 1 : int.Parse(named, CultureInfo.InvariantCulture);
        return new(match.Index, match.Length, null, string.Create(CultureInfo.InvariantCulture, $"{match.Groups["code"].Value}〔{year}〕{sequence}号"));
    }
}
