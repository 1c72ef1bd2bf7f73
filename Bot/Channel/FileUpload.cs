using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using DisclosureBot.Web;

namespace DisclosureBot.Channel;

/// <summary>What came of an upload.</summary>
public enum UploadOutcome
{
    Done,

    /// <summary>The address is none that files go to; nothing was sent there.</summary>
    NotTrusted,

    /// <summary>The upload session is over: it was used up, withdrawn or too old.</summary>
    Gone,

    /// <summary>It could not be brought to an end, whatever was tried.</summary>
    Failed,
}

/// <summary>
/// Brings a file into an OneDrive upload session, piece by piece, so that a broken line costs one piece and not the whole.
/// One piece at a time is in memory. What the session has is asked after every fault, for an answer may have been lost.
/// </summary>
public sealed class FileUpload(FileHttp http, FileHosts hosts, TimeProvider clock)
{
    /// <summary>OneDrive takes pieces in multiples of 320 KiB.</summary>
    public const int Piece = 5 * 320 * 1024;

    private const int Attempts = 5;
    private const int AnswerLimit = 64 * 1024;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <param name="url">As it came in the activity.</param>
    /// <param name="content">Read once, from here to its end.</param>
    /// <param name="size">Its length in bytes.</param>
    /// <param name="stop">Ends the transfer.</param>
    public async Task<UploadOutcome> Send(string url, Stream content, long size, CancellationToken stop)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !hosts.Trusts(address)) return UploadOutcome.NotTrusted;
        var piece = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            for (long from = 0; from < size;)
            {
                var length = (int)Math.Min(Piece, size - from);
                await content.ReadExactlyAsync(piece.AsMemory(0, length), stop);
                if (await SendPiece(new(address, piece, from, length, size), stop) is { } end) return end;
                from += length;
            }
            return UploadOutcome.Failed; // all pieces are there, and yet the session did not say that it is complete
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    /// <param name="From">Where the piece begins in the file.</param>
    private sealed record Part(Uri Address, byte[] Bytes, long From, int Length, long Size)
    {
        public long End => From + Length;
    }

    /// <returns>Null when the next piece is wanted; otherwise how the upload ended.</returns>
    private async Task<UploadOutcome?> SendPiece(Part part, CancellationToken stop)
    {
        var from = part.From;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var said = await Ask(() => Put(part, from), stop);
            if (said.Outcome is { } end) return end;
            if (said.Next is null)
            {
                await Task.Delay(said.Wait ?? Backoff(attempt), clock, stop);
                said = await Ask(() => new HttpRequestMessage(HttpMethod.Get, part.Address), stop);
                if (said.Outcome is UploadOutcome.Gone) return said.Outcome;
            }
            if (said.Next == part.End) return null;
            if (said.Next is { } next && (next < part.From || next > part.End)) return UploadOutcome.Failed;
            from = said.Next ?? from;
        }
        return UploadOutcome.Failed;
    }

    private static HttpRequestMessage Put(Part part, long from)
    {
        var skip = (int)(from - part.From);
        var content = new ReadOnlyMemoryContent(part.Bytes.AsMemory(skip, part.Length - skip));
        content.Headers.ContentRange = new ContentRangeHeaderValue(from, part.End - 1, part.Size);
        return new HttpRequestMessage(HttpMethod.Put, part.Address) { Content = content };
    }

    /// <param name="Outcome">How it ended, if it did.</param>
    /// <param name="Next">The byte the session wants next, where it said so.</param>
    /// <param name="Wait">How long it asked us to wait.</param>
    private sealed record Said(UploadOutcome? Outcome, long? Next = null, TimeSpan? Wait = null);

    private async Task<Said> Ask(Func<HttpRequestMessage> make, CancellationToken stop)
    {
        using var stall = new Stall(clock, stop);
        try
        {
            using var request = make();
            using var response = await http.Send(request, stall.Token);
            return await Read(request.Method, response, stall.Token);
        }
        catch (HttpRequestException)
        {
            return new(null);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new(null);
        }
    }

    private async Task<Said> Read(HttpMethod method, HttpResponseMessage response, CancellationToken stop) => response.StatusCode switch
    {
        HttpStatusCode.Created => new(UploadOutcome.Done),
        HttpStatusCode.OK when method == HttpMethod.Put => new(UploadOutcome.Done),
        HttpStatusCode.Accepted or HttpStatusCode.OK => new(null, await Next(response, stop)),
        HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(UploadOutcome.Gone),
        _ => new(null, Wait: Wait(response)),
    };

    private TimeSpan? Wait(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - clock.GetUtcNow() : null;
        return asked is { } wait ? TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, LongestWait.Ticks)) : null;
    }

    private static TimeSpan Backoff(int attempt) => TimeSpan.FromSeconds(Math.Pow(2, attempt) * (0.5 + Random.Shared.NextDouble() / 2));

    private static async Task<long?> Next(HttpResponseMessage response, CancellationToken stop)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(AnswerLimit, stop);
            using var json = JsonDocument.Parse(await response.Content.ReadAsStreamAsync(stop));
            var range = json.RootElement.GetProperty("nextExpectedRanges")[0].GetString();
            return long.TryParse(range?.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var next) ? next : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException or HttpRequestException)
        {
            return null;
        }
    }
}
