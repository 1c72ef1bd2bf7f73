using System.Text;
using DisclosureBot.Opinions.Webhook;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Webhook;

/// <summary>Abuse of the vendors' door: each kind refused with its own status, counted, and nothing stored.</summary>
public sealed class HookAbuseTests : IAsyncLifetime
{
    private HookHost _host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await HookHost.Start();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task An_unsigned_request_is_refused()
    {
        var body = HookHost.Body("1");
        await Refused(401, WebhookRefusal.Unsigned, () => _host.Send(body, new Dictionary<string, string>(StringComparer.Ordinal)));
        foreach (var missing in new[] { "X-Timestamp", "X-Nonce", "X-Signature" })
            await Refused(401, WebhookRefusal.Unsigned, () => _host.Send(body, Without(_host.Signed(body), missing)));
    }

    [Fact]
    public async Task A_wrong_signature_is_refused()
    {
        var body = HookHost.Body("1");
        var signed = _host.Signed(body);
        await Refused(401, WebhookRefusal.BadSignature, () => _host.Send(HookHost.Body("2"), signed));
        await Refused(401, WebhookRefusal.BadSignature, () => _host.Send(body, With(signed, "X-Nonce", "another-nonce-0001")));
        await Refused(401, WebhookRefusal.BadSignature, () => _host.Send(body, With(signed, "X-Timestamp", $"{long.Parse(signed["X-Timestamp"], null) + 1}")));
        await Refused(401, WebhookRefusal.BadSignature, () => _host.Send(body, With(signed, "X-Signature", "sha256=" + new string('0', 64))));
    }

    [Fact]
    public async Task The_secret_of_another_vendor_is_refused()
    {
        var body = HookHost.Body("1");
        await Refused(401, WebhookRefusal.BadSignature, () => _host.Send(body, _host.Signed(body, HookHost.OtherSecret)));
    }

    [Fact]
    public async Task An_unknown_vendor_is_answered_like_a_wrong_signature_and_its_name_is_not_kept()
    {
        var body = HookHost.Body("1");
        var known = await _host.Send(body, _host.Signed(body, HookHost.OtherSecret));
        var unknown = await _host.Send(body, _host.Signed(body), "nobody");
        Assert.Equal(known, unknown);
        var strangers = Assert.Single(_host.Counts.Snapshot(), standing => standing.Vendor == WebhookCounts.Stranger);
        Assert.Equal(1, strangers.Refused[WebhookRefusal.BadSignature]);
    }

    [Fact]
    public async Task A_replay_is_refused_also_with_another_timestamp_and_after_the_window()
    {
        var body = HookHost.Body("1");
        var signed = _host.Signed(body);
        Assert.Equal(202, (await _host.Send(body, signed)).Status);

        await Refused(409, WebhookRefusal.Replayed, () => _host.Send(body, signed));
        _host.Clock.Advance(TimeSpan.FromMinutes(4));
        await Refused(409, WebhookRefusal.Replayed, () => _host.Send(body, signed));
        await Refused(401, WebhookRefusal.BadSignature, () => _host.Send(body, With(signed, "X-Timestamp", $"{_host.Clock.GetUtcNow().ToUnixTimeSeconds()}")));
        _host.Clock.Advance(TimeSpan.FromMinutes(2));
        await Refused(401, WebhookRefusal.WrongTime, () => _host.Send(body, signed));
        await Refused(401, WebhookRefusal.BadSignature, () => _host.Send(body, With(signed, "X-Timestamp", $"{_host.Clock.GetUtcNow().ToUnixTimeSeconds()}")));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(-301)]
    [InlineData(86_400)]
    [InlineData(-864_000)]
    public async Task What_is_old_or_of_the_future_is_refused(int secondsAgo)
    {
        var body = HookHost.Body("1");
        await Refused(401, WebhookRefusal.WrongTime, () => _host.Send(body, _host.Signed(body, ago: TimeSpan.FromSeconds(secondsAgo))));
    }

    [Theory]
    [InlineData("X-Timestamp", "now")]
    [InlineData("X-Timestamp", "-1")]
    [InlineData("X-Timestamp", "999999999999")]
    [InlineData("X-Nonce", "short")]
    [InlineData("X-Nonce", "no spaces are allowed")]
    [InlineData("X-Nonce", "0123456789012345678901234567890123456789012345678901234567890123456789")]
    [InlineData("X-Signature", "0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("X-Signature", "sha256=00")]
    [InlineData("X-Signature", "sha256=zz00000000000000000000000000000000000000000000000000000000000000")]
    public async Task Headers_that_make_no_sense_are_refused(string name, string value)
    {
        var body = HookHost.Body("1");
        await Refused(400, WebhookRefusal.BadHeaders, () => _host.Send(body, With(_host.Signed(body), name, value)));
    }

    [Theory]
    [InlineData("X-Timestamp")]
    [InlineData("X-Nonce")]
    [InlineData("X-Signature")]
    public async Task A_header_that_stands_twice_is_refused(string name)
    {
        var body = HookHost.Body("1");
        var signed = _host.Signed(body);
        await Refused(400, WebhookRefusal.BadHeaders, async () => await Raw([.. Wire(signed, body.Length), (name, signed[name])], body));
    }

    [Fact]
    public async Task What_is_too_large_is_refused_whether_its_length_is_named_or_not()
    {
        var body = Encoding.UTF8.GetBytes($$"""{"items":[{"id":"1","title":"题","text":"{{new string('x', 300 * 1024)}}"}]}""");
        var signed = _host.Signed(body);
        await Refused(413, WebhookRefusal.TooLarge, async () => await Raw(Wire(signed, body.Length), body));
        byte[] chunk = [.. Encoding.ASCII.GetBytes($"{body.Length:x}\r\n"), .. body, .. "\r\n0\r\n\r\n"u8];
        await Refused(413, WebhookRefusal.TooLarge, async () => await Raw([.. signed.Select(header => (header.Key, header.Value)), ("Transfer-Encoding", "chunked")], chunk));
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_not_waited_for()
    {
        var body = HookHost.Body("1");
        await Refused(408, WebhookRefusal.TooSlow, async () =>
        {
            var (socket, status) = await _host.Raw(Wire(_host.Signed(body), body.Length), body[..4]);
            using var _ = socket;
            while (!status.IsCompleted)
            {
                _host.Clock.Advance(TimeSpan.FromSeconds(16));
                await Task.WhenAny(status, Task.Delay(20, Stop));
            }

            return new((await status), "");
        });
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=gb18030")]
    [InlineData("")]
    public async Task Another_content_type_is_refused(string type)
    {
        var body = HookHost.Body("1");
        await Refused(415, WebhookRefusal.NotJsonType, () => _host.Send(body, _host.Signed(body), type: type));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Another_method_is_refused(string method)
    {
        var body = HookHost.Body("1");
        await Refused(405, WebhookRefusal.NotPost, () => _host.Send(body, _host.Signed(body), method: method));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("""{"items":{}}""")]
    [InlineData("""{"items":[1]}""")]
    [InlineData("""{"items":[{"id":1,"title":"题"}]}""")]
    [InlineData("""{"items":[{"id":"1","title":["题"]}]}""")]
    [InlineData("""{"items":[{"id":"1","title":"题"}]""")]
    [InlineData("""{"items":[{"id":"1","title":"题"}]}{}""")]
    [InlineData("""{"items":[{"id":"1","title":"题"},]}""")]
    [InlineData("""{"items":[{"id":"1","id":"2","title":"题"}]}""")]
    [InlineData("""{"items":[{"id":"1","title":"\ud800"}]}""")]
    [InlineData("""{"items":[{"id":"1","title":"题"}],"x":[[[[[[[[[[1]]]]]]]]]]}""")]
    public async Task What_is_no_such_json_is_refused(string json) => await Refused(400, WebhookRefusal.NotJson, () => _host.Send(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public async Task Json_of_ten_thousand_brackets_is_refused()
    {
        var json = $$"""{"items":{{new string('[', 10_000)}}{{new string(']', 10_000)}}}""";
        await Refused(400, WebhookRefusal.NotJson, () => _host.Send(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public async Task Bytes_that_are_no_utf_8_are_refused_also_where_nobody_would_read_them()
    {
        await Refused(400, WebhookRefusal.NotJson, () => _host.Send([.. "{\"items\":[{\"id\":\"1\",\"title\":\""u8, 0xC3, 0x28, .. "\"}]}"u8]));
        await Refused(400, WebhookRefusal.NotJson, () => _host.Send([.. "{\"items\":[{\"id\":\"1\",\"title\":\"x\"}],\"other\":\""u8, 0xFF, .. "\"}"u8]));
    }

    [Theory]
    [InlineData("""{}""", null, "items")]
    [InlineData("""{"items":null}""", null, "items")]
    [InlineData("""{"items":[]}""", null, "items")]
    [InlineData("""{"items":[null]}""", 0, "item")]
    [InlineData("""{"items":[{"id":"1","title":"好的一条"},{"title":"题"}]}""", 1, "id")]
    [InlineData("""{"items":[{"id":"1","title":"好的一条"},{"id":" ","title":"题"}]}""", 1, "id")]
    [InlineData("""{"items":[{"id":"1","title":"好的一条"},{"id":"2"}]}""", 1, "title")]
    [InlineData("""{"items":[{"id":"1","title":"好的一条"},{"id":"2","title":"​"}]}""", 1, "title")]
    [InlineData("""{"items":[{"id":"1","title":"题","url":"javascript:alert(1)"}]}""", 0, "url")]
    [InlineData("""{"items":[{"id":"1","title":"题","url":"https://user:pass@example.com/"}]}""", 0, "url")]
    [InlineData("""{"items":[{"id":"1","title":"题","publishedAt":"yesterday"}]}""", 0, "publishedAt")]
    [InlineData("""{"items":[{"id":"1","title":"题","publishedAt":"2026-11-23T08:00:00"}]}""", 0, "publishedAt")]
    [InlineData("""{"items":[{"id":"1","title":"题","publishedAt":"2026-11-25T08:00:00+08:00"}]}""", 0, "publishedAt")]
    public async Task One_bad_item_refuses_them_all_and_is_named(string json, int? index, string field)
    {
        var answer = await Refused(422, WebhookRefusal.BadItem, () => _host.Send(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(index is null ? $$"""{"error":"BadItem","field":"{{field}}"}""" : $$"""{"error":"BadItem","index":{{index}},"field":"{{field}}"}""", answer.Body);
    }

    [Theory]
    [InlineData("title", 201)]
    [InlineData("source", 101)]
    [InlineData("place", 101)]
    [InlineData("url", 501)]
    public async Task What_is_too_long_for_its_field_is_refused(string field, int length)
    {
        var value = field == "url" ? "https://example.com/".PadRight(length, 'a') : new string('题', length);
        var json = field == "title" ? $$"""{"items":[{"id":"1","title":"{{value}}"}]}""" : $$"""{"items":[{"id":"1","title":"题","{{field}}":"{{value}}"}]}""";
        var answer = await Refused(422, WebhookRefusal.BadItem, () => _host.Send(Encoding.UTF8.GetBytes(json)));
        Assert.Contains($"\"{field}\"", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_hundred_items_are_refused() =>
        await Refused(422, WebhookRefusal.BadItem, () => _host.Send(HookHost.Body([.. Enumerable.Range(0, 101).Select(i => $"{i}")])));

    [Fact]
    public async Task More_than_sixty_requests_a_minute_are_refused_and_the_other_vendor_is_not()
    {
        for (var i = 0; i < 60; i++) Assert.Equal(202, (await _host.Send(HookHost.Body("1"))).Status);
        await Refused(429, WebhookRefusal.TooMany, () => _host.Send(HookHost.Body("1")));
        var body = HookHost.Body("2");
        Assert.Equal(202, (await _host.Send(body, _host.Signed(body, HookHost.OtherSecret), "borealis")).Status);
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(202, (await _host.Send(HookHost.Body("1"))).Status);
    }

    [Fact]
    public async Task Forged_requests_use_up_nothing_of_a_vendors_minute()
    {
        for (var i = 0; i < 80; i++) Assert.Equal(401, (await _host.Send(HookHost.Body("1"), _host.Signed(HookHost.Body("2")))).Status);
        Assert.Equal(202, (await _host.Send(HookHost.Body("1"))).Status);
    }

    [Fact]
    public async Task Through_a_tunnel_nobody_comes_in_while_the_bot_is_open()
    {
        var body = HookHost.Body("1");
        await Refused(403, WebhookRefusal.NotFromHere, () => _host.Send(body, With(_host.Signed(body), "X-Forwarded-For", "192.0.2.7")));
    }

    private async Task<HookAnswer> Refused(int status, WebhookRefusal refusal, Func<Task<HookAnswer>> send)
    {
        var (before, counted) = (await _host.Stored(), Counted(refusal));
        var answer = await send();
        Assert.Equal(status, answer.Status);
        Assert.Equal(before, await _host.Stored());
        Assert.Equal(counted + 1, Counted(refusal));
        return answer;
    }

    private long Counted(WebhookRefusal refusal) => _host.Counts.Snapshot().Sum(standing => standing.Refused.GetValueOrDefault(refusal));

    private async Task<HookAnswer> Raw(IEnumerable<(string, string)> headers, byte[] body)
    {
        var (socket, status) = await _host.Raw(headers, body);
        using var _ = socket;
        return new(await status, "");
    }

    private static IEnumerable<(string, string)> Wire(Dictionary<string, string> signed, int length) => [.. signed.Select(header => (header.Key, header.Value)), ("Content-Length", $"{length}")];

    private static Dictionary<string, string> With(Dictionary<string, string> headers, string name, string value) => new(headers, StringComparer.Ordinal) { [name] = value };

    private static Dictionary<string, string> Without(Dictionary<string, string> headers, string name)
    {
        headers.Remove(name);
        return headers;
    }
}
