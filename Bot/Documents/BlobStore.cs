using System.Buffers;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace DisclosureBot.Documents;

/// <summary>
/// Files in Azure Blob Storage: a container per place, made when first needed. A file goes up in blocks that nobody
/// sees; only when size and hash agree does one last request make them a blob, and only where there is none yet.
/// </summary>
/// <param name="service">The account; see <see cref="BlobAccount"/> for its time limits.</param>
/// <param name="bureauId">The folder, so to speak, of this bureau's files in every container.</param>
/// <param name="patience">How long a request that carries no file may take, repetitions included.</param>
public sealed class BlobStore(BlobServiceClient service, string bureauId, TimeSpan? patience = null) : IDocumentStore
{
    private const int Block = 4 * 1024 * 1024;
    private readonly TimeSpan _patience = patience ?? TimeSpan.FromSeconds(10);
    private readonly string _bureau = DocumentKey.For(bureauId);

    public Task Put(DocumentPlace place, StoredDocument document, Stream content, CancellationToken stop) => Reaching($"Storing {document.Id}", async () =>
    {
        var blob = Blob(place, document.Id);
        // Also tells within the patience whether the store is there at all, before a file is sent on its way.
        await Soon(soon => Container(place).CreateIfNotExistsAsync(cancellationToken: soon), stop);
        var blocks = await Stage(blob, document, content, stop);
        try
        {
            await Soon(soon => blob.CommitBlockListAsync(blocks, Facts(document), soon), stop);
        }
        catch (RequestFailedException taken) when (taken.Status is 400 or 409 or 412)
        {
            // A repeated attempt whose first was not answered finds its own work and is content.
            if (await Find(place, document.Id, stop) is not { } present) throw;
            if (present != document) throw new DocumentStoreException($"{document.Id} is stored already, and differs: an id is written once.", taken);
        }
        return true;
    }, stop);

    public Task<StoredDocument?> Find(DocumentPlace place, string id, CancellationToken stop) => Reaching($"Finding {id}", async () =>
    {
        var blob = Blob(place, id);
        return await OrNull(async () =>
        {
            var found = (await Soon(soon => blob.GetPropertiesAsync(cancellationToken: soon), stop)).Value;
            return BlobFacts.Read(id, found.ContentType, found.ContentLength, found.Metadata);
        });
    }, stop);

    public Task<Stream?> Open(DocumentPlace place, string id, CancellationToken stop) => Reaching($"Opening {id}", async () =>
    {
        var blob = Blob(place, id);
        return await OrNull<Stream>(async () =>
        {
            // Where the connection breaks on the way the client goes on from there, under the ETag it began with.
            var found = (await Soon(soon => blob.DownloadStreamingAsync(cancellationToken: soon), stop)).Value;
            var document = BlobFacts.Read(id, found.Details.ContentType, found.Details.ContentLength, found.Details.Metadata);
            return new MeasuredStream(found.Content, document, leaveOpen: false);
        });
    }, stop);

    public Task Delete(DocumentPlace place, string id, CancellationToken stop) => Reaching($"Deleting {id}", () =>
    {
        var blob = Blob(place, id);
        return OrNull(async () => await Soon(soon => blob.DeleteIfExistsAsync(cancellationToken: soon), stop));
    }, stop);

    /// <summary>Blocks of one attempt bear its own name: two attempts at one id never mix.</summary>
    private static async Task<List<string>> Stage(BlockBlobClient blob, StoredDocument document, Stream content, CancellationToken stop)
    {
        var (attempt, blocks) = (Guid.NewGuid(), new List<string>());
        var buffer = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            await using var measured = new MeasuredStream(content, document, leaveOpen: true);
            while (await measured.ReadAtLeastAsync(buffer.AsMemory(0, Block), Block, throwOnEndOfStream: false, stop) is var length and > 0)
            {
                blocks.Add(Convert.ToBase64String([.. attempt.ToByteArray(), .. BitConverter.GetBytes(blocks.Count)]));
                using var bytes = new MemoryStream(buffer, 0, length, writable: false);
                await blob.StageBlockAsync(blocks[^1], bytes, Checked, stop);
            }
            return blocks;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static BlockBlobStageBlockOptions Checked => new() { TransferValidation = new UploadTransferValidationOptions { ChecksumAlgorithm = StorageChecksumAlgorithm.MD5 } };

    private static CommitBlockListOptions Facts(StoredDocument document) => new()
    {
        Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        HttpHeaders = new BlobHttpHeaders { ContentType = document.ContentType },
        Metadata = BlobFacts.Write(document),
    };

    private static async Task<T?> OrNull<T>(Func<Task<T>> request)
    {
        try
        {
            return await request();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return default;
        }
    }

    /// <summary>Whatever the client throws when the store does not do it, people are told to try again.</summary>
    private static async Task<T> Reaching<T>(string work, Func<Task<T>> requests, CancellationToken stop)
    {
        try
        {
            return await requests();
        }
        catch (Exception fault) when (BlobAccount.IsAway(fault) && !stop.IsCancellationRequested)
        {
            throw new DocumentStoreException($"{work} failed: {fault.Message}", fault);
        }
    }

    private async Task<T> Soon<T>(Func<CancellationToken, Task<T>> request, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(_patience);
        return await request(limit.Token);
    }

    private BlobContainerClient Container(DocumentPlace place) => service.GetBlobContainerClient(place.ToString().ToLowerInvariant());

    private BlockBlobClient Blob(DocumentPlace place, string id) => Container(place).GetBlockBlobClient($"{_bureau}/{DocumentKey.For(id)}");
}
