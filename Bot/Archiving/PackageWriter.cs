using System.Buffers;
using System.IO.Hashing;

namespace DisclosureBot.Archiving;

/// <summary>Lays entries one after the other into a zip file; each one's checksum is put into its header once its bytes have passed.</summary>
internal sealed class PackageWriter(Stream output, DateTimeOffset at)
{
    private const int Buffer = 128 * 1024;
    private readonly List<byte[]> _directory = [];

    public Task Add(string name, ReadOnlyMemory<byte> bytes, CancellationToken stop) => Add(name, bytes.Length, new MemoryStream(bytes.ToArray(), writable: false), stop);

    /// <exception cref="InvalidDataException">The content is not as long as told, or longer than an entry can be (4 GB).</exception>
    public async Task Add(string name, long size, Stream content, CancellationToken stop)
    {
        if (size is < 0 or >= uint.MaxValue) throw new InvalidDataException($"{name} is too large for a package.");
        var offset = output.Position;
        await output.WriteAsync(ZipLayout.Header(name, (uint)size, 0, at), stop);
        var began = output.Position;
        var crc = await Copy(content, stop);
        if (output.Position - began != size) throw new InvalidDataException($"{name} is not as long as told.");
        await Amend(offset, crc, stop);
        _directory.Add(ZipLayout.DirectoryEntry(name, (uint)size, crc, at, offset));
    }

    public async Task Close(CancellationToken stop)
    {
        var began = output.Position;
        foreach (var entry in _directory) await output.WriteAsync(entry, stop);
        await output.WriteAsync(ZipLayout.End(_directory.Count, began, output.Position - began), stop);
        await output.FlushAsync(stop);
    }

    private async Task<uint> Copy(Stream content, CancellationToken stop)
    {
        var (crc, buffer) = (new Crc32(), ArrayPool<byte>.Shared.Rent(Buffer));
        try
        {
            while (await content.ReadAsync(buffer, stop) is var got and > 0)
            {
                crc.Append(buffer.AsSpan(0, got));
                await output.WriteAsync(buffer.AsMemory(0, got), stop);
            }
            return crc.GetCurrentHashAsUInt32();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task Amend(long offset, uint crc, CancellationToken stop)
    {
        var end = output.Position;
        output.Position = offset + ZipLayout.CrcAt;
        await output.WriteAsync(BitConverter.GetBytes(crc), stop);
        output.Position = end;
    }
}
