using DisclosureBot.Clock;
using DisclosureBot.Journal;

namespace DisclosureBot.Opinions.Feeds;

/// <summary>How a feed stands, for people (舆情来源).</summary>
/// <param name="LastSuccess">Bureau time; null where it was never read yet.</param>
/// <param name="Fault">What failed last, in words; null while all is well.</param>
/// <param name="Next">When it is fetched next, bureau time; null before the watch has begun.</param>
/// <param name="Taken">Entries it brought so far.</param>
public sealed record FeedStatus(string Name, DateTimeOffset? LastSuccess, string? Fault, DateTimeOffset? Next, long Taken);

/// <summary>Tells how the configured feeds stand, in their order.</summary>
public sealed class FeedStatuses(FeedSettings settings, CaseJournal journal)
{
    public async Task<IReadOnlyList<FeedStatus>> All(CancellationToken stop)
    {
        List<FeedStatus> all = [];
        foreach (var feed in settings.Feeds)
        {
            var state = await journal.Feed(feed.Url, stop);
            all.Add(new(feed.Name, state?.LastSuccess?.ToOffset(BureauTime.Offset), state?.Fault, state?.Due.ToOffset(BureauTime.Offset), state?.Taken ?? 0));
        }

        return all;
    }
}
