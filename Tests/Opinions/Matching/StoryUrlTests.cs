using DisclosureBot.Opinions.Matching;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Matching;

/// <summary>One page under many addresses is one page, and two pages stay two.</summary>
public sealed class StoryUrlTests
{
    [Theory]
    [InlineData("https://www.example.com/a/1.html")]
    [InlineData("http://example.com/a/1.html")]
    [InlineData("https://m.example.com:443/a/1.html")]
    [InlineData("http://WWW.EXAMPLE.com:80/a/1.html#top")]
    [InlineData("https://example.com/a/1.html?utm_source=app&utm_medium=x&from=timeline&spm=1.2.3")]
    [InlineData(" https://example.com/a/1.html/?share_token=abc ")]
    public void Ways_to_one_page_are_one(string url) => Assert.Equal("example.com/a/1.html", StoryUrl.Canonical(url));

    [Theory]
    [InlineData("https://example.com/A/1.html", "https://example.com/a/1.html")]
    [InlineData("https://example.com/a?id=1", "https://example.com/a?id=2")]
    [InlineData("https://news.example.com/a", "https://example.com/a")]
    [InlineData("https://example.com:8080/a", "https://example.com/a")]
    public void Two_pages_stay_two(string one, string other) => Assert.NotEqual(StoryUrl.Canonical(one), StoryUrl.Canonical(other));

    [Fact]
    public void The_order_of_a_query_says_nothing() => Assert.Equal(StoryUrl.Canonical("https://example.com/a?b=2&a=1"), StoryUrl.Canonical("https://example.com/a?a=1&b=2"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no address")]
    [InlineData("ftp://example.com/a")]
    [InlineData("https://www.example.com/")]
    [InlineData("https://www.example.com/index.html")]
    public void What_is_no_page_of_its_own_has_none(string? url) => Assert.Null(StoryUrl.Canonical(url));
}
