using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DisclosureBot.Clock;
using DisclosureBot.Documents;
using DisclosureBot.Journal;

namespace DisclosureBot.Archiving;

/// <summary>One version of one file of a slip.</summary>
/// <param name="Path">Below <c>files/</c>, with forward slashes: for instance <c>解读材料/2-解读.docx</c>.</param>
public sealed record ArchivedFile(string Path, DocumentPlace Place, StoredDocument Document);

/// <summary>Everything that goes into a package.</summary>
/// <param name="Bureau">Its id: the events were chained under it.</param>
/// <param name="CreatedAt">Kept to the second.</param>
/// <param name="Paper">The slip as a PDF.</param>
/// <param name="Events">In order, as the journal gives them.</param>
/// <param name="State">The slip's state, JSON.</param>
public sealed record ArchiveContent(
    string Bureau, string Slip, string Number, string Title, DateTimeOffset CreatedAt, ReadOnlyMemory<byte> Paper,
    IReadOnlyList<ArchivedFile> Files, IReadOnlyList<StoredEvent> Events, string State);

/// <summary>A package in the store.</summary>
/// <param name="Seal">SHA-256 of its manifest, lower-case hex: recorded elsewhere, it fixes every byte of the package.</param>
public sealed record SealedPackage(StoredDocument Document, string Seal);

/// <summary>
/// Writes a finished slip as one sealed zip file: the paper form, every file version, the events with their chain, the
/// state, and a manifest of hashes. The same content always makes the same bytes.
/// </summary>
public static class ArchivePackage
{
    public const string ContentType = "application/zip";

    private const int LongestPath = 1000;

    /// <summary>Writes a package to a temporary file and stores it under <see cref="DocumentPlace.Archive"/>; repeated with the same content it succeeds again.</summary>
    /// <param name="store">Holds the files, and takes the package.</param>
    /// <param name="content">What goes in.</param>
    /// <param name="id">The package's id in the store.</param>
    /// <param name="owner">Person id, or <c>clock</c>.</param>
    /// <param name="directory">For the temporary file; as much room as all files together.</param>
    /// <param name="stop">Ends it; nothing is left behind.</param>
    /// <exception cref="DocumentStoreException">A file is missing or changed, or the store or the disk is away.</exception>
    public static async Task<SealedPackage> Keep(
        IDocumentStore store, ArchiveContent content, string id, string owner, string directory, CancellationToken stop)
    {
        try
        {
            await using var file = Disk.Nameless(Directory.CreateDirectory(directory).FullName);
            var seal = await Write(file, content, store, stop);
            file.Position = 0;
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop));
            file.Position = 0;
            var document = new StoredDocument(id, FileName.Clean($"{content.Number} {content.Title}.zip"), ContentType, file.Length, hash, owner);
            await store.Put(DocumentPlace.Archive, document, file, stop);
            return new(document, seal);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DocumentStoreException($"The package of {content.Slip} cannot be written: {fault.Message}", fault);
        }
    }

    /// <summary>Streams the package out; no file is ever in memory as a whole.</summary>
    /// <param name="output">Empty and seekable.</param>
    /// <param name="content">What goes in.</param>
    /// <param name="store">Holds the files.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>The seal.</returns>
    /// <exception cref="ArgumentException">Two files of one path, or a path that leads elsewhere.</exception>
    /// <exception cref="DocumentStoreException">A file is missing, or not what its record says.</exception>
    public static async Task<string> Write(Stream output, ArchiveContent content, IDocumentStore store, CancellationToken stop)
    {
        var at = ToSecond(content.CreatedAt);
        var (events, state) = (EventLines(content.Events), Encoding.UTF8.GetBytes(content.State));
        var manifest = JsonSerializer.SerializeToUtf8Bytes(Describe(content, at, events, state), ArchiveJson.Page.Manifest);
        var zip = new PackageWriter(output, at);
        await zip.Add(Manifest.Name, manifest, stop);
        await zip.Add(Manifest.Paper, content.Paper, stop);
        foreach (var file in content.Files) await Add(zip, file, store, stop);
        await zip.Add(Manifest.Events, events, stop);
        await zip.Add(Manifest.State, state, stop);
        await zip.Close(stop);
        return Convert.ToHexStringLower(SHA256.HashData(manifest));
    }

    private static async Task Add(PackageWriter zip, ArchivedFile file, IDocumentStore store, CancellationToken stop)
    {
        await using var found = await store.Open(file.Place, file.Document.Id, stop)
            ?? throw new DocumentStoreException($"{file.Document.Id} ({file.Path}) is not in the store.");
        // Measured against the case's record; what the store says of itself it has checked already.
        await using var measured = new MeasuredStream(found, file.Document, leaveOpen: true);
        await zip.Add(Manifest.Files + file.Path, file.Document.Size, measured, stop);
    }

    private static Manifest Describe(ArchiveContent content, DateTimeOffset at, byte[] events, byte[] state)
    {
        ManifestEntry[] entries =
        [
            Entry(Manifest.Paper, content.Paper.Span),
            .. content.Files.Select(file => new ManifestEntry(Manifest.Files + Safe(file.Path), file.Document.Size, file.Document.Sha256.ToLower(CultureInfo.InvariantCulture))),
            Entry(Manifest.Events, events),
            Entry(Manifest.State, state),
        ];
        if (entries.DistinctBy(entry => entry.Path, StringComparer.OrdinalIgnoreCase).Count() < entries.Length)
            throw new ArgumentException("Two files of a package have the same path.", nameof(content));
        return new(Manifest.KnownFormat, content.Bureau, content.Slip, content.Number, content.Title, at, content.Events.Count == 0 ? Chain.Origin : content.Events[^1].Hash, entries);
    }

    private static ManifestEntry Entry(string path, ReadOnlySpan<byte> bytes) => new(path, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>A path whose every part a file name check leaves as it is leads nowhere else when unpacked.</summary>
    private static string Safe(string path) => path.Length <= LongestPath && path.Split('/').All(part => part.Length > 0 && FileName.Clean(part) == part)
        ? path
        : throw new ArgumentException($"'{path}' cannot be a path in a package; clean each part with FileName.Clean.", nameof(path));

    private static byte[] EventLines(IReadOnlyList<StoredEvent> events)
    {
        using var lines = new MemoryStream();
        foreach (var e in events)
        {
            JsonSerializer.Serialize(lines, new EventRow(e.CaseId, e.Version, e.Type, e.Body, e.Actor, Stamp.Write(e.At), e.Previous, e.Hash), ArchiveJson.Line.EventRow);
            lines.WriteByte((byte)'\n');
        }
        return lines.ToArray();
    }

    private static DateTimeOffset ToSecond(DateTimeOffset at)
    {
        var local = at.ToOffset(BureauTime.Offset);
        return new(local.Ticks - (local.Ticks % TimeSpan.TicksPerSecond), local.Offset);
    }
}
