using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;

namespace DisclosureBot.Tests.Bench;

/// <summary>Writes a sound file of a kind that people send, as large as wanted, of noise that nothing can compress.</summary>
internal static class LargeFile
{
    private const int Piece = 1024 * 1024;

    public static readonly string[] Kinds = ["png", "pdf", "docx"];

    /// <summary>The path of the file; 1 MB is 1024 × 1024 bytes, and the frame around the noise comes on top.</summary>
    public static async Task<string> Make(string folder, string kind, int megabytes)
    {
        var path = Path.Combine(folder, $"{megabytes}.{kind}");
        await using var file = File.Create(path);
        await (kind switch
        {
            "png" => Png(file, megabytes),
            "pdf" => Pdf(file, megabytes),
            "docx" => Docx(file, megabytes),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        });
        return path;
    }

    private static async Task Png(Stream file, int megabytes)
    {
        await file.WriteAsync((byte[])[0x89, .. "PNG"u8, 13, 10, 26, 10, .. Chunk("IHDR", [0, 0, 16, 0, 0, 0, 16, 0, 8, 2, 0, 0, 0])]);
        for (var n = 0; n < megabytes; n++) await file.WriteAsync(Chunk("IDAT", Noise()));
        await file.WriteAsync(Chunk("IEND", []));
    }

    /// <summary>A scanned document: a picture on every page.</summary>
    private static async Task Pdf(Stream file, int megabytes)
    {
        await Text("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n");
        for (var n = 0; n < megabytes; n++)
        {
            await Text($"{n + 3} 0 obj\n<< /Type /XObject /Subtype /Image /Filter /DCTDecode /Length {Piece} >>\nstream\n");
            await file.WriteAsync(Noise());
            await Text("\nendstream\nendobj\n");
        }
        await Text("xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n");

        async Task Text(string text) => await file.WriteAsync(Encoding.Latin1.GetBytes(text));
    }

    /// <summary>Pictures, half of them stored as they are and half through the compressor, as different programs do.</summary>
    private static async Task Docx(Stream file, int megabytes)
    {
        const string main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
        await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, null);
        await Entry("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{main}"/></Types>""");
        await Entry("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{office}" Target="word/document.xml"/></Relationships>""");
        await Entry("word/document.xml", "<document/>");
        for (var n = 0; n < megabytes; n++)
        {
            await using var picture = await zip.CreateEntry($"word/media/{n}.jpeg", n % 2 == 0 ? CompressionLevel.NoCompression : CompressionLevel.Fastest).OpenAsync();
            await picture.WriteAsync((byte[])[0xFF, 0xD8, 0xFF, .. Noise().AsSpan(3)]);
        }

        async Task Entry(string name, string text)
        {
            await using var part = await zip.CreateEntry(name).OpenAsync();
            await part.WriteAsync(Encoding.UTF8.GetBytes(text));
        }
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] summed = [.. Encoding.ASCII.GetBytes(type), .. content];
        var frame = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(frame, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), Crc32.HashToUInt32(summed));
        return [.. frame[..4], .. summed, .. frame[4..]];
    }

    private static byte[] Noise() => RandomNumberGenerator.GetBytes(Piece);
}
