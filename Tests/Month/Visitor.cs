using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DisclosureBot.Bureau;
using DisclosureBot.Tests.Support;

namespace DisclosureBot.Tests.Month;

/// <summary>One person's side of the chat, as Teams would send it to the bot's front door.</summary>
/// <param name="mark">What is written as 处理意见 wherever a button takes it; nothing where there is none.</param>
internal sealed class Visitor(IHouse house, Postbox box, Roster roster, Func<string>? mark = null)
{
    private int _activities;

    public Task Install(Person person) => Post(Activity(person, "installationUpdate", new JsonObject { ["action"] = "add" }));

    /// <summary>Writes; the cards of the answer.</summary>
    public async Task<IReadOnlyList<ReadCard>> Say(Person person, string text) =>
        Cards(await Post(Activity(person, "message", new JsonObject { ["text"] = text, ["deliveryMode"] = "expectReplies" })));

    public async Task<IReadOnlyList<ReadCard>> SendFile(Person person, string text, string name, string url) => Cards(await Post(Activity(person, "message", new JsonObject
    {
        ["text"] = text,
        ["deliveryMode"] = "expectReplies",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
            ["name"] = name,
            ["content"] = new JsonObject { ["downloadUrl"] = url, ["uniqueId"] = $"U-{name}", ["fileType"] = Path.GetExtension(name).TrimStart('.') },
        }),
    })));

    /// <summary>The person's card of the case; null where it may not be seen.</summary>
    public Task<ReadCard?> Show(Person person, string caseId) => Click(person, "slip.show", new Dictionary<string, string>(StringComparer.Ordinal) { ["slip"] = caseId });

    /// <returns>Null where the answer is no card.</returns>
    public Task<ReadCard?> Press(Person person, ReadCard card, string button, params (string Label, string Value)[] filled)
    {
        var (verb, data) = card.Press(button, filled);
        if (mark is not null && card.Presses(input => input.GetProperty("id").ValueEquals("opinion"u8) ? "" : null).Any(press => press.Title == button && press.Data.ContainsKey("opinion")))
            data["opinion"] = mark();
        return Click(person, verb, data);
    }

    private async Task<ReadCard?> Click(Person person, string verb, Dictionary<string, string> data)
    {
        var payload = new JsonObject();
        foreach (var (key, value) in data) payload[key] = value;
        var answer = await Post(Activity(person, "invoke", new JsonObject
        {
            ["name"] = "adaptiveCard/action",
            ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = payload }, ["trigger"] = "manual" },
        }));
        return answer.GetProperty("type").ValueEquals("application/vnd.microsoft.card.adaptive"u8) ? new ReadCard(answer.GetProperty("value")) : null;
    }

    private static IReadOnlyList<ReadCard> Cards(JsonElement answer) => [.. answer.GetProperty("activities").EnumerateArray()
        .Where(activity => activity.TryGetProperty("attachments", out _)).Select(activity => new ReadCard(activity.GetProperty("attachments")[0].GetProperty("content")))];

    private JsonObject Activity(Person person, string type, JsonObject more)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"f:{++_activities}"),
            ["channelId"] = "msteams",
            ["serviceUrl"] = box.Url,
            ["from"] = new JsonObject { ["id"] = $"29:{person.Id}", ["aadObjectId"] = person.AadObjectId, ["name"] = person.Name },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject { ["id"] = $"a:{person.Id};personal", ["conversationType"] = "personal", ["tenantId"] = roster.TenantId },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = roster.TenantId } },
        };
        foreach (var (name, value) in more.ToList())
        {
            more.Remove(name);
            activity[name] = value;
        }

        return activity;
    }

    private async Task<JsonElement> Post(JsonObject activity)
    {
        var text = await house.Post(activity);
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }
}
