using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DisclosureBot.Paper;

/// <summary>
/// The code under a paper slip: 15 Crockford base32 characters of what the record held when the paper was made, and a
/// sixteenth that finds any one mistyped character and any two exchanged.
/// </summary>
public static class VerificationCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;
    private const int Group = 4;

    /// <summary>x⁵ + x² + 1, which makes every power of x up to the 30th a different weight.</summary>
    private const int Field = 0b100101;

    /// <summary>The code of a slip at a version, e.g. DVZW-9JAE-RWXK-J7PY.</summary>
    /// <param name="head">The hash of the slip's last event, in hex of either case.</param>
    public static string Of(string slip, long version, string head)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(slip)}:{slip},{version},{head.ToLowerInvariant()}")));
        var digits = new int[Length];
        for (var at = 0; at < Length - 1; at++) digits[at] = Bits(bytes, at * 5);
        digits[^1] = Check(digits);
        return Spell(digits);
    }

    /// <summary>Reads a code as people type it: either case, O for 0, I or L for 1, full-width, spaced and dashed at will.</summary>
    /// <returns>False when it is not a code, or was mistyped.</returns>
    public static bool TryParse(string? typed, out string code)
    {
        code = "";
        var digits = new List<int>(Length);
        foreach (var character in typed ?? "")
        {
            if (IsBetween(character)) continue;
            var digit = Digit(character);
            if (digit < 0 || digits.Count == Length) return false;
            digits.Add(digit);
        }
        if (digits.Count != Length || Check(digits) != digits[^1]) return false;
        code = Spell(digits);
        return true;
    }

    private static bool IsBetween(char character) =>
        char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) == UnicodeCategory.DashPunctuation;

    private static int Digit(char typed)
    {
        var plain = typed is >= '\uFF01' and <= '\uFF5E' ? (char)(typed - 0xFEE0) : typed; // full-width, as a Chinese keyboard may type
        return char.ToUpperInvariant(plain) switch
        {
            'O' => 0,
            'I' or 'L' => 1,
            var letter => Alphabet.IndexOf(letter, StringComparison.Ordinal),
        };
    }

    private static int Bits(byte[] bytes, int at) =>
        (((bytes[at / 8] << 8) | bytes[at / 8 + 1]) >> (11 - at % 8)) & 31;

    /// <summary>Σ xⁱ·digitᵢ over all but the last, in the field of 32 elements, times x.</summary>
    private static int Check(IReadOnlyList<int> digits)
    {
        var sum = 0;
        for (var at = 0; at < Length - 1; at++) sum = TimesX(sum ^ digits[at]);
        return sum;
    }

    private static int TimesX(int value) => (value << 1 & 32) == 0 ? value << 1 : value << 1 ^ Field;

    private static string Spell(IReadOnlyList<int> digits) => string.Join('-', digits.Select(digit => Alphabet[digit]).Chunk(Group).Select(part => new string(part)));
}
