using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Tests.Opinions.Webhook;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Matching;

/// <summary>What feeds and vendors bring, on the way into the journal: one story, one item, each sighting once.</summary>
public sealed class CollectingTests : IAsyncLifetime
{
    private static readonly Who Feed = new("feed:test", "测试源(演示)");
    private HookHost _host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await HookHost.Start();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_sighting_is_recorded_once()
    {
        Assert.True(await Take("1", "武定县狮山镇百佳超市起火"));
        Assert.False(await Take("1", "武定县狮山镇百佳超市起火"));
        Assert.True(await Take("2", "武定县狮山镇百佳超市发生火灾"));
        Assert.False(await Take("2", "武定县狮山镇百佳超市发生火灾"));
        Assert.Equal(["1", "2"], Assert.Single(await Items()).Sources.Select(source => source.Key));
    }

    [Fact]
    public async Task Many_tellings_of_one_story_at_once_become_one_item()
    {
        var told = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Take($"{i}", i % 2 == 0 ? "武定县狮山镇百佳超市起火" : "武定县狮山镇百佳超市发生火灾")));
        Assert.All(told, Assert.True);
        Assert.Equal(30, Assert.Single(await Items()).Sources.Count);
    }

    [Fact]
    public async Task Two_events_with_alike_headlines_stay_two()
    {
        await Take("1", "武定县狮山镇百佳超市起火");
        await Take("2", "元谋县元马镇百佳超市起火");
        Assert.Equal(2, (await Items()).Count);
    }

    [Fact]
    public async Task A_story_told_again_after_its_item_has_ended_is_a_new_item_that_says_so()
    {
        await Take("1", "武定县狮山镇百佳超市起火");
        await _host.Close((await Items())[0].Id);

        Assert.True(await Take("2", "武定县狮山镇百佳超市发生火灾"));

        var items = await Items();
        Assert.Equal(2, items.Count);
        Assert.Equal("与已结束的舆情 舆2026-0001 可能相同。", items[1].Story.Text);
        Assert.True(await Take("3", "武定县狮山镇百佳超市火灾"));
        Assert.Equal(2, (await Items())[1].Sources.Count);
    }

    [Theory]
    [InlineData("楚雄某超市٣٤日起火")]
    [InlineData("楚雄某超市起火,受伤٣٤人")]
    [InlineData("楚雄某超市起火,损失٣٫٤万元,第௧௨期通报")]
    public async Task Digits_of_other_scripts_are_no_numbers_and_stop_nothing(string headline)
    {
        Assert.True(await Take("1", headline));
        Assert.Equal(headline, Assert.Single(await Items()).Story.Headline);
    }

    [Fact]
    public async Task A_story_told_without_end_leaves_the_item_small()
    {
        for (var i = 1; i <= OpinionItem.MostSources + 20; i++) Assert.True(await Take($"{i}", "武定县狮山镇百佳超市起火"));
        var item = Assert.Single(await Items());
        Assert.Equal((OpinionItem.MostSources, 20), (item.Sources.Count, item.OlderSources));
        Assert.False(await Take("5", "武定县狮山镇百佳超市起火"));
        Assert.Equal(OpinionItem.MostSources + 20, (await _host.Journal.Events(item.Id, Stop)).Count);
    }

    private Task<bool> Take(string key, string headline)
    {
        var now = _host.Clock.GetUtcNow();
        return _host.Collecting.Take(Feed, new Story(headline, null, null, null, now), new OpinionSource(key, "微博", headline, null, now), Stop);
    }

    private async Task<IReadOnlyList<OpinionItem>> Items() => [.. (await _host.Journal.CasesOf("opinion", Stop)).Select(stored => _host.Items.Read(stored)!)];
}
