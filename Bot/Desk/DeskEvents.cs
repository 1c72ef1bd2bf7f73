using System.Text.Json;
using System.Threading.Channels;
using DisclosureBot.Bureau;
using DisclosureBot.Journal;
using Pipe = System.Threading.Channels.Channel;

namespace DisclosureBot.Desk;

/// <summary>
/// The live line to one open page: says which of the person's cases have a new version, nothing more.
/// A page that lost the line loads its inbox again; one that reads too slowly is hung up on and comes back.
/// </summary>
internal sealed class DeskEvents(DeskFeed feed, TimeProvider clock, IHostApplicationLifetime life)
{
    /// <summary>What may wait for a slow reader.</summary>
    public const int Backlog = 64;

    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    public async Task Stream(HttpContext context)
    {
        var person = Seat.Of(context);
        // Not disposed: a commit may hang up at the very moment the request ends.
        var slow = new CancellationTokenSource();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(slow.Token, context.RequestAborted, life.ApplicationStopping);
        var waiting = Pipe.CreateBounded<string>(Backlog);

        void Say(string text)
        {
            if (!waiting.Writer.TryWrite(text)) _ = slow.CancelAsync();
        }

        void Heard(CaseWrite write)
        {
            if (Concerns(write, person)) Say(Event(write));
        }

        using var listening = feed.Listen(Heard);
        try
        {
            await using var beat = clock.CreateTimer(_ => Say(": \n\n"), null, Heartbeat, Heartbeat);
            await Write(context.Response, waiting.Reader, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The reader left or fell behind, or the program is stopping.
            if (slow.IsCancellationRequested) context.Abort();
        }
    }

    private static async Task Write(HttpResponse response, ChannelReader<string> waiting, CancellationToken stop)
    {
        response.ContentType = "text/event-stream";
        response.Headers["X-Accel-Buffering"] = "no";
        await response.WriteAsync("retry: 2000\n\n", stop);
        await response.Body.FlushAsync(stop);
        await foreach (var text in waiting.ReadAllAsync(stop))
        {
            await response.WriteAsync(text, stop);
            await response.Body.FlushAsync(stop);
        }
    }

    private static bool Concerns(CaseWrite write, Person person) =>
        write.Slots.Any(slot => string.Equals(slot.Person, person.Id, StringComparison.Ordinal));

    private static string Event(CaseWrite write) =>
        $"event: slot\ndata: {JsonSerializer.Serialize(new SlotChanged(write.CaseId, write.NewVersion), DeskJson.Default.SlotChanged)}\n\n";
}
