using System.Security.Cryptography;
using System.Text;
using DisclosureBot.Documents;
using DisclosureBot.Journal;

namespace DisclosureBot.Operating;

/// <summary>
/// The command <c>backup</c>: the journal as it was at one moment, then the files, so that every file the journal names is
/// there; and a list of checksums that <c>sha256sum -c</c> reads. A backup that failed leaves nothing that looks like one.
/// </summary>
public static class Backup
{
    private const string Sums = "SHA256SUMS";

    /// <returns>0 when it is whole, 1 with a sentence otherwise.</returns>
    public static async Task<int> Run(IServiceProvider services, string directory)
    {
        var target = Path.GetFullPath(directory);
        if (Path.Exists(target)) return await Refuse($"{target} is there already; a backup is never written over.");
        var unfinished = $"{Path.TrimEndingDirectorySeparator(target)}.unfinished-{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(unfinished);
            var journal = await services.GetRequiredService<ISqlDialect>().Backup(unfinished, CancellationToken.None);
            var files = Files(services.GetRequiredService<IDocumentStore>(), unfinished);
            var count = await Seal(unfinished);
            Directory.Move(unfinished, target);
            Console.WriteLine($"{target}: the journal ({journal}) and {files}; {count} files, see {Sums}.");
            return 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or System.Data.Common.DbException or InvalidOperationException)
        {
            if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
            return await Refuse($"No backup was made: {fault.Message}");
        }
    }

    private static string Files(IDocumentStore store, string target)
    {
        if (store is not DirectoryStore { Root: var root }) return "no documents: they lie in Azure Blob Storage, which is backed up there";
        foreach (var place in Enum.GetValues<DocumentPlace>())
            Copy(new DirectoryInfo(Path.Combine(root, DirectoryStore.NameOf(place))), Path.Combine(target, "files", DirectoryStore.NameOf(place)));
        return $"the documents of {root}";
    }

    /// <summary>Documents are written once and appear whole; one that is swept meanwhile is no longer wanted.</summary>
    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        try
        {
            foreach (var file in from.EnumerateFiles()) file.CopyTo(Path.Combine(to, file.Name));
            foreach (var folder in from.EnumerateDirectories()) Copy(folder, Path.Combine(to, folder.Name));
        }
        catch (Exception fault) when (fault is DirectoryNotFoundException or FileNotFoundException && !from.Exists)
        {
            Directory.Delete(to, recursive: true);
        }
    }

    private static async Task<int> Seal(string target)
    {
        var lines = new StringBuilder();
        var count = 0;
        foreach (var path in Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
            lines.Append(Convert.ToHexStringLower(await SHA256.HashDataAsync(file))).Append("  ").Append(Path.GetRelativePath(target, path).Replace('\\', '/')).Append('\n');
            file.Flush(flushToDisk: true);
            count++;
        }

        await File.WriteAllTextAsync(Path.Combine(target, Sums), lines.ToString());
        return count;
    }

    private static async Task<int> Refuse(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}
