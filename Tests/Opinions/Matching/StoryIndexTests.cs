using DisclosureBot.Bureau;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Opinions.Matching;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Matching;

/// <summary>Which items a telling finds: open ones, those at their end for a week, never drills or what was merged.</summary>
public sealed class StoryIndexTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly Who Someone = new("luoqing", "罗清(演示)");
    private readonly FakeTimeProvider _clock = new(Morning);
    private readonly StoryIndex _index;

    public StoryIndexTests() => _index = new(new OpinionCase(new Roster("b", "局", "t", [])), _clock);

    [Fact]
    public void An_open_item_is_found_by_other_words()
    {
        var item = Known(1, "武定县狮山镇百佳超市起火");
        Assert.Equal([(item.Id, item.Number, true)], Same("武定县狮山镇百佳超市发生火灾_新浪网"));
    }

    [Fact]
    public void An_item_at_its_end_is_found_for_a_week_and_after_the_open_ones()
    {
        var item = Known(1, "武定县狮山镇百佳超市起火");
        var closed = OpinionItem.Evolve(item, new HandlingEvent.Closed(Someone, Morning, "已扑灭"));
        _index.Heard(closed);
        Assert.Equal([(item.Id, item.Number, false)], Same("武定县狮山镇百佳超市发生火灾"));

        var open = Known(2, "武定县狮山镇百佳超市火灾");
        Assert.Equal([open.Id, item.Id], Same("武定县狮山镇百佳超市发生火灾").Select(found => found.Id));

        _clock.Advance(TimeSpan.FromDays(8));
        _index.Heard(closed);
        Assert.Equal([open.Id], Same("武定县狮山镇百佳超市发生火灾").Select(found => found.Id));
    }

    [Fact]
    public void What_was_merged_is_told_on_by_the_other_item()
    {
        var item = Known(1, "武定县狮山镇百佳超市起火");
        _index.Heard(OpinionItem.Evolve(item, new IntakeEvent.Merged(Someone, Morning, "opinion-2026-0000002", "舆2026-0002")));
        Assert.Empty(Same("武定县狮山镇百佳超市发生火灾"));
    }

    [Fact]
    public void Drills_are_never_found()
    {
        _index.Heard(StoryTrial.Reported(1, Story("武定县狮山镇百佳超市起火"), Source("武定县狮山镇百佳超市起火"), new Drill(60)));
        Assert.Empty(Same("武定县狮山镇百佳超市起火"));
    }

    [Fact]
    public void A_telling_that_fits_two_different_events_fits_none()
    {
        Known(1, "武定县狮山镇鑫源超市起火");
        Known(2, "武定县狮山镇百佳超市起火");
        Assert.Empty(Same("武定县狮山镇超市起火"));
    }

    [Fact]
    public void A_further_source_is_found_by_too()
    {
        var item = Known(1, "武定县狮山镇百佳超市起火");
        var source = Source("百佳超市火灾最新情况") with { Url = "https://example.com/a/9" };
        _index.Heard(OpinionItem.Evolve(item, new IntakeEvent.SourceAdded(Someone, Morning, source)));
        Assert.Single(_index.Same(Story("现场视频"), Source("现场视频") with { Url = "http://m.example.com/a/9?from=app" }));
    }

    [Fact]
    public void People_are_shown_at_most_three_open_items_that_are_near_and_never_the_item_itself()
    {
        var item = Known(1, "楚雄市鹿城镇百佳超市起火三人受伤");
        foreach (var (number, town) in new[] { (2, "东瓜镇"), (3, "吕合镇"), (4, "紫溪镇"), (5, "苍岭镇") }) Known(number, $"楚雄市{town}百佳超市起火三人受伤");
        Known(6, "建议在彝绣集市增设快递代收点");

        var near = _index.Near(item);

        Assert.Equal(3, near.Count);
        Assert.DoesNotContain(near, found => found.Id == item.Id || found.Number == "舆2026-0006");
    }

    [Fact]
    public void Of_too_many_items_the_oldest_at_their_end_are_forgotten_first()
    {
        var first = Known(1, "武定县狮山镇百佳超市起火");
        _index.Heard(OpinionItem.Evolve(first, new HandlingEvent.Closed(Someone, Morning, "已扑灭")));
        for (var n = 2; n <= 5001; n++) Known(n, $"第{n}条");
        Assert.Empty(Same("武定县狮山镇百佳超市起火"));
    }

    private OpinionItem Known(int number, string headline)
    {
        var item = StoryTrial.Reported(number, Story(headline), Source(headline));
        _index.Heard(item);
        return item;
    }

    private IReadOnlyList<(string Id, string Number, bool Open)> Same(string headline) => _index.Same(Story(headline), Source(headline));

    private static Story Story(string headline) => new(headline, null, null, null, Morning);

    private static OpinionSource Source(string headline) => new($"key:{headline}", "微博", headline, null, Morning);
}
