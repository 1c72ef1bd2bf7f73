using Polly;
using Polly.Retry;

namespace DisclosureBot.Channel;

/// <summary>
/// Says the replies of finished turns behind the caller's back: in order within a conversation, side by side between
/// conversations, tried a handful of times. Held in memory only: what must not be lost is a card slot, not a reply.
/// </summary>
public sealed class ReplyQueue : IHostedService, IDisposable
{
    /// <summary>Replies waiting in this process.</summary>
    public const int Capacity = 2000;

    /// <summary>Of them, for one conversation: nobody alone can fill the room of all.</summary>
    public const int CapacityOfOne = 50;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan DrainFor = TimeSpan.FromSeconds(5);

    private readonly IChannel channel;
    private readonly ILogger<ReplyQueue> log;
    private readonly ResiliencePipeline<SendOutcome> retries;
    private readonly Dictionary<string, Line> lines = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stop = new();
    private int waiting;

    public ReplyQueue(IChannel channel, TimeProvider time, ILogger<ReplyQueue> log)
    {
        (this.channel, this.log) = (channel, log);
        retries = new ResiliencePipelineBuilder<SendOutcome> { TimeProvider = time }.AddRetry(new RetryStrategyOptions<SendOutcome>
        {
            ShouldHandle = attempt => ValueTask.FromResult(WorthAnother(attempt.Outcome.Result, attempt.AttemptNumber)),
            DelayGenerator = attempt => ValueTask.FromResult((attempt.Outcome.Result as SendOutcome.Later)?.After),
            MaxRetryAttempts = 4,
            Delay = TimeSpan.FromSeconds(1),
            MaxDelay = TimeSpan.FromSeconds(30),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        }).Build();
    }

    /// <summary>Nothing is waiting to be said.</summary>
    public bool IsIdle
    {
        get
        {
            lock (gate) return waiting == 0;
        }
    }

    /// <param name="where">Null where the activity named no way back; the replies are then dropped and counted in the log.</param>
    /// <param name="replies">In order.</param>
    public void Add(Address? where, IReadOnlyList<Message> replies)
    {
        if (where is null)
        {
            log.ReplyLost("NoAddress");
            return;
        }
        lock (gate)
        {
            if (waiting + replies.Count > Capacity || stop.IsCancellationRequested)
            {
                log.ReplyLost("QueueFull");
                return;
            }
            var line = lines.GetValueOrDefault(where.ConversationId, new(Task.CompletedTask, 0));
            if (line.Waiting + replies.Count > CapacityOfOne)
            {
                log.ReplyLost("ConversationFull");
                return;
            }
            waiting += replies.Count;
            lines[where.ConversationId] = new(SayAfter(line.Tail, where, replies), line.Waiting + replies.Count);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The server has stopped by now: gives what is waiting a few seconds, then lets it go.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        stop.CancelAfter(DrainFor);
        using var hurry = cancellationToken.Register(stop.Cancel);
        Task[] left;
        lock (gate)
            left = [.. lines.Values.Select(line => line.Tail)];
        await Task.WhenAll(left);
    }

    public void Dispose() => stop.Dispose();

    private sealed record Line(Task Tail, int Waiting);

    private async Task SayAfter(Task before, Address where, IReadOnlyList<Message> replies)
    {
        await Task.Yield(); // leaves the caller's lock at once
        await before;
        foreach (var reply in replies)
            await Say(where, reply);
        lock (gate)
        {
            waiting -= replies.Count;
            var line = lines[where.ConversationId];
            if (line.Waiting == replies.Count)
                lines.Remove(where.ConversationId);
            else
                lines[where.ConversationId] = line with { Waiting = line.Waiting - replies.Count };
        }
    }

    // Never throws: the next reply of the conversation waits behind it.
    private async Task Say(Address where, Message reply)
    {
        try
        {
            var outcome = await retries.ExecuteAsync(async token => await channel.Send(where, reply, token), stop.Token);
            if (outcome is not SendOutcome.Delivered)
                log.ReplyLost(outcome.GetType().Name);
        }
        catch (OperationCanceledException)
        {
            log.ReplyLost("Stopped");
        }
        catch (Exception fault)
        {
            log.ReplyLost(fault.GetType().Name);
        }
    }

    // An unknown outcome is tried once more: a reply seen twice is better than silence, five times is not.
    private static bool WorthAnother(SendOutcome? outcome, int attempt) => outcome switch
    {
        SendOutcome.Later later => later.After is null || later.After <= LongestWait,
        SendOutcome.Unknown => attempt == 0,
        _ => false,
    };
}
