using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace DisclosureBot.Tests.Documents;

/// <summary>Small real files of every kind, made byte by byte.</summary>
internal static class Samples
{
    private const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string ExcelMain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const string PowerPointMain = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";

    public static readonly byte[] WindowsProgram = MakeWindowsProgram();

    public static readonly byte[] LinuxProgram = [0x7F, .. "ELF"u8, 2, 1, 1, .. new byte[57]];

    public static byte[] Docx(params (string Name, byte[] Bytes)[] more) => Office("word/document.xml", WordMain, more);

    public static byte[] Xlsx(params (string Name, byte[] Bytes)[] more) => Office("xl/workbook.xml", ExcelMain, more);

    public static byte[] Pptx(params (string Name, byte[] Bytes)[] more) => Office("ppt/presentation.xml", PowerPointMain, more);

    public static byte[] Office(string main, string type, params (string Name, byte[] Bytes)[] more) => Zip([
        ("[Content_Types].xml", Encoding.UTF8.GetBytes($"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/{main}" ContentType="{type}"/></Types>""")),
        ("_rels/.rels", Relations(("http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument", main, false))),
        (main, "<document/>"u8.ToArray()),
        .. more,
    ]);

    public static byte[] Relations(params (string Type, string Target, bool External)[] relations) => Encoding.UTF8.GetBytes(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(relations.Select((relation, at) =>
            $"<Relationship Id=\"r{at}\" Type=\"{relation.Type}\" Target=\"{relation.Target}\"{(relation.External ? " TargetMode=\"External\"" : "")}/>"))
        + "</Relationships>");

    public static byte[] Ofd() => Zip([("OFD.xml", """<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0"/>"""u8.ToArray()), ("Doc_0/Document.xml", "<x/>"u8.ToArray())]);

    public static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return bytes.ToArray();
    }

    /// <summary>So many megabytes of zeros in a document.</summary>
    public static MemoryStream Bomb(int megabytes)
    {
        var (bytes, zeros) = (new MemoryStream(), new byte[1 << 20]);
        using (var made = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = made.CreateEntry("word/a.xml").Open();
            for (var n = 0; n < megabytes; n++) entry.Write(zeros);
        }
        return bytes;
    }

    /// <summary>Two names for the same large bytes: the list of names is told twice of one entry.</summary>
    public static byte[] Shared()
    {
        var noise = new byte[50_000];
        new Random(3).NextBytes(noise);
        var zip = Zip(("a.xml", noise));
        var names = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        var end = zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var again = zip[names..end];
        again[46] = (byte)'b';
        var tail = zip[end..];
        (tail[8], tail[10], tail[12]) = (2, 2, (byte)(2 * again.Length));
        return [.. zip[..end], .. again, .. tail];
    }

    /// <summary>The first entry's bytes are announced as encrypted, in both places that say so.</summary>
    public static byte[] LockedZip()
    {
        var zip = Docx();
        zip[6] |= 1;
        var names = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
        zip[names + 8] |= 1;
        return zip;
    }

    public static byte[] Doc(params (string Path, byte[] Bytes)[] more) => Ole([("WordDocument", WordBlock(0)), ("1Table", new byte[5000]), .. more]);

    public static byte[] LockedDoc() => Ole(("WordDocument", WordBlock(0x0100)), ("1Table", new byte[100]));

    public static byte[] Xls(byte sheetKind = 0, bool locked = false, params (string Path, byte[] Bytes)[] more) => Ole([("Workbook", Workbook(sheetKind, locked)), .. more]);

    public static byte[] Ppt(bool locked = false, params byte[][] records) => Ole(
        ("Current User", [.. new byte[12], .. BitConverter.GetBytes(locked ? 0xF3D1C4DF : 0xE391C05F), .. new byte[8]]),
        ("PowerPoint Document", [.. Record(0xF, 0x03E8, Record(0, 0x03E9, new byte[40])), .. records.SelectMany(record => record)]));

    public static byte[] Record(int versionAndInstance, int type, byte[] content) =>
        [.. BitConverter.GetBytes((ushort)versionAndInstance), .. BitConverter.GetBytes((ushort)type), .. BitConverter.GetBytes(content.Length), .. content];

    public static byte[] Deflated(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var folded = new ZLibStream(bytes, CompressionMode.Compress)) folded.Write(content);
        return bytes.ToArray();
    }

    /// <summary>Compressed bytes that spell the word which ends a stream, before the text that matters.</summary>
    public static byte[] DeflatedPastEndstream(string text)
    {
        var (plain, folded) = ("5 0 endstream "u8.ToArray(), new MemoryStream());
        using (var rest = new DeflateStream(folded, CompressionMode.Compress)) rest.Write(Encoding.ASCII.GetBytes(text));
        var (a, b) = (1u, 0u);
        foreach (var value in plain.Concat(Encoding.ASCII.GetBytes(text))) b = (b + (a = (a + value) % 65521)) % 65521;
        return [0x78, 0x01, 0, (byte)plain.Length, 0, (byte)~plain.Length, 0xFF, .. plain, .. folded.ToArray(), (byte)(b >> 8), (byte)b, (byte)(a >> 8), (byte)a];
    }

    public static byte[] Ole(params (string Path, byte[] Bytes)[] streams) => new OleBuilder(streams).Build();

    /// <summary>What Word makes of a file dragged into a document.</summary>
    public static byte[] Package(string name, byte[] content)
    {
        byte[] text = [.. Encoding.Latin1.GetBytes(name), 0];
        byte[] inner = [2, 0, .. text, .. text, 0, 0, 3, 0, .. BitConverter.GetBytes(text.Length), .. text, .. BitConverter.GetBytes(content.Length), .. content];
        return [.. BitConverter.GetBytes(inner.Length), .. inner];
    }

    public static byte[] Pdf(string more = "", byte[]? hidden = null, string trailer = "")
    {
        using var bytes = new MemoryStream();
        Write("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n");
        Write("3 0 obj\n<< /Length 20 >>\nstream\nBT (JavaScript) Tj  ET\nendstream\nendobj\n");
        Write(more);
        if (hidden is not null)
        {
            Write($"9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {hidden.Length} >>\nstream\n");
            bytes.Write(hidden);
            Write("\nendstream\nendobj\n");
        }
        Write($"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 4 /Root 1 0 R {trailer} >>\nstartxref\n9\n%%EOF\n");
        return bytes.ToArray();

        void Write(string text) => bytes.Write(Encoding.Latin1.GetBytes(text));
    }

    public static byte[] Png() =>
    [
        0x89, .. "PNG"u8, 13, 10, 26, 10, .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]), .. Chunk("IDAT", Deflated([0, 0])), .. Chunk("IEND", []),
    ];

    /// <summary>At least so many bytes that nothing can compress.</summary>
    public static byte[] Png(int size)
    {
        var noise = new byte[size];
        new Random(7).NextBytes(noise);
        return [.. Png()[..33], .. Chunk("IDAT", noise), .. Chunk("IEND", [])];
    }

    public static byte[] Jpeg() =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0,
        0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xFF, 0xD9,
    ];

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] summed = [.. Encoding.ASCII.GetBytes(type), .. content];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc32.HashToUInt32(summed));
        return [.. length, .. summed, .. sum];
    }

    private static byte[] WordBlock(int flags) => [0xEC, 0xA5, 0xC1, 0, .. new byte[6], (byte)flags, (byte)(flags >> 8), .. new byte[1500]];

    private static byte[] Workbook(byte sheetKind, bool locked) =>
    [
        .. Biff(0x0809, [0, 6, 5, 0, .. new byte[12]]),
        .. locked ? Biff(0x002F, [1, 0, 1, 0, 1, 0]) : [],
        .. Biff(0x0085, [0, 0, 0, 0, 0, sheetKind, 1, 0, (byte)'S']),
        .. Biff(0x000A, []),
    ];

    private static byte[] Biff(int type, byte[] content) =>
        [.. BitConverter.GetBytes((ushort)type), .. BitConverter.GetBytes((ushort)content.Length), .. content];

    private static byte[] MakeWindowsProgram()
    {
        var program = new byte[1024];
        "MZ"u8.CopyTo(program);
        program[60] = 128;
        "PE\0\0"u8.CopyTo(program.AsSpan(128));
        return program;
    }
}
