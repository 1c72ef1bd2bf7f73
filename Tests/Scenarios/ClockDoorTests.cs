using System.Net;
using System.Text;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>The movable clock answers this machine alone, and whatever it is sent, the program goes on.</summary>
public sealed class ClockDoorTests : IAsyncLifetime
{
    private BotProcess _bot = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bot = await BotProcess.Start();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Theory]
    [InlineData("Host", "rebound.example")]
    [InlineData("X-Forwarded-For", "192.0.2.7")]
    [InlineData("Forwarded", "for=192.0.2.7")]
    public async Task A_rebound_name_or_a_tunnel_does_not_find_the_clock(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/dev/clock") { Content = Json("""{"now":"2100-01-01T00:00:00Z"}""") };
        if (header is "Host") request.Headers.Host = value;
        else request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await _bot.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("{\"now\":\"\\ud800\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"\\udc00\":1}", HttpStatusCode.BadRequest)]
    [InlineData("{\"now\":\"9999-12-31T23:59:59Z\"}", HttpStatusCode.Conflict)]
    [InlineData("{\"now\":\"0001-01-01T00:00:00+14:00\"}", HttpStatusCode.BadRequest)]
    public async Task Nonsense_is_refused_and_the_desk_goes_on(string body, HttpStatusCode status)
    {
        using var answer = await _bot.Client.PostAsync("/dev/clock", Json(body), Stop);
        Assert.Equal(status, answer.StatusCode);
        using var draft = await _bot.Client.PostAsync("/desk/messages", Json("""{"text":"拟稿"}"""), Stop);
        Assert.Equal(HttpStatusCode.OK, draft.StatusCode);
    }

    [Fact]
    public async Task A_body_without_measure_is_refused()
    {
        using var answer = await _bot.Client.PostAsync("/dev/clock", Json("{\"now\":\"" + new string('9', 5_000) + "\"}"), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
