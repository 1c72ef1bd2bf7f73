using System.Globalization;
using System.Text;
using DisclosureBot.Opinions.Feeds;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Feeds;

/// <summary>What entries a feed's XML holds, and that no XML can do harm.</summary>
public sealed class FeedReaderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Rss_is_read_as_plain_text()
    {
        var entry = Assert.Single(Read(Rss("""
            <item>
              <title>菜价 &amp;quot;涨了&amp;quot;</title><link>https://news.example/1?a=1&amp;b=2</link><guid isPermaLink="false">n-1</guid>
              <description><![CDATA[<p>市民<b>反映</b>&nbsp;菜价<br/>上涨</p><script>alert(1)</script><img src="x" onerror="y">]]></description>
              <pubDate>Mon, 23 Nov 2026 01:00:00 GMT</pubDate>
            </item>
            """)));
        Assert.Equal(new FeedEntry("n-1", "菜价 \"涨了\"", "市民反映 菜价上涨", "https://news.example/1?a=1&b=2", At("2026-11-23T09:00+08:00")), entry);
    }

    [Fact]
    public void Atom_is_read_with_relative_addresses()
    {
        var entry = Assert.Single(Read("""
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><id>urn:x</id><updated>2026-11-23T01:00:00Z</updated>
              <entry><title type="html">&lt;b&gt;停水&lt;/b&gt;通知</title><id>urn:1</id><link href="/n/1"/><updated>2026-11-23T02:00:00Z</updated>
                <content type="html">&lt;p&gt;城区停水&lt;/p&gt;</content></entry>
            </feed>
            """));
        Assert.Equal(new FeedEntry("urn:1", "停水通知", "城区停水", "http://feeds.example/n/1", At("2026-11-23T10:00+08:00")), entry);
    }

    [Fact]
    public void The_old_form_is_read_too()
    {
        var entry = Assert.Single(Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="http://feeds.example/"><title>x</title></channel>
              <item rdf:about="http://news.example/1"><title>停电</title><link>http://news.example/1</link><description>城区</description><dc:date>2026-11-23T09:00:00+08:00</dc:date></item>
            </rdf:RDF>
            """));
        Assert.Equal(new FeedEntry("http://news.example/1", "停电", "城区", "http://news.example/1", At("2026-11-23T09:00+08:00")), entry);
    }

    [Theory]
    [InlineData("<pubDate>2026-11-23 09:00:00</pubDate>")]
    [InlineData("<pubDate>2026/11/23 9:00</pubDate>")]
    [InlineData("<pubDate>Mon, 23 Nov 2026 09:00:00 +0800</pubDate>")]
    [InlineData("<pubDate>Fri, 23 Nov 2026 09:00:00 +0800</pubDate>")]
    [InlineData("<pubDate>星期一, 23 Nov 2026 09:00:00 CST</pubDate>")]
    [InlineData("<pubDate>2026-11-23T01:00:00Z</pubDate>")]
    [InlineData("<dc:date xmlns:dc=\"http://purl.org/dc/elements/1.1/\">2026-11-23T09:00:00+08:00</dc:date>")]
    public void Dates_are_read_as_feeds_write_them(string date) => Assert.Equal(At("2026-11-23T09:00+08:00"), Assert.Single(Read(Rss($"<item><title>x</title>{date}</item>"))).Published);

    [Theory]
    [InlineData("")]
    [InlineData("<pubDate></pubDate>")]
    [InlineData("<pubDate>昨天</pubDate>")]
    [InlineData("<pubDate>0001-01-01</pubDate>")]
    [InlineData("<pubDate>99999999999999999999</pubDate>")]
    public void A_date_that_cannot_be_read_costs_nothing_but_itself(string date) => Assert.Null(Assert.Single(Read(Rss($"<item><title>x</title>{date}</item>"))).Published);

    [Theory]
    [InlineData("<link>javascript:alert(1)</link>")]
    [InlineData("<link>http://</link>")]
    [InlineData("<link>http://a:b@news.example/</link>")]
    [InlineData("<link>http://[</link>")]
    [InlineData("")]
    public void An_address_that_is_none_is_left_out(string link) => Assert.Null(Assert.Single(Read(Rss($"<item><title>x</title>{link}<guid isPermaLink=\"false\">1</guid></item>"))).Url);

    [Fact]
    public void An_entry_without_an_id_is_known_by_its_address_or_by_title_and_date()
    {
        var entries = Read(Rss("""
            <item><title>a</title><link>http://news.example/1</link></item>
            <item><title>b</title><pubDate>2026-11-23</pubDate></item><item><title>b</title><pubDate>2026-11-24</pubDate></item>
            """));
        Assert.Equal("http://news.example/1", entries[0].Id);
        Assert.NotEqual(entries[1].Id, entries[2].Id);
        Assert.NotEqual(entries[0].Key("http://a.example/"), entries[0].Key("http://b.example/"));
        Assert.Matches("^feed:[0-9a-f]{64}$", entries[0].Key("http://a.example/"));
    }

    [Fact]
    public void Without_a_title_the_text_stands_for_it_and_without_either_there_is_no_entry()
    {
        var entry = Assert.Single(Read(Rss("<item><description>只有正文</description></item><item><guid>9</guid></item>")));
        Assert.Equal("只有正文", entry.Title);
    }

    [Fact]
    public void What_xml_forbids_is_dropped_and_html_entities_are_understood()
    {
        var entry = Assert.Single(Read("\uFEFF\r\n " + Rss("<item><title>菜\u0001价\u000B&nbsp;上涨&mdash;&#x1;回应</title></item>")));
        Assert.Equal("菜价 上涨—回应", entry.Title.Replace("— ", "—", StringComparison.Ordinal));
    }

    [Fact]
    public void A_huge_title_is_read_without_harm() =>
        Assert.Equal(500_000, Assert.Single(Read(Rss($"<item><title>{new string('涨', 500_000)}</title></item>"))).Title.Length);

    [Theory]
    [InlineData("""<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;"><!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;">]><rss version="2.0"><channel><item><title>&lol3;</title></item></channel></rss>""")]
    [InlineData("""<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>&file;</title></item></channel></rss>""")]
    [InlineData("""<!DOCTYPE x [<!ENTITY % out SYSTEM "http://10.0.0.1/x.dtd"> %out;]><rss version="2.0"><channel/></rss>""")]
    [InlineData("""<!DOCTYPE rss SYSTEM "http://10.0.0.1/rss.dtd"><rss version="2.0"><channel/></rss>""")]
    [InlineData("""<rss version="2.0"><channel><item><title>&unknown;</title></item></channel></rss>""")]
    [InlineData("""<rss version="2.0"><channel><item><title>没有完""")]
    [InlineData("""<rss version="2.0"><channel><item><title></item></channel></rss>""")]
    [InlineData("<html><body>请登录</body></html>")]
    [InlineData("{\"not\":\"xml\"}")]
    [InlineData("")]
    public void Harmful_and_broken_xml_is_a_fault(string text) => Assert.Equal(FeedFault.NotAFeed, Assert.Throws<FeedException>(() => Read(text)).Fault);

    [Fact]
    public void What_is_nested_without_end_is_a_fault()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));
        Assert.Equal(FeedFault.NotAFeed, Assert.Throws<FeedException>(() => Read(Rss($"<item>{deep}</item>"))).Fault);
    }

    [Fact]
    public void Thousands_of_entries_are_read_and_more_than_anybody_reads_are_not()
    {
        Assert.Equal(5000, Read(Rss(string.Concat(Enumerable.Range(0, 5000).Select(i => $"<item><title>{i}</title></item>")))).Count);
        Assert.Equal(FeedFault.TooManyEntries, Assert.Throws<FeedException>(() => Read(Rss(string.Concat(Enumerable.Repeat("<item/>", 5001))))).Fault);
    }

    private static IReadOnlyList<FeedEntry> Read(string text) =>
        FeedReader.Read(new FeedAnswer(Encoding.UTF8.GetBytes(text), "utf-8", new Uri("http://feeds.example/rss"), null, null), Stop);

    private static string Rss(string items) => $"""<rss version="2.0"><channel><title>x</title><link>http://feeds.example/</link><description>x</description>{items}</channel></rss>""";

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
