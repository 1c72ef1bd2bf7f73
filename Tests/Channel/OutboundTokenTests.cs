using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DisclosureBot.Channel;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Channel;

/// <summary>Our own token: where it comes from, how long it is kept, when a fresh one is fetched. Through Azure.Identity itself.</summary>
public sealed class OutboundTokenTests : IAsyncLifetime
{
    private readonly FakeLogin login = new();
    private static CancellationToken Stop => TestContext.Current.CancellationToken;
    private RecordingConnector connector = null!;
    private ChannelHost host = null!;

    public async ValueTask InitializeAsync()
    {
        connector = await RecordingConnector.Start();
        host = await ChannelHost.Start(login: login);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await connector.DisposeAsync();
    }

    [Fact]
    public async Task One_token_is_fetched_for_many_sends()
    {
        var go = new TaskCompletionSource();
        login.Gate = go.Task;
        var sends = Enumerable.Range(0, 6).Select(i => Send($"a:{i}")).ToArray();
        go.SetResult();
        Assert.All(await Task.WhenAll(sends), outcome => Assert.IsType<SendOutcome.Delivered>(outcome));
        Assert.All(connector.Requests, request => Assert.Equal("Bearer token-1", request.Authorization));
        var (address, form) = Assert.Single(login.Requests, request => request.Address.AbsolutePath.EndsWith("/token", StringComparison.Ordinal));
        Assert.Equal($"https://login.microsoftonline.com/{ChannelHost.Tenant}/oauth2/v2.0/token", address.GetLeftPart(UriPartial.Path));
        Assert.Contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_serves_instead_of_a_password()
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pem");
        try
        {
            await File.WriteAllTextAsync(file, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
            await using var certified = await ChannelHost.Start(login: login, settings: [("MicrosoftAppPassword", null), ("Channel:CertificatePath", file)]);
            Assert.IsType<SendOutcome.Delivered>(await certified.Channel.Send(new(connector.Url, "a:chat"), new("你好"), Stop));
        }
        finally
        {
            File.Delete(file);
        }
        Assert.Contains(login.Requests, request => request.Form.Contains("client_assertion=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_token_is_replaced_once()
    {
        connector.Next(new Scripted(401));
        Assert.IsType<SendOutcome.Delivered>(await Send());
        // Not which tokens: a login that did not answer in time is asked again, and hands out another.
        var used = connector.Requests.Select(request => request.Authorization).ToList();
        Assert.Equal(2, used.Count);
        Assert.NotEqual(used[0], used[1]);
    }

    [Fact]
    public async Task A_token_refused_twice_is_the_end()
    {
        connector.Next(new Scripted(401), new Scripted(401));
        Assert.Equal(new SendOutcome.Rejected(401, "Unauthorized"), await Send());
        Assert.Equal(2, connector.Requests.Count);
    }

    [Fact]
    public async Task A_login_server_that_refuses_makes_it_later_and_nothing_is_sent()
    {
        login.Down = true;
        Assert.Equal(new SendOutcome.Later(null, "NoToken"), await Send());
        Assert.Empty(connector.Requests);
        login.Down = false;
        Assert.IsType<SendOutcome.Delivered>(await Send());
    }

    [Fact]
    public async Task An_untrusted_host_causes_no_token_to_be_fetched()
    {
        await host.Channel.Send(new("https://example.com", "a"), new("x"), Stop);
        Assert.Empty(login.Requests);
    }

    [Fact]
    public async Task The_bot_is_named_when_a_conversation_is_opened()
    {
        await host.Channel.Open(connector.Url, ChannelHost.Tenant, "person", Stop);
        Assert.Equal("28:" + ChannelHost.AppId, connector.Requests[0].Body.GetProperty("bot").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Neither_token_nor_secret_is_logged()
    {
        connector.Next(new Scripted(401));
        await Send();
        login.Down = true;
        await Send("a:2");
        Assert.DoesNotContain(host.Log, line => line.Contains("token-", StringComparison.Ordinal) || line.Contains("invented", StringComparison.Ordinal));
    }

    private Task<SendOutcome> Send(string conversation = "a:chat") => host.Channel.Send(new(connector.Url, conversation), new("你好"), Stop);
}
