using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using DisclosureBot.Tests.Support;

namespace DisclosureBot.Tests.Bench;

/// <summary>Two clicks on one slip, ready to be posted by its section head.</summary>
internal sealed record Slip(byte[] Sign, byte[] Show);

/// <summary>Prepares slips through the front door, by the words that people read on the cards.</summary>
internal sealed class Desk(HttpClient bot, Uri serviceUrl)
{
    private const string Statement = "同意此件公开发布";
    private const string Tenant = "00000000-0000-4000-8000-000000000100";
    private const string Drafter = "00000000-0000-4000-8000-000000000001";
    private const string Head = "00000000-0000-4000-8000-000000000002";

    /// <summary>The slip's id.</summary>
    public async Task<string> Draft(string name)
    {
        var form = await Ask(Drafter, "拟稿");
        var drafted = Card(await Post(Invoke(Drafter, form.Press("提交",
            ("是否涉密", "否"), ("标题", $"关于测量用时的通知({name})"), ("主送", "各县市商务局")))));
        return drafted.Press("撤回").Data["slip"];
    }

    public async Task<Slip> Prepare(string name)
    {
        var slip = await Draft(name);
        var show = Invoke(Head, ("slip.show", new(StringComparer.Ordinal) { ["slip"] = slip }));
        return new(Invoke(Head, Card(await Post(show)).Press(Statement)), show);
    }

    /// <summary>Fails when the decisions just measured did not take place.</summary>
    public async Task MustBeSigned(Slip slip)
    {
        if (Card(await Post(slip.Show)).Offers(Statement))
            throw new InvalidOperationException("The section head may still sign: the decision was not taken.");
    }

    /// <summary>The card that answers a written word, asked for in the response itself.</summary>
    private async Task<ReadCard> Ask(string person, string word)
    {
        var said = Activity("message", person);
        said["text"] = word;
        said["deliveryMode"] = "expectReplies";
        var answer = await Post(JsonSerializer.SerializeToUtf8Bytes(said));
        return new(answer.GetProperty("activities")[0].GetProperty("attachments")[0].GetProperty("content"));
    }

    private static ReadCard Card(JsonElement answer) =>
        answer.GetProperty("type").ValueEquals("application/vnd.microsoft.card.adaptive"u8)
            ? new(answer.GetProperty("value"))
            : throw new InvalidOperationException("Not a card: " + answer.GetRawText());

    private byte[] Invoke(string person, (string Verb, Dictionary<string, string> Data) press)
    {
        var data = new JsonObject();
        foreach (var (name, value) in press.Data) data[name] = value;
        var click = Activity("invoke", person);
        click["name"] = "adaptiveCard/action";
        click["replyToId"] = "1";
        click["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = press.Verb, ["data"] = data },
            ["trigger"] = "manual",
        };
        return JsonSerializer.SerializeToUtf8Bytes(click);
    }

    private JsonObject Activity(string type, string person) => new()
    {
        ["type"] = type,
        ["id"] = Guid.NewGuid().ToString(),
        ["timestamp"] = TimeProvider.System.GetUtcNow().ToString("O"),
        ["serviceUrl"] = serviceUrl.ToString(),
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = $"29:{person}", ["aadObjectId"] = person },
        ["conversation"] = new JsonObject { ["id"] = $"a:{person}", ["conversationType"] = "personal", ["tenantId"] = Tenant },
        ["recipient"] = new JsonObject { ["id"] = "28:disclosure-bot", ["name"] = "公文公开" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
    };

    private async Task<JsonElement> Post(byte[] turn)
    {
        using var content = new ByteArrayContent(turn);
        content.Headers.ContentType = new("application/json");
        using var answer = await bot.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
