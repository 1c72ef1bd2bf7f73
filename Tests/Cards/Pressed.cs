using System.Text.Json;
using System.Text.Json.Nodes;
using DisclosureBot.Cards;

namespace DisclosureBot.Tests.Cards;

/// <summary>A button as a client presses it: its data, with the inputs of its card and of the cards around it laid over.</summary>
internal sealed record Pressed(string Title, string Verb, JsonElement Data, JsonElement FallbackData)
{
    public static IEnumerable<Pressed> On(AdaptiveCard card) => In(Parse(card), []);

    public static IEnumerable<JsonNode> Nodes(AdaptiveCard card) => Nodes(Parse(card), into: true).Where(node => TypeOf(node).Length > 0);

    public static string TypeOf(JsonNode node) => node is JsonObject made && made["type"] is JsonValue type ? (string)type! : "";

    public Pressed With(string id, string value) => this with { Data = Over(Data, [new(id, value)]) };

    /// <summary>The same button in a client that knows only Action.Submit.</summary>
    public Pressed ByFallback() => this with { Data = FallbackData, Verb = FallbackData.GetProperty("verb").GetString()! };

    private static IEnumerable<Pressed> In(JsonNode card, IReadOnlyList<KeyValuePair<string, string>> around)
    {
        KeyValuePair<string, string>[] inputs = [.. around, .. Nodes(card, into: false).Where(IsInput).Select(Filled)];
        foreach (var node in Nodes(card, into: false))
        {
            if (string.Equals(TypeOf(node), "Action.Execute", StringComparison.Ordinal))
                yield return Press(node, string.Equals((string?)node["associatedInputs"], "none", StringComparison.Ordinal) ? [] : inputs);
            if (string.Equals(TypeOf(node), "Action.ShowCard", StringComparison.Ordinal))
                foreach (var button in In(node["card"]!, inputs))
                    yield return button;
        }
    }

    private static Pressed Press(JsonNode action, KeyValuePair<string, string>[] inputs) => new(
        (string)action["title"]!,
        (string)action["verb"]!,
        Over(action["data"].Deserialize<JsonElement>(), inputs),
        Over(action["fallback"]!["data"].Deserialize<JsonElement>(), inputs));

    private static JsonElement Over(JsonElement data, IEnumerable<KeyValuePair<string, string>> inputs)
    {
        var merged = JsonObject.Create(data)!;
        foreach (var (id, value) in inputs)
            merged[id] = value;
        return JsonSerializer.SerializeToElement(merged);
    }

    private static bool IsInput(JsonNode node) => TypeOf(node).StartsWith("Input.", StringComparison.Ordinal);

    private static KeyValuePair<string, string> Filled(JsonNode input) => new((string)input["id"]!, input["value"]?.ToString() ?? "");

    private static IEnumerable<JsonNode> Nodes(JsonNode node, bool into) => node switch
    {
        JsonObject made => [node, .. made.Where(one => one.Value is not null && !string.Equals(one.Key, "fallback", StringComparison.Ordinal) && (into || !string.Equals(one.Key, "card", StringComparison.Ordinal))).SelectMany(one => Nodes(one.Value!, into))],
        JsonArray many => many.SelectMany(one => Nodes(one!, into)),
        _ => [],
    };

    private static JsonNode Parse(AdaptiveCard card) => JsonNode.Parse(CardJson.Write(card))!;
}
