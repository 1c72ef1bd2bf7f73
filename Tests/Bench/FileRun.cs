using System.Diagnostics;
using System.Globalization;
using DisclosureBot.Documents;

namespace DisclosureBot.Tests.Bench;

/// <summary>The measured process: warmed by a small file, it carries the large one once and says how fast it was and what its memory's peak grew by.</summary>
internal static class FileRun
{
    private const double Megabyte = 1024 * 1024;

    public static async Task Carry(string[] job)
    {
        var (account, way, id, file, hash) = (job[0], job[1], job[2], job[3], job[4]);
        await using var services = Open(account);
        var store = services.GetRequiredService<IDocumentStore>();
        await Warm(store);
        var size = new FileInfo(file).Length;

        var before = Peak();
        var began = Stopwatch.GetTimestamp();
        if (way == "up") await Up(store, new(id, "large.bin", "application/octet-stream", size, hash, "bench"), file);
        else await Down(store, id);
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"carried {size / Megabyte / took} {before / Megabyte} {(Peak() - before) / Megabyte}"));
    }

    private static async Task Up(IDocumentStore store, StoredDocument document, string file)
    {
        await using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous);
        await store.Put(DocumentPlace.Documents, document, content, CancellationToken.None);
    }

    private static async Task Down(IDocumentStore store, string id)
    {
        await using var content = await store.Open(DocumentPlace.Documents, id, CancellationToken.None)
            ?? throw new InvalidOperationException($"{id} is not in the store.");
        await content.CopyToAsync(Stream.Null);
    }

    private static async Task Warm(IDocumentStore store)
    {
        var small = new StoredDocument(Guid.NewGuid().ToString(), "small.bin", "application/octet-stream", 1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "bench");
        await store.Put(DocumentPlace.Documents, small, new MemoryStream([0]), CancellationToken.None);
        await Down(store, small.Id);
    }

    private static ServiceProvider Open(string account)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Blobs", account)]).Build();
        return new ServiceCollection().AddDocuments(settings, "bench").BuildServiceProvider();
    }

    /// <summary>The most the process ever had resident, in bytes.</summary>
    private static long Peak()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }
}
