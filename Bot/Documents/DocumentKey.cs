using System.Text;

namespace DisclosureBot.Documents;

/// <summary>Turns an id into a name that is safe as a file and as a blob: nothing in it can lead anywhere else.</summary>
internal static class DocumentKey
{
    /// <summary>File systems end a name at 255 bytes; a little is left for what stands around it.</summary>
    private const int Longest = 200;

    /// <summary>Lower-case letters, digits, <c>-</c> and <c>_</c> stay; every other byte of the UTF-8 becomes <c>~xx</c>.</summary>
    /// <remarks>Upper-case letters too: some file systems hold A and a to be the same file.</remarks>
    /// <exception cref="ArgumentException">The id is empty, too long, or contains control characters or half a character.</exception>
    public static string For(string id)
    {
        if (string.IsNullOrWhiteSpace(id) || id.Any(char.IsControl)) throw new ArgumentException("A document's id is neither empty nor contains control characters.", nameof(id));
        var key = new StringBuilder(id.Length + 8);
        foreach (var value in Utf8(id)) Append(key, value);
        return key.Length <= Longest ? key.ToString() : throw new ArgumentException($"A document's id takes at most {Longest} characters as a file name.", nameof(id));
    }

    private static void Append(StringBuilder key, byte value)
    {
        if (value is >= (byte)'a' and <= (byte)'z' or >= (byte)'0' and <= (byte)'9' or (byte)'-' or (byte)'_') key.Append((char)value);
        else key.Append(null, $"~{value:x2}");
    }

    private static byte[] Utf8(string id)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(id);
        }
        catch (EncoderFallbackException broken)
        {
            throw new ArgumentException("A document's id contains half a character.", nameof(id), broken);
        }
    }
}
