using System.Buffers.Binary;
using System.Text;

namespace DisclosureBot.Tests.Documents;

/// <summary>Writes a real OLE compound file of 512-byte sectors: tables, a tree of names, small streams in the small sectors.</summary>
internal sealed class OleBuilder
{
    private const int Sector = 512;
    private const int Mini = 64;
    private const int Cutoff = 4096;
    private const uint End = 0xFFFFFFFE;
    private const uint None = 0xFFFFFFFF;
    private readonly List<Node> _nodes = [new("Root Entry", 5, [])];
    private readonly List<byte[]> _sectors = [];
    private readonly List<uint> _next = [];

    /// <param name="streams">Paths with slashes; storages are made as they are named.</param>
    public OleBuilder(params (string Path, byte[] Bytes)[] streams)
    {
        foreach (var (path, bytes) in streams) Add(path.Split('/'), bytes);
    }

    public byte[] Build()
    {
        var small = Small();
        _nodes[0].Start = Put(small.Bytes);
        _nodes[0].Bytes = small.Bytes;
        foreach (var node in _nodes.Where(node => node.Kind == 2 && node.Bytes.Length >= Cutoff)) node.Start = Put(node.Bytes);
        var miniTable = Put(Numbers(small.Next));
        var directory = Put(Directory());
        return Whole(miniTable, small.Next.Count, directory);
    }

    private void Add(string[] names, byte[] bytes)
    {
        var above = _nodes[0];
        foreach (var name in names.SkipLast(1))
        {
            var storage = above.Below.Find(node => node.Name == name);
            if (storage is null) above.Below.Add(storage = New(new(name, 1, [])));
            above = storage;
        }
        above.Below.Add(New(new(names[^1], 2, bytes)));
    }

    private Node New(Node node)
    {
        _nodes.Add(node);
        return node;
    }

    private (byte[] Bytes, List<uint> Next) Small()
    {
        var (bytes, next) = (new List<byte>(), new List<uint>());
        foreach (var node in _nodes.Where(node => node.Kind == 2 && node.Bytes.Length is > 0 and < Cutoff))
        {
            node.Start = (uint)next.Count;
            var count = (node.Bytes.Length + Mini - 1) / Mini;
            for (var i = 1; i <= count; i++) next.Add(i == count ? End : (uint)next.Count + 1);
            bytes.AddRange(node.Bytes);
            bytes.AddRange(new byte[(count * Mini) - node.Bytes.Length]);
        }
        return ([.. bytes], next);
    }

    private uint Put(byte[] bytes)
    {
        if (bytes.Length == 0) return End;
        var (start, count) = ((uint)_sectors.Count, (bytes.Length + Sector - 1) / Sector);
        for (var i = 0; i < count; i++)
        {
            var sector = new byte[Sector];
            bytes.AsSpan(i * Sector, Math.Min(Sector, bytes.Length - (i * Sector))).CopyTo(sector);
            _sectors.Add(sector);
            _next.Add(i == count - 1 ? End : (uint)_sectors.Count);
        }
        return start;
    }

    /// <summary>Siblings hang in a row to the right: a tree, if not a balanced one.</summary>
    private byte[] Directory()
    {
        var bytes = new List<byte>();
        foreach (var node in _nodes)
        {
            var entry = new byte[128];
            Encoding.Unicode.GetBytes(node.Name).CopyTo(entry, 0);
            BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(64), (ushort)((node.Name.Length + 1) * 2));
            (entry[66], entry[67]) = (node.Kind, 1);
            Write(entry, 68, None);
            Write(entry, 72, Sibling(node));
            Write(entry, 76, node.Below.Count == 0 ? None : (uint)_nodes.IndexOf(node.Below[0]));
            Write(entry, 116, node.Start);
            Write(entry, 120, (uint)node.Bytes.Length);
            bytes.AddRange(entry);
        }
        return [.. bytes];
    }

    private uint Sibling(Node node)
    {
        var row = _nodes.Find(above => above.Below.Contains(node))?.Below;
        var at = row?.IndexOf(node) + 1;
        return at < row?.Count ? (uint)_nodes.IndexOf(row[at.Value]) : None;
    }

    private byte[] Whole(uint miniTable, int minis, uint directory)
    {
        const uint table = 0xFFFFFFFD;
        var (first, tables) = ((uint)_sectors.Count, 1);
        while (tables * (Sector / 4) < _sectors.Count + tables) tables++;
        for (var i = 0; i < tables; i++) _next.Add(table);
        var numbers = Numbers(_next);

        var header = new byte[Sector];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(header);
        (header[24], header[26], header[28], header[29], header[30], header[32]) = (0x3E, 3, 0xFE, 0xFF, 9, 6);
        Write(header, 44, (uint)tables);
        Write(header, 48, directory);
        Write(header, 56, Cutoff);
        Write(header, 60, miniTable);
        Write(header, 64, (uint)(((minis * 4) + Sector - 1) / Sector));
        Write(header, 68, End);
        for (var i = 0; i < 109; i++) Write(header, 76 + (4 * i), i < tables ? first + (uint)i : None);
        return [.. header, .. _sectors.SelectMany(sector => sector), .. numbers];
    }

    /// <summary>Filled up to whole sectors with the number that means free.</summary>
    private static byte[] Numbers(List<uint> numbers)
    {
        var bytes = new byte[((numbers.Count * 4) + Sector - 1) / Sector * Sector];
        Array.Fill(bytes, (byte)0xFF);
        for (var i = 0; i < numbers.Count; i++) Write(bytes, 4 * i, numbers[i]);
        return bytes;
    }

    private static void Write(byte[] bytes, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);

    private sealed record Node(string Name, byte Kind, byte[] Content)
    {
        public List<Node> Below { get; } = [];

        public byte[] Bytes { get; set; } = Content;

        public uint Start { get; set; } = Kind == 2 ? End : 0;
    }
}
