using System.Net;
using DisclosureBot.Channel;
using DisclosureBot.Web;
using Xunit;

namespace DisclosureBot.Tests.Channel;

/// <summary>Which addresses a file may come from or go to.</summary>
public sealed class FileHostTests
{
    private static readonly FileHosts Closed = new([".sharepoint.com", "files.bureau.example"], loopbackAllowed: false);
    private static readonly FileHosts Development = new([".sharepoint.com"], loopbackAllowed: true);

    [Theory]
    [InlineData("https://contoso-my.sharepoint.com/download?x=1", true)]
    [InlineData("https://files.bureau.example/x", true)]
    [InlineData("http://contoso-my.sharepoint.com/x", false)]
    [InlineData("https://sharepoint.com.evil.example/x", false)]
    [InlineData("https://evilsharepoint.com/x", false)]
    [InlineData("https://contoso-my.sharepoint.com@evil.example/x", false)]
    [InlineData("https://user@contoso-my.sharepoint.com/x", false)]
    [InlineData("https://contoso-my.sharepoint.com:8443/x", false)]
    [InlineData("https://127.0.0.1/x", false)]
    [InlineData("http://localhost:3978/x", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    [InlineData("https://[::1]/x", false)]
    [InlineData("ftp://contoso-my.sharepoint.com/x", false)]
    [InlineData("file:///etc/passwd", false)]
    public void Only_https_to_known_hosts(string address, bool trusted) => Assert.Equal(trusted, Closed.Trusts(new Uri(address)));

    [Theory]
    [InlineData("http://127.0.0.1:4000/x", true)]
    [InlineData("http://localhost:4000/x", true)]
    [InlineData("http://10.0.0.1/x", false)]
    [InlineData("http://contoso-my.sharepoint.com/x", false)]
    [InlineData("ftp://127.0.0.1/x", false)]
    public void In_development_this_machine_too(string address, bool trusted) => Assert.Equal(trusted, Development.Trusts(new Uri(address)));

    [Fact]
    public void No_address_at_all_is_not_trusted()
    {
        Assert.False(Closed.Trusts(null));
        Assert.False(Closed.Trusts(new Uri("/x", UriKind.Relative)));
    }

    [Theory]
    [InlineData("13.107.136.10", true)]
    [InlineData("2620:1ec:8f8::10", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:13.107.136.10", true)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::1", false)]
    [InlineData("2001:0:1::1", false)]
    public void Only_the_public_internet(string address, bool open) => Assert.Equal(open, PublicHosts.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task A_known_name_that_leads_inside_is_not_connected_to()
    {
        // The machine's own name resolver says that localhost is this machine: as good as a rebound name.
        var hosts = new FileHosts(["localhost"], loopbackAllowed: false);
        Assert.True(hosts.Trusts(new Uri("https://localhost/x")));
        await Assert.ThrowsAsync<HttpRequestException>(() => hosts.Resolve("localhost", TestContext.Current.CancellationToken));

        using var http = new FileHttp(hosts);
        var fault = await Assert.ThrowsAsync<FetchException>(() => new FileDownload(http, hosts, TimeProvider.System)
            .Fetch("https://localhost/x", (_, _, _) => Task.FromResult(0), TestContext.Current.CancellationToken));
        Assert.Equal(FetchFault.Broken, fault.Fault);
    }
}
