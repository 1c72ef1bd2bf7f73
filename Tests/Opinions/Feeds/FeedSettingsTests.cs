using DisclosureBot.Opinions.Feeds;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Feeds;

/// <summary>Which feeds can be set, what their keywords take in, and what a wrong setting is told at the start.</summary>
public sealed class FeedSettingsTests
{
    [Fact]
    public void Without_any_setting_there_are_no_feeds() => Assert.Empty(FeedSettings.Read(new ConfigurationBuilder().Build()).Feeds);

    [Fact]
    public void Every_setting_is_read()
    {
        var feed = Assert.Single(Read(("0:EveryMinutes", "5"), ("0:Except:0", "招聘")).Feeds);
        Assert.Equal(("州政府网站", "https://www.cxz.example/rss.xml", TimeSpan.FromMinutes(5)), (feed.Name, feed.Url, feed.Every));
        Assert.Equal(new Who("feed:州政府网站", "州政府网站"), feed.Reporter);
        Assert.True(feed.Rules.Take("商务局公告", ""));
        Assert.False(feed.Rules.Take("商务局公告", "招聘启事"));
        Assert.Equal(TimeSpan.FromMinutes(30), Assert.Single(Read().Feeds).Every);
    }

    [Theory]
    [InlineData("0:Name", "", "Opinion:Feeds:0:Name")]
    [InlineData("0:Name", " ", "Opinion:Feeds:0:Name")]
    [InlineData("0:Name", "一个非常非常非常非常非常非常非常非常非常非常非常非常非常非常非常非常非常非常非常长的名称", "Opinion:Feeds:0:Name")]
    [InlineData("0:Url", "", "Opinion:Feeds:0:Url")]
    [InlineData("0:Url", "/rss.xml", "Opinion:Feeds:0:Url")]
    [InlineData("0:Url", "ftp://www.cxz.example/rss.xml", "Opinion:Feeds:0:Url")]
    [InlineData("0:Url", "file:///etc/passwd", "Opinion:Feeds:0:Url")]
    [InlineData("0:Url", "https://me:secret@www.cxz.example/rss.xml", "Opinion:Feeds:0:Url")]
    [InlineData("0:EveryMinutes", "4", "Opinion:Feeds:0:EveryMinutes")]
    [InlineData("0:EveryMinutes", "1441", "Opinion:Feeds:0:EveryMinutes")]
    [InlineData("0:EveryMinutes", "often", "Opinion:Feeds:0:EveryMinutes")]
    [InlineData("0:Keywords:0", "", "Opinion:Feeds:0:Keywords")]
    [InlineData("0:Keywords:0", "楚雄+", "Opinion:Feeds:0:Keywords")]
    [InlineData("0:Except:0", "+", "Opinion:Feeds:0:Except")]
    [InlineData("0:Keyword:0", "商务", "Opinion:Feeds:0:Keyword is not a setting")]
    public void A_wrong_value_stops_the_start_and_is_named(string key, string value, string named) =>
        Assert.Contains(named, Assert.Throws<InvalidOperationException>(() => Read((key, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Without_keywords_a_feed_is_refused()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => FeedSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(
            [new("Opinion:Feeds:0:Name", "a"), new("Opinion:Feeds:0:Url", "https://a.example/")]).Build()));
        Assert.Contains("would take in everything", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("州政府网站", "https://other.example/rss.xml", "Name")]
    [InlineData("另一个", "https://www.cxz.example/rss.xml", "Url")]
    public void Two_feeds_share_neither_name_nor_address(string name, string url, string key) => Assert.Contains(
        $"two feeds have the {key}",
        Assert.Throws<InvalidOperationException>(() => Read(("1:Name", name), ("1:Url", url), ("1:Keywords:0", "商务"))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("楚雄", "楚雄州商务局", "", true)]
    [InlineData("楚雄", "", "来自楚雄的消息", true)]
    [InlineData("楚雄", "昆明", "大理", false)]
    [InlineData("楚雄+促销", "楚雄商圈", "年末促销", true)]
    [InlineData("楚雄+促销", "楚雄商圈", "年末", false)]
    [InlineData("楚雄 + 促销", "促销在楚雄", "", true)]
    [InlineData("gdp", "楚雄GDP公布", "", true)]
    [InlineData("GDP", "楚雄gdp公布", "", true)]
    [InlineData("12345+热线", "12345热线", "", true)]
    [InlineData("楚雄", "楚\u200B雄", "", true)]
    public void Keywords_take_in_what_bears_all_words_of_a_rule(string rule, string title, string text, bool isTaken) =>
        Assert.Equal(isTaken, new FeedRules(FeedRules.Parse([rule])!, []).Take(title, text));

    [Fact]
    public void Width_of_letters_does_not_matter()
    {
        static string Wide(string text) => string.Concat(text.Select(letter => letter is > ' ' and <= '~' ? (char)(letter + 0xFEE0) : letter));
        Assert.True(new FeedRules(FeedRules.Parse([Wide("gdp+2026")])!, []).Take("2026年GDP", ""));
        Assert.True(new FeedRules(FeedRules.Parse(["GDP"])!, []).Take(Wide("gdp"), ""));
    }

    [Fact]
    public void An_exception_drops_what_a_keyword_took_in()
    {
        var rules = new FeedRules(FeedRules.Parse(["楚雄", "商务"])!, FeedRules.Parse(["招聘", "彩票+开奖"])!);
        Assert.True(rules.Take("楚雄彩票", ""));
        Assert.False(rules.Take("楚雄彩票", "今日开奖"));
        Assert.False(rules.Take("商务局招聘", ""));
    }

    private static FeedSettings Read(params (string Key, string Value)[] values)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Opinion:Feeds:0:Name"] = "州政府网站",
            ["Opinion:Feeds:0:Url"] = "https://www.cxz.example/rss.xml",
            ["Opinion:Feeds:0:Keywords:0"] = "商务",
        };
        foreach (var (key, value) in values) all[$"Opinion:Feeds:{key}"] = value;
        return FeedSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
    }
}
