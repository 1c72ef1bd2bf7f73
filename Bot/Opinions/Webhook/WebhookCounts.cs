using System.Diagnostics.Metrics;

namespace DisclosureBot.Opinions.Webhook;

/// <summary>What a vendor has brought since the start of this process.</summary>
/// <param name="Refused">How many requests were refused, by reason; only reasons that occurred.</param>
public sealed record WebhookStanding(string Vendor, long Requests, long Items, long New, DateTimeOffset? LastAt, IReadOnlyDictionary<WebhookRefusal, long> Refused);

/// <summary>Counts what vendors bring and what is refused, for people and for the meter <c>DisclosureBot.Opinions</c>.</summary>
public sealed class WebhookCounts(WebhookSettings settings, IMeterFactory meters)
{
    /// <summary>Stands for every name no vendor has: what strangers call themselves is not kept.</summary>
    public const string Stranger = "?";

    private readonly Meter _meter = meters.Create("DisclosureBot.Opinions");
    private readonly Lock _gate = new();
    private readonly Dictionary<string, WebhookStanding> _standings = new(StringComparer.Ordinal);

    private Counter<long> Refusals => field ??= _meter.CreateCounter<long>("opinion.webhook.refused", description: "Requests of vendors that were refused.");

    private Counter<long> Items => field ??= _meter.CreateCounter<long>("opinion.webhook.items", description: "Items of vendors that were taken in.");

    public void Took(string vendor, int items, int added, DateTimeOffset at)
    {
        lock (_gate)
        {
            var before = Standing(vendor);
            _standings[vendor] = before with { Requests = before.Requests + 1, Items = before.Items + items, New = before.New + added, LastAt = at };
            Items.Add(items, KeyValuePair.Create<string, object?>("vendor", vendor));
        }
    }

    public void Refused(string name, WebhookRefusal refusal)
    {
        var vendor = settings.Secrets.ContainsKey(name) ? name : Stranger;
        lock (_gate)
        {
            var before = Standing(vendor);
            _standings[vendor] = before with { Refused = new Dictionary<WebhookRefusal, long>(before.Refused) { [refusal] = before.Refused.GetValueOrDefault(refusal) + 1 } };
            Refusals.Add(1, KeyValuePair.Create<string, object?>("vendor", vendor), KeyValuePair.Create<string, object?>("reason", refusal.ToString()));
        }
    }

    /// <summary>Every vendor in the order of the names, and last the strangers, if there were any.</summary>
    public IReadOnlyList<WebhookStanding> Snapshot()
    {
        lock (_gate)
            return [.. settings.Secrets.Keys.Order(StringComparer.Ordinal).Select(Standing), .. _standings.Values.Where(standing => standing.Vendor == Stranger)];
    }

    private WebhookStanding Standing(string vendor) => _standings.GetValueOrDefault(vendor) ?? new(vendor, 0, 0, 0, null, new Dictionary<WebhookRefusal, long>());
}
