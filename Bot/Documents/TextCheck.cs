using System.Text;

namespace DisclosureBot.Documents;

/// <summary>Plain text in UTF-8 or GB18030, without the control characters that only other kinds of file contain.</summary>
internal static class TextCheck
{
    /// <summary>Code page 54936.</summary>
    private const int Gb18030 = 54936;

    public static Sight Look(Stream file, Budget budget)
    {
        file.Position = 0;
        var head = FileCheck.Head(file);
        if (IsWide(head)) return HarmKind.TextEncoding;
        if (HasControls(head)) return HarmKind.NotAllowed;
        return Decodes(file, new UTF8Encoding(false, throwOnInvalidBytes: true)) || Decodes(file, Chinese())
            ? Content.Text
            : HarmKind.TextEncoding;
    }

    private static Encoding Chinese() =>
        CodePagesEncodingProvider.Instance.GetEncoding(Gb18030, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>What the notepad of Windows calls Unicode.</summary>
    private static bool IsWide(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    private static bool HasControls(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyInRange((byte)0, (byte)8) >= 0
        || bytes.Contains((byte)11) || bytes.IndexOfAnyInRange((byte)14, (byte)31) >= 0;

    private static bool Decodes(Stream file, Encoding encoding)
    {
        file.Position = 0;
        var (decoder, bytes) = (encoding.GetDecoder(), new byte[64 * 1024]);
        var characters = new char[encoding.GetMaxCharCount(bytes.Length)];
        try
        {
            int got;
            do
            {
                got = file.Read(bytes);
                if (HasControls(bytes.AsSpan(0, got))) return false;
                decoder.GetChars(bytes, 0, got, characters, 0, flush: got == 0);
            }
            while (got > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
