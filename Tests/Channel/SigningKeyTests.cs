using System.Net;
using DisclosureBot.Tests.Support;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace DisclosureBot.Tests.Channel;

/// <summary>How the published keys are fetched, kept and asked for again.</summary>
public sealed class SigningKeyTests : IAsyncLifetime
{
    private FakeKeyServer keys = null!;
    private ChannelHost host = null!;

    public async ValueTask InitializeAsync()
    {
        keys = await FakeKeyServer.Start();
        host = await ChannelHost.Start(keys);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await keys.DisposeAsync();
    }

    [Fact]
    public async Task Keys_are_fetched_once_and_kept()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => Assert.Equal(HttpStatusCode.OK, await Knock())));
        Assert.Equal(1, keys.Fetches);
    }

    [Fact]
    public async Task A_key_server_down_at_first_is_asked_again_at_the_next_request()
    {
        keys.Down = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Knock());
        keys.Down = false;
        Assert.Equal(HttpStatusCode.OK, await Knock());
    }

    [Fact]
    public async Task A_new_key_is_asked_for_at_once()
    {
        await Knock();
        keys.Publish("key-2", "msteams");
        Assert.Equal(HttpStatusCode.OK, await Knock("key-2"));
        Assert.Equal(2, keys.Fetches);
    }

    [Fact]
    public async Task Unknown_keys_cause_one_question_in_five_minutes()
    {
        await Knock();
        keys.Publish("ghost", "msteams");
        var token = keys.Token(host.Good(Wire.ServiceUrl), "ghost");
        keys.Withdraw("ghost");
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.Post(Wire.Message(), token)).StatusCode);
        Assert.Equal(2, keys.Fetches);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await host.Post(Wire.Message(), token);
        Assert.Equal(3, keys.Fetches);
    }

    [Fact]
    public async Task Old_keys_are_kept_while_the_key_server_is_away()
    {
        await Knock();
        keys.Down = true;
        host.Clock.Advance(TimeSpan.FromHours(30));
        Assert.Equal(HttpStatusCode.OK, await Knock());
        keys.Publish("key-2", "msteams");
        Assert.Equal(HttpStatusCode.Unauthorized, await Knock("key-2"));
        Assert.Equal(HttpStatusCode.OK, await Knock());
    }

    [Fact]
    public async Task Keys_are_refreshed_after_a_day_and_withdrawn_ones_forgotten()
    {
        await Knock();
        keys.Publish("key-2", "msteams");
        var old = keys.Token(new SecurityTokenDescriptor
        {
            Issuer = FakeKeyServer.Issuer,
            Audience = ChannelHost.AppId,
            Expires = host.Clock.GetUtcNow().UtcDateTime.AddDays(3),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["serviceurl"] = Wire.ServiceUrl },
        });
        keys.Withdraw("key-1");
        host.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.OK, (await host.Post(Wire.Message(), old)).StatusCode); // starts the refresh behind its back
        Assert.Equal(HttpStatusCode.OK, await Knock("key-2")); // waits for that refresh
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Post(Wire.Message(), old)).StatusCode);
    }

    private async Task<HttpStatusCode> Knock(string kid = "key-1") =>
        (await host.Post(Wire.Message(), keys.Token(host.Good(Wire.ServiceUrl), kid))).StatusCode;
}
