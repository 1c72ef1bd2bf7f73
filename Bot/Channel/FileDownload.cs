using System.Net;
using DisclosureBot.Web;

namespace DisclosureBot.Channel;

/// <summary>Why a sent file could not be fetched.</summary>
public enum FetchFault
{
    /// <summary>The address is none that files come from; nothing was asked there.</summary>
    NotTrusted,

    /// <summary>The address has expired, or the file is no longer there.</summary>
    Gone,

    /// <summary>What came is a page of a browser, not the file.</summary>
    NotAFile,

    /// <summary>It cannot be reached, stopped half-way, or answered with an error.</summary>
    Broken,
}

/// <summary>Fetching failed in a way the sender can be told of.</summary>
public sealed class FetchException(FetchFault fault, Exception? inner = null) : Exception(fault.ToString(), inner)
{
    public FetchFault Fault => fault;
}

/// <summary>Fetches a file that somebody sent, as a stream; every redirect is doubted like the first address.</summary>
public sealed class FileDownload(FileHttp http, FileHosts hosts, TimeProvider clock)
{
    private const int MostRedirects = 5;

    /// <param name="url">As it came in the activity.</param>
    /// <param name="take">Given the content and its length where one was announced; reads to the end or as far as it likes.</param>
    /// <param name="stop">Ends the transfer.</param>
    /// <exception cref="FetchException">It could not be fetched; or <paramref name="take"/>'s own exceptions.</exception>
    public async Task<T> Fetch<T>(string url, Func<Stream, long?, CancellationToken, Task<T>> take, CancellationToken stop)
    {
        using var stall = new Stall(clock, stop);
        try
        {
            using var response = await Follow(url, stall.Token);
            stall.Moved();
            await using var content = new WatchedStream(await response.Content.ReadAsStreamAsync(stall.Token), stall);
            return await take(content, response.Content.Headers.ContentLength, stall.Token);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new FetchException(FetchFault.Broken, fault);
        }
        catch (OperationCanceledException late) when (stall.HasHappened && !stop.IsCancellationRequested)
        {
            throw new FetchException(FetchFault.Broken, late);
        }
    }

    private async Task<HttpResponseMessage> Follow(string url, CancellationToken stop)
    {
        var address = Uri.TryCreate(url, UriKind.Absolute, out var first) ? first : null;
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            if (!hosts.Trusts(address)) throw new FetchException(FetchFault.NotTrusted);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            var response = await http.Send(request, stop);
            if (Redirect(response) is not { } next) return Usable(response);
            response.Dispose();
            address = new Uri(address!, next);
        }
        throw new FetchException(FetchFault.Broken);
    }

    private static Uri? Redirect(HttpResponseMessage response) => response.StatusCode
        is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
            ? response.Headers.Location : null;

    private static HttpResponseMessage Usable(HttpResponseMessage response)
    {
        FetchFault? fault = response switch
        {
            { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone } => FetchFault.Gone,
            { StatusCode: not HttpStatusCode.OK } => FetchFault.Broken,
            // A sign-in or error page, which OneDrive sends with 200; files of this type are not taken in anyway.
            { Content.Headers.ContentType.MediaType: "text/html" or "application/xhtml+xml" } => FetchFault.NotAFile,
            _ => null,
        };
        if (fault is null) return response;
        response.Dispose();
        throw new FetchException(fault.Value);
    }

    /// <summary>Reads on, and tells the watch that something moved.</summary>
    private sealed class WatchedStream(Stream inner, Stall stall) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var got = await inner.ReadAsync(buffer, stall.Token);
            stall.Moved();
            return got;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Only asynchronously.");
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
