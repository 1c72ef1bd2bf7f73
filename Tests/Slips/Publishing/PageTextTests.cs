using System.Text;
using DisclosureBot.Slips.Publishing;
using Xunit;

namespace DisclosureBot.Tests.Slips.Publishing;

/// <summary>What people see of a page is found, and what it costs to find grows with the page alone.</summary>
public sealed class PageTextTests
{
    private const int Largest = 2 * 1024 * 1024;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("<p>关于<b>印发</b>&#x65B9;案</p>", true)]
    [InlineData("关于印发<br>方案", true)]
    [InlineData("<!-- 关于印发方案 -->", false)]
    [InlineData("<SCRIPT>var a = '关于印发方案'</Script >", false)]
    [InlineData("<style type='x'>关于印发方案</style>关于", false)]
    [InlineData("<scripture>关于印发方案</scripture>", true)]
    [InlineData("<!-- 不完 <p>关于印发方案</p>", true)]
    [InlineData("<script>不完 <p>关于印发方案</p>", true)]
    [InlineData("<script>x</script>关于<style>y</style>印发<!-- z -->方案", true)]
    [InlineData("3 < 4 关于印发方案", true)]
    public void Only_what_is_shown_counts(string page, bool has) =>
        Assert.Equal(has ? null : "网页中没有找到标题", PageText.Of(Encoding.UTF8.GetBytes(page), "utf-8", Stop).Lacks(new("关于印发方案", null)));

    [Theory]
    [InlineData("<script><style><!---->")]
    [InlineData("<script")]
    [InlineData("<script>")]
    [InlineData("<style></script")]
    [InlineData("<!--")]
    [InlineData("<!-->")]
    [InlineData("<")]
    [InlineData("<script></script>")]
    [InlineData("</script<script>")]
    public void The_worst_page_is_looked_at_a_few_times_over_and_no_more(string repeated)
    {
        var page = string.Concat(Enumerable.Repeat(repeated, Largest / repeated.Length));
        Assert.InRange(PageText.Of(Encoding.ASCII.GetBytes(page), "utf-8", Stop).Steps, page.Length / 8, page.Length * 24L);
        Assert.InRange(PageText.Of(Encoding.ASCII.GetBytes(page + "</script"), "utf-8", Stop).Steps, page.Length / 8, page.Length * 24L);
    }

    [Fact]
    public void Reading_can_be_ended() => Assert.ThrowsAny<OperationCanceledException>(() =>
        PageText.Of(Encoding.ASCII.GetBytes(new string('<', 500_000)), "utf-8", new CancellationToken(canceled: true)));
}
