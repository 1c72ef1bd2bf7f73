using DisclosureBot.Channel;
using DisclosureBot.Tests.Support;
using DisclosureBot.Web;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace DisclosureBot.Tests.Channel;

/// <summary>Fetching a file from a host that means well, and from hosts that do not.</summary>
public sealed class FileDownloadTests : IAsyncLifetime
{
    private static readonly byte[] Some = [.. Enumerable.Range(0, 100_000).Select(i => (byte)i)];
    private readonly FileHosts _hosts = new([], loopbackAllowed: true);
    private readonly FakeTimeProvider _clock = new();
    private FakeFileHost _files = null!;
    private FileHttp _http = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => (_files, _http) = (await FakeFileHost.Start(), new FileHttp(_hosts));

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _files.DisposeAsync();
    }

    [Fact]
    public async Task The_file_comes_as_it_is_and_no_token_goes_out()
    {
        Assert.Equal(Some, await Fetch(_files.Serve(Some)));
        Assert.Null(Assert.Single(_files.Downloads).Authorization);
    }

    [Fact]
    public async Task A_redirect_to_a_trusted_host_is_followed()
    {
        var there = _files.Serve(Some);
        Assert.Equal(Some, await Fetch(Redirect(new Uri(there).PathAndQuery)));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("https://evil.example/")]
    [InlineData("file:///etc/passwd")]
    public async Task A_redirect_elsewhere_is_not_followed(string target) => Assert.Equal(FetchFault.NotTrusted, await Fails(Redirect(target)));

    [Fact]
    public async Task A_redirect_in_a_circle_ends()
    {
        var self = "";
        self = _files.Serve(http =>
        {
            http.Response.Redirect(self);
            return Task.CompletedTask;
        });
        Assert.Equal(FetchFault.Broken, await Fails(self));
        Assert.Equal(6, _files.Downloads.Count);
    }

    [Theory]
    [InlineData("https://10.0.0.1/x")]
    [InlineData("http://contoso.sharepoint.com/x")]
    [InlineData("gopher://127.0.0.1/")]
    [InlineData("通知.docx")]
    [InlineData("")]
    public async Task An_address_that_is_not_trusted_is_not_asked(string url) => Assert.Equal(FetchFault.NotTrusted, await Fails(url));

    [Theory]
    [InlineData(401, FetchFault.Gone)]
    [InlineData(403, FetchFault.Gone)]
    [InlineData(404, FetchFault.Gone)]
    [InlineData(410, FetchFault.Gone)]
    [InlineData(500, FetchFault.Broken)]
    [InlineData(204, FetchFault.Broken)]
    [InlineData(302, FetchFault.Broken)]
    public async Task An_answer_that_is_no_file_is_named(int status, FetchFault fault) => Assert.Equal(fault, await Fails(_files.Serve(http =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    })));

    [Fact]
    public async Task A_page_instead_of_the_file_is_no_file() =>
        Assert.Equal(FetchFault.NotAFile, await Fails(_files.Serve("<html>请登录</html>"u8.ToArray(), "text/html; charset=utf-8")));

    [Fact]
    public async Task Less_than_was_announced_is_broken() => Assert.Equal(FetchFault.Broken, await Fails(_files.Serve(async http =>
    {
        http.Response.ContentLength = Some.Length + 1;
        await http.Response.Body.WriteAsync(Some);
        http.Abort();
    })));

    [Fact]
    public async Task A_host_that_falls_silent_is_given_a_minute()
    {
        var silent = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        var url = _files.Serve(async http =>
        {
            await http.Response.Body.WriteAsync(Some);
            await http.Response.Body.FlushAsync();
            begun.SetResult();
            await silent.Task.WaitAsync(http.RequestAborted);
        });
        var reads = 0;
        var fetching = new FileDownload(_http, _hosts, _clock).Fetch(url, async (content, _, stop) =>
        {
            var buffer = new byte[4096];
            for (; await content.ReadAsync(buffer, stop) > 0;) reads++;
            return reads;
        }, Stop);
        await begun.Task;

        while (!fetching.IsCompleted)
        {
            // Reading on another thread sets the watch anew; only silence lets it run out.
            _clock.Advance(Stall.Patience);
            await Task.WhenAny(fetching, Task.Delay(20, Stop));
        }

        Assert.Equal(FetchFault.Broken, (await Assert.ThrowsAsync<FetchException>(() => fetching)).Fault);
        silent.SetResult();
    }

    [Fact]
    public async Task The_taker_may_stop_before_the_end_of_an_endless_file()
    {
        var url = _files.Serve(async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested) await http.Response.Body.WriteAsync(Some, http.RequestAborted);
        });
        var got = await new FileDownload(_http, _hosts, _clock).Fetch(url, async (content, length, stop) =>
        {
            Assert.Null(length);
            await content.ReadExactlyAsync(new byte[300_000], stop);
            return "enough";
        }, Stop);
        Assert.Equal("enough", got);
    }

    private string Redirect(string target) => _files.Serve(http =>
    {
        http.Response.StatusCode = 302;
        http.Response.Headers.Location = target;
        return Task.CompletedTask;
    });

    private Task<byte[]> Fetch(string url) => new FileDownload(_http, _hosts, _clock).Fetch(url, async (content, length, stop) =>
    {
        using var all = new MemoryStream();
        await content.CopyToAsync(all, stop);
        Assert.Equal(length, all.Length);
        return all.ToArray();
    }, Stop);

    private async Task<FetchFault> Fails(string url) => (await Assert.ThrowsAsync<FetchException>(() => Fetch(url))).Fault;
}
