using System.Net;
using System.Security.Cryptography;
using DisclosureBot.Tests.Support;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace DisclosureBot.Tests.Channel;

/// <summary>Who may knock: every duty of the inbound token, and what happens when it is not met.</summary>
public sealed class InboundTokenTests : IAsyncLifetime
{
    private static readonly string Header = Base64UrlEncoder.Encode("""{"alg":"RS256","kid":"key-1"}""");
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

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha256)]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public async Task A_good_token_is_let_in(string algorithm)
    {
        var answer = await host.Post(Wire.Message(), keys.Token(host.Good(Wire.ServiceUrl), algorithm: algorithm));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("", await answer.Text());
        Assert.Single(host.Turns);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic dTpw")]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ....")]
    [InlineData("Bearer a b")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiJ9.e30.")]
    public async Task A_missing_or_malformed_token_is_401(string? authorization)
    {
        var answer = await host.Post(new StringContent(Wire.Message(), null, "application/json"), authorization);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(host.Turns);
    }

    [Fact]
    public Task An_expired_token_is_refused() => Refused("Expired", token => token.Expires = Now.AddMinutes(-6));

    [Fact]
    public Task A_token_without_expiry_is_refused() => Refused("Expired", token => token.Expires = null);

    [Fact]
    public Task A_token_of_the_future_is_refused() => Refused("NotYetValid", token => token.NotBefore = Now.AddMinutes(6));

    [Fact]
    public Task A_token_for_another_bot_is_refused() => Refused("WrongAudience", token => token.Audience = "33333333-3333-4333-8333-333333333333");

    [Fact]
    public Task A_token_for_nobody_is_refused() => Refused("WrongAudience", token => token.Audience = null);

    [Fact]
    public Task A_token_of_another_issuer_is_refused() => Refused("WrongIssuer", token => token.Issuer = "https://sts.windows.net/x/");

    [Fact]
    public Task A_token_without_serviceurl_is_refused() => Refused("MissingServiceUrlClaim", token => token.Claims.Clear());

    [Fact]
    public Task A_token_for_another_channel_address_is_refused() =>
        Refused("WrongServiceUrl", token => token.Claims["serviceurl"] = "https://smba.trafficmanager.net/de/");

    [Theory]
    [InlineData(-4, 1)]
    [InlineData(-60, -4)]
    [InlineData(4, 60)]
    public async Task Five_minutes_of_skew_are_forgiven(int from, int until)
    {
        var token = host.Good(Wire.ServiceUrl);
        (token.NotBefore, token.Expires) = (Now.AddMinutes(from), Now.AddMinutes(until));
        Assert.Equal(HttpStatusCode.OK, (await host.Post(Wire.Message(), keys.Token(token))).StatusCode);
    }

    [Fact]
    public async Task The_serviceurl_claim_is_compared_without_regard_to_case() =>
        Assert.Equal(HttpStatusCode.OK, (await host.Post(Wire.Message(), keys.Token(host.Good(Wire.ServiceUrl.ToUpperInvariant())))).StatusCode);

    [Fact]
    public async Task A_token_signed_with_another_key_of_the_same_name_is_refused()
    {
        using var forged = RSA.Create(2048);
        var token = FakeKeyServer.Sign(host.Good(Wire.ServiceUrl), new(new RsaSecurityKey(forged) { KeyId = "key-1" }, SecurityAlgorithms.RsaSha256));
        await Refused("BadSignature", token);
    }

    [Fact]
    public async Task An_unsigned_token_is_refused()
    {
        var body = FakeKeyServer.Sign(host.Good(Wire.ServiceUrl), null).Split('.')[1];
        await Refused("UnknownKey", FakeKeyServer.Sign(host.Good(Wire.ServiceUrl), null));
        await Refused(null, Base64UrlEncoder.Encode("""{"alg":"none","kid":"key-1"}""") + "." + body + ".");
    }

    [Fact]
    public Task The_public_key_as_an_hmac_secret_is_refused() => Refused(null, FakeKeyServer.Sign(
        host.Good(Wire.ServiceUrl), new(new SymmetricSecurityKey(keys.PublicKey("key-1")) { KeyId = "key-1" }, SecurityAlgorithms.HmacSha256)));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"exp":"soon","nbf":[],"aud":{},"iss":7}""")]
    [InlineData("""{"exp":99999999999999999999,"aud":[null],"iss":null}""")]
    [InlineData("""{"exp":-1}""")]
    public async Task A_well_signed_token_of_nonsense_is_401(string payload)
    {
        await Refused(null, Header + "." + Base64UrlEncoder.Encode(payload) + ".AAAA");
        string token;
        try
        {
            token = keys.Token(payload);
        }
        catch (ArgumentException)
        {
            return; // the library will not even write it
        }
        await Refused(null, token);
    }

    [Fact]
    public async Task A_key_without_endorsements_is_refused()
    {
        keys.Publish("bare");
        await Refused("NotEndorsed", keys.Token(host.Good(Wire.ServiceUrl), "bare"));
    }

    [Fact]
    public async Task A_key_endorsed_for_another_channel_is_refused()
    {
        keys.Publish("webchat", "webchat", "directline");
        await Refused("NotEndorsed", keys.Token(host.Good(Wire.ServiceUrl), "webchat"));
        await Refused("NotEndorsed", keys.Token(host.Good(Wire.ServiceUrl)), Wire.Message(change: """{"channelId":null}"""));
    }

    [Theory]
    [InlineData("directline")]
    [InlineData("webchat")]
    [InlineData("msteams ")]
    [InlineData("MSTEAMS")]
    public async Task A_channel_where_people_name_themselves_is_refused_however_well_endorsed(string channel)
    {
        keys.Publish("all", "msteams", channel);
        var answer = await host.Post(Wire.Message(change: $$"""{"channelId":"{{channel}}"}"""), keys.Token(host.Good(Wire.ServiceUrl), "all"));
        Assert.Equal((HttpStatusCode.Forbidden, "NotTeams"), (answer.StatusCode, await answer.Reason()));
        Assert.Empty(host.Turns);
    }

    [Theory]
    [InlineData("""{"conversation":{"id":"a:chat","tenantId":"other"}}""")]
    [InlineData("""{"channelData":{"tenant":{"id":"other"}}}""")]
    [InlineData("""{"conversation":{"id":"a:chat"},"channelData":null}""")]
    [InlineData("""{"conversation":null,"channelData":{}}""")]
    public async Task Another_tenants_activity_is_403(string change)
    {
        var answer = await host.Post(Wire.Message(change: change), keys.Token(host.Good(Wire.ServiceUrl)));
        Assert.Equal((HttpStatusCode.Forbidden, "WrongTenant"), (answer.StatusCode, await answer.Reason()));
    }

    [Theory]
    [InlineData("""{"conversation":{"id":"a:chat"}}""")]
    [InlineData("""{"channelData":null}""")]
    public async Task Either_place_of_the_tenant_is_enough(string change) =>
        Assert.Equal(HttpStatusCode.OK, (await host.Post(Wire.Message(change: change), keys.Token(host.Good(Wire.ServiceUrl)))).StatusCode);

    [Theory]
    [InlineData("http://localhost.example.com/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("https://smba.trafficmanager.net@example.com/")]
    [InlineData("https://example.com\\@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net./")]
    [InlineData("https://smba.trafficmanager.net.example.com/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("https://example.com/#smba.trafficmanager.net")]
    [InlineData("https://evilbotframework.com/")]
    public async Task A_service_address_that_is_not_trusted_is_403(string serviceUrl)
    {
        var answer = await host.Post(Wire.Message(serviceUrl), keys.Token(host.Good(serviceUrl)));
        Assert.Equal((HttpStatusCode.Forbidden, "UntrustedServiceUrl"), (answer.StatusCode, await answer.Reason()));
    }

    [Fact]
    public async Task Nothing_of_a_refused_token_is_logged_or_answered()
    {
        var token = keys.Token(host.Good("https://example.com/secret"));
        var answer = await host.Post(Wire.Message(), token);
        Assert.DoesNotContain("secret", await answer.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log, line => line.Contains("example.com", StringComparison.Ordinal) || line.Contains(token[..20], StringComparison.Ordinal));
    }

    private DateTime Now => host.Clock.GetUtcNow().UtcDateTime;

    private Task Refused(string reason, Action<SecurityTokenDescriptor> spoil)
    {
        var token = host.Good(Wire.ServiceUrl);
        token.NotBefore = Now.AddHours(-1);
        spoil(token);
        if (token.NotBefore > token.Expires)
            token.Expires = Now.AddHours(2);
        return Refused(reason, keys.Token(token));
    }

    private async Task Refused(string? reason, string token, string? activity = null)
    {
        var answer = await host.Post(activity ?? Wire.Message(), token);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        if (reason is not null)
            Assert.Equal(reason, await answer.Reason());
        Assert.Empty(host.Turns);
    }
}
