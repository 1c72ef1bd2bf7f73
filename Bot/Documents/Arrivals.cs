using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;

namespace DisclosureBot.Documents;

/// <summary>What became of a file that was sent.</summary>
public abstract record Arrival
{
    private Arrival() { }

    /// <summary>Checked and lying on this machine until disposed, which deletes it.</summary>
    /// <param name="Document">As it may be given to <see cref="IDocumentStore.Put"/>: cleaned name, true content type, size and hash.</param>
    /// <param name="Content">At its beginning; seekable, and locked against everyone else.</param>
    /// <param name="Path">Where it lies.</param>
    public sealed record Accepted(StoredDocument Document, FileStream Content, string Path) : Arrival, IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Arrivals.Discard(Content, Path);
    }

    public sealed record Refused(Refusal Refusal) : Arrival;
}

/// <summary>Takes in a file as it comes over the wire: to a temporary file, never to memory, counted and hashed on the way, then checked.</summary>
public sealed class Arrivals
{
    private const int Buffer = 128 * 1024;
    private readonly string _directory;
    private readonly long _most;
    private readonly int _mostMegabytes;

    /// <summary>Clears away what a killed process had not finished taking in.</summary>
    /// <param name="directory">Made when it does not exist.</param>
    /// <param name="mostMegabytes">Larger files are refused; 1 MB is 1024 × 1024 bytes.</param>
    public Arrivals(string directory, int mostMegabytes)
    {
        (_directory, _mostMegabytes, _most) = (Path.GetFullPath(directory), mostMegabytes, mostMegabytes * 1024L * 1024);
        Directory.CreateDirectory(_directory);
        foreach (var left in Directory.EnumerateFiles(_directory, "*.arriving"))
        {
            if (!Disk.IsInUse(left)) File.Delete(left);
        }
    }

    /// <summary>The most that is taken in, in bytes; for servers that have a limit of their own.</summary>
    public long MostBytes => _most;

    /// <summary>Where files lie while they are put together; only this process writes there.</summary>
    public string Folder => _directory;

    /// <param name="id">The document's id, chosen by the caller.</param>
    /// <param name="name">The file's name as sent; it is cleaned.</param>
    /// <param name="owner">Person id.</param>
    /// <param name="body">Read to its end, or to the limit; its own exceptions (a sender who went away) come through.</param>
    /// <param name="stop">Ends the taking in; nothing is left behind.</param>
    /// <exception cref="DocumentStoreException">The disk is full or away.</exception>
    public async Task<Arrival> Receive(string id, string name, string owner, Stream body, CancellationToken stop)
    {
        var path = Path.Combine(_directory, $"{Guid.NewGuid():N}.arriving");
        var file = Create(path);
        var kept = false;
        try
        {
            var clean = FileName.Clean(name);
            if (await Save(body, file, stop) is not { } hash) return new Arrival.Refused(FileRefusals.TooLarge(clean, _mostMegabytes));
            var arrival = await Check(id, clean, owner, hash, file, path, stop);
            kept = arrival is Arrival.Accepted;
            return arrival;
        }
        finally
        {
            if (!kept) await Discard(file, path);
        }
    }

    internal static async ValueTask Discard(FileStream file, string path)
    {
        // Deleted while still locked, so that no other start of the program can take it for a leftover meanwhile.
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        await file.DisposeAsync();
        if (OperatingSystem.IsWindows()) File.Delete(path);
    }

    private static async Task<Arrival> Check(string id, string name, string owner, string hash, FileStream file, string path, CancellationToken stop)
    {
        // Looking is done in small synchronous reads of a local file; off the request's thread.
        var verdict = await Task.Run(() => FileCheck.Look(file, name, stop), stop);
        file.Position = 0;
        return verdict switch
        {
            FileVerdict.Refused refused => new Arrival.Refused(refused.Refusal),
            FileVerdict.Accepted accepted => new Arrival.Accepted(new(id, accepted.Name, accepted.ContentType, file.Length, hash, owner), file, path),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <returns>The SHA-256; null when there was more than may be taken in.</returns>
    private async Task<string?> Save(Stream body, FileStream file, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(Buffer);
        try
        {
            while (await body.ReadAsync(buffer, stop) is var got and > 0)
            {
                if (file.Position + got > _most) return null;
                hash.AppendData(buffer, 0, got);
                await Write(file, buffer.AsMemory(0, got), stop);
            }
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task Write(FileStream file, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        try
        {
            await file.WriteAsync(bytes, stop);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DocumentStoreException(string.Create(CultureInfo.InvariantCulture, $"An arriving file cannot be kept after {file.Position} bytes: {fault.Message}"), fault);
        }
    }

    private static FileStream Create(string path)
    {
        try
        {
            return new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 0, FileOptions.Asynchronous);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DocumentStoreException($"An arriving file cannot be kept: {fault.Message}", fault);
        }
    }
}
