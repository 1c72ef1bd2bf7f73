using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace DisclosureBot.Paper;

/// <summary>
/// A TrueType font file: what it can show, how wide, and the outline of a glyph. Read once; outlines stay in the file
/// until they are needed, so a face of 14 MB costs less than one of memory.
/// </summary>
internal sealed class Typeface
{
    private readonly SafeFileHandle _file;
    private readonly Dictionary<string, (int At, int Length)> _tables = [];
    private readonly List<(int First, int Last, int Glyph)> _runs = [];
    private readonly long[] _outlines;
    private readonly ushort[] _widths;

    public Typeface(string path, string name)
    {
        Name = name;
        _file = File.OpenHandle(path);
        var header = Read(0, 12);
        var directory = Read(12, U16(header, 4) * 16);
        for (var at = 0; at < directory.Length; at += 16)
            _tables[Encoding.ASCII.GetString(directory, at, 4)] = ((int)U32(directory, at + 8), (int)U32(directory, at + 12));

        Head = Table("head");
        Horizontal = Table("hhea");
        Profile = Table("maxp");
        UnitsPerEm = U16(Head, 18);
        _outlines = Offsets(Table("loca"), isLong: U16(Head, 50) == 1);
        _widths = Widths(Table("hmtx"), U16(Horizontal, 34), U16(Profile, 4));
        ReadCharacters(Table("cmap"));
    }

    /// <summary>The PostScript name.</summary>
    public string Name { get; }

    public int UnitsPerEm { get; }

    /// <summary>What holds every glyph: left, bottom, right, top, in thousandths of an em.</summary>
    public IReadOnlyList<int> Box => [.. Enumerable.Range(0, 4).Select(side => (short)U16(Head, 36 + side * 2) * 1000 / UnitsPerEm)];

    /// <summary>The tables that a smaller font of the same face starts from.</summary>
    public byte[] Head { get; }

    public byte[] Horizontal { get; }

    public byte[] Profile { get; }

    /// <summary>Whether the reader would see the character, or rightly see a space.</summary>
    public bool Shows(Rune rune)
    {
        var glyph = Glyph(rune);
        return glyph != 0 && (_outlines[glyph + 1] > _outlines[glyph] || rune.Value is ' ' or 0xA0 or 0x3000);
    }

    /// <summary>The width in ems.</summary>
    public double Width(Rune rune) => Width(Glyph(rune)) / (double)UnitsPerEm;

    public ushort Width(int glyph) => _widths[glyph];

    /// <summary>The number of the character's glyph; 0 when the face has none.</summary>
    public int Glyph(Rune rune)
    {
        var (low, high) = (0, _runs.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var (first, last, glyph) = _runs[middle];
            if (rune.Value < first) high = middle - 1;
            else if (rune.Value > last) low = middle + 1;
            else return glyph + rune.Value - first;
        }
        return 0;
    }

    public byte[] Outline(int glyph) =>
        Read(_tables["glyf"].At + _outlines[glyph], (int)(_outlines[glyph + 1] - _outlines[glyph]));

    private byte[] Table(string tag) => _tables.TryGetValue(tag, out var table)
        ? Read(table.At, table.Length)
        : throw new InvalidDataException($"The font {Name} has no table '{tag}'; a TrueType font with outlines is needed.");

    private byte[] Read(long at, int length)
    {
        var bytes = new byte[length];
        for (var have = 0; have < length;)
        {
            var more = RandomAccess.Read(_file, bytes.AsSpan(have), at + have);
            if (more == 0) throw new InvalidDataException($"The font {Name} ends early.");
            have += more;
        }
        return bytes;
    }

    /// <summary>Subtable format 12, which every face with more than the basic plane has.</summary>
    private void ReadCharacters(byte[] cmap)
    {
        for (var entry = 0; entry < U16(cmap, 2); entry++)
        {
            var at = (int)U32(cmap, 4 + entry * 8 + 4);
            if (U16(cmap, at) != 12) continue;
            for (var run = 0; run < U32(cmap, at + 12); run++)
            {
                var group = at + 16 + run * 12;
                _runs.Add(((int)U32(cmap, group), (int)U32(cmap, group + 4), (int)U32(cmap, group + 8)));
            }
            return;
        }
        throw new InvalidDataException($"The font {Name} has no character map of format 12.");
    }

    private static long[] Offsets(byte[] loca, bool isLong) => isLong
        ? [.. Enumerable.Range(0, loca.Length / 4).Select(at => (long)U32(loca, at * 4))]
        : [.. Enumerable.Range(0, loca.Length / 2).Select(at => U16(loca, at * 2) * 2L)];

    private static ushort[] Widths(byte[] hmtx, int given, int glyphs) =>
        [.. Enumerable.Range(0, glyphs).Select(glyph => U16(hmtx, Math.Min(glyph, given - 1) * 4))];

    private static ushort U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));

    private static uint U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
}
