using System.Text;
using DisclosureBot.Opinions.Feeds;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Feeds;

/// <summary>Feeds are read in the encoding they are in, whatever they say of it.</summary>
public sealed class FeedEncodingTests
{
    private const string Title = "楚雄州商务局回应冬季蔬菜价格上涨";
    private const string Traditional = "楚雄州商務局回應冬季蔬菜價格";
    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
    private static readonly Encoding Big5 = CodePagesEncodingProvider.Instance.GetEncoding("big5")!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gb2312", null)]
    [InlineData("GBK", null)]
    [InlineData("gb18030", null)]
    [InlineData(null, "gb2312")]
    [InlineData(null, "GBK")]
    [InlineData(null, "gb18030")]
    [InlineData("gbk", "gb2312")]
    [InlineData("utf-8", "gbk")]
    [InlineData("gbk", "utf-8")]
    [InlineData("utf-8", "utf-8")]
    [InlineData("iso-8859-1", null)]
    [InlineData(null, "ISO-8859-1")]
    [InlineData("no-such-encoding", null)]
    [InlineData(null, null)]
    public void Gb18030_is_read_however_it_is_declared(string? charset, string? declared) => Assert.Equal(Title, Read(Gb.GetBytes(Rss(declared, Title)), charset));

    [Theory]
    [InlineData("utf-8", null)]
    [InlineData(null, "utf-8")]
    [InlineData("gb2312", null)]
    [InlineData(null, "gbk")]
    [InlineData("big5", "gbk")]
    [InlineData("iso-8859-1", "us-ascii")]
    [InlineData(null, null)]
    public void Utf8_is_read_however_it_is_declared(string? charset, string? declared) => Assert.Equal(Title, Read(Encoding.UTF8.GetBytes(Rss(declared, Title)), charset));

    [Theory]
    [InlineData("big5", null)]
    [InlineData(null, "Big5")]
    public void Big5_is_read_where_it_is_declared(string? charset, string? declared) => Assert.Equal(Traditional, Read(Big5.GetBytes(Rss(declared, Traditional)), charset));

    [Theory]
    [InlineData(false, true, "utf-16")]
    [InlineData(true, true, "utf-16")]
    [InlineData(false, false, "utf-16")]
    [InlineData(true, false, null)]
    [InlineData(false, true, "utf-8")]
    public void Utf16_is_read_with_and_without_its_mark(bool bigEndian, bool hasMark, string? declared)
    {
        var encoding = new UnicodeEncoding(bigEndian, hasMark);
        Assert.Equal(Title, Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Rss(declared, Title))], "utf-8"));
    }

    [Fact]
    public void A_mark_counts_for_more_than_any_declaration() =>
        Assert.Equal(Title, Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Rss("gb2312", Title))], "gbk"));

    [Fact]
    public void Rare_characters_of_four_bytes_are_read() => Assert.Equal("㙓鿏𠀀乡镇通知", Read(Gb.GetBytes(Rss("gb2312", "㙓鿏𠀀乡镇通知")), null));

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData(null, "gbk")]
    [InlineData(null, null)]
    public void Half_a_character_is_dropped_and_the_rest_is_read(string? charset, string? declared)
    {
        var (begin, end) = Rss(declared, "标题|").Split('|') switch { [var first, var last] => (first, last), _ => throw new InvalidOperationException() };
        var (utf8, gb) = (Encoding.UTF8.GetBytes("楚雄州商务局的答"), Gb.GetBytes("楚雄州商务局的答"));
        Assert.Equal("标题楚雄州商务局的", Read([.. Encoding.UTF8.GetBytes(begin), .. utf8[..^1], .. Encoding.UTF8.GetBytes(end)], charset));
        if (declared == "gbk") Assert.StartsWith("标题楚雄州商务局的", Read([.. Gb.GetBytes(begin), .. gb[..^1], .. Gb.GetBytes(' ' + end)], charset), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_in_no_encoding_is_a_fault_and_never_gibberish()
    {
        byte[] noise = [.. Encoding.ASCII.GetBytes("<rss version=\"2.0\"><channel><item><title>"), .. Enumerable.Repeat((byte)0xFF, 200)];
        Assert.Equal(FeedFault.Undecodable, Assert.Throws<FeedException>(() => Read(noise, "utf-8")).Fault);
    }

    private static string Read(byte[] body, string? charset) =>
        Assert.Single(FeedReader.Read(new FeedAnswer(body, charset, new Uri("http://feeds.example/rss"), null, null), Stop)).Title;

    private static string Rss(string? declared, string title) =>
        $"""{(declared is null ? "" : $"<?xml version=\"1.0\" encoding=\"{declared}\"?>")}<rss version="2.0"><channel><title>x</title><link>http://feeds.example/</link><description>x</description><item><title>{title}</title><guid>1</guid></item></channel></rss>""";
}
