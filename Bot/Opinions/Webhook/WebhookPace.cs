namespace DisclosureBot.Opinions.Webhook;

/// <summary>How many signed requests of a vendor are taken within a minute.</summary>
internal sealed class WebhookPace(TimeProvider clock)
{
    public const int PerMinute = 60;
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _lately = new(StringComparer.Ordinal);

    public bool Admits(string vendor)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (!_lately.TryGetValue(vendor, out var lately)) _lately[vendor] = lately = new Queue<DateTimeOffset>(PerMinute);
            while (lately.TryPeek(out var oldest) && now - oldest >= Minute) lately.Dequeue();
            if (lately.Count >= PerMinute) return false;
            lately.Enqueue(now);
            return true;
        }
    }
}
