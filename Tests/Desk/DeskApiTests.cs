using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DisclosureBot.Cards;
using DisclosureBot.Channel;
using DisclosureBot.Journal;
using Xunit;

namespace DisclosureBot.Tests.Desk;

/// <summary>The desk's API makes the turns that chat would make, and says plainly what is wrong with a request.</summary>
public sealed class DeskApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly AdaptiveCard Card = new() { FallbackText = "处理签", Body = [new TextBlock("处理签")] };

    [Fact]
    public async Task Me_names_the_seat_and_everybody_else()
    {
        await using var host = await DeskHost.Start();

        var me = await host.Client.GetFromJsonAsync<JsonElement>("/desk/me?as=pulan", Stop);

        Assert.Equal("楚雄州商务局", me.GetProperty("bureau").GetString());
        Assert.Equal("普云岚(演示)", me.GetProperty("person").GetProperty("name").GetString());
        Assert.Equal("起草人、科室负责人", me.GetProperty("people")[1].GetProperty("roles").GetString());
        Assert.Equal(3, me.GetProperty("people").GetArrayLength());
    }

    [Fact]
    public async Task Without_a_seat_the_first_of_the_roster_sits_down()
    {
        await using var host = await DeskHost.Start();
        var me = await host.Client.GetFromJsonAsync<JsonElement>("/desk/me", Stop);
        Assert.Equal("liying", me.GetProperty("person").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Inbox_counts_what_waits()
    {
        await using var host = await DeskHost.Start(inbox: (person, most, _) =>
        {
            Assert.Equal(("pulan", 200), (person, most));
            return Task.FromResult<IReadOnlyList<InboxCase>>([Case("slip-2026-0007", mustAct: true), Case("slip-2026-0008", mustAct: false)]);
        });

        var inbox = await host.Client.GetFromJsonAsync<JsonElement>("/desk/inbox?as=pulan", Stop);

        Assert.Equal(1, inbox.GetProperty("waiting").GetInt32());
        Assert.Equal("slip-2026-0008", inbox.GetProperty("cases")[1].GetProperty("caseId").GetString());
    }

    [Fact]
    public async Task Opening_a_case_asks_the_bot_to_show_it_to_this_person()
    {
        Turn? seen = null;
        await using var host = await DeskHost.Start(
            (turn, _) => { seen = turn; return Task.FromResult(new Answer([], new ClickAnswer.Card(Card))); },
            (_, _, _) => Task.FromResult<IReadOnlyList<InboxCase>>([Case("slip-2026-0007", mustAct: true)]));

        var answer = await host.Client.GetFromJsonAsync<JsonElement>("/desk/cases/slip-2026-0007?as=pulan", Stop);

        var click = Assert.IsType<Turn.Clicked>(seen);
        Assert.Equal(new Sender(People.Head.AadObjectId, People.Head.Name), click.From);
        Assert.Null(click.Where);
        Assert.Equal(("slip.show", "slip-2026-0007"), (click.Verb, click.Data.GetProperty("slip").GetString()));
        Assert.Equal(4, answer.GetProperty("version").GetInt64());
        Assert.Equal("AdaptiveCard", answer.GetProperty("card").GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_message_brings_the_bots_replies()
    {
        await using var host = await DeskHost.Start((turn, _) => Task.FromResult(new Answer(
            [new Message($"听到:{((Turn.Said)turn).Text}"), new Message("处理签", Card)])));

        var response = await host.Client.PostAsJsonAsync("/desk/messages", new { text = " 待办 " }, Stop);

        var replies = (await response.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("replies");
        Assert.Equal("听到:待办", replies[0].GetProperty("summary").GetString());
        Assert.Equal("AdaptiveCard", replies[1].GetProperty("card").GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_refused_click_says_so_and_brings_no_card()
    {
        await using var host = await DeskHost.Start((_, _) => Task.FromResult(
            new Answer([], new ClickAnswer.Refusal(403, "NotYours", "此件等待普云岚(演示)处理。"))));

        var answer = await Click(host, new { verb = "slip.sign", data = new { slip = "slip-2026-0007" } });

        Assert.Equal("此件等待普云岚(演示)处理。", answer.GetProperty("refusal").GetProperty("text").GetString());
        Assert.False(answer.TryGetProperty("card", out _));
    }

    [Fact]
    public async Task A_click_that_committed_names_the_version_it_made()
    {
        DeskHost? host = null;
        await using var started = host = await DeskHost.Start((_, _) =>
        {
            host!.Feed.Tell(Commits.Of("slip-2026-0009", expected: 7));
            host.Feed.Tell(Commits.Of("slip-2026-0007", expected: 4, "pulan"));
            return Task.FromResult(new Answer([], new ClickAnswer.Card(Card)));
        });

        var answer = await Click(host, new { verb = "slip.sign", data = new { slip = "slip-2026-0007" } });

        Assert.Equal(5, answer.GetProperty("version").GetInt64());
    }

    [Theory]
    [InlineData("/desk/messages", "not json", 400)]
    [InlineData("/desk/messages", "", 400)]
    [InlineData("/desk/messages", "null", 400)]
    [InlineData("/desk/messages", "{\"text\":7}", 400)]
    [InlineData("/desk/messages", "{\"text\":\"  \"}", 400)]
    [InlineData("/desk/clicks", "[]", 400)]
    [InlineData("/desk/clicks", "{\"data\":{}}", 400)]
    [InlineData("/desk/clicks", "{\"verb\":\"\"}", 400)]
    [InlineData("/desk/clicks", "{\"verb\":\"slip.show\",\"data\":{\"slip\":\"\\ud800\"}}", 400)]
    [InlineData("/desk/clicks", "{\"verb\":\"slip.show\",\"data\":{\"\\udc00\":\"x\",\"slip\":\"x\"}}", 400)]
    [InlineData("/desk/clicks", "{\"verb\":\"slip.show\",\"data\":[\"\\ud800\"]}", 400)]
    [InlineData("/desk/nowhere", "{}", 404)]
    public async Task A_bad_body_gets_a_sentence(string path, string body, int status)
    {
        await using var host = await DeskHost.Start((_, _) => throw new InvalidOperationException("A bad body must not reach the bot."));

        var response = await host.Client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"), Stop);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.NotEmpty((await response.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("error").GetString()!);
    }

    [Fact]
    public async Task A_body_nested_too_deep_or_too_long_is_refused()
    {
        await using var host = await DeskHost.Start((_, _) => throw new InvalidOperationException("A bad body must not reach the bot."));
        var deep = $"{{\"verb\":\"x\",\"data\":{new string('[', 100)}{new string(']', 100)}}}";
        var words = JsonSerializer.Serialize(new { text = new string('长', 4001) });
        var huge = JsonSerializer.Serialize(new { text = new string('x', 70_000) });

        Assert.Equal(HttpStatusCode.BadRequest, await Status("/desk/clicks", deep));
        Assert.Equal(HttpStatusCode.BadRequest, await Status("/desk/messages", words));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Status("/desk/messages", huge));

        async Task<HttpStatusCode> Status(string path, string body) =>
            (await host.Client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"), Stop)).StatusCode;
    }

    private static async Task<JsonElement> Click(DeskHost host, object body)
    {
        var response = await host.Client.PostAsJsonAsync("/desk/clicks?as=pulan", body, Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    private static InboxCase Case(string id, bool mustAct) =>
        new(id, "slip", id[5..], "关于直播电商的通知", "等待科室", Open: true, mustAct, Version: 4, DateTimeOffset.UnixEpoch);
}

/// <summary>Commits as the journal would announce them.</summary>
internal static class Commits
{
    public static CaseWrite Of(string caseId, long expected, params string[] people) => new(
        caseId, "slip", expected, [new NewEvent("signed", "{}", "pulan", DateTimeOffset.UnixEpoch)], "{}",
        new Listing("2026-0007", "关于直播电商的通知", "liying", "ecommerce", "等待办公室", Open: true, ""),
        [.. people.Select(p => new SlotWrite(p, Alert: false, MustAct: false))], []);
}
