using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace DisclosureBot.Documents;

/// <summary>Looks into docx, xlsx, pptx and ofd, which are zip files: every entry is unfolded once, within the budget, and held against its checksum.</summary>
internal static class ZipCheck
{
    private const int MostNames = 4 * 1024 * 1024;
    private const int EndRecord = 22;
    private static readonly string[] JavaParts = ["META-INF/MANIFEST.MF", "AndroidManifest.xml", "classes.dex"];

    public static Sight Look(Stream file, Budget budget, int depth)
    {
        if (!HasBoundedNames(file)) return HarmKind.Broken;
        using var zip = new ZipArchive(new Lent(file), ZipArchiveMode.Read);
        if (zip.Entries.Count == 0 || zip.Entries.DistinctBy(entry => entry.FullName, StringComparer.OrdinalIgnoreCase).Count() != zip.Entries.Count) return HarmKind.Broken;
        if (zip.Entries.Any(entry => entry.IsEncrypted)) return HarmKind.Encrypted;
        // Entries that share their bytes are how a small file unfolds into a huge one.
        if (zip.Entries.Sum(entry => entry.CompressedLength) > file.Length) return HarmKind.Bomb;
        if (!HasOneDirectory(file, zip)) return HarmKind.TwoInOne;
        if (zip.Entries.Any(entry => JavaParts.Contains(entry.FullName))) return HarmKind.Program;
        if (ByName(zip) is { } named) return named;
        return zip.Entries.Select(entry => Content(entry, budget, depth)).FirstOrDefault(harm => harm is not null) is { } harm ? harm : Kind(zip);
    }

    private static Sight Kind(ZipArchive zip)
    {
        if (zip.GetEntry("[Content_Types].xml") is not null) return OfficeParts.Look(zip);
        return zip.GetEntry("OFD.xml") is { } ofd ? OfficeParts.Ofd(ofd) : HarmKind.NotAllowed;
    }

    private static Harm? ByName(ZipArchive zip)
    {
        foreach (var entry in zip.Entries)
        {
            if (Programs.IsProgramExtension(FileName.Extension(entry.Name))) return new(HarmKind.ProgramInside, FileName.Clean(entry.Name));
            if (Programs.IsMacroExtension(FileName.Extension(entry.Name))
                || entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
                || entry.FullName.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase))
                return new(HarmKind.Macro);
        }
        return null;
    }

    private static Harm? Content(ZipArchiveEntry entry, Budget budget, int depth)
    {
        using var summed = new SummedStream(entry.Open(), entry.Length);
        if (Inside.Look(summed, FileName.Clean(entry.Name), budget, depth) is { } harm) return harm;
        return summed.Crc == entry.Crc32 ? null : new(HarmKind.Broken);
    }

    /// <summary>The file begins with an entry and ends with the list of them, and each entry bears the name it is listed under: some programs read the one, some the other.</summary>
    private static bool HasOneDirectory(Stream file, ZipArchive zip)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndRecord + ushort.MaxValue)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var record = tail.AsSpan(end);
        if (EndRecord + BinaryPrimitives.ReadUInt16LittleEndian(record[20..]) != record.Length) return false;
        var (size, start) = (BinaryPrimitives.ReadUInt32LittleEndian(record[12..]), BinaryPrimitives.ReadUInt32LittleEndian(record[16..]));
        return start + (long)size == file.Length - record.Length && AreNamedAlike(file, start, zip.Entries.Count);
    }

    private static bool AreNamedAlike(Stream file, long at, int count)
    {
        var (listed, local) = (new byte[46], new byte[30]);
        var earliest = long.MaxValue;
        while (count-- > 0)
        {
            var name = Name(file, at, listed, 28);
            if (BinaryPrimitives.ReadUInt32LittleEndian(listed) != 0x02014b50) return false;
            var start = BinaryPrimitives.ReadUInt32LittleEndian(listed.AsSpan(42));
            earliest = Math.Min(earliest, start);
            if (!Name(file, start, local, 26).AsSpan().SequenceEqual(name)) return false;
            at += listed.Length + name.Length + BinaryPrimitives.ReadUInt16LittleEndian(listed.AsSpan(30)) + BinaryPrimitives.ReadUInt16LittleEndian(listed.AsSpan(32));
        }
        return earliest == 0;
    }

    /// <summary>The name behind a head of fixed length, whose own length stands in it.</summary>
    private static byte[] Name(Stream file, long at, byte[] head, int lengthAt)
    {
        file.Position = at;
        file.ReadExactly(head);
        var name = new byte[BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(lengthAt))];
        file.ReadExactly(name);
        return name;
    }

    /// <summary>The reader keeps every name in memory; how much that can be is decided before it starts.</summary>
    private static bool HasBoundedNames(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndRecord + ushort.MaxValue)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndRecord > tail.Length) return false;
        var (count, names) = (BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10)), BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16)));
        // The largest numbers would point to a record for files past 4 GB, which is no document.
        return count < ushort.MaxValue && names < uint.MaxValue && file.Length - tail.Length + end - names is >= 0 and <= MostNames;
    }
}

/// <summary>Counts and sums what is read; more than was declared ends it.</summary>
internal sealed class SummedStream(Stream inner, long declared) : Stream
{
    private readonly Crc32 _crc = new();
    private long _read;

    public uint Crc => _read == declared ? _crc.GetCurrentHashAsUInt32() : throw new InvalidDataException("Shorter than declared.");

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => declared;

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var got = inner.Read(buffer);
        _crc.Append(buffer[..got]);
        return (_read += got) <= declared ? got : throw new InvalidDataException("Longer than declared.");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
