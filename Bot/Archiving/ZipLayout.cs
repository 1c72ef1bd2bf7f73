using System.Buffers.Binary;
using System.Text;
using DisclosureBot.Clock;

namespace DisclosureBot.Archiving;

/// <summary>
/// The bytes of a zip file around its entries, as packages have them: stored uncompressed, one way to write everything,
/// so that a check can compare each byte. Readable by any program that knows zip (with the 64-bit offsets of 2001).
/// </summary>
internal static class ZipLayout
{
    public const int HeaderSize = 30;
    public const uint HeaderMark = 0x04034B50;
    private const ushort Version = 45;
    private const ushort Utf8Names = 0x0800;
    private const uint InExtra = uint.MaxValue;

    /// <summary>Otherwise some programs take the names for those of DOS, whatever is said of UTF-8.</summary>
    private const ushort MadeOnUnix = 0x0300;

    /// <summary>Mode 0644, as made on Unix demands one.</summary>
    private const uint PlainFile = 0x81A4_0000;

    /// <summary>What stands before the bytes of an entry.</summary>
    public static byte[] Header(string name, uint size, uint crc, DateTimeOffset at)
    {
        var path = Encoding.UTF8.GetBytes(name);
        return [.. Int(HeaderMark), .. Common(path, size, crc, at), .. Short(0), .. path];
    }

    /// <summary>Where in a header its checksum stands, which is known last.</summary>
    public const int CrcAt = 14;

    /// <summary>What the directory at the end says of an entry.</summary>
    /// <param name="name">Its path.</param>
    /// <param name="size">Bytes.</param>
    /// <param name="crc">CRC-32.</param>
    /// <param name="at">Shown as its time, in bureau time.</param>
    /// <param name="offset">Where its header begins; always in the 64-bit form.</param>
    public static byte[] DirectoryEntry(string name, uint size, uint crc, DateTimeOffset at, long offset)
    {
        var path = Encoding.UTF8.GetBytes(name);
        return
        [
            .. Int(0x02014B50), .. Short(MadeOnUnix | Version), .. Common(path, size, crc, at), .. Short(12),
            .. Short(0), .. Short(0), .. Short(0), .. Int(PlainFile), .. Int(InExtra), .. path,
            .. Short(1), .. Short(8), .. Long(offset),
        ];
    }

    /// <summary>What closes the file, in the 64-bit form and in the old one that points to it.</summary>
    public static byte[] End(int entries, long directoryAt, long directorySize) =>
    [
        .. Int(0x06064B50), .. Long(44), .. Short(Version), .. Short(Version), .. Int(0), .. Int(0),
        .. Long(entries), .. Long(entries), .. Long(directorySize), .. Long(directoryAt),
        .. Int(0x07064B50), .. Int(0), .. Long(directoryAt + directorySize), .. Int(1),
        .. Int(0x06054B50), .. Short(0), .. Short(0), .. Short(ushort.MaxValue), .. Short(ushort.MaxValue), .. Int(uint.MaxValue), .. Int(uint.MaxValue), .. Short(0),
    ];

    private static byte[] Common(byte[] path, uint size, uint crc, DateTimeOffset at) =>
        [.. Short(Version), .. Short(Utf8Names), .. Short(0), .. Dos(at), .. Int(crc), .. Int(size), .. Int(size), .. Short((ushort)path.Length)];

    /// <summary>Two seconds is as exact as it gets; the years are 1980 to 2107.</summary>
    private static byte[] Dos(DateTimeOffset at)
    {
        var local = at.ToOffset(BureauTime.Offset);
        return
        [
            .. Short((ushort)((local.Hour << 11) | (local.Minute << 5) | (local.Second / 2))),
            .. Short((ushort)((Math.Clamp(local.Year - 1980, 0, 127) << 9) | (local.Month << 5) | local.Day)),
        ];
    }

    private static byte[] Short(ushort value) => [(byte)value, (byte)(value >> 8)];

    private static byte[] Int(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Long(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        return bytes;
    }
}
