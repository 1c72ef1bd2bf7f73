using DisclosureBot.Journal;

namespace DisclosureBot.Opinions.Feeds;

/// <summary>One turn of one feed: claimed, fetched, read, taken in, and how it stands recorded.</summary>
public sealed partial class FeedVisit(FeedFetch fetch, FeedIntake intake, CaseJournal journal, TimeProvider clock, ILogger<FeedVisit> log)
{
    /// <summary>After which another process may take a turn for given up; longer than any fetch lasts.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>What is older when a watch begins is no news.</summary>
    public static readonly TimeSpan LooksBack = TimeSpan.FromDays(7);

    /// <summary>Does nothing where the feed is not due, or another process has its turn.</summary>
    public async Task Make(Feed feed, CancellationToken stop)
    {
        var lease = Guid.NewGuid().ToString("N");
        var now = clock.GetUtcNow();
        if (!await journal.ClaimFeed(feed.Url, lease, now, now + Lease, stop)) return;
        try
        {
            var before = await journal.Feed(feed.Url, stop);
            // The journal must learn what happened even while the program is stopping.
            await journal.SettleFeed(lease, await After(feed, before!, stop), CancellationToken.None);
        }
        catch
        {
            await journal.ReleaseFeed(feed.Url, lease, CancellationToken.None);
            throw;
        }
    }

    private async Task<FeedState> After(Feed feed, FeedState before, CancellationToken stop)
    {
        try
        {
            return await fetch.Get(feed.Url, before.ETag, before.Modified, stop) is { } answer
                ? await Taken(feed, before, answer, stop)
                : Succeeded(feed, before);
        }
        catch (FeedException fault)
        {
            NotRead(log, feed.Name, fault.Fault, before.Failures + 1);
            return Failed(feed, before, fault);
        }
    }

    private async Task<FeedState> Taken(Feed feed, FeedState before, FeedAnswer answer, CancellationToken stop)
    {
        var entries = FeedReader.Read(answer, stop);
        var harvest = await intake.Take(feed, entries, (before.Began ?? clock.GetUtcNow()) - LooksBack, stop);
        var after = before with { Taken = before.Taken + harvest.Taken, Began = before.Began ?? clock.GetUtcNow() };
        if (harvest.Failed > 0) return Failed(feed, after with { ETag = null, Modified = null }, new FeedException(FeedFault.NotRecorded));
        // What is left must come again, so the site may not answer that nothing has changed.
        var isWhole = harvest.Left == 0;
        return Succeeded(feed, after with { ETag = isWhole ? answer.ETag : null, Modified = isWhole ? answer.Modified : null });
    }

    private FeedState Succeeded(Feed feed, FeedState after)
    {
        var now = clock.GetUtcNow();
        return after with { Due = now + feed.Every, Failures = 0, Fault = null, LastSuccess = now };
    }

    private FeedState Failed(Feed feed, FeedState before, FeedException fault) => before with
    {
        Failures = before.Failures + 1,
        Fault = fault.Words,
        Due = clock.GetUtcNow() + FeedBackoff.After(feed.Every, before.Failures + 1, Random.Shared.NextDouble(), fault.RetryAfter),
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Feed {Feed} could not be read: {Fault}, {Failures} in a row.")]
    private static partial void NotRead(ILogger logger, string feed, FeedFault fault, int failures);
}
