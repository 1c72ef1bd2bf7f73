namespace DisclosureBot.Journal;

/// <summary>How a feed stands.</summary>
/// <param name="Due">When it is to be fetched next.</param>
/// <param name="ETag">Of what was taken in whole, as the site named it; null where the next fetch must bring everything.</param>
/// <param name="Modified">The same as the site's date, word for word.</param>
/// <param name="Failures">Fetches that failed since the last that did not.</param>
/// <param name="Began">Its first success.</param>
/// <param name="Fault">What failed last, as people read it; null when the last fetch succeeded.</param>
/// <param name="Taken">Entries taken in, ever.</param>
public sealed record FeedState(
    string Url, DateTimeOffset Due, string? ETag = null, string? Modified = null, int Failures = 0,
    DateTimeOffset? Began = null, DateTimeOffset? LastSuccess = null, string? Fault = null, long Taken = 0);

/// <summary>The feeds under watch: each is fetched by one process at a time, under a lease that ends by itself.</summary>
public sealed partial class CaseJournal
{
    private const string FeedColumns = "SELECT url, due, etag, modified, failures, began, last_success, fault, taken FROM feeds WHERE bureau = @bureauId";

    /// <summary>Begins the watch; a feed that is known stays as it stands.</summary>
    public Task NoteFeed(string url, DateTimeOffset due, CancellationToken stop) => Change(
        "INSERT INTO feeds (bureau, url, due) VALUES (@bureauId, @url, @due) ON CONFLICT DO NOTHING",
        new { bureauId, url, due = Stamp.Write(due) }, stop);

    public Task<FeedState?> Feed(string url, CancellationToken stop) => First($"{FeedColumns} AND url = @url", new { bureauId, url }, Rows.Feed, stop);

    /// <summary>Feeds that are due and that nobody is fetching, the longest due first.</summary>
    public async Task<IReadOnlyList<FeedState>> DueFeeds(DateTimeOffset now, CancellationToken stop) => await All(
        $"{FeedColumns} AND due <= @now AND (lease IS NULL OR lease_until <= @now) ORDER BY due, url", new { bureauId, now = Stamp.Write(now) }, Rows.Feed, stop);

    /// <param name="lease">Names this one fetch.</param>
    /// <param name="until">When others may take it for given up.</param>
    /// <returns>False where it is not due, or somebody else fetches it.</returns>
    public async Task<bool> ClaimFeed(string url, string lease, DateTimeOffset now, DateTimeOffset until, CancellationToken stop) => await Change(
        """
        UPDATE feeds SET lease = @lease, lease_until = @until
        WHERE bureau = @bureauId AND url = @url AND due <= @now AND (lease IS NULL OR lease_until <= @now)
        """,
        new { bureauId, url, lease, now = Stamp.Write(now), until = Stamp.Write(until) }, stop) == 1;

    /// <summary>Records how the feed stands after a fetch and ends the lease; nothing where somebody else has taken over meanwhile.</summary>
    public async Task<bool> SettleFeed(string lease, FeedState after, CancellationToken stop) => await Change(
        """
        UPDATE feeds SET due = @due, etag = @ETag, modified = @Modified, failures = @Failures, began = @began,
          last_success = @success, fault = @Fault, taken = @Taken, lease = NULL, lease_until = NULL
        WHERE bureau = @bureauId AND url = @Url AND lease = @lease
        """,
        new
        {
            bureauId,
            lease,
            after.Url,
            due = Stamp.Write(after.Due),
            after.ETag,
            after.Modified,
            after.Failures,
            began = after.Began is { } began ? Stamp.Write(began) : null,
            success = after.LastSuccess is { } success ? Stamp.Write(success) : null,
            after.Fault,
            after.Taken,
        },
        stop) == 1;

    /// <summary>Gives a claimed feed back as it was.</summary>
    public Task ReleaseFeed(string url, string lease, CancellationToken stop) => Change(
        "UPDATE feeds SET lease = NULL, lease_until = NULL WHERE bureau = @bureauId AND url = @url AND lease = @lease", new { bureauId, url, lease }, stop);
}
