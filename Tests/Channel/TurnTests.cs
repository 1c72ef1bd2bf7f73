using System.Net;
using System.Text.Json;
using DisclosureBot.Channel;
using Xunit;

namespace DisclosureBot.Tests.Channel;

/// <summary>What each kind of activity means to the bot.</summary>
public sealed class TurnTests : IAsyncLifetime
{
    private const string Person = "00000000-0000-4000-8000-000000000005";
    private ChannelHost host = null!;

    public async ValueTask InitializeAsync() => host = await ChannelHost.Start();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_message_is_said_by_its_sender_in_its_conversation() =>
        Assert.Equal(new Turn.Said(new(Person, "罗青砚(演示)"), new(Wire.ServiceUrl, "a:chat"), true, "待办"), await Turn<Turn.Said>(Wire.Message()));

    [Theory]
    [InlineData("<at>处理签</at> 查  通知", "查 通知")]
    [InlineData("查<AT id=\"0\">处理签</AT>通知", "查 通知")]
    [InlineData("\u3000查\u3000\u3000通知\u00a0\r\n", "查 通知")]
    [InlineData("查&nbsp;通知", "查 通知")]
    [InlineData("<at>未闭合 查", "<at>未闭合 查")]
    [InlineData("<attr>留下</attr>", "<attr>留下</attr>")]
    [InlineData("<at>", "<at>")]
    [InlineData("a<at", "a<at")]
    [InlineData(null, "")]
    public async Task Mentions_are_taken_out_and_spaces_made_one(string? text, string expected)
    {
        var turn = await Turn<Turn.Said>(Wire.Message(change: JsonSerializer.Serialize(new { text })));
        Assert.Equal(expected, turn.Text);
    }

    [Fact]
    public void A_text_full_of_unclosed_mentions_takes_no_time() =>
        Assert.Equal(200_000, Turns.Plain(string.Concat(Enumerable.Repeat("<at>", 50_000))).Length);

    [Theory]
    [InlineData("personal", true)]
    [InlineData(null, true)]
    [InlineData("groupChat", false)]
    [InlineData("channel", false)]
    public async Task Only_a_personal_chat_is_personal(string? type, bool personal)
    {
        var conversation = JsonSerializer.Serialize(new { conversation = new { id = "a:chat", conversationType = type } });
        Assert.Equal(personal, (await Turn<Turn.Said>(Wire.Message(change: conversation))).Personal);
    }

    [Fact]
    public async Task An_execute_is_a_click()
    {
        var turn = await Turn<Turn.Clicked>(Wire.Click());
        Assert.Equal(("slip.sign", "1:7"), (turn.Verb, turn.CardId));
        Assert.Equal("slip-2026-0007", turn.Data.GetProperty("slip").GetString());
    }

    [Fact]
    public async Task A_submit_is_a_click_too()
    {
        var turn = await Turn<Turn.Clicked>(Wire.Message(change: """{"text":null,"replyToId":"1:7","value":{"verb":"slip.sign","slip":"slip-1"}}"""));
        Assert.Equal(("slip.sign", "1:7", "slip-1"), (turn.Verb, turn.CardId, turn.Data.GetProperty("slip").GetString()));
    }

    [Theory]
    [InlineData("\"data\"")]
    [InlineData("null")]
    [InlineData("[[]]")]
    [InlineData("7")]
    public async Task The_data_of_a_click_may_be_of_any_kind(string data)
    {
        var turn = await Turn<Turn.Clicked>(Wire.Click(change: """{"value":{"action":{"verb":"x","data":DATA}}}""".Replace("DATA", data, StringComparison.Ordinal)));
        Assert.Equal(data, turn.Data.GetRawText());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"action":null}""")]
    [InlineData("""{"action":[]}""")]
    [InlineData("""{"action":{"verb":7}}""")]
    [InlineData("""{"action":{"verb":""}}""")]
    public async Task An_execute_without_a_verb_is_400(string value)
    {
        var answer = await host.Post(Wire.Click(change: $$"""{"value":{{value}}}"""));
        Assert.Equal((HttpStatusCode.BadRequest, "MissingVerb"), (answer.StatusCode, await answer.Reason()));
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("composeExtension/anonymousQueryLink")]
    [InlineData("composeExtension/submitAction")]
    [InlineData(null)]
    public async Task An_unknown_invoke_is_501(string? name)
    {
        var answer = await host.Post(Wire.Click(change: JsonSerializer.Serialize(new { name })));
        Assert.Equal((HttpStatusCode.NotImplemented, "UnknownInvoke"), (answer.StatusCode, await answer.Reason()));
        Assert.Empty(host.Turns);
    }

    [Theory]
    [InlineData("""{"type":"installationUpdate","action":"add"}""")]
    [InlineData("""{"type":"installationUpdate","action":"add-upgrade"}""")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"28:bot"}]}""")]
    [InlineData("""{"type":"conversationUpdate","from":{"id":"28:bot"},"membersAdded":[null,{"id":"28:bot"},{"id":"29:person","aadObjectId":"00000000-0000-4000-8000-000000000005"}]}""")]
    public async Task Being_added_is_an_arrival_of_the_person(string change) =>
        Assert.Equal(Person, (await Turn<Turn.Arrived>(Wire.Message(change: change))).From.AadObjectId);

    [Theory]
    [InlineData("""{"type":"installationUpdate","action":"remove"}""")]
    [InlineData("""{"type":"conversationUpdate","membersRemoved":[{"id":"29:x"},{"id":"28:bot"}]}""")]
    public async Task Being_removed_is_leaving(string change) => await Turn<Turn.Left>(Wire.Message(change: change));

    [Theory]
    [InlineData("""{"type":"conversationUpdate","membersRemoved":[{"id":"29:x"},null]}""")]
    [InlineData("""{"type":"conversationUpdate"}""")]
    [InlineData("""{"type":"installationUpdate","action":"remove-upgrade"}""")]
    [InlineData("""{"type":"messageReaction"}""")]
    [InlineData("""{"type":"typing"}""")]
    [InlineData("""{"type":"inventedTomorrow"}""")]
    public async Task Everything_else_is_accepted_and_means_nothing(string change)
    {
        var answer = await host.Post(Wire.Message(change: change));
        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await answer.Text()));
        Assert.Empty(host.Turns);
    }

    private async Task<T> Turn<T>(string activity) where T : Turn
    {
        Assert.Equal(HttpStatusCode.OK, (await host.Post(activity)).StatusCode);
        return Assert.IsType<T>(Assert.Single(host.Turns));
    }
}
