using System.Text.Json;
using System.Text.Json.Nodes;
using DisclosureBot.Tests.Support;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>A group chat or channel in which people of the town speak and click; the cards that stand in it are its own.</summary>
internal sealed class GroupChat(Town town, string id, string type = "groupChat")
{
    public string Conversation => id;

    /// <summary>The messages standing in it, oldest first, as cards.</summary>
    public IReadOnlyList<(string Id, ReadCard Card)> Cards =>
        town.Teams.Messages(id)
            .Where(message => message.Body.TryGetProperty("attachments", out _))
            .Select(message => (message.Id, new ReadCard(message.Body.GetProperty("attachments")[0].GetProperty("content")))).ToList();

    /// <summary>@机器人 …; returns what the bot answers.</summary>
    /// <param name="post">The post of the channel that is answered.</param>
    public async Task<string> Say(string person, string text, string? post = null)
    {
        var message = Here(Empty(person), post);
        (message["type"], message["text"], message["deliveryMode"]) = ("message", $"<at>公文公开</at> {text}", "expectReplies");
        return Text(await town.Person(person).Post(message));
    }

    /// <summary>Presses a button of a card that stands here.</summary>
    public async Task<Clicked> Press(string person, (string Id, ReadCard Card) message, string button, params (string Label, string Value)[] filled)
    {
        var answer = await Post(person, message, button, null, filled);
        return new Clicked(answer.GetProperty("statusCode").GetInt32(), answer.GetProperty("type").GetString()!, answer.GetProperty("value"));
    }

    /// <summary>The same by somebody the roster does not know.</summary>
    public async Task<string> PressAsStranger((string Id, ReadCard Card) message, string button) =>
        (await Post("luoqing", message, button, "99999999-0000-4000-8000-000000000001", [])).GetRawText();

    /// <summary>The bot is removed, by somebody the channel does not name.</summary>
    public Task Remove()
    {
        var gone = Here(Empty("luoqing"), null);
        (gone["type"], gone["from"], gone["membersRemoved"]) = ("conversationUpdate", new JsonObject { ["id"] = "29:somebody" }, new JsonArray(new JsonObject { ["id"] = "28:bot" }));
        return town.Person("luoqing").Post(gone);
    }

    /// <summary>The newest card here that says this, once it has come.</summary>
    public async Task<(string Id, ReadCard Card)> Live(string says)
    {
        await town.Teams.Until(_ => Cards.Any(message => message.Card.Says(says)));
        return Cards.Last(message => message.Card.Says(says));
    }

    private Task<JsonElement> Post(string person, (string Id, ReadCard Card) message, string button, string? stranger, (string, string)[] filled)
    {
        var (verb, data) = message.Card.Press(button, filled);
        var click = Here(town.Person(person).Click(verb, data, message.Id), type == "channel" ? message.Id : null);
        if (stranger is not null) click["from"]!["aadObjectId"] = stranger;
        return town.Person(person).Post(click);
    }

    private JsonObject Empty(string person)
    {
        var activity = town.Person(person).Click("x", new Dictionary<string, string>(StringComparer.Ordinal));
        activity.Remove("value");
        activity.Remove("name");
        return activity;
    }

    private JsonObject Here(JsonObject activity, string? post)
    {
        activity["conversation"]!["id"] = post is null ? id : $"{id};messageid={post}";
        activity["conversation"]!["conversationType"] = type;
        return activity;
    }

    private static string Text(JsonElement answer) => string.Join('\n', answer.GetProperty("activities").EnumerateArray().Select(activity => new ReadCard(activity).Text));
}
