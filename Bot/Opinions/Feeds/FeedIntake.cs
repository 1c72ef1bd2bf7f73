using DisclosureBot.Cards;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Opinions.Intake;

namespace DisclosureBot.Opinions.Feeds;

/// <summary>What became of a feed's entries.</summary>
/// <param name="Taken">Newly recorded.</param>
/// <param name="Left">Kept for the next fetch, because one brings no more than a few dozen.</param>
/// <param name="Failed">Could not be recorded; tried again with the next fetch.</param>
public sealed record FeedHarvest(int Taken, int Left, int Failed);

/// <summary>Picks those entries of a feed that match its rules and are new, and hands them on as stories.</summary>
/// <param name="take">Records one, and says whether anything was new in it.</param>
public sealed partial class FeedIntake(Func<Who, Story, OpinionSource, CancellationToken, Task<bool>> take, CaseJournal journal, TimeProvider clock, ILogger<FeedIntake> log)
{
    /// <summary>Of one fetch: a feed that floods must not bury what others bring.</summary>
    public const int Most = 50;

    /// <param name="oldest">What was published before is not taken in.</param>
    public async Task<FeedHarvest> Take(Feed feed, IReadOnlyList<FeedEntry> entries, DateTimeOffset oldest, CancellationToken stop)
    {
        var (taken, left, failed) = (0, 0, 0);
        var now = clock.BureauNow();
        foreach (var entry in entries.Where(entry => !(entry.Published < oldest)).OrderByDescending(entry => entry.Published ?? now).DistinctBy(entry => entry.Id, StringComparer.Ordinal))
        {
            if (!feed.Rules.Take(entry.Title, entry.Text) || await journal.FindOnce(entry.Key(feed.Url), stop) is not null) continue;
            if (taken + failed == Most) left++;
            else if (await Try(feed, entry, stop) is not { } isNew) failed++;
            else if (isNew) taken++;
        }

        if (left > 0) Left(log, feed.Name, left);
        return new(taken, left, failed);
    }

    /// <returns>Null where it could not be recorded: the entries behind it must not wait for that.</returns>
    private async Task<bool?> Try(Feed feed, FeedEntry entry, CancellationToken stop)
    {
        var now = clock.BureauNow();
        var title = PlainText.Clip(entry.Title, Wording.TitleLimit);
        var story = new Story(title, entry.Text.Length > 0 ? PlainText.Clip(entry.Text, StoryCheck.TextLimit) : null, null, null, now);
        var seen = entry.Published is { } published && published < now ? published.ToOffset(BureauTime.Offset) : now;
        try
        {
            return await take(feed.Reporter, story, new OpinionSource(entry.Key(feed.Url), feed.Name, title, entry.Url, seen), stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            NotTaken(log, feed.Name, fault.GetType().Name, fault.StackTrace);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Feed {Feed}: {Count} matching entries are left for the next fetch.")]
    private static partial void Left(ILogger logger, string feed, int count);

    // Not the exception itself: its message may quote what people wrote.
    [LoggerMessage(Level = LogLevel.Error, Message = "Feed {Feed}: an entry could not be recorded; it is tried again. {Fault}\n{Stack}")]
    private static partial void NotTaken(ILogger logger, string feed, string fault, string? stack);
}
