using System.Net;
using System.Text;
using Xunit;

namespace DisclosureBot.Tests.Channel;

/// <summary>Requests that are no activity: each a clear status, none a fault of ours, none reaching the bot.</summary>
public sealed class BodyTests : IAsyncLifetime
{
    private ChannelHost host = null!;

    public async ValueTask InitializeAsync() => host = await ChannelHost.Start();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("hello")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("{\"type\":null}")]
    [InlineData("{\"type\":\"\"}")]
    [InlineData("{\"type\":\" \"}")]
    [InlineData("{\"type\":\"message\"")]
    [InlineData("{\"type\":\"message\"}{}")]
    [InlineData("{\"type\":\"message\",\"type\":\"invoke\"}")]
    [InlineData("{\"type\":1}")]
    [InlineData("{\"type\":\"message\",\"text\":{}}")]
    [InlineData("{\"type\":\"message\",\"text\":\"\\ud800\"}")]
    [InlineData("{\"type\":\"message\",\"value\":{\"verb\":\"\\ud800\"}}")]
    [InlineData("{\"type\":\"message\",\"value\":{\"verb\":\"x\",\"a\":[\"\\udc00\"]}}")]
    [InlineData("{\"type\":\"message\",\"value\":{\"verb\":\"x\",\"\\udc00\":1}}")]
    [InlineData("{\"type\":\"message\",\"from\":\"me\"}")]
    [InlineData("{\"type\":\"message\",\"from\":{\"aadObjectId\":7}}")]
    [InlineData("{\"type\":\"message\",\"conversation\":[]}")]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":true}}")]
    [InlineData("{\"type\":\"message\",\"channelData\":\"x\"}")]
    [InlineData("{\"type\":\"message\",\"channelData\":{\"tenant\":\"x\"}}")]
    [InlineData("{\"type\":\"conversationUpdate\",\"membersAdded\":{}}")]
    [InlineData("{\"type\":\"conversationUpdate\",\"membersAdded\":[1]}")]
    [InlineData("{\"type\":\"message\",\"serviceUrl\":5}")]
    public async Task What_is_no_activity_is_400(string body) => await Refused(HttpStatusCode.BadRequest, body);

    [Theory]
    [InlineData("{\"type\":\"message\",\"x\":", "[", "]", "}")]
    [InlineData("{\"type\":\"message\",\"value\":", "{\"a\":", "}", "}")]
    [InlineData("", "[", "]", "")]
    public async Task Too_deep_json_is_400(string before, string open, string close, string after)
    {
        foreach (var depth in new[] { 33, 10_000 })
        {
            var body = before + string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth)) + after;
            await Refused(HttpStatusCode.BadRequest, body);
        }
    }

    [Theory]
    [InlineData("\"from\":null")]
    [InlineData("\"membersAdded\":[null]")]
    [InlineData("\"unheardOf\":{\"a\":[1,2]}")]
    [InlineData("\"value\":\"text\"")]
    [InlineData("\"value\":{\"verb\":5}")]
    [InlineData("\"conversation\":{}")]
    public async Task Almost_everything_may_be_missing(string rest)
    {
        var answer = await host.Post("{\"type\":\"message\"," + rest + "}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(host.Turns);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_content_type_is_415(string type) => await Refused(HttpStatusCode.UnsupportedMediaType, Wire.Message(), type);

    [Theory]
    [InlineData("utf-16", null)]
    [InlineData("utf-8", "gzip")]
    public async Task Another_charset_or_encoding_is_415(string charset, string? encoding)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Wire.Message()));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=" + charset);
        if (encoding is not null)
            content.Headers.ContentEncoding.Add(encoding);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await host.Post(content, null)).StatusCode);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_413_whether_its_length_is_named_or_not()
    {
        var ten = Encoding.UTF8.GetBytes(Wire.Message(change: $$"""{"text":"{{new string('x', 10 * 1024 * 1024)}}"}"""));
        Assert.Equal(413, await RawPost(ten, chunked: false));
        Assert.Equal(413, await RawPost(ten, chunked: true));
        Assert.Empty(host.Turns);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("HEAD")]
    public async Task Another_method_is_405(string method)
    {
        var answer = await host.Send(new(method));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["POST"], answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("Host", "desk.example")]
    [InlineData("Host", "localhost.example")]
    [InlineData("X-Forwarded-For", "192.0.2.7")]
    [InlineData("X-Forwarded-Host", "tunnel.example")]
    [InlineData("Forwarded", "for=192.0.2.7")]
    [InlineData("X-Original-For", "192.0.2.7")]
    [InlineData("X-Real-IP", "192.0.2.7")]
    [InlineData("Via", "1.1 tunnel.example")]
    public async Task Without_authentication_nobody_comes_in_through_a_tunnel_or_under_another_name(string header, string value)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Endpoint) { Content = new StringContent(Wire.Message(), Encoding.UTF8, "application/json") };
        if (header is "Host") request.Headers.Host = value;
        else request.Headers.TryAddWithoutValidation(header, value);
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Forbidden, "LoopbackOnly"), (answer.StatusCode, await answer.Reason()));
        Assert.Empty(host.Turns);
    }

    private async Task Refused(HttpStatusCode status, string body, string type = "application/json")
    {
        var answer = await host.Post(body, type: type);
        Assert.Equal(status, answer.StatusCode);
        Assert.NotNull(await answer.Reason());
        Assert.Empty(host.Turns);
    }

    // HttpClient may give up while sending; a socket shows what the server really answers.
    private async Task<int> RawPost(byte[] body, bool chunked)
    {
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(host.Endpoint.Host, host.Endpoint.Port, TestContext.Current.CancellationToken);
        var stream = socket.GetStream();
        var length = chunked ? "Transfer-Encoding: chunked" : $"Content-Length: {body.Length}";
        var head = $"POST /api/messages HTTP/1.1\r\nHost: {host.Endpoint.Authority}\r\nContent-Type: application/json\r\n{length}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head + (chunked ? $"{body.Length:x}\r\n" : "")), TestContext.Current.CancellationToken);
        var sending = stream.WriteAsync(body, TestContext.Current.CancellationToken).AsTask();
        var status = await new StreamReader(stream).ReadLineAsync(TestContext.Current.CancellationToken);
        await Task.WhenAny(sending); // may end in a reset: the server does not want the rest
        _ = sending.Exception;
        return int.Parse(status!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
