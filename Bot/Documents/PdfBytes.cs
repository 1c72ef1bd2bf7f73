using System.IO.Compression;
using System.Text;

namespace DisclosureBot.Documents;

/// <summary>
/// Goes over every byte of a PDF without believing what is a string, a comment or a stream: programs disagree on that, and
/// what one passes over another runs. Names that no plain document has are found wherever they stand.
/// </summary>
internal sealed class PdfBytes(Budget budget)
{
    private const int Piece = 64 * 1024;

    /// <summary>Bytes kept from piece to piece; every name looked for is shorter, even if all of its letters are escaped.</summary>
    private const int Overlap = 64;
    private const int MostStreams = 200_000;
    private readonly List<long> _streams = [];
    private bool _inFile = true;

    /// <summary>The names that only harm has, unescaped.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>How often a name that announces a stream of objects stands in the file, wherever.</summary>
    public int Announced { get; private set; }

    /// <summary>Where streams begin that do not unfold to their end.</summary>
    public HashSet<long> Unread { get; } = [];

    /// <summary>All bytes of the file, then of every stream that unfolds to what may be objects.</summary>
    public void Scan(Stream file)
    {
        file.Position = 0;
        Pieces(file);
        _inFile = false;
        foreach (var start in _streams) Unfold(file, start);
    }

    private void Unfold(Stream file, long start)
    {
        try
        {
            using var unfolded = new ZLibStream(new Lent(file, start, file.Length - start), CompressionMode.Decompress);
            var first = new byte[1];
            // Objects follow a row of numbers; what begins otherwise is the drawing of a page, or a picture.
            if (unfolded.Read(first) == 1 && MayBeginObjects(first[0])) Pieces(unfolded);
        }
        catch (InvalidDataException)
        {
            Unread.Add(start);
        }
    }

    private static bool MayBeginObjects(byte first) => first is >= (byte)'0' and <= (byte)'9' or (byte)'%' or (byte)'+' or (byte)'-' or 0 or 9 or 10 or 12 or 13 or 32;

    private void Pieces(Stream bytes)
    {
        var (buffer, kept, before) = (new byte[Overlap + Piece], 0, 0L);
        while (true)
        {
            var got = bytes.Read(buffer, kept, Piece);
            budget.Spend(got);
            var (all, end) = (kept + got, got == 0);
            // What stands too near the end to be read whole is looked at again with the next piece.
            var ready = end ? all : Math.Max(0, all - Overlap);
            FindNames(buffer.AsSpan(0, all), ready);
            if (_inFile) FindStreams(buffer.AsSpan(0, all), ready, before);
            if (end) return;
            buffer.AsSpan(ready, all - ready).CopyTo(buffer);
            (kept, before) = (all - ready, before + ready);
        }
    }

    private void FindNames(ReadOnlySpan<byte> bytes, int ready)
    {
        for (var at = 0; bytes[at..ready].IndexOf((byte)'/') is var slash and >= 0;)
        {
            at += slash + 1;
            Judge(bytes[at..]);
        }
    }

    private void Judge(ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOfAny(PdfNames.Ends);
        if (end < 0) end = rest.Length;
        if (end is < 2 or >= Overlap) return;
        var name = PdfNames.Unescape(Encoding.Latin1.GetString(rest[..end]));
        if (_inFile && PdfCheck.Announces(name)) Announced++;
        else if (PdfCheck.IsHarm(name)) Names.Add(name);
    }

    private void FindStreams(ReadOnlySpan<byte> bytes, int ready, long before)
    {
        for (var at = 0; at < ready && bytes[at..].IndexOf("stream"u8) is var found and >= 0 && at + found < ready;)
        {
            var isEnd = bytes[..(at + found)].EndsWith("end"u8);
            at += found + "stream".Length;
            if (isEnd) continue;
            if (_streams.Count >= MostStreams) throw new SpentException();
            var start = at;
            while (start < bytes.Length && bytes[start] == ' ') start++;
            if (start < bytes.Length && bytes[start] == '\r') start++;
            if (start < bytes.Length && bytes[start] == '\n') start++;
            if (start > at) _streams.Add(before + start);
        }
    }
}
