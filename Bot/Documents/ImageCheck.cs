using System.Buffers.Binary;
using System.IO.Hashing;

namespace DisclosureBot.Documents;

/// <summary>Goes through the parts of a picture to its end, so that half a picture is told from a whole one.</summary>
internal static class ImageCheck
{
    private const int JpegStartOfScan = 0xDA;
    private const int JpegEnd = 0xD9;

    public static ReadOnlySpan<byte> PngMagic => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    public static ReadOnlySpan<byte> JpegMagic => [0xFF, 0xD8, 0xFF];

    public static Sight Png(Stream file, Budget budget)
    {
        file.Position = PngMagic.Length;
        var (seen, head) = (0, new byte[8]);
        while (true)
        {
            file.ReadExactly(head);
            var (length, type) = (BinaryPrimitives.ReadUInt32BigEndian(head), BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(4)));
            if (length > int.MaxValue || (seen++ == 0) != (type == Chunk("IHDR"u8))) return HarmKind.Broken;
            if (!IsSound(file, head.AsSpan(4), length, budget)) return HarmKind.Broken;
            if (type == Chunk("IEND"u8)) return seen <= 2 ? HarmKind.Broken : file.Position == file.Length ? Content.Png : HarmKind.TwoInOne;
        }
    }

    public static Sight Jpeg(Stream file, Budget budget)
    {
        using var bytes = new BufferedStream(new Lent(file), 64 * 1024);
        bytes.Position = 2;
        var framed = false;
        while (true)
        {
            if (bytes.ReadByte() != 0xFF) return HarmKind.Broken;
            int marker;
            do marker = bytes.ReadByte();
            while (marker == 0xFF);
            if (marker is < 0xC0 or > 0xFE) return HarmKind.Broken;
            if (marker == JpegStartOfScan) return framed ? AfterScan(bytes, budget) : HarmKind.Broken;
            // C0 to CF are the frames of all kinds, but for the tables C4, C8 and CC.
            framed |= marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            var length = (bytes.ReadByte() << 8) | bytes.ReadByte();
            if (length < 2 || bytes.Position + length - 2 > bytes.Length) return HarmKind.Broken;
            bytes.Position += length - 2;
        }
    }

    private static uint Chunk(ReadOnlySpan<byte> name) => BinaryPrimitives.ReadUInt32BigEndian(name);

    private static bool IsSound(Stream file, ReadOnlySpan<byte> type, uint length, Budget budget)
    {
        var (crc, buffer) = (new Crc32(), new byte[64 * 1024]);
        crc.Append(type);
        for (var left = (long)length; left > 0;)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(left, buffer.Length));
            file.ReadExactly(part);
            budget.Spend(part.Length);
            crc.Append(part);
            left -= part.Length;
        }
        file.ReadExactly(buffer, 0, 4);
        return crc.GetCurrentHashAsUInt32() == BinaryPrimitives.ReadUInt32BigEndian(buffer);
    }

    /// <summary>The picture ends where its end is marked: within the packed points that mark cannot stand.</summary>
    private static Sight AfterScan(Stream bytes, Budget budget)
    {
        var (before, at, buffer) = (0, bytes.Position, new byte[64 * 1024]);
        while (bytes.Read(buffer) is var got and > 0)
        {
            budget.Spend(got);
            foreach (var value in buffer.AsSpan(0, got))
            {
                at++;
                if (before == 0xFF && value == JpegEnd) return at == bytes.Length ? Content.Jpeg : HarmKind.TwoInOne;
                before = value;
            }
        }
        return HarmKind.Broken;
    }
}
