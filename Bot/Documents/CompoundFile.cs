using System.Buffers.Binary;
using System.Text;

namespace DisclosureBot.Documents;

/// <summary>One storage or stream of an OLE compound file.</summary>
/// <param name="Path">Its names from the root, joined with slashes.</param>
internal sealed record CompoundEntry(string Path, string Name, bool IsStream, uint Start, long Size);

/// <summary>Reads the compound file that doc, xls, ppt, wps and et are: sectors chained through tables, and a tree of names (MS-CFB).</summary>
/// <remarks>Whatever does not add up, a chain that turns back on itself included, is an <see cref="InvalidDataException"/>.</remarks>
internal sealed class CompoundFile
{
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;
    private const int HeaderTables = 109;
    private const int EntrySize = 128;
    private const int MostEntries = 50_000;

    /// <summary>Characters; a document's storages lie three or four deep.</summary>
    private const int LongestPath = 1024;
    private readonly Stream _file;
    private readonly long _length;
    private readonly Budget _budget;
    private readonly int _sector;
    private readonly int _miniSector;
    private readonly uint _miniCutoff;
    private readonly uint[] _next;
    private readonly uint[] _miniNext;
    private readonly byte[] _directory;
    private readonly Stream _mini;

    public CompoundFile(Stream file, Budget budget)
    {
        (_file, _length, _budget) = (file, file.Length, budget);
        var header = Header();
        (_sector, _miniSector) = (1 << Short(header, 30), 1 << Short(header, 32));
        if (_sector is not (512 or 4096) || _miniSector != 64 || Short(header, 28) != 0xFFFE) throw Wrong("header");
        _miniCutoff = Int(header, 56);
        _next = Numbers(TableSectors(header));
        _miniNext = Numbers(Chain(Int(header, 60), _next));
        _directory = Directory(Int(header, 48));
        _mini = Large(Int(Entry(0), 116), SizeOf(Entry(0)));
        Entries = Walk();
    }

    public static ReadOnlySpan<byte> Magic => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Everything that hangs on the tree, the root left out.</summary>
    public IReadOnlyList<CompoundEntry> Entries { get; }

    public Stream Open(CompoundEntry entry) => entry.Size < _miniCutoff
        ? Sectors(entry.Start, entry.Size, _miniNext, _mini, _mini.Length, _miniSector, 0)
        : Large(entry.Start, entry.Size);

    private SectorStream Large(uint start, long size) => Sectors(start, size, _next, _file, _length, _sector, _sector);

    private byte[] Header()
    {
        var header = new byte[512];
        _file.Position = 0;
        _file.ReadExactly(header);
        return header.AsSpan().StartsWith(Magic) ? header : throw Wrong("magic");
    }

    /// <summary>The sectors that hold the table of chains: the first 109 stand in the header, the others in sectors chained by their last number.</summary>
    private List<uint> TableSectors(byte[] header)
    {
        var (sectors, most) = (new List<uint>(), (_length / _sector) + 1);
        for (var i = 0; i < HeaderTables; i++) Add(Int(header, 76 + (4 * i)));
        var further = Int(header, 68);
        for (var turns = 0L; further < EndOfChain - 1; turns++)
        {
            if (turns > most || sectors.Count > most) throw Wrong("tables in a circle");
            var sector = Sector(further);
            for (var i = 0; i < (_sector / 4) - 1; i++) Add(Int(sector, 4 * i));
            further = Int(sector, _sector - 4);
        }
        return sectors.Count <= most ? sectors : throw Wrong("too many tables");

        void Add(uint number)
        {
            if (number != Free) sectors.Add(number);
        }
    }

    private uint[] Numbers(List<uint> sectors)
    {
        var numbers = new uint[sectors.Count * (_sector / 4)];
        for (var at = 0; at < sectors.Count; at++)
        {
            var sector = Sector(sectors[at]);
            for (var i = 0; i < _sector / 4; i++) numbers[(at * (_sector / 4)) + i] = Int(sector, 4 * i);
        }
        return numbers;
    }

    private byte[] Directory(uint start)
    {
        var chain = Chain(start, _next);
        if ((long)chain.Count * _sector > (long)MostEntries * EntrySize) throw Wrong("too many names");
        var bytes = new byte[chain.Count * _sector];
        for (var at = 0; at < chain.Count; at++) Sector(chain[at]).CopyTo(bytes, at * _sector);
        return bytes.Length > 0 ? bytes : throw Wrong("no names");
    }

    private byte[] Sector(uint number)
    {
        _budget.Spend(_sector);
        var bytes = new byte[_sector];
        _file.Position = ((long)number + 1) * _sector;
        _file.ReadExactly(bytes);
        return bytes;
    }

    /// <param name="most">Sectors that are wanted of it; what is chained on behind them is not gone through.</param>
    private List<uint> Chain(uint start, uint[] next, long most = long.MaxValue)
    {
        var chain = new List<uint>();
        for (var number = start; chain.Count < most && number != EndOfChain && !(number == Free && chain.Count == 0); number = next[number])
        {
            if (number >= next.Length || chain.Count >= next.Length) throw Wrong("chain");
            chain.Add(number);
        }
        _budget.Spend(chain.Count);
        return chain;
    }

    private SectorStream Sectors(uint start, long size, uint[] next, Stream from, long all, int length, int offset)
    {
        if (size < 0 || size > all) throw Wrong("size");
        var chain = size == 0 ? [] : Chain(start, next, (size + length - 1) / length);
        if ((long)chain.Count * length < size) throw Wrong("short chain");
        if (chain.Exists(number => ((long)number * length) + offset >= all)) throw Wrong("cut off");
        return new SectorStream(from, chain, length, offset, size);
    }

    private List<CompoundEntry> Walk()
    {
        var (found, seen, open) = (new List<CompoundEntry>(), new HashSet<uint>(), new Stack<(uint Number, string Above)>());
        var all = 0L;
        open.Push((Int(Entry(0), 76), ""));
        while (open.TryPop(out var at))
        {
            if (at.Number == Free) continue;
            if (at.Number >= _directory.Length / EntrySize || !seen.Add(at.Number)) throw Wrong("tree");
            var entry = Entry(at.Number);
            var name = NameOf(entry);
            var kind = entry[66];
            if (kind is not (1 or 2)) throw Wrong("kind of entry");
            var size = kind == 2 ? SizeOf(entry) : 0;
            // Entries that share their sectors are how a small file costs hours.
            if (size < 0 || (all += Math.Min(size, _length + 1)) > _length) throw Wrong("more than the file holds");
            if (at.Above.Length > LongestPath) throw Wrong("too deep");
            found.Add(new(at.Above + name, name, kind == 2, Int(entry, 116), size));
            open.Push((Int(entry, 68), at.Above));
            open.Push((Int(entry, 72), at.Above));
            if (kind == 1) open.Push((Int(entry, 76), $"{at.Above}{name}/"));
        }
        return found;
    }

    private ReadOnlySpan<byte> Entry(uint number) => _directory.AsSpan((int)number * EntrySize, EntrySize);

    private static string NameOf(ReadOnlySpan<byte> entry) => Short(entry, 64) is var length and >= 2 and <= 64
        ? Encoding.Unicode.GetString(entry[..(length - 2)])
        : throw Wrong("name");

    /// <summary>In files of 512-byte sectors the upper half may be anything.</summary>
    private long SizeOf(ReadOnlySpan<byte> entry) => _sector == 512 ? Int(entry, 120) : BinaryPrimitives.ReadInt64LittleEndian(entry[120..]);

    private static uint Int(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static InvalidDataException Wrong(string what) => new($"Not a sound compound file: {what}.");
}

/// <summary>A stream of a compound file, laid together from its sectors as it is read.</summary>
internal sealed class SectorStream(Stream from, List<uint> chain, int sector, int offset, long size) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => size;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        var total = 0;
        while (total < buffer.Length && Position < size)
        {
            var within = (int)(Position % sector);
            var part = buffer.Slice(total, (int)Math.Min(Math.Min(buffer.Length - total, sector - within), size - Position));
            from.Position = ((long)chain[(int)(Position / sector)] * sector) + offset + within;
            from.ReadExactly(part);
            (total, Position) = (total + part.Length, Position + part.Length);
        }
        return total;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => size + offset,
    };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
