using System.Text.Json;

namespace DisclosureBot.Documents;

/// <summary>
/// Files in a directory: per document a folder with its bytes and what is known of them. The folder is prepared under
/// another name, brought to the disk and renamed, so that whole documents are all that can ever be seen.
/// </summary>
/// <remarks>Renaming a folder onto one that exists fails, on every system: an id is written once, whoever races.</remarks>
public sealed class DirectoryStore : IDocumentStore
{
    private const string Content = "content";
    private const string About = "about.json";
    private const int Buffer = 128 * 1024;
    private readonly string _root;
    private readonly string _bureau;
    private readonly string _work;

    /// <summary>Clears away what a killed process left half done.</summary>
    /// <param name="root">Made when it does not exist.</param>
    /// <param name="bureauId">Documents of other bureaus in the same directory are out of reach.</param>
    /// <exception cref="IOException">The directory cannot be made or read.</exception>
    public DirectoryStore(string root, string bureauId)
    {
        (_root, _bureau) = (Path.GetFullPath(root), DocumentKey.For(bureauId));
        _work = Directory.CreateDirectory(Path.Combine(_root, "unfinished", _bureau)).FullName;
        foreach (var place in Enum.GetValues<DocumentPlace>()) Directory.CreateDirectory(Folder(place));
        foreach (var left in Directory.EnumerateDirectories(_work)) Sweep(left);
    }

    /// <summary>Absolute path of the directory under which each place has one of its own.</summary>
    public string Root => _root;

    public static string NameOf(DocumentPlace place) => place.ToString().ToLowerInvariant();

    public async Task Put(DocumentPlace place, StoredDocument document, Stream content, CancellationToken stop)
    {
        var target = Folder(place, document.Id);
        var part = Unfinished();
        try
        {
            Directory.CreateDirectory(part);
            await Write(part, document, content, stop);
            Directory.Move(part, target);
            Disk.Settle(Folder(place));
        }
        catch (Exception fault) when (IsDisk(fault))
        {
            if (Directory.Exists(target)) await OnlyIfTheSame(place, document, stop);
            else throw new DocumentStoreException($"Storing {document.Id} failed: {fault.Message}", fault);
        }
        finally
        {
            Clear(part);
        }
    }

    public async Task<StoredDocument?> Find(DocumentPlace place, string id, CancellationToken stop)
    {
        try
        {
            return JsonSerializer.Deserialize(await File.ReadAllBytesAsync(Path.Combine(Folder(place, id), About), stop), DocumentJson.Default.StoredDocument);
        }
        catch (Exception fault) when (fault is DirectoryNotFoundException or FileNotFoundException)
        {
            // The folders stand from the start on: without them a disk is away, and nothing is known of the document.
            return Directory.Exists(Folder(place)) ? null : throw new DocumentStoreException($"The directory of the files is not there: {Folder(place)}", fault);
        }
        catch (Exception fault) when (IsDisk(fault) || fault is JsonException)
        {
            throw new DocumentStoreException($"What is known of {id} cannot be read: {fault.Message}", fault);
        }
    }

    public async Task<Stream?> Open(DocumentPlace place, string id, CancellationToken stop)
    {
        if (await Find(place, id, stop) is not { } document) return null;
        try
        {
            return new MeasuredStream(Reading(Path.Combine(Folder(place, id), Content)), document, leaveOpen: false);
        }
        catch (Exception fault) when (IsDisk(fault))
        {
            // Deleted since it was found, or damaged.
            return Directory.Exists(Folder(place, id)) ? throw new DocumentStoreException($"{id} cannot be opened: {fault.Message}", fault) : null;
        }
    }

    public Task Delete(DocumentPlace place, string id, CancellationToken stop)
    {
        var gone = Unfinished();
        try
        {
            Directory.Move(Folder(place, id), gone);
            Disk.Settle(Folder(place));
            Clear(gone);
        }
        catch (DirectoryNotFoundException) { }
        catch (Exception fault) when (IsDisk(fault))
        {
            throw new DocumentStoreException($"{id} cannot be deleted: {fault.Message}", fault);
        }
        return Task.CompletedTask;
    }

    private static async Task Write(string part, StoredDocument document, Stream content, CancellationToken stop)
    {
        await using (var measured = new MeasuredStream(content, document, leaveOpen: true))
        await using (var file = Writing(Path.Combine(part, Content)))
        {
            await measured.CopyToAsync(file, Buffer, stop);
            file.Flush(flushToDisk: true);
        }
        await using (var about = Writing(Path.Combine(part, About)))
        {
            await JsonSerializer.SerializeAsync(about, document, DocumentJson.Default.StoredDocument, stop);
            about.Flush(flushToDisk: true);
        }
        Disk.Settle(part);
    }

    /// <summary>A repeated attempt whose first was not answered finds its own work and is content.</summary>
    private async Task OnlyIfTheSame(DocumentPlace place, StoredDocument document, CancellationToken stop)
    {
        if (await Find(place, document.Id, stop) != document)
            throw new DocumentStoreException($"{document.Id} is stored already, and differs: an id is written once.");
    }

    private static FileStream Writing(string path) => new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);

    private static FileStream Reading(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Buffer, FileOptions.Asynchronous | FileOptions.SequentialScan);

    private static bool IsDisk(Exception fault) => fault is IOException or UnauthorizedAccessException;

    private string Folder(DocumentPlace place) => Path.Combine(_root, NameOf(place), _bureau);

    private string Folder(DocumentPlace place, string id) => Path.Combine(Folder(place), DocumentKey.For(id));

    private string Unfinished() => Path.Combine(_work, Guid.NewGuid().ToString("N"));

    private static void Sweep(string left)
    {
        if (!Disk.IsInUse(Path.Combine(left, Content))) Clear(left);
    }

    private static void Clear(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        catch (Exception fault) when (IsDisk(fault))
        {
            // Invisible to everyone already; the next start tries again.
        }
    }
}
