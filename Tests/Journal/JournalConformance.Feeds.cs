using DisclosureBot.Journal;
using Xunit;

namespace DisclosureBot.Tests.Journal;

/// <summary>Feeds under watch: each is fetched by one at a time, and stands as the last fetch left it.</summary>
public abstract partial class JournalConformance
{
    private const string FeedUrl = "https://feeds.example/rss";
    private static DateTimeOffset FeedNow => Noon.ToUniversalTime();

    [Fact]
    public async Task A_feed_that_is_known_stays_as_it_stands()
    {
        await Journal.NoteFeed(FeedUrl, FeedNow, Stop);
        await Journal.NoteFeed(FeedUrl, FeedNow.AddHours(1), Stop);
        Assert.Equal(new FeedState(FeedUrl, FeedNow), await Journal.Feed(FeedUrl, Stop));
        Assert.Null(await Journal.Feed("https://other.example/rss", Stop));
    }

    [Fact]
    public async Task What_a_fetch_left_is_read_back_whole()
    {
        await Journal.NoteFeed(FeedUrl, FeedNow, Stop);
        Assert.True(await Journal.ClaimFeed(FeedUrl, "one", FeedNow, FeedNow.AddMinutes(10), Stop));
        var after = new FeedState(FeedUrl, FeedNow.AddMinutes(30), "W/\"7\"", "Mon, 02 Mar 2026 04:00:00 GMT", 3, FeedNow.AddDays(-1), FeedNow, "网站答复503", 12);

        Assert.True(await Journal.SettleFeed("one", after, Stop));
        Assert.Equal(after, await Journal.Feed(FeedUrl, Stop));
    }

    [Fact]
    public async Task Feeds_are_due_when_their_moment_has_come_the_longest_due_first()
    {
        foreach (var (url, minutes) in new[] { ("c", 2), ("a", 1), ("b", 3) }) await Journal.NoteFeed(url, FeedNow.AddMinutes(minutes), Stop);
        Assert.Empty(await Journal.DueFeeds(FeedNow, Stop));
        Assert.Equal(["a", "c"], (await Journal.DueFeeds(FeedNow.AddMinutes(2), Stop)).Select(feed => feed.Url));
        Assert.False(await Journal.ClaimFeed("b", "one", FeedNow.AddMinutes(2), FeedNow.AddMinutes(12), Stop));
    }

    [Fact]
    public async Task Of_several_processes_one_fetches_a_feed()
    {
        await Journal.NoteFeed(FeedUrl, FeedNow, Stop);
        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Open().ClaimFeed(FeedUrl, $"lease-{i}", FeedNow, FeedNow.AddMinutes(10), Stop)));
        Assert.Single(claims, claimed => claimed);
        Assert.Empty(await Journal.DueFeeds(FeedNow, Stop));
    }

    [Fact]
    public async Task A_lease_that_ran_out_goes_to_the_next_and_the_first_can_no_longer_settle_or_release()
    {
        await Journal.NoteFeed(FeedUrl, FeedNow, Stop);
        await Journal.ClaimFeed(FeedUrl, "one", FeedNow, FeedNow.AddMinutes(10), Stop);
        Assert.Single(await Journal.DueFeeds(FeedNow.AddMinutes(10), Stop));
        Assert.True(await Journal.ClaimFeed(FeedUrl, "two", FeedNow.AddMinutes(10), FeedNow.AddMinutes(20), Stop));

        Assert.False(await Journal.SettleFeed("one", new(FeedUrl, FeedNow.AddHours(1), Taken: 5), Stop));
        await Journal.ReleaseFeed(FeedUrl, "one", Stop);
        Assert.Empty(await Journal.DueFeeds(FeedNow.AddMinutes(11), Stop));
        Assert.Equal(0, (await Journal.Feed(FeedUrl, Stop))!.Taken);
    }

    [Fact]
    public async Task A_feed_given_back_is_due_as_before()
    {
        await Journal.NoteFeed(FeedUrl, FeedNow, Stop);
        await Journal.ClaimFeed(FeedUrl, "one", FeedNow, FeedNow.AddMinutes(10), Stop);
        await Journal.ReleaseFeed(FeedUrl, "one", Stop);
        Assert.Equal(new FeedState(FeedUrl, FeedNow), Assert.Single(await Journal.DueFeeds(FeedNow, Stop)));
    }

    [Fact]
    public async Task Another_bureau_knows_nothing_of_a_feed()
    {
        await Journal.NoteFeed(FeedUrl, FeedNow, Stop);
        var other = Open("another-bureau");
        Assert.Null(await other.Feed(FeedUrl, Stop));
        Assert.Empty(await other.DueFeeds(FeedNow, Stop));
        Assert.False(await other.ClaimFeed(FeedUrl, "one", FeedNow, FeedNow.AddMinutes(10), Stop));
    }
}
