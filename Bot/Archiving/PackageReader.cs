using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DisclosureBot.Documents;
using DisclosureBot.Journal;

namespace DisclosureBot.Archiving;

/// <summary>Goes through a package from its first byte to its last and stops at the first thing that is not as it must be.</summary>
internal sealed class PackageReader(Stream file)
{
    private readonly List<byte[]> _directory = [];
    private readonly byte[] _buffer = new byte[64 * 1024];

    /// <summary>SHA-256 of the manifest as it lies in the file; set as soon as that has been read.</summary>
    public string? Seal { get; private set; }

    public Manifest? Manifest { get; private set; }

    public long Events { get; private set; }

    /// <returns>The first thing that does not match; null when everything does.</returns>
    public string? FirstFault()
    {
        try
        {
            return Beginning() ?? Entries() ?? Ending();
        }
        catch (EndOfStreamException)
        {
            return "The file ends too early: it is cut off.";
        }
    }

    private string? Beginning()
    {
        file.Position = 0;
        if (Peek() is not var (name, size)) return "This is no archive package: it does not begin as a zip file does.";
        if (name != Manifest.Name || size > Manifest.MostBytes)
            return $"This is no archive package: its first entry is not {Manifest.Name}, or it was changed.";
        var bytes = new byte[size];
        file.Position = ZipLayout.HeaderSize + Manifest.Name.Length;
        file.ReadExactly(bytes);
        Seal = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return Read(bytes) ?? Layout() ?? Entry(new(Manifest.Name, size, Seal), 0);
    }

    private string? Read(byte[] bytes)
    {
        try
        {
            Manifest = JsonSerializer.Deserialize(bytes, ArchiveJson.Page.Manifest);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return $"{Manifest.Name}: it cannot be read.";
        }
        if (Manifest is null || Manifest.Entries.Any(entry => entry is null) || Manifest.Format != Manifest.KnownFormat) return $"{Manifest.Name}: it is of a format this program does not know.";
        return JsonSerializer.SerializeToUtf8Bytes(Manifest, ArchiveJson.Page.Manifest).AsSpan().SequenceEqual(bytes)
            ? null
            : $"{Manifest.Name}: it is not written as this program writes it.";
    }

    /// <summary>Exactly the parts a package has, in their order; files under a folder of their own, each once.</summary>
    private string? Layout()
    {
        var paths = Manifest!.Entries.Select(entry => entry.Path).ToArray();
        var files = paths.Skip(1).SkipLast(2).ToArray();
        var whole = paths.Length >= 3 && paths[0] == Manifest.Paper && paths[^2] == Manifest.Events && paths[^1] == Manifest.State
            && files.All(path => path.StartsWith(Manifest.Files, StringComparison.Ordinal) && path.Split('/').All(part => part.Length > 0 && FileName.Clean(part) == part))
            && paths.Distinct(StringComparer.OrdinalIgnoreCase).Count() == paths.Length;
        return whole && Manifest.Entries.All(entry => entry.Size is >= 0 and < uint.MaxValue) ? null : $"{Manifest.Name}: the entries it lists are not those of a package.";
    }

    private string? Entries()
    {
        foreach (var entry in Manifest!.Entries)
        {
            var offset = file.Position;
            if (Entry(entry, offset) is { } fault) return fault;
            if (entry.Path == Manifest.Events && EventFault(new Lent(file, file.Position - entry.Size, entry.Size)) is { } broken) return broken;
            file.Position = offset + ZipLayout.HeaderSize + Encoding.UTF8.GetByteCount(entry.Path) + entry.Size;
        }
        return null;
    }

    /// <summary>Header, bytes and checksum of one entry, byte for byte.</summary>
    private string? Entry(ManifestEntry entry, long offset)
    {
        var found = new byte[ZipLayout.HeaderSize + Encoding.UTF8.GetByteCount(entry.Path)];
        file.Position = offset;
        file.ReadExactly(found);
        var crc = BinaryPrimitives.ReadUInt32LittleEndian(found.AsSpan(ZipLayout.CrcAt));
        if (!found.AsSpan().SequenceEqual(ZipLayout.Header(entry.Path, (uint)entry.Size, crc, Manifest!.CreatedAt)))
            return $"{entry.Path}: what the zip file says of it is not what the manifest says, or another entry stands in its place.";
        var (hash, sum) = Measure(entry.Size);
        if (hash != entry.Sha256) return $"{entry.Path}: its SHA-256 is {hash}, in the manifest {entry.Sha256}.";
        if (sum != crc) return $"{entry.Path}: its checksum in the zip file differs.";
        _directory.Add(ZipLayout.DirectoryEntry(entry.Path, (uint)entry.Size, crc, Manifest.CreatedAt, offset));
        return null;
    }

    private (string Hash, uint Crc) Measure(long size)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var crc = new Crc32();
        for (var left = size; left > 0;)
        {
            var part = _buffer.AsSpan(0, (int)Math.Min(left, _buffer.Length));
            file.ReadExactly(part);
            hash.AppendData(part);
            crc.Append(part);
            left -= part.Length;
        }
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), crc.GetCurrentHashAsUInt32());
    }

    private string? EventFault(Stream lines)
    {
        using var reader = new StreamReader(lines, Encoding.UTF8);
        var previous = Chain.Origin;
        while (reader.ReadLine() is { } line)
        {
            var place = $"{Manifest.Events}: event {++Events}";
            if (Event(line) is not { } row) return $"{place} cannot be read.";
            if (row.CaseId != Manifest!.Slip || row.Version != Events) return $"{place} is not of this slip, or not in its place.";
            if (row.Previous != previous) return $"{place} does not follow the one before it.";
            if (Chain.Hash(Manifest.Bureau, row) != row.Hash) return $"{place} is not what its hash was taken over.";
            previous = row.Hash;
        }
        return previous == Manifest!.Head ? null : $"{Manifest.Events}: its last event is not the one the manifest names.";
    }

    private static EventRow? Event(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, ArchiveJson.Line.EventRow);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private string? Ending()
    {
        var began = file.Position;
        byte[] directory = [.. _directory.SelectMany(entry => entry)];
        byte[] expected = [.. directory, .. ZipLayout.End(_directory.Count, began, directory.Length)];
        var found = new byte[expected.Length];
        file.ReadExactly(found);
        if (!found.AsSpan().SequenceEqual(expected)) return "The directory at the end of the zip file does not match its entries.";
        return file.ReadByte() < 0 ? null : "After the end of the zip file there is something more.";
    }

    /// <summary>Name and size in the header here; null where no header is.</summary>
    private (string Name, long Size)? Peek()
    {
        var header = new byte[ZipLayout.HeaderSize];
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || BinaryPrimitives.ReadUInt32LittleEndian(header) != ZipLayout.HeaderMark) return null;
        var name = new byte[BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26))];
        file.ReadExactly(name);
        return (Encoding.UTF8.GetString(name), BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(18)));
    }
}
