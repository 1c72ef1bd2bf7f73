using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using DisclosureBot.Chat;
using DisclosureBot.Documents;
using DisclosureBot.Paper;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace DisclosureBot.Tests.Desk;

/// <summary>Outside Development everybody signs in with the bureau's account; the provider is the test's.</summary>
public sealed class SignInTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_colleague_signs_in_and_sits_at_their_own_desk_only()
    {
        var provider = new Provider { Oid = People.Head.AadObjectId.ToUpperInvariant() };
        await using var host = await Start(provider);

        var cookie = await SignIn(host, provider);
        var me = await Ask(host, "/desk/me?as=liying", cookie);

        var body = await me.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal("pulan", body.GetProperty("person").GetProperty("id").GetString());
        Assert.False(body.TryGetProperty("people", out _));
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_for_scripts_and_other_sites()
    {
        var provider = new Provider();
        await using var host = await Start(provider);
        var cookie = await SignIn(host, provider, attributes: true);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Somebody_outside_the_roster_is_told_whom_to_ask()
    {
        var provider = new Provider { Oid = Guid.NewGuid().ToString() };
        await using var host = await Start(provider);

        var page = await Ask(host, "/", await SignIn(host, provider));

        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains(WebUtility.HtmlEncode("周临溪(演示)"), await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_of_another_tenant_does_not_get_in()
    {
        var provider = new Provider { Tid = Guid.NewGuid().ToString() };
        await using var host = await Start(provider);
        var (callback, cookies) = await Begin(host, provider);

        var response = await Ask(host, callback, cookies);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain(response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [], c => c.StartsWith("__Host-desk", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/desk-sign-out-everywhere")]
    [InlineData("/signout-oidc")]
    public async Task No_link_of_another_site_signs_anybody_out(string path)
    {
        var provider = new Provider();
        await using var host = await Start(provider);
        var response = await Ask(host, path, await SignIn(host, provider));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("?error=%3Cscript%3E&error_description=x")]
    [InlineData("?code=x&state=https://elsewhere.example")]
    [InlineData("")]
    public async Task A_forged_return_from_the_sign_in_gets_a_plain_page(string query)
    {
        await using var host = await Start(new Provider());
        var response = await host.Client.GetAsync("/desk-signed-in" + query, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
        Assert.DoesNotContain("script", await response.Content.ReadAsStringAsync(Stop), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task With_the_provider_away_the_page_says_so_instead_of_failing()
    {
        await using var host = await Start(new Provider { IsAway = true });
        var response = await host.Client.GetAsync("/", Stop);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains(WebUtility.HtmlEncode("暂时无法登录"), await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_without_a_sign_in_gets_401_and_never_a_redirect()
    {
        await using var host = await Start(new Provider());
        var response = await host.Client.GetAsync("/desk/inbox", Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task After_the_sign_in_one_is_at_the_case_that_the_link_named()
    {
        var provider = new Provider { Oid = People.Head.AadObjectId };
        await using var host = await Start(provider);
        var (callback, cookies) = await Begin(host, provider, "/?slip=slip-2026-0000007");
        var back = await Ask(host, callback, cookies);
        Assert.Equal((HttpStatusCode.Redirect, "/?slip=slip-2026-0000007"), (back.StatusCode, back.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task In_a_frame_the_sign_in_is_offered_as_a_link()
    {
        await using var host = await Start(new Provider());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/?slip=slip-2026-0007");
        request.Headers.Add("Sec-Fetch-Dest", "iframe");

        var page = await (await host.Client.SendAsync(request, Stop)).Content.ReadAsStringAsync(Stop);

        Assert.Contains("""target="_blank" rel="noopener" href="/?slip=slip-2026-0007">""", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_a_file_opens_nothing_for_a_colleague_it_was_handed_on_to()
    {
        var keys = Directory.CreateTempSubdirectory("keys-");
        var links = new FileLinks(keys.FullName, People.Roster.BureauId, TimeProvider.System);
        var provider = new Provider { Oid = People.Head.AadObjectId };
        // Who reads is settled before any slip is looked at, so there need be none.
        await using var host = await Start(provider, services => services
            .AddSingleton(links).AddSingleton(new Filing(null!, null!, null!, null!, null!, null!)).AddSingleton(new FiledFiles(null!, null!)).AddSingleton(new SlipPapers(null!, null!, null!)));
        var link = $"/files/{links.For("slip-1", "f-1", People.Drafter.Id)}";

        Assert.Equal(HttpStatusCode.Redirect, (await host.Client.GetAsync(link, Stop)).StatusCode);
        var answer = await Ask(host, link, await SignIn(host, provider));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains(WebUtility.HtmlEncode("这个链接不是给您的"), await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        keys.Delete(recursive: true);
    }

    private static Task<DeskHost> Start(Provider provider, Action<IServiceCollection>? more = null) => DeskHost.Start(
        environment: "Production",
        settings: new(StringComparer.Ordinal) { ["Desk:Authority"] = Provider.Issuer, ["MicrosoftAppId"] = "bot", ["MicrosoftAppPassword"] = "secret" },
        more: services =>
        {
            services.Configure<OpenIdConnectOptions>("Entra", o => o.BackchannelHttpHandler = provider);
            more?.Invoke(services);
        });

    /// <summary>Opens the page and follows to the provider; what comes back is what the browser would bring from there.</summary>
    private static async Task<(string Callback, string Cookies)> Begin(DeskHost host, Provider provider, string page = "/")
    {
        var challenge = await host.Client.GetAsync(page, Stop);
        Assert.Equal(HttpStatusCode.Redirect, challenge.StatusCode);
        var asked = QueryHelpers.ParseQuery(challenge.Headers.Location!.Query);
        provider.Nonce = asked["nonce"]!;
        return ($"/desk-signed-in?code=abc&state={Uri.EscapeDataString(asked["state"]!)}", Cookies(challenge));
    }

    private static async Task<string> SignIn(DeskHost host, Provider provider, bool attributes = false)
    {
        var (callback, cookies) = await Begin(host, provider);
        var back = await Ask(host, callback, cookies);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        var cookie = back.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-desk=", StringComparison.Ordinal));
        return attributes ? cookie : cookie.Split(';')[0];
    }

    private static async Task<HttpResponseMessage> Ask(DeskHost host, string path, string cookies)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", cookies);
        return await host.Client.SendAsync(request, Stop);
    }

    private static string Cookies(HttpResponseMessage response) =>
        string.Join("; ", response.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));

    /// <summary>An OpenID Connect provider of three documents: metadata, keys, and a token for whoever asks.</summary>
    private sealed class Provider : HttpMessageHandler
    {
        public const string Issuer = "https://login.example/tenant/v2.0";
        private static readonly RsaSecurityKey Key = new(RSA.Create(2048)) { KeyId = "k1" };

        /// <summary>As the desk sent it; a real provider puts it into its token.</summary>
        public string? Nonce { get; set; }
        public string Oid { get; init; } = People.Head.AadObjectId;
        public string Tid { get; init; } = People.Roster.TenantId;
        public bool IsAway { get; init; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            IsAway ? throw new HttpRequestException("away") : Task.FromResult(new HttpResponseMessage { Content = JsonContent.Create(Answer(request.RequestUri!.AbsolutePath)) });

        private object Answer(string path) => path switch
        {
            "/keys" => new { keys = new[] { PublicKey() } },
            "/token" => new { token_type = "Bearer", expires_in = 3600, id_token = Token(), access_token = "unused" },
            _ => new
            {
                issuer = Issuer,
                authorization_endpoint = "https://login.example/authorize",
                token_endpoint = "https://login.example/token",
                jwks_uri = "https://login.example/keys",
            },
        };

        private static object PublicKey()
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(Key);
            return new { kty = "RSA", use = "sig", kid = key.Kid, n = key.N, e = key.E };
        }

        private string Token() => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = "bot",
            SigningCredentials = new(Key, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["sub"] = "s",
                ["oid"] = Oid,
                ["tid"] = Tid,
                ["nonce"] = Nonce!,
            },
        });
    }
}
