using System.Collections.Concurrent;
using DisclosureBot.Background;
using DisclosureBot.Journal;

namespace DisclosureBot.Opinions.Feeds;

/// <summary>Sees to it that every feed gets its turn; the journal says whose turn it is, so that a restart neither forgets nor hurries.</summary>
public sealed partial class FeedWatch(FeedSettings settings, FeedVisit visit, CaseJournal journal, TimeProvider clock, ILogger<FeedWatch> log) : BackgroundService
{
    private const int AtOnce = 4;

    /// <summary>Short, because the clock may be moved: looking costs a few queries of a small table.</summary>
    private static readonly TimeSpan Patrol = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, Task> _underWay = new(StringComparer.Ordinal);
    private readonly Bell _bell = new();

    public void Wake() => _bell.Ring();

    /// <summary>Nothing is due now and nothing is being fetched: asked in this order, because what was just claimed is due no longer.</summary>
    public async Task<bool> IsIdle(CancellationToken stop) => (await Due(stop)).Count == 0 && _underWay.IsEmpty;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Feeds.Count == 0) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            var listening = _bell.Listen();
            await StartDue(stoppingToken);
            await listening.WaitAsync(Patrol, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(_underWay.Values);
    }

    private async Task StartDue(CancellationToken stop)
    {
        try
        {
            foreach (var feed in (await Due(stop)).Where(feed => !_underWay.ContainsKey(feed.Url)).Take(AtOnce - _underWay.Count))
            {
                // Noted before it can begin, or a quick visit would be noted after its end, and for good.
                var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _underWay[feed.Url] = Visit(feed, begin.Task, stop);
                begin.SetResult();
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Failed(log, fault.GetType().Name, fault.StackTrace);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the journal still says what is due.
        }
    }

    private async Task<IReadOnlyList<Feed>> Due(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        List<Feed> due = [];
        foreach (var feed in settings.Feeds)
            if (await journal.Feed(feed.Url, stop) is null) await journal.NoteFeed(feed.Url, now, stop);
        foreach (var state in await journal.DueFeeds(now, stop))
            due.AddRange(settings.Feeds.Where(feed => feed.Url == state.Url));
        return due;
    }

    private async Task Visit(Feed feed, Task begin, CancellationToken stop)
    {
        await begin;
        var isDone = false;
        try
        {
            await visit.Make(feed, stop);
            isDone = true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Failed(log, fault.GetType().Name, fault.StackTrace);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the feed was given back.
        }
        finally
        {
            _underWay.TryRemove(feed.Url, out _);
            // Others may have waited for its place. After a fault of ours the next patrol is soon enough.
            if (isDone) Wake();
        }
    }

    // Not the exception itself: its message may quote what a site wrote.
    [LoggerMessage(Level = LogLevel.Error, Message = "Feeds could not be worked off; trying again. {Fault}\n{Stack}")]
    private static partial void Failed(ILogger logger, string fault, string? stack);
}
