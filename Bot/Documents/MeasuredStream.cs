using System.Security.Cryptography;
using Azure;

namespace DisclosureBot.Documents;

/// <summary>
/// Reads a document's bytes on their way in or out and holds them against its size and hash. The end is only ever
/// reached when both agree: the last bytes of anything else are not handed over.
/// </summary>
internal sealed class MeasuredStream(Stream inner, StoredDocument document, bool leaveOpen) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _read;
    private bool _agreed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => document.Size;

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    /// <exception cref="DocumentStoreException">What was read is not what was announced, or reading failed.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty) return 0;
        var got = await Inner(buffer, cancellationToken);
        Take(buffer.Span[..got]);
        // One look further, so that bytes too many are found before the last of the right ones is given away.
        if (_read == document.Size && !_agreed) await Finish(cancellationToken);
        return got;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Documents are read asynchronously.");

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        if (!leaveOpen) await inner.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            if (!leaveOpen) inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<int> Inner(Memory<byte> buffer, CancellationToken stop)
    {
        try
        {
            return await inner.ReadAsync(buffer, stop);
        }
        catch (Exception fault) when (IsFault(fault) && !stop.IsCancellationRequested)
        {
            throw new DocumentStoreException($"Reading {document.Id} failed: {fault.Message}", fault);
        }
    }

    /// <summary>A cancellation nobody asked for is the network client giving up.</summary>
    private static bool IsFault(Exception fault) =>
        fault is IOException or UnauthorizedAccessException or RequestFailedException or AggregateException or OperationCanceledException;

    private void Take(ReadOnlySpan<byte> got)
    {
        if (_agreed && got.Length == 0) return;
        _read += got.Length;
        _hash.AppendData(got);
        if (_read > document.Size || (got.Length == 0 && _read < document.Size))
            throw new DocumentStoreException($"{document.Id} was announced with {document.Size} bytes and has {(got.Length == 0 ? "only " + _read : "more")}.");
    }

    private async Task Finish(CancellationToken stop)
    {
        if (!string.Equals(Convert.ToHexStringLower(_hash.GetHashAndReset()), document.Sha256, StringComparison.OrdinalIgnoreCase))
            throw new DocumentStoreException($"{document.Id} is not what was announced: its SHA-256 differs.");
        _agreed = true;
        if (await Inner(new byte[1], stop) != 0)
            throw new DocumentStoreException($"{document.Id} was announced with {document.Size} bytes and has more.");
    }
}
