using System.Text.Json.Nodes;
using DisclosureBot.Channel;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Channel;

/// <summary>Who is in a conversation, as the Connector tells it page by page; what is not said completely is not known at all.</summary>
public sealed class MembersTests : IAsyncLifetime
{
    private const string Room = "19:room;x@thread.v2";
    private ChannelHost host = null!;
    private RecordingConnector far = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await ChannelHost.Start();
        far = await RecordingConnector.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await far.DisposeAsync();
    }

    [Fact]
    public async Task All_pages_are_read_in_order()
    {
        far.Gather(Room, Enumerable.Range(1, 5).Select(n => Member($"id-{n}")));
        Assert.Equal(["id-1", "id-2", "id-3", "id-4", "id-5"], (await Ask())!.Select(member => member.AadObjectId!));
        Assert.Equal(3, far.Requests.Count);
        Assert.All(far.Requests, request => Assert.Contains("/v3/conversations/19%3Aroom%3Bx%40thread.v2/pagedmembers?pageSize=", request.Target, StringComparison.Ordinal));
    }

    [Fact]
    public async Task More_than_asked_for_are_unknown()
    {
        far.Gather(Room, Enumerable.Range(1, 5).Select(n => Member($"id-{n}")));
        Assert.Equal(5, (await Ask(5))!.Count);
        Assert.Null(await Ask(4));
    }

    [Theory]
    [InlineData(404, "")]
    [InlineData(429, "")]
    [InlineData(502, "x")]
    [InlineData(200, "")]
    [InlineData(200, "[]")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"members":null}""")]
    [InlineData(200, """{"members":[],"continuationToken":7}""")]
    public async Task A_page_that_does_not_come_whole_makes_all_unknown(int status, string body)
    {
        far.Gather(Room, [Member("id-1"), Member("id-2"), Member("id-3")]);
        far.Next(new Scripted(status, body, For: request => request.Target.Contains("continuationToken", StringComparison.Ordinal)));
        Assert.Null(await Ask());
    }

    [Fact]
    public async Task Guests_are_told_apart_and_bots_left_out()
    {
        far.Gather(Room,
        [
            Member("a"), Member("b", member => member["userRole"] = "guest"), Member("c", member => member["tenantId"] = "99999999-9999-4999-8999-999999999999"),
            Member("d", member => { member.Remove("objectId"); member.Remove("aadObjectId"); }), Member("e", member => member["objectId"] = "f"), Member("g", member => member["id"] = "28:bot"),
            Member("h", member => { member.Remove("userRole"); member.Remove("tenantId"); member.Remove("objectId"); }),
        ]);
        Assert.Equal([new Member("a", false), new("b", true), new("c", true), new(null, false), new(null, false), new("h", false)], (await Ask())!);
    }

    [Fact]
    public async Task Nobody_is_asked_at_an_address_that_is_not_trusted_or_by_an_id_that_climbs()
    {
        Assert.Null(await host.Channel.Members(new("https://evil.example", Room), 10, Stop));
        Assert.Null(await host.Channel.Members(new(far.Url, ".."), 10, Stop));
        Assert.Empty(far.Requests);
    }

    private static JsonObject Member(string id, Action<JsonObject>? change = null) => RecordingConnector.Member(id, ChannelHost.Tenant, change);

    private Task<IReadOnlyList<Member>?> Ask(int most = 200) => host.Channel.Members(new Address(far.Url, Room), most, Stop);
}
