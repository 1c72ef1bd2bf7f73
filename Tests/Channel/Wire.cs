using System.Text.Json;
using System.Text.Json.Nodes;

namespace DisclosureBot.Tests.Channel;

/// <summary>Activities as Teams sends them, to be changed one field at a time.</summary>
internal static class Wire
{
    public const string ServiceUrl = "https://smba.trafficmanager.net/cn/";

    /// <param name="serviceUrl">A recording connector's address, or Teams'.</param>
    /// <param name="change">JSON object whose members replace or add; null removes.</param>
    public static string Message(string? serviceUrl = null, string change = "{}")
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = "act-1",
            ["channelId"] = "msteams",
            ["serviceUrl"] = serviceUrl ?? ServiceUrl,
            ["text"] = "待办",
            ["from"] = new JsonObject { ["id"] = "29:person", ["name"] = "罗青砚(演示)", ["aadObjectId"] = "00000000-0000-4000-8000-000000000005" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject { ["id"] = "a:chat", ["conversationType"] = "personal", ["tenantId"] = ChannelHost.Tenant },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = ChannelHost.Tenant } },
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo" }),
        };
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
            activity[name] = value?.DeepClone();
        return activity.ToJsonString();
    }

    public static string Click(string? serviceUrl = null, string change = "{}") => Message(serviceUrl, Merge("""
        {"type":"invoke","name":"adaptiveCard/action","text":null,"replyToId":"1:7",
         "value":{"action":{"type":"Action.Execute","verb":"slip.sign","data":{"slip":"slip-2026-0007"}},"trigger":"manual"}}
        """, change));

    public static async Task<JsonElement> Json(this HttpResponseMessage response)
    {
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return json.RootElement.Clone();
    }

    public static Task<string> Text(this HttpResponseMessage response) => response.Content.ReadAsStringAsync();

    /// <summary>The reason code of a refused request.</summary>
    public static async Task<string?> Reason(this HttpResponseMessage response) =>
        (await response.Json()).GetProperty("error").GetProperty("code").GetString();

    private static string Merge(string first, string second)
    {
        var merged = JsonNode.Parse(first)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(second)!.AsObject())
            merged[name] = value?.DeepClone();
        return merged.ToJsonString();
    }
}
