using System.Collections.Concurrent;
using System.Globalization;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Opinions.Feeds;
using DisclosureBot.Opinions.Intake;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Feeds;

/// <summary>A watched site, a real journal and a clock of ours; what is taken in becomes a case with the sighting's once-key, as in the product.</summary>
internal sealed class FeedBench : IAsyncDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("feeds-");
    private readonly List<Sqlite> _opened = [];
    private readonly FeedFetch _fetch;

    private FeedBench(FeedSite site)
    {
        Site = site;
        Feed = new Feed("州政府网站", site.Url, TimeSpan.FromMinutes(30), new FeedRules(FeedRules.Parse(["商务"])!, []));
        Journal = Open();
        Journal.Prepare();
        _fetch = new FeedFetch(site.MayReach, Clock);
        Take = Record;
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, BureauTime.Offset));

    public FeedSite Site { get; }

    public Feed Feed { get; }

    public CaseJournal Journal { get; }

    /// <summary>What becomes of an entry.</summary>
    public Func<Who, Story, OpinionSource, CancellationToken, Task<bool>> Take { get; set; }

    public ConcurrentQueue<(Who Reporter, Story Story, OpinionSource Source)> Taken { get; } = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<FeedBench> Start() => new(await FeedSite.Start());

    /// <summary>Moves the clock to where the feed is due and gives it its turn.</summary>
    public async Task Turn()
    {
        if (await Journal.Feed(Feed.Url, Stop) is not { } state) await Journal.NoteFeed(Feed.Url, Clock.GetUtcNow(), Stop);
        else if (state.Due > Clock.GetUtcNow()) Clock.Advance(state.Due - Clock.GetUtcNow());
        await Visit().Make(Feed, Stop);
    }

    public async Task<FeedState> State() => (await Journal.Feed(Feed.Url, Stop))!;

    /// <summary>Another process on the same journal.</summary>
    public FeedVisit Visit() => Visit(Open());

    public FeedWatch Watch()
    {
        var journal = Open();
        return new(new FeedSettings([Feed]), Visit(journal), journal, Clock, NullLogger<FeedWatch>.Instance);
    }

    public FeedStatuses Statuses() => new(new FeedSettings([Feed]), Open());

    public static string Rss(params string[] items) =>
        $"""<rss version="2.0"><channel><title>x</title><link>http://feeds.example/</link><description>x</description>{string.Concat(items)}</channel></rss>""";

    public static string Item(string id, string title, DateTimeOffset? at = null) =>
        $"<item><title>{title}</title><guid isPermaLink=\"false\">{id}</guid>{(at is { } moment ? $"<pubDate>{moment.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture)}</pubDate>" : "")}</item>";

    public async ValueTask DisposeAsync()
    {
        _fetch.Dispose();
        await Site.DisposeAsync();
        _opened.ForEach(dialect => dialect.Dispose());
        _directory.Delete(recursive: true);
    }

    private CaseJournal Open()
    {
        var dialect = new Sqlite($"Data Source={_directory.FullName}/journal.db");
        _opened.Add(dialect);
        return new CaseJournal(dialect, "chuxiong-commerce");
    }

    private FeedVisit Visit(CaseJournal journal) => new(
        _fetch, new FeedIntake((who, story, source, stop) => Take(who, story, source, stop), journal, Clock, NullLogger<FeedIntake>.Instance), journal, Clock, NullLogger<FeedVisit>.Instance);

    private async Task<bool> Record(Who reporter, Story story, OpinionSource source, CancellationToken stop)
    {
        var write = new CaseWrite(
            source.Key, "opinion", 0, [new NewEvent("Reported", "{}", reporter.Id, story.LearntAt)], "{}",
            new Listing("", story.Headline, reporter.Id, "operations", "", Open: true, ""), [], [], source.Key);
        if (await Journal.Commit(write, stop) != CommitOutcome.Committed) return false;
        Taken.Enqueue((reporter, story, source));
        return true;
    }
}
