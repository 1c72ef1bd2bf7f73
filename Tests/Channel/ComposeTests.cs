using System.Net;
using System.Text.Json;
using DisclosureBot.Cards;
using DisclosureBot.Channel;
using Xunit;

namespace DisclosureBot.Tests.Channel;

/// <summary>The search extension and pasted links on the wire.</summary>
public sealed class ComposeTests : IAsyncLifetime
{
    private ChannelHost host = null!;

    public async ValueTask InitializeAsync() => host = await ChannelHost.Start();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("""{"commandId":"find","parameters":[{"name":"words","value":"  年货节 "}],"queryOptions":{"skip":25,"count":10}}""", "年货节", 25, 10)]
    [InlineData("""{"commandId":"find","parameters":[{"name":"initialRun","value":"true"}],"queryOptions":{"skip":0,"count":25}}""", "", 0, 25)]
    [InlineData("""{"commandId":"find"}""", "", 0, 25)]
    [InlineData("""{"commandId":"find","parameters":{},"queryOptions":[]}""", "", 0, 25)]
    [InlineData("""{"commandId":"find","parameters":[{"name":"words","value":7}],"queryOptions":{"skip":-5,"count":100000}}""", "", 0, 25)]
    [InlineData("""{"commandId":"find","parameters":[{"name":"other","value":"x"},{"name":"words","value":"y"}],"queryOptions":{"skip":9999999999,"count":"3"}}""", "y", 0, 25)]
    public async Task A_search_says_what_is_sought_and_which_page(string value, string text, int skip, int count)
    {
        Assert.Equal(HttpStatusCode.OK, (await host.Post(Invoke("query", value))).StatusCode);
        var sought = Assert.IsType<Turn.Sought>(Assert.Single(host.Turns));
        Assert.Equal((text, skip, count), (sought.Text, sought.Skip, sought.Count));
    }

    [Theory]
    [InlineData("query", "null", "BadQuery")]
    [InlineData("query", "{}", "BadQuery")]
    [InlineData("query", """{"commandId":"create"}""", "BadQuery")]
    [InlineData("queryLink", "null", "BadLink")]
    [InlineData("queryLink", """{"url":7}""", "BadLink")]
    [InlineData("queryLink", """{"url":""}""", "BadLink")]
    public async Task What_is_no_search_and_no_link_is_400(string name, string value, string reason)
    {
        var answer = await host.Post(Invoke(name, value));
        Assert.Equal((HttpStatusCode.BadRequest, reason), (answer.StatusCode, await answer.Reason()));
        Assert.Empty(host.Turns);
    }

    [Fact]
    public async Task Results_are_listed_with_a_preview_beside_what_is_inserted()
    {
        var card = new AdaptiveCard { FallbackText = "一件", Body = [new TextBlock("一件文件")] };
        host.Bot = (_, _) => Task.FromResult(new Answer([], null, new ComposeAnswer.Results([new("<b>标题</b> & 其他", "待签", card)])));
        var answer = (await (await host.Post(Invoke("query", """{"commandId":"find"}"""))).Json()).GetProperty("composeExtension");
        Assert.Equal(("result", "list"), (answer.GetProperty("type").GetString(), answer.GetProperty("attachmentLayout").GetString()));
        var one = Assert.Single(answer.GetProperty("attachments").EnumerateArray());
        Assert.Equal("application/vnd.microsoft.card.adaptive", one.GetProperty("contentType").GetString());
        Assert.Equal("AdaptiveCard", one.GetProperty("content").GetProperty("type").GetString());
        Assert.Equal("application/vnd.microsoft.card.thumbnail", one.GetProperty("preview").GetProperty("contentType").GetString());
        Assert.Equal("‹b›标题‹/b› &amp; 其他", one.GetProperty("preview").GetProperty("content").GetProperty("title").GetString());
        Assert.DoesNotContain("标题", one.GetProperty("content").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_stands_in_place_of_results()
    {
        host.Bot = (_, _) => Task.FromResult(new Answer([], null, new ComposeAnswer.Note("没有找到。")));
        var answer = (await (await host.Post(Invoke("query", """{"commandId":"find"}"""))).Json()).GetProperty("composeExtension");
        Assert.Equal(("message", "没有找到。"), (answer.GetProperty("type").GetString(), answer.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_link_that_means_nothing_gets_an_empty_list()
    {
        var answer = (await (await host.Post(Invoke("queryLink", """{"url":"https://example.com/"}"""))).Json()).GetProperty("composeExtension");
        Assert.Equal(0, answer.GetProperty("attachments").GetArrayLength());
        Assert.Equal("https://example.com/", Assert.IsType<Turn.Linked>(Assert.Single(host.Turns)).Url);
    }

    [Fact]
    public async Task Nobody_searches_without_a_token()
    {
        await using var keys = await Support.FakeKeyServer.Start();
        await using var closed = await ChannelHost.Start(keys);
        foreach (var name in new[] { "query", "queryLink" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await closed.Post(Invoke(name, """{"commandId":"find","url":"https://x.example/"}"""))).StatusCode);
        Assert.Empty(closed.Turns);
    }

    private static string Invoke(string name, string value) =>
        Wire.Click(change: $$"""{"name":{{JsonSerializer.Serialize("composeExtension/" + name)}},"value":{{value}}}""");
}
