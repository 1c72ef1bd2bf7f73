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

    private readonly PartitionedRateLimiter<string> limits = PartitionedRateLimiter.CreateChained(
        PerConversation(7, TimeSpan.FromSeconds(1)),
        PerConversation(8, TimeSpan.FromSeconds(2)),
        PerConversation(60, TimeSpan.FromSeconds(30)),
        PerConversation(1800, TimeSpan.FromHours(1)),
        PartitionedRateLimiter.Create<string, string>(_ => RateLimitPartition.GetSlidingWindowLimiter("tenant", _ => Window(50, TimeSpan.FromSeconds(1), queue: 5000))));

    /// <summary>Waits for a turn, at most half a minute. Null, or a lease that was not acquired, when it did not come.</summary>
    public async Task<RateLimitLease?> Enter(string conversation, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(LongestWait);
        try
        {
            return await limits.AcquireAsync(conversation, 1, patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => limits.Dispose();

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
}
