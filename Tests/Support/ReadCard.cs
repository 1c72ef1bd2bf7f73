using System.Text.Json;

namespace DisclosureBot.Tests.Support;

/// <summary>A card as a person meets it: what it says, inputs by their label, choices and buttons by their title.</summary>
public sealed class ReadCard(JsonElement card)
{
    /// <summary>Everything readable, in order, one piece per line.</summary>
    public string Text { get; } = string.Join('\n', Texts(card));

    public JsonElement Json => card;

    public bool Says(string text) => Text.Contains(text, StringComparison.Ordinal)
        || string.Concat(Texts(card)).Contains(text, StringComparison.Ordinal);

    public bool Offers(string button) => Buttons(card, []).Any(found => found.Title == button);

    public IReadOnlyList<string> ButtonTitles => Buttons(card, []).Select(found => found.Title).ToList();

    public IReadOnlyList<string> ChoicesOf(string label) =>
        Input(card, label).GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("title").GetString()!).ToList();

    /// <summary>The default a client would show in the input.</summary>
    public string? ValueOf(string label) => Input(card, label).TryGetProperty("value", out var value) ? value.ToString() : null;

    /// <summary>What a client would send for a press of this button, with these inputs filled in.</summary>
    public (string Verb, Dictionary<string, string> Data) Press(string button, params (string Label, string Value)[] filled)
    {
        var matches = Buttons(card, []).Where(found => found.Title == button && found.Action.TryGetProperty("verb", out _)).ToList();
        if (matches.Count != 1) throw new InvalidOperationException($"{matches.Count} buttons '{button}' to press among {string.Join(" | ", ButtonTitles)}");
        var (_, action, scopes) = matches[0];
        var data = new Dictionary<string, string>(StringComparer.Ordinal);
        var typed = filled.ToDictionary(pair => Id(Input(card, pair.Label)), pair => Translate(Input(card, pair.Label), pair.Value), StringComparer.Ordinal);
        if (Named(action, "associatedInputs") != "none")
        {
            foreach (var input in scopes.SelectMany(scope => Inputs(scope.GetProperty("body"))))
                if ((typed.GetValueOrDefault(Id(input)) ?? Named(input, "value")) is { } value) data[Id(input)] = value;
        }

        foreach (var own in action.GetProperty("data").EnumerateObject()) data[own.Name] = own.Value.GetString()!;
        return (action.GetProperty("verb").GetString()!, data);
    }

    /// <summary>What a client would send for each of its buttons, every input filled by this; where it says nothing the default stays.</summary>
    public IReadOnlyList<(string Title, string Verb, Dictionary<string, string> Data)> Presses(Func<JsonElement, string?> fill) =>
        [.. Buttons(card, []).Where(button => button.Action.TryGetProperty("verb", out _)).Select(button =>
        {
            var data = new Dictionary<string, string>(StringComparer.Ordinal);
            if (Named(button.Action, "associatedInputs") != "none")
            {
                foreach (var input in button.Scopes.SelectMany(scope => Inputs(scope.GetProperty("body"))))
                    if ((fill(input) ?? Named(input, "value")) is { } value) data[Id(input)] = value;
            }

            foreach (var own in button.Action.GetProperty("data").EnumerateObject()) data[own.Name] = own.Value.GetString()!;
            return (button.Title, button.Action.GetProperty("verb").GetString()!, data);
        })];

    private static string Translate(JsonElement input, string value) => input.GetProperty("type").GetString() switch
    {
        "Input.ChoiceSet" when input.TryGetProperty("isMultiSelect", out var many) && many.GetBoolean() => string.Join(',', value.Split(',').Select(one => Chosen(input, one))),
        "Input.ChoiceSet" => Chosen(input, value),
        "Input.Toggle" => value is "true" or "是" ? "true" : "false",
        _ => value,
    };

    private static string Chosen(JsonElement input, string value) => input.GetProperty("choices").EnumerateArray().FirstOrDefault(choice => choice.GetProperty("title").GetString() == value) is { ValueKind: JsonValueKind.Object } choice
            ? choice.GetProperty("value").GetString()!
            : throw new InvalidOperationException($"No choice '{value}'.");

    private static JsonElement Input(JsonElement card, string label)
    {
        var found = Inputs(card).Where(input => Named(input, "label") == label || Named(input, "title") == label).ToList();
        return found.Count == 1 ? found[0] : throw new InvalidOperationException($"{found.Count} inputs '{label}'.");
    }

    private static string Id(JsonElement input) => input.GetProperty("id").GetString()!;

    private static string? Named(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.ToString() : null;

    private static IEnumerable<JsonElement> Inputs(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when Named(element, "type")?.StartsWith("Input.", StringComparison.Ordinal) == true => [element],
        JsonValueKind.Object => element.EnumerateObject().Where(property => property.Name != "fallback").SelectMany(property => Inputs(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Inputs),
        _ => [],
    };

    /// <summary>Every action with the cards whose inputs it gathers: its own and those around it.</summary>
    private static IEnumerable<(string Title, JsonElement Action, JsonElement[] Scopes)> Buttons(JsonElement element, JsonElement[] scopes)
    {
        if (element.ValueKind == JsonValueKind.Array) return element.EnumerateArray().SelectMany(item => Buttons(item, scopes));
        if (element.ValueKind != JsonValueKind.Object) return [];
        var type = Named(element, "type");
        if (type == "AdaptiveCard") scopes = [.. scopes, element];
        var inner = element.EnumerateObject().Where(property => property.Name != "fallback").SelectMany(property => Buttons(property.Value, scopes));
        return type?.StartsWith("Action.", StringComparison.Ordinal) == true && Named(element, "title") is { } title
            ? inner.Prepend((title, element, scopes))
            : inner;
    }

    private static IEnumerable<string> Texts(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array) return element.EnumerateArray().SelectMany(Texts);
        if (element.ValueKind != JsonValueKind.Object) return [];
        return element.EnumerateObject().SelectMany(property => property switch
        {
            { Name: "text" or "title" or "label", Value.ValueKind: JsonValueKind.String } => [property.Value.GetString()!],
            { Name: "fallback" or "data" } => [],
            _ => Texts(property.Value),
        });
    }
}
