using System.IO.Compression;

namespace DisclosureBot.Documents;

/// <summary>
/// Reads a PDF's names, plain or hidden behind escapes and in compressed object streams, and refuses those that run
/// something or bring other files along. Lengths and tables in the file are not believed: a reader may find objects anywhere.
/// </summary>
internal static class PdfCheck
{
    private const int Tail = 2048;
    private static readonly HashSet<string> Scripts = ["JavaScript", "JS", "Launch", "RichMedia"];
    private static readonly HashSet<string> Attachments = ["EmbeddedFile", "EmbeddedFiles", "EF"];
    private static readonly HashSet<string> OtherFilters = ["ASCIIHexDecode", "ASCII85Decode", "LZWDecode", "RunLengthDecode", "Crypt", "AHx", "A85", "LZW", "RL", "Predictor"];

    public static Sight Look(Stream file, Budget budget)
    {
        if (!IsWhole(file)) return HarmKind.Broken;
        var names = new PdfNames(file, budget);
        var objects = 0;
        while (names.Next() is { } found)
        {
            objects++;
            if (Judge(found.Names) is { } harm) return harm;
            if (found.HoldsObjects && Hidden(file, found, budget) is { } hidden) return hidden;
        }
        return objects > 0 ? Content.Pdf : HarmKind.Broken;
    }

    private static Sight? Judge(IReadOnlySet<string> names)
    {
        if (names.Contains("Encrypt")) return HarmKind.Encrypted;
        if (names.Overlaps(Scripts)) return HarmKind.PdfScript;
        return names.Overlaps(Attachments) ? HarmKind.PdfAttachment : null;
    }

    private static Sight? Hidden(Stream file, PdfObject found, Budget budget)
    {
        if (found.Names.Overlaps(OtherFilters)) return HarmKind.PdfOpaque;
        if (found.First is not { } first) return HarmKind.PdfOpaque;
        var folded = found.Names.Contains("FlateDecode") || found.Names.Contains("Fl");
        try
        {
            // To the end of the file: compressed bytes know their own end, and may spell endstream before it.
            return folded
                ? Hidden(new ZLibStream(new Lent(file, found.StreamStart, file.Length - found.StreamStart), CompressionMode.Decompress), first, budget)
                : Hidden(new Lent(file, found.StreamStart, found.StreamEnd - found.StreamStart), first, budget);
        }
        catch (InvalidDataException)
        {
            return HarmKind.PdfOpaque;
        }
    }

    private static Sight? Hidden(Stream objects, long first, Budget budget)
    {
        using var unfolded = objects;
        var names = new PdfNames(unfolded, budget);
        var all = names.All(first);
        return names.IsTrap ? HarmKind.PdfOpaque : Judge(all);
    }

    private static bool IsWhole(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, Tail)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        return tail.AsSpan().LastIndexOf("%%EOF"u8) >= 0 && tail.AsSpan().LastIndexOf("startxref"u8) >= 0;
    }
}

/// <summary>The names between two ends of objects, and where the stream lies that follows, if one does.</summary>
/// <param name="Names">Unescaped.</param>
/// <param name="StreamStart">In the file.</param>
/// <param name="StreamEnd">In the file; not after the start where there is no stream.</param>
/// <param name="First">The number after the name First: where, in an object stream, the objects begin.</param>
internal sealed record PdfObject(IReadOnlySet<string> Names, long StreamStart, long StreamEnd, long? First)
{
    /// <summary>Its kind says so, or the two entries that only such a stream has.</summary>
    public bool HoldsObjects => StreamEnd > StreamStart && (Names.Contains("ObjStm") || (Names.Contains("First") && Names.Contains("N")));
}
