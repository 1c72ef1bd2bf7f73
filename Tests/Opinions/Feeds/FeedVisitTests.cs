using DisclosureBot.Journal;
using DisclosureBot.Opinions.Feeds;
using DisclosureBot.Opinions.Intake;
using Xunit;
using static DisclosureBot.Tests.Opinions.Feeds.FeedBench;

namespace DisclosureBot.Tests.Opinions.Feeds;

/// <summary>A feed's turns: what is taken in, when the next one is, and what is remembered of them.</summary>
public sealed class FeedVisitTests : IAsyncLifetime
{
    private FeedBench _bench = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => _bench.Clock.GetUtcNow();

    public async ValueTask InitializeAsync() => _bench = await FeedBench.Start();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task What_matches_is_taken_in_as_a_story_of_its_feed()
    {
        var at = Now.AddHours(-2);
        _bench.Site.Sends(Rss(Item("1", "商务局公告", at), Item("2", "天气", at)), etag: "\"7\"");
        await _bench.Turn();

        var (reporter, story, source) = Assert.Single(_bench.Taken);
        Assert.Equal(new Who("feed:州政府网站", "州政府网站"), reporter);
        Assert.Equal(new Story("商务局公告", null, null, null, Now), story);
        Assert.Equal(("州政府网站", "商务局公告", null, at), (source.Name, source.Headline, source.Url, source.SeenAt));
        Assert.Equal(TimeSpan.FromHours(8), source.SeenAt.Offset);
        Assert.Equal(new FeedState(_bench.Feed.Url, Now.AddMinutes(30), "\"7\"", null, 0, Now, Now, null, 1), await _bench.State());
    }

    [Fact]
    public async Task An_unchanged_feed_is_asked_with_its_validators_and_costs_nothing()
    {
        _bench.Site.Sends(Rss(Item("1", "商务局公告")), etag: "\"7\"");
        await _bench.Turn();
        _bench.Site.Answers(304);
        await _bench.Turn();

        Assert.Equal(("/feed", "\"7\"", null), _bench.Site.Asked.Last());
        Assert.Equal((0, "\"7\"", 1L, Now), await State(state => (state.Failures, state.ETag, state.Taken, state.LastSuccess!.Value)));
        Assert.Equal(Now.AddMinutes(30), await State(state => state.Due));
    }

    [Fact]
    public async Task An_entry_is_taken_in_once_across_changes_of_the_feed_and_restarts()
    {
        _bench.Site.Sends(Rss(Item("1", "商务局公告"), Item("1", "商务局公告(更正)")));
        await _bench.Turn();
        _bench.Site.Sends(Rss(Item("2", "商务局通知"), Item("1", "商务局公告")));
        await _bench.Turn();
        await _bench.Turn();
        Assert.Equal(["商务局公告", "商务局通知"], _bench.Taken.Select(one => one.Story.Headline));
        Assert.Equal(2, await State(state => state.Taken));
    }

    [Fact]
    public async Task What_is_older_than_a_week_when_the_watch_begins_is_never_taken_in()
    {
        var begun = Now;
        _bench.Site.Sends(Rss(Item("1", "商务旧闻", begun.AddDays(-7).AddMinutes(-1)), Item("2", "商务近闻", begun.AddDays(-7).AddMinutes(1))));
        await _bench.Turn();
        _bench.Site.Sends(Rss(Item("1", "商务旧闻", begun.AddDays(-7).AddMinutes(-1)), Item("3", "商务新闻", begun)));
        await _bench.Turn();
        Assert.Equal(["商务近闻", "商务新闻"], _bench.Taken.Select(one => one.Story.Headline));
    }

    [Fact]
    public async Task What_claims_to_come_from_the_future_was_seen_now()
    {
        _bench.Site.Sends(Rss(Item("1", "商务预告", Now.AddDays(3)), Item("2", "商务无日期")));
        await _bench.Turn();
        Assert.Equal([Now, Now], _bench.Taken.Select(one => one.Source.SeenAt));
    }

    [Fact]
    public async Task Long_texts_are_cut_for_the_story_but_not_for_the_keywords()
    {
        _bench.Site.Sends(Rss($"<item><title>{new string('长', 300)}</title><guid>1</guid><description>{new string('文', 5000)}商务</description></item>"));
        await _bench.Turn();
        var (_, story, _) = Assert.Single(_bench.Taken);
        Assert.Equal((200, 2000), (story.Headline.Length, story.Text!.Length));
    }

    [Fact]
    public async Task A_flood_comes_in_by_the_newest_first_and_the_rest_later()
    {
        _bench.Site.Sends(Rss([.. Enumerable.Range(1, 120).Select(i => Item($"{i}", $"商务{i}", Now.AddMinutes(i - 200)))]), etag: "\"7\"");
        await _bench.Turn();
        Assert.Equal(Enumerable.Range(71, 50).Reverse().Select(i => $"商务{i}"), _bench.Taken.Select(one => one.Story.Headline));
        Assert.Null(await State(state => state.ETag));

        await _bench.Turn();
        await _bench.Turn();
        Assert.Equal(120, _bench.Taken.Count);
        Assert.Equal("商务1", _bench.Taken.Last().Story.Headline);
        Assert.Equal("\"7\"", await State(state => state.ETag));
    }

    [Fact]
    public async Task A_feed_that_fails_is_left_alone_for_twice_as_long_each_time_up_to_six_hours()
    {
        _bench.Site.Answers(500);
        foreach (var (failures, minutes) in new[] { (1, 30), (2, 60), (3, 120), (4, 240), (5, 360), (6, 360) })
        {
            await _bench.Turn();
            Assert.Equal((failures, "网站答复500"), await State(state => (state.Failures, state.Fault!)));
            Assert.InRange(await State(state => state.Due) - Now, TimeSpan.FromMinutes(minutes * 0.8), TimeSpan.FromMinutes(minutes));
        }

        _bench.Site.Sends(Rss());
        await _bench.Turn();
        Assert.Equal((0, null, Now.AddMinutes(30)), await State(state => (state.Failures, state.Fault, state.Due)));
    }

    [Theory]
    [InlineData("7200", 120, 120)]
    [InlineData("60", 24, 30)]
    [InlineData("99999999", 1440, 1440)]
    [InlineData("nonsense", 24, 30)]
    public async Task A_site_that_asks_for_peace_gets_it_within_a_day(string asked, int least, int most)
    {
        _bench.Site.Answers(429, asked);
        await _bench.Turn();
        Assert.InRange(await State(state => state.Due) - Now, TimeSpan.FromMinutes(least), TimeSpan.FromMinutes(most));
    }

    [Fact]
    public async Task Broken_xml_is_a_fault_that_is_counted_and_shown()
    {
        _bench.Site.Sends("<rss><channel>");
        await _bench.Turn();
        Assert.Equal((1, "内容不是规范的RSS或Atom", null), await State(state => (state.Failures, state.Fault, state.LastSuccess)));
        var status = Assert.Single(await _bench.Statuses().All(Stop));
        Assert.Equal(("州政府网站", null, "内容不是规范的RSS或Atom", 0L), (status.Name, status.LastSuccess, status.Fault, status.Taken));
        Assert.Equal(TimeSpan.FromHours(8), status.Next!.Value.Offset);
    }

    [Fact]
    public async Task What_could_not_be_recorded_holds_up_nothing_and_comes_again()
    {
        var record = _bench.Take;
        _bench.Take = (who, story, source, stop) => story.Headline == "商务二" ? throw new InvalidOperationException() : record(who, story, source, stop);
        _bench.Site.Sends(Rss(Item("1", "商务一"), Item("2", "商务二"), Item("3", "商务三")), etag: "\"7\"");
        await _bench.Turn();
        Assert.Equal(["商务一", "商务三"], _bench.Taken.Select(one => one.Story.Headline));
        Assert.Equal((1, "有条目没有记下,将自动再试", null, 2L), await State(state => (state.Failures, state.Fault, state.ETag, state.Taken)));

        _bench.Take = record;
        await _bench.Turn();
        Assert.Equal(["商务一", "商务三", "商务二"], _bench.Taken.Select(one => one.Story.Headline));
        Assert.Equal((0, null, "\"7\"", 3L), await State(state => (state.Failures, state.Fault, state.ETag, state.Taken)));
    }

    [Fact]
    public async Task Of_two_processes_one_fetches()
    {
        _bench.Site.Sends(Rss(Item("1", "商务局公告")));
        await _bench.Journal.NoteFeed(_bench.Feed.Url, Now, Stop);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _bench.Visit().Make(_bench.Feed, Stop)));
        Assert.Single(_bench.Site.Asked);
        Assert.Single(_bench.Taken);
    }

    [Fact]
    public async Task A_turn_that_is_stopped_is_given_back()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        _bench.Site.Page = async http =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };
        await _bench.Journal.NoteFeed(_bench.Feed.Url, Now, Stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _bench.Visit().Make(_bench.Feed, cancel.Token));
        Assert.Single(await _bench.Journal.DueFeeds(Now, Stop));
        Assert.Equal(0, await State(state => state.Failures));
    }

    private async Task<T> State<T>(Func<FeedState, T> part) => part(await _bench.State());
}
