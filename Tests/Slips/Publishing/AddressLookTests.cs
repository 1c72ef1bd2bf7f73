using System.Net;
using System.Text;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace DisclosureBot.Tests.Slips.Publishing;

/// <summary>A real site on a real socket, looked at as the public's would be.</summary>
public sealed class AddressLookTests : IAsyncLifetime
{
    private const string Title = "关于做好冬季保供工作的通知";
    private static readonly AddressWords Wanted = new(Title, "楚商发〔2026〕58号");
    private readonly FakeTimeProvider _clock = new();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication _site = null!;
    private string _root = "";

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _site = builder.Build();
        var page = $"<html><head><title>楚雄州商务局</title></head><body><h1>关于做好\r\n  <b>冬季</b>保供工作&#30340;通知</h1><p>楚商发[2026]58号</p></body></html>";
        _site.MapGet("/found", () => Results.Text(page, "text/html", Encoding.UTF8));
        _site.MapGet("/wrong", () => Results.Text($"<script>var title = '{Title}';</script><!-- {Title} --><p>楚商发〔2026〕58号</p>", "text/html", Encoding.UTF8));
        _site.MapGet("/nonumber", () => Results.Text($"<p>{Title}</p>", "text/html", Encoding.UTF8));
        _site.MapGet("/neither", () => Results.Text("<p>首页</p>", "text/html", Encoding.UTF8));
        var chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        _site.MapGet("/gbk-header", () => Results.Bytes(chinese.GetBytes(page), "text/html; charset=gbk"));
        _site.MapGet("/gbk-meta", () => Results.Bytes(chinese.GetBytes("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\">" + page), "text/html"));
        _site.MapGet("/hop", (int left) => Results.Redirect(left == 0 ? "/found" : $"/hop?left={left - 1}"));
        _site.MapGet("/inside", () => Results.Redirect("http://10.0.0.1/found"));
        _site.MapGet("/metadata", () => Results.Redirect("http://169.254.169.254/latest"));
        _site.MapGet("/file", () => Results.Redirect("file:///etc/passwd"));
        _site.MapGet("/endless", Endless);
        _site.MapGet("/slow", async (HttpContext http) =>
        {
            _asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        await _site.StartAsync(TestContext.Current.CancellationToken);
        _root = _site.Urls.Single();
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("/found")]
    [InlineData("/gbk-header")]
    [InlineData("/gbk-meta")]
    [InlineData("/hop?left=2")]
    public async Task Title_and_number_are_found_however_the_page_spells_them(string path) => Assert.Equal((AddressCheck.Found, null), await Look(path));

    [Theory]
    [InlineData("/wrong", "没有找到标题")]
    [InlineData("/nonumber", "没有找到文号")]
    [InlineData("/neither", "没有找到标题和文号")]
    public async Task What_a_page_lacks_is_named(string path, string note)
    {
        var (check, said) = await Look(path);
        Assert.Equal(AddressCheck.Missing, check);
        Assert.Contains(note, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/gone", "404")]
    [InlineData("/hop?left=3", "转址超过3次")]
    [InlineData("/inside", "不在互联网上")]
    [InlineData("/metadata", "不在互联网上")]
    [InlineData("/file", "不是网址")]
    [InlineData("/endless", "超过2MB")]
    public async Task Why_a_page_was_not_read_is_said_in_plain_words(string path, string note)
    {
        var (check, said) = await Look(path);
        Assert.Equal(AddressCheck.Unreachable, check);
        Assert.Contains(note, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_seconds_are_long_enough()
    {
        var looking = Look("/slow");
        await _asked.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(looking.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((AddressCheck.Unreachable, "10秒内没有打开"), await looking);
    }

    [Fact]
    public async Task Without_leave_nothing_on_this_machine_is_looked_at()
    {
        using var look = new AddressLook(PublicHosts.MayReach, _clock);
        foreach (var host in new[] { _root, _root.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), "http://[::1]", "http://[::ffff:10.0.0.1]" })
            Assert.Equal((AddressCheck.Unreachable, "地址不在互联网上,不作核对"), await look.At(host + "/found", Wanted, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2400:3200::1", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:0a00:0001::1", false)]
    [InlineData("::ffff:192.168.1.1", false)]
    public void Which_addresses_are_the_publics(string address, bool isPublic)
    {
        Assert.Equal(isPublic, PublicHosts.IsPublic(IPAddress.Parse(address)));
        Assert.False(PublicHosts.MayReach(new IPEndPoint(IPAddress.Parse(address), 22)));
    }

    /// <summary>Only this site of ours stands for the public's.</summary>
    private async Task<(AddressCheck, string?)> Look(string path)
    {
        var port = new Uri(_root).Port;
        using var look = new AddressLook(end => (IPAddress.IsLoopback(end.Address) && end.Port == port) || PublicHosts.MayReach(end), _clock);
        return await look.At(_root + path, Wanted, TestContext.Current.CancellationToken);
    }

    private static async Task Endless(HttpContext http)
    {
        var part = new byte[64 * 1024];
        while (!http.RequestAborted.IsCancellationRequested) await http.Response.Body.WriteAsync(part, CancellationToken.None);
    }
}
