using System.Threading.RateLimiting;

namespace DisclosureBot.Channel;

/// <summary>
/// Keeps us under Teams' published limits, per conversation and for the tenant, by waiting rather than by being refused.
/// Idle conversations are forgotten by the limiter itself.
/// </summary>
public sealed class Pacing : IDisposable
{
    /// <summary>Opening a conversation counts for the tenant only.</summary>
    public const string NoConversation = "";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private Limits _limits = new(sharers: 1);
    private int _sharers = 1;

    /// <summary>Waits for a turn, at most half a minute. Null, or a lease that was not acquired, when it did not come.</summary>
    public async Task<RateLimitLease?> Enter(string conversation, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(LongestWait);
        try
        {
            return await Volatile.Read(ref _limits).Chain.AcquireAsync(conversation, 1, patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return null;
        }
        catch (ObjectDisposedException)
        {
            return null; // the limits have just been divided anew
        }
    }

    /// <summary>That many processes, this one among them, send for the tenant: each keeps to its part of every limit.</summary>
    public void ShareAmong(int processes)
    {
        if (processes == _sharers) return;
        _sharers = processes;
        Interlocked.Exchange(ref _limits, new(processes)).Dispose();
    }

    public void Dispose() => _limits.Dispose();

    private static PartitionedRateLimiter<string> PerConversation(int permits, TimeSpan window) => PartitionedRateLimiter.Create<string, string>(
        conversation => conversation == NoConversation
            ? RateLimitPartition.GetNoLimiter(NoConversation)
            : RateLimitPartition.GetSlidingWindowLimiter(conversation, _ => Window(permits, window, queue: 200)),
        StringComparer.Ordinal);

    private static SlidingWindowRateLimiterOptions Window(int permits, TimeSpan window, int queue) => new()
    {
        PermitLimit = permits,
        Window = window,
        SegmentsPerWindow = 10,
        QueueLimit = queue,
    };

    /// <summary>One process's part of every limit.</summary>
    private sealed class Limits : IDisposable
    {
        private readonly PartitionedRateLimiter<string>[] _each;

        public Limits(int sharers)
        {
            _each =
            [
                PerConversation(Part(7), TimeSpan.FromSeconds(1)),
                PerConversation(Part(8), TimeSpan.FromSeconds(2)),
                PerConversation(Part(60), TimeSpan.FromSeconds(30)),
                PerConversation(Part(1800), TimeSpan.FromHours(1)),
                PartitionedRateLimiter.Create<string, string>(_ => RateLimitPartition.GetSlidingWindowLimiter("tenant", _ => Window(Part(50), TimeSpan.FromSeconds(1), queue: 5000))),
            ];
            Chain = PartitionedRateLimiter.CreateChained(_each);

            int Part(int permits) => Math.Max(1, permits / sharers);
        }

        public PartitionedRateLimiter<string> Chain { get; }

        /// <summary>Whoever waits is told that their turn did not come, and tries again.</summary>
        public void Dispose()
        {
            Chain.Dispose();
            foreach (var limiter in _each) limiter.Dispose();
        }
    }
}
