using System.Buffers.Binary;
using System.Text;

namespace DisclosureBot.Paper;

/// <summary>
/// The characters that one document uses of a face, and the small font that holds nothing else. Each character gets a
/// glyph of its own even where the face draws two alike, so that copied text is the text that was written.
/// </summary>
internal sealed class TypefaceSubset(Typeface face)
{
    private const int HeaderSize = 12, EntrySize = 16;
    private readonly Dictionary<Rune, int> _numbers = [];
    private readonly List<int> _glyphs = [0];

    public Typeface Face => face;

    /// <summary>Every character used, in the order of their numbers, which start at 1.</summary>
    public IReadOnlyCollection<Rune> Characters => _numbers.Keys;

    /// <summary>The character's glyph number in the small font.</summary>
    public int Number(Rune rune)
    {
        if (!_numbers.TryGetValue(rune, out var number))
        {
            _numbers[rune] = number = _glyphs.Count;
            _glyphs.Add(face.Glyph(rune));
        }
        return number;
    }

    /// <summary>The width in thousandths of an em, as PDF counts.</summary>
    public int Width(int number) => (int)Math.Round(face.Width(_glyphs[number]) * 1000.0 / face.UnitsPerEm);

    /// <summary>The small font as a file: the tables PDF asks for (ISO 32000-1, 9.9) and no others.</summary>
    public byte[] ToFont()
    {
        var outlines = Outlines(out var places, out var glyphs);
        var count = (ushort)glyphs.Count;
        var head = (byte[])face.Head.Clone();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0); // the checksum over all, which PDF readers do not ask for
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1); // long offsets
        var horizontal = (byte[])face.Horizontal.Clone();
        BinaryPrimitives.WriteUInt16BigEndian(horizontal.AsSpan(34), count);
        var profile = (byte[])face.Profile.Clone();
        BinaryPrimitives.WriteUInt16BigEndian(profile.AsSpan(4), count);
        return Assemble([
            ("glyf", outlines), ("head", head), ("hhea", horizontal), ("hmtx", Widths(glyphs)), ("loca", places), ("maxp", profile),
        ]);
    }

    private byte[] Outlines(out byte[] places, out List<int> glyphs)
    {
        glyphs = [.. _glyphs];
        var outlines = new MemoryStream();
        var offsets = new List<int>();
        for (var number = 0; number < glyphs.Count; number++) // grows while composite glyphs name their parts
        {
            offsets.Add((int)outlines.Length);
            var outline = face.Outline(glyphs[number]);
            Renumber(outline, glyphs);
            outlines.Write(outline);
            while (outlines.Length % 4 != 0) outlines.WriteByte(0);
        }
        offsets.Add((int)outlines.Length);

        places = new byte[offsets.Count * 4];
        for (var at = 0; at < offsets.Count; at++) BinaryPrimitives.WriteInt32BigEndian(places.AsSpan(at * 4), offsets[at]);
        return outlines.ToArray();
    }

    /// <summary>Points the parts of a composite glyph (OpenType, 'glyf') at their new numbers.</summary>
    private static void Renumber(byte[] outline, List<int> glyphs)
    {
        const int words = 0x0001, scaled = 0x0008, more = 0x0020, scaledTwice = 0x0040, matrix = 0x0080;
        if (outline.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0) return;
        for (int at = 10, flags = more; (flags & more) != 0;)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            var part = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2));
            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), (ushort)glyphs.Count);
            glyphs.Add(part);
            at += 4 + ((flags & words) != 0 ? 4 : 2)
                + ((flags & scaled) != 0 ? 2 : (flags & scaledTwice) != 0 ? 4 : (flags & matrix) != 0 ? 8 : 0);
        }
    }

    private byte[] Widths(List<int> glyphs)
    {
        var widths = new byte[glyphs.Count * 4];
        for (var number = 0; number < glyphs.Count; number++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(widths.AsSpan(number * 4), face.Width(glyphs[number]));
            var outline = face.Outline(glyphs[number]);
            if (outline.Length > 0) outline.AsSpan(2, 2).CopyTo(widths.AsSpan(number * 4 + 2)); // left bearing = xMin
        }
        return widths;
    }

    private static byte[] Assemble((string Tag, byte[] Bytes)[] tables)
    {
        var at = HeaderSize + tables.Length * EntrySize;
        var font = new byte[at + tables.Sum(table => Padded(table.Bytes.Length))];
        BinaryPrimitives.WriteUInt32BigEndian(font, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(4), (ushort)tables.Length);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(6), 64); // the largest power of two within six tables, times 16
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(8), 2);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(10), 32);
        for (var entry = 0; entry < tables.Length; entry++)
        {
            var (tag, bytes) = tables[entry];
            bytes.CopyTo(font.AsSpan(at));
            var line = font.AsSpan(HeaderSize + entry * EntrySize);
            Encoding.ASCII.GetBytes(tag, line);
            BinaryPrimitives.WriteUInt32BigEndian(line[4..], Sum(font.AsSpan(at, Padded(bytes.Length))));
            BinaryPrimitives.WriteInt32BigEndian(line[8..], at);
            BinaryPrimitives.WriteInt32BigEndian(line[12..], bytes.Length);
            at += Padded(bytes.Length);
        }
        return font;
    }

    private static int Padded(int length) => (length + 3) / 4 * 4;

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (var at = 0; at < bytes.Length; at += 4) sum += BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
        return sum;
    }
}
