using System.IO.Compression;
using System.Text;
using DisclosureBot.Opinions.Feeds;
using DisclosureBot.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Feeds;

/// <summary>Fetching a feed from a site that means well, and from sites that do not.</summary>
public sealed class FeedFetchTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));
    private FeedSite _site = null!;
    private FeedFetch _fetch = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await FeedSite.Start();
        _fetch = new FeedFetch(_site.MayReach, _clock);
    }

    public ValueTask DisposeAsync()
    {
        _fetch.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task What_is_new_comes_whole_with_what_names_it()
    {
        _site.Page = async http =>
        {
            http.Response.ContentType = "text/xml; charset=gbk";
            http.Response.Headers.ETag = "W/\"7\"";
            http.Response.Headers.LastModified = "Sun, 22 Nov 2026 01:00:00 GMT";
            await http.Response.WriteAsync("<rss/>");
        };
        var answer = await Get();
        Assert.Equal("<rss/>", Encoding.UTF8.GetString(answer!.Body.Span));
        Assert.Equal(("gbk", "W/\"7\"", "Sun, 22 Nov 2026 01:00:00 GMT"), (answer.Charset, answer.ETag, answer.Modified));
        Assert.Equal(("/feed", null, null), Assert.Single(_site.Asked));
    }

    [Fact]
    public async Task What_is_known_is_named_and_not_sent_again()
    {
        _site.Answers(304);
        Assert.Null(await _fetch.Get(_site.Url, "W/\"7\"", "Sun, 22 Nov 2026 01:00:00 GMT", Stop));
        Assert.Equal(("/feed", "W/\"7\"", "Sun, 22 Nov 2026 01:00:00 GMT"), Assert.Single(_site.Asked));
    }

    [Fact]
    public async Task Nothing_changed_is_no_answer_to_who_knows_nothing()
    {
        _site.Answers(304);
        Assert.Equal("网站答复304", (await Fails()).Words);
    }

    [Fact]
    public async Task A_packed_answer_is_unpacked()
    {
        _site.Sends(Packed("<rss/>"u8.ToArray()), "text/xml");
        var plain = _site.Page;
        _site.Page = http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            return plain(http);
        };
        Assert.Equal("<rss/>", Encoding.UTF8.GetString((await Get())!.Body.Span));
    }

    [Theory]
    [InlineData(404, null)]
    [InlineData(500, null)]
    [InlineData(204, null)]
    [InlineData(429, 120)]
    [InlineData(503, 120)]
    [InlineData(500, 120, false)]
    public async Task Another_status_is_said_and_how_long_the_site_asks_to_be_left_alone(int status, int? seconds, bool isHeeded = true)
    {
        _site.Answers(status, seconds?.ToString(null, null));
        var fault = await Fails();
        Assert.Equal((FeedFault.Answered, $"网站答复{status}"), (fault.Fault, fault.Words));
        Assert.Equal(isHeeded && seconds is { } asked ? TimeSpan.FromSeconds(asked) : null, fault.RetryAfter);
    }

    [Fact]
    public async Task A_moment_to_return_is_understood_too()
    {
        _site.Answers(503, "Mon, 23 Nov 2026 03:00:00 GMT");
        Assert.Equal(TimeSpan.FromHours(2), (await Fails()).RetryAfter);
    }

    [Fact]
    public async Task Three_redirects_are_followed_and_the_fourth_is_not()
    {
        _site.Sends("<rss/>");
        foreach (var hop in Enumerable.Range(1, 4))
        {
            _site.Pages[$"/hop{hop}"] = http =>
            {
                http.Response.Redirect(hop == 1 ? "/feed" : $"/hop{hop - 1}");
                return Task.CompletedTask;
            };
        }

        Assert.NotNull(await _fetch.Get(new Uri(new Uri(_site.Url), "/hop3").AbsoluteUri, null, null, Stop));
        Assert.Equal(FeedFault.Redirected, (await Fails(new Uri(new Uri(_site.Url), "/hop4").AbsoluteUri)).Fault);
    }

    [Fact]
    public async Task A_circle_of_redirects_ends()
    {
        _site.Redirects("/feed");
        Assert.Equal(FeedFault.Redirected, (await Fails()).Fault);
        Assert.Equal(4, _site.Asked.Count);
    }

    [Theory]
    [InlineData("http://127.0.0.1/feed")]
    [InlineData("http://10.0.0.1/feed")]
    [InlineData("http://192.168.1.1/feed")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://[::1]/feed")]
    [InlineData("http://[::ffff:10.0.0.1]/feed")]
    [InlineData("http://[::ffff:127.0.0.1]/feed")]
    [InlineData("http://[fd00::1]/feed")]
    [InlineData("http://localhost/feed")]
    [InlineData("http://2130706433/feed")]
    public async Task A_redirect_into_a_private_network_is_not_followed(string target)
    {
        _site.Redirects(target);
        Assert.Equal(FeedFault.NotPublic, (await Fails()).Fault);
        Assert.Single(_site.Asked);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.com/feed")]
    [InlineData("http://somebody:secret@example.com/feed")]
    public async Task A_redirect_to_what_is_no_web_address_is_not_followed(string target)
    {
        _site.Redirects(target);
        Assert.Equal(FeedFault.Redirected, (await Fails()).Fault);
    }

    [Theory]
    [InlineData("http://127.0.0.1/feed")]
    [InlineData("http://localhost/feed")]
    [InlineData("http://[::ffff:169.254.169.254]/feed")]
    public async Task Without_leave_nothing_on_this_machine_is_fetched(string url)
    {
        using var strict = new FeedFetch(PublicHosts.MayReach, _clock);
        Assert.Equal(FeedFault.NotPublic, (await Assert.ThrowsAsync<FeedException>(() => strict.Get(url, null, null, Stop))).Fault);
        Assert.Equal(FeedFault.NotPublic, (await Assert.ThrowsAsync<FeedException>(() => strict.Get(_site.Url, null, null, Stop))).Fault);
        Assert.Empty(_site.Asked);
    }

    [Fact]
    public async Task A_site_that_does_not_exist_is_no_fault_of_ours()
    {
        Assert.Equal(FeedFault.NoSuchHost, (await Fails("http://feeds.invalid/rss")).Fault);
        var url = _site.Url;
        using var anywhere = new FeedFetch(_ => true, _clock);
        await _site.DisposeAsync();
        Assert.Equal(FeedFault.NotConnected, (await Assert.ThrowsAsync<FeedException>(() => anywhere.Get(url, null, null, Stop))).Fault);
        _site = await FeedSite.Start();
    }

    [Fact]
    public async Task A_body_without_end_is_not_read_to_its_end()
    {
        var part = new byte[64 * 1024];
        _site.Page = async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested) await http.Response.Body.WriteAsync(part, CancellationToken.None);
        };
        Assert.Equal(FeedFault.TooLarge, (await Fails()).Fault);
    }

    [Fact]
    public async Task Two_megabytes_come_whole_and_one_byte_more_does_not()
    {
        _site.Sends(new byte[FeedFetch.MostBytes], "text/xml");
        Assert.Equal(FeedFetch.MostBytes, (await Get())!.Body.Length);
        _site.Sends(new byte[FeedFetch.MostBytes + 1], "text/xml");
        Assert.Equal(FeedFault.TooLarge, (await Fails()).Fault);
    }

    [Fact]
    public async Task What_unfolds_to_too_much_is_too_much_however_small_it_was_packed()
    {
        var bomb = Packed(new byte[200 * 1024 * 1024]);
        Assert.True(bomb.Length < FeedFetch.MostBytes);
        _site.Page = async http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            await http.Response.Body.WriteAsync(bomb);
        };
        Assert.Equal(FeedFault.TooLarge, (await Fails()).Fault);
    }

    [Fact]
    public async Task What_is_packed_wrongly_or_breaks_off_is_broken()
    {
        _site.Page = async http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            await http.Response.WriteAsync("no gzip at all");
        };
        Assert.Equal(FeedFault.Broken, (await Fails()).Fault);
        _site.Page = async http =>
        {
            http.Response.ContentLength = 100;
            await http.Response.WriteAsync("<rss>");
            http.Abort();
        };
        Assert.Equal(FeedFault.Broken, (await Fails()).Fault);
    }

    [Fact]
    public async Task A_site_that_falls_silent_is_given_a_minute()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _site.Page = async http =>
        {
            await http.Response.WriteAsync("<rss>");
            await http.Response.Body.FlushAsync();
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };
        var fetching = Fails();
        await begun.Task;
        Assert.False(fetching.IsCompleted);
        Assert.Equal(FeedFault.TooSlow, await Outlasted(fetching, Stall.Patience, () => { }));
    }

    [Fact]
    public async Task A_site_that_sends_byte_by_byte_is_not_read_for_ever()
    {
        using var next = new SemaphoreSlim(1);
        _site.Page = async http =>
        {
            while (true)
            {
                await next.WaitAsync(http.RequestAborted);
                await http.Response.WriteAsync(" ");
                await http.Response.Body.FlushAsync();
            }
        };
        Assert.Equal(FeedFault.TooSlow, await Outlasted(Fails(), TimeSpan.FromSeconds(20), () => next.Release()));
    }

    [Fact]
    public async Task Who_stops_is_not_told_of_a_slow_site()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        _site.Page = async http =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _fetch.Get(_site.Url, null, null, cancel.Token));
    }

    /// <summary>Moves the clock until the fetch gives up; what moves on another thread may set its watch anew.</summary>
    private async Task<FeedFault> Outlasted(Task<FeedException> fetching, TimeSpan step, Action meanwhile)
    {
        while (!fetching.IsCompleted)
        {
            meanwhile();
            _clock.Advance(step);
            await Task.WhenAny(fetching, Task.Delay(20, Stop));
        }

        return (await fetching).Fault;
    }

    private Task<FeedAnswer?> Get() => _fetch.Get(_site.Url, null, null, Stop);

    private Task<FeedException> Fails(string? url = null) => Assert.ThrowsAsync<FeedException>(() => _fetch.Get(url ?? _site.Url, null, null, Stop));

    private static byte[] Packed(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(body);
        return packed.ToArray();
    }
}
