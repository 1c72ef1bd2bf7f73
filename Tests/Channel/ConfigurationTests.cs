using System.Net;
using DisclosureBot.Channel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Xunit;

namespace DisclosureBot.Tests.Channel;

/// <summary>Configurations that start, and those that are refused with a sentence.</summary>
public sealed class ConfigurationTests
{
    private static readonly Dictionary<string, string?> Registered = new(StringComparer.Ordinal)
    {
        ["MicrosoftAppType"] = "SingleTenant",
        ["MicrosoftAppId"] = "app",
        ["MicrosoftAppPassword"] = "secret",
        ["MicrosoftAppTenantId"] = "tenant",
    };

    [Theory]
    [InlineData("MicrosoftAppId", null, "MicrosoftAppId is missing")]
    [InlineData("MicrosoftAppId", " ", "MicrosoftAppId is missing")]
    [InlineData("MicrosoftAppType", null, "MicrosoftAppType must be")]
    [InlineData("MicrosoftAppType", "MultiTenant", "MicrosoftAppType must be")]
    [InlineData("MicrosoftAppTenantId", null, "MicrosoftAppTenantId is missing")]
    [InlineData("MicrosoftAppPassword", null, "SingleTenant needs")]
    [InlineData("MicrosoftAppType", "UserAssignedMSI", "takes no MicrosoftAppPassword")]
    [InlineData("ChannelService", "https://example.com", "ChannelService names no known cloud")]
    [InlineData("Channel:Patience", "soon", "Channel:Patience must be")]
    [InlineData("Channel:CertificatePath", "/nowhere.cer", "must name a .pem or .pfx")]
    [InlineData("Channel:CertificatePath", "/nowhere.pem", "a file that is not there")]
    [InlineData("Channel:LoginEndpoint", "http://127.0.0.1", "Channel:LoginEndpoint must be an https")]
    [InlineData("Channel:MetadataAddress", "http://127.0.0.1/x", "Channel:MetadataAddress must be an https")]
    public void A_configuration_that_makes_no_sense_is_refused_with_a_sentence(string key, string? value, string sentence)
    {
        var fault = Assert.Throws<InvalidOperationException>(() => Read("Production", (key, value)));
        Assert.Contains(sentence, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_bureaus_tenant_a_registered_bot_does_not_start() =>
        Assert.Contains("tenantId is missing", Assert.Throws<InvalidOperationException>(() => ChannelOptions.Read(Configuration([]), Environment("Production"), "")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_managed_identity_needs_no_secret() =>
        Assert.True(Read("Production", ("MicrosoftAppType", "UserAssignedMSI"), ("MicrosoftAppPassword", null)).ManagedIdentity);

    [Theory]
    [InlineData(null, "https://api.botframework.com", "https://login.microsoftonline.com")]
    [InlineData("https://botframework.azure.us/", "https://api.botframework.us", "https://login.microsoftonline.us")]
    [InlineData("https://botframework.azure.cn", "https://api.botframework.azure.cn", "https://login.partner.microsoftonline.cn")]
    public void Each_cloud_has_its_own_addresses(string? service, string issuer, string login)
    {
        var cloud = Read("Production", ("ChannelService", service)).Cloud;
        Assert.Equal((issuer, login, issuer + "/.default"), (cloud.Issuer, cloud.Login, cloud.Scope));
    }

    [Fact]
    public void A_cloud_trusts_its_own_hosts_and_the_configured_ones()
    {
        var hosts = new ServiceHosts(Read("Production", ("ChannelService", "https://botframework.azure.us"), ("Channel:TrustedHosts:0", "bots.example.org"), ("Channel:TrustedHosts:1", "*.example.net")));
        Assert.True(hosts.Trusts("https://smba.infra.gov.teams.microsoft.us/teams/"));
        Assert.True(hosts.Trusts("https://bots.example.org/"));
        Assert.True(hosts.Trusts("https://far.example.net/"));
        Assert.False(hosts.Trusts("https://example.net/"));
        Assert.False(hosts.Trusts("https://smba.trafficmanager.net/teams/"));
        Assert.False(hosts.Trusts("https://sub.bots.example.org/"));
        Assert.False(hosts.Trusts("https://127.0.0.1/"));
    }

    [Theory]
    [InlineData("urls", "http://0.0.0.0:0")]
    [InlineData("urls", "http://localhost:0;http://*:0")]
    [InlineData("urls", "http://+:0")]
    [InlineData("urls", "http://[::]:0")]
    [InlineData("urls", "http://machine.example:0")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://0.0.0.0:0")]
    public async Task Without_an_app_id_an_address_others_can_reach_is_refused(string key, string address)
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => ChannelHost.Start(settings: (key, address)));
        Assert.Contains("Without MicrosoftAppId", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_app_id_bare_ports_are_refused_because_they_listen_everywhere() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => ChannelHost.Start(settings: [("urls", ""), ("http_ports", "0")]));

    [Theory]
    [InlineData("http://localhost:5000")]
    [InlineData("http://127.0.0.1:0;http://[::1]:0")]
    public void Loopback_addresses_are_loopback(string urls) =>
        Assert.All(urls.Split(';'), url => Assert.True(LoopbackOnly.IsLoopback(BindingAddress.Parse(url).Host)));

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Without_an_app_id_only_Development_starts(string environment) =>
        Assert.Contains("MicrosoftAppId is missing", (await Assert.ThrowsAsync<InvalidOperationException>(() => ChannelHost.Start(environment: environment))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("192.0.2.7", "localhost")]
    [InlineData("127.0.0.1", "bot.example.org")]
    [InlineData(null, "localhost")]
    public async Task The_open_mode_refuses_whoever_calls_from_elsewhere(string? caller, string host)
    {
        var options = ChannelOptions.Read(new ConfigurationBuilder().Build(), Environment("Development"), "");
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = caller is null ? null : IPAddress.Parse(caller);
        http.Request.Host = new(host);
        var (activity, refusal) = await new Gate(options, null!, new ServiceHosts(options)).Admit(http.Request);
        Assert.Null(activity);
        Assert.Equal(new WireRefusal(403, "LoopbackOnly"), refusal);
    }

    private static ChannelOptions Read(string environment, params (string Key, string? Value)[] changes) =>
        ChannelOptions.Read(Configuration(changes), Environment(environment), "tenant");

    private static IConfiguration Configuration((string Key, string? Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(Registered, StringComparer.Ordinal);
        foreach (var (key, value) in changes)
            settings[key] = value;
        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }

    private static HostingEnvironment Environment(string name) => new() { EnvironmentName = name };
}
