using DisclosureBot.Opinions.Feeds;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;
using static DisclosureBot.Tests.Opinions.Feeds.FeedBench;

namespace DisclosureBot.Tests.Opinions.Feeds;

/// <summary>The watch gives every feed its turn by the bureau's clock.</summary>
public sealed class FeedWatchTests : IAsyncLifetime
{
    private FeedBench _bench = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bench = await FeedBench.Start();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task A_feed_has_its_turn_at_the_start_and_whenever_it_is_due()
    {
        _bench.Site.Sends(Rss(Item("1", "商务局公告")));
        using var watch = _bench.Watch();
        await watch.StartAsync(Stop);
        await Idle(watch);
        Assert.Single(_bench.Site.Asked);

        _bench.Clock.Advance(TimeSpan.FromMinutes(29));
        await Idle(watch);
        Assert.Single(_bench.Site.Asked);

        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await Idle(watch);
        Assert.Equal(2, _bench.Site.Asked.Count);
        await watch.StopAsync(Stop);
    }

    [Fact]
    public async Task Two_watches_on_one_journal_fetch_each_turn_once_and_a_restart_hurries_nothing()
    {
        _bench.Site.Sends(Rss(Item("1", "商务局公告")));
        using (FeedWatch one = _bench.Watch(), two = _bench.Watch())
        {
            await Task.WhenAll(one.StartAsync(Stop), two.StartAsync(Stop));
            await Idle(one);
            await Idle(two);
            _bench.Clock.Advance(TimeSpan.FromMinutes(30));
            two.Wake();
            await Idle(one);
            await Idle(two);
            Assert.Equal(2, _bench.Site.Asked.Count);
            await Task.WhenAll(one.StopAsync(Stop), two.StopAsync(Stop));
        }

        using var again = _bench.Watch();
        await again.StartAsync(Stop);
        await Idle(again);
        Assert.Equal(2, _bench.Site.Asked.Count);
        Assert.Single(_bench.Taken);
        await again.StopAsync(Stop);
    }

    [Fact]
    public async Task Before_the_watch_begins_the_status_says_so()
    {
        Assert.Equal([new FeedStatus("州政府网站", null, null, null, 0)], await _bench.Statuses().All(Stop));
    }

    [Theory]
    [InlineData("Development", "true", true)]
    [InlineData("Development", null, false)]
    [InlineData("Production", "true", false)]
    public async Task Only_a_developers_machine_that_asks_for_it_fetches_from_itself(string environment, string? allowed, bool isFetched)
    {
        _bench.Site.Sends(Rss());
        var services = new ServiceCollection()
            .AddSingleton<IHostEnvironment>(new Surroundings(environment))
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Opinion:AllowLocalFeeds", allowed)]).Build())
            .AddSingleton<TimeProvider>(_bench.Clock);
        await using var provider = services.BuildServiceProvider();
        using var fetch = FeedFetch.From(provider);
        if (isFetched) Assert.NotNull(await fetch.Get(_bench.Site.Url, null, null, Stop));
        else Assert.Equal(FeedFault.NotPublic, (await Assert.ThrowsAsync<FeedException>(() => fetch.Get(_bench.Site.Url, null, null, Stop))).Fault);
    }

    private static async Task Idle(FeedWatch watch)
    {
        do
        {
            watch.Wake();
            await Task.Delay(20, Stop);
        }
        while (!await watch.IsIdle(Stop));
    }

    private sealed class Surroundings(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;
        public string ApplicationName { get; set; } = "";
        public string ContentRootPath { get; set; } = "";
        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
    }
}
