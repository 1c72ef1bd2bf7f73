using System.Net;
using System.Net.Http.Json;
using System.Text;
using Xunit;

namespace DisclosureBot.Tests.Desk;

/// <summary>Who gets to the desk, and what everybody else is told.</summary>
public sealed class DeskGateTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Host", "desk.example")]
    [InlineData("Host", "127.0.0.1.example:80")]
    [InlineData(DeskHost.From, "192.0.2.7")]
    [InlineData("X-Forwarded-For", "192.0.2.7")]
    [InlineData("X-Forwarded-Host", "tunnel.example")]
    [InlineData("Forwarded", "for=192.0.2.7")]
    public async Task In_development_only_this_machine_gets_in(string header, string value)
    {
        await using var host = await DeskHost.Start();
        foreach (var path in new[] { "/desk/me", "/" })
            Assert.Equal(HttpStatusCode.Forbidden, (await Send(host, HttpMethod.Get, path, (header, value))).StatusCode);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("[::1]:3978")]
    [InlineData("127.0.0.1")]
    public async Task Every_name_of_this_machine_will_do(string name)
    {
        await using var host = await DeskHost.Start();
        Assert.Equal(HttpStatusCode.OK, (await Send(host, HttpMethod.Get, "/desk/me", ("Host", name))).StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    public async Task A_request_begun_on_another_site_is_refused(string header, string value)
    {
        await using var host = await DeskHost.Start();
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(host, HttpMethod.Post, "/desk/messages", (header, value))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(host, HttpMethod.Get, "/desk/events", (header, value))).StatusCode);
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused_by_its_type()
    {
        await using var host = await DeskHost.Start();
        var response = await host.Client.PostAsync("/desk/messages", new StringContent("""{"text":"待办"}""", Encoding.UTF8, "text/plain"), Stop);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task A_seat_that_is_not_in_the_roster_is_named()
    {
        await using var host = await DeskHost.Start();
        var response = await host.Client.GetAsync("/desk/me?as=nobody", Stop);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("nobody", await Text(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_sign_in_keys_the_desk_is_shut_and_chat_goes_on()
    {
        await using var host = await DeskHost.Start(environment: "Production", settings: new(StringComparer.Ordinal) { ["MicrosoftAppId"] = "bot", ["MicrosoftAppTenantId"] = "tenant" });

        foreach (var path in new[] { "/", "/desk/me?as=pulan" })
        {
            var response = await host.Client.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            var text = await Text(response);
            Assert.Contains("MicrosoftAppPassword", text, StringComparison.Ordinal);
            Assert.DoesNotContain("MicrosoftAppTenantId", text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await host.Client.PostAsync("/api/messages", null, Stop)).StatusCode);
    }

    [Fact]
    public async Task Every_answer_tells_the_browser_what_to_refuse()
    {
        await using var host = await DeskHost.Start();
        foreach (var path in new[] { "/", "/desk.css", "/desk/me", "/desk/nowhere" })
        {
            var response = await host.Client.GetAsync(path, Stop);
            var policy = response.Headers.GetValues("Content-Security-Policy").Single();
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'self' https://teams.microsoft.com", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
            Assert.Contains("no-", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    private static async Task<HttpResponseMessage> Send(DeskHost host, HttpMethod method, string path, (string Name, string Value) header)
    {
        using var request = new HttpRequestMessage(method, path);
        if (method == HttpMethod.Post) request.Content = JsonContent.Create(new { text = "待办" });
        if (header.Name is "Host") request.Headers.Host = header.Value;
        else request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
    }

    private static async Task<string> Text(HttpResponseMessage response) =>
        System.Text.RegularExpressions.Regex.Unescape(await response.Content.ReadAsStringAsync(Stop));
}
