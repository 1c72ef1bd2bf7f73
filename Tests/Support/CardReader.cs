using System.Text.Json;
using System.Text.Json.Nodes;

namespace DisclosureBot.Tests.Support;

/// <summary>
/// Reads a card as a person does: inputs by their label, choices and buttons by their title;
/// and presses as a client does, sending the data with all inputs in reach.
/// </summary>
public sealed class CardReader
{
    private static readonly string[] Nesting = ["body", "items", "columns", "rows", "cells"];
    private readonly JsonObject _card;
    private readonly CardReader? _around;
    private readonly Dictionary<string, string> _typed = new(StringComparer.Ordinal);

    public CardReader(string json)
        : this(JsonNode.Parse(json)!.AsObject(), null)
    {
    }

    private CardReader(JsonObject card, CardReader? around) => (_card, _around) = (card, around);

    /// <summary>Every title that can be pressed or opened, those inside a ShowCard included.</summary>
    public IEnumerable<string> Buttons => Actions(_card)
        .SelectMany(action => new[] { Text(action, "title") ?? "" }.Concat(Inside(action) is { } inner ? inner.Buttons : []));

    /// <summary>Writes into the text input with this label, as it stands on the card or in a ShowCard.</summary>
    public CardReader Fill(string label, string text) => Type(label, _ => text);

    /// <summary>Chooses by the choice's title.</summary>
    public CardReader Choose(string label, string title) => Type(label, input => Choice(input, title));

    public CardReader Tick(string label, bool on = true) => Type(label, input => Text(input, on ? "valueOn" : "valueOff") ?? (on ? "true" : "false"));

    /// <summary>The id of the input with this label (or, of a toggle, this title).</summary>
    public string InputId(string label) => Text(Find(label), "id")!;

    /// <summary>What travels for the choice with this title.</summary>
    public string ChoiceValue(string label, string title) => Choice(Find(label), title);

    /// <summary>What the client would send for this button: its verb, and its data joined with the inputs in reach.</summary>
    public (string Verb, JsonObject Data) Press(string title) =>
        Pressed(title, _typed) ?? throw new InvalidOperationException($"No button '{title}'; there are: {string.Join(", ", Buttons)}.");

    private (string, JsonObject)? Pressed(string title, Dictionary<string, string> typed)
    {
        foreach (var action in Actions(_card))
        {
            if (Inside(action) is { } inner)
            {
                if (inner.Pressed(title, typed) is { } found) return found;
            }
            else if (string.Equals(Text(action, "title"), title, StringComparison.Ordinal) && Text(action, "verb") is { } verb)
            {
                return (verb, Data(action, typed));
            }
        }
        return null;
    }

    private JsonObject Data(JsonObject action, Dictionary<string, string> typed)
    {
        var data = action["data"]?.DeepClone().AsObject() ?? [];
        if (Text(action, "associatedInputs") is "none") return data;
        for (var reader = this; reader is not null; reader = reader._around)
        {
            foreach (var input in Inputs(reader._card))
            {
                var id = Text(input, "id")!;
                if ((typed.GetValueOrDefault(id) ?? Text(input, "value") ?? (Text(input, "type") is "Input.Toggle" ? "false" : null)) is { } value)
                    data[id] = value;
            }
        }
        return data;
    }

    private CardReader Type(string label, Func<JsonObject, string> text)
    {
        var input = Find(label);
        _typed[Text(input, "id")!] = text(input);
        return this;
    }

    private JsonObject Find(string label) => AllInputs().FirstOrDefault(input => Named(input, label))
        ?? throw new InvalidOperationException($"No input '{label}'; there are: {string.Join(", ", AllInputs().Select(i => Text(i, "label") ?? Text(i, "title")))}.");

    private IEnumerable<JsonObject> AllInputs() => Inputs(_card)
        .Concat(Actions(_card).SelectMany(action => Inside(action)?.AllInputs() ?? []));

    private CardReader? Inside(JsonObject action) => action["card"] is JsonObject card ? new(card, this) : null;

    private static bool Named(JsonObject input, string label) =>
        string.Equals(Text(input, "label"), label, StringComparison.Ordinal)
        || (Text(input, "type") is "Input.Toggle" && string.Equals(Text(input, "title"), label, StringComparison.Ordinal));

    private static string Choice(JsonObject input, string title) => input["choices"]!.AsArray()
        .Select(choice => choice!.AsObject())
        .Where(choice => string.Equals(Text(choice, "title"), title, StringComparison.Ordinal))
        .Select(choice => Text(choice, "value")!)
        .FirstOrDefault() ?? throw new InvalidOperationException($"'{title}' cannot be chosen; there are: {string.Join(", ", input["choices"]!.AsArray().Select(c => c!["title"]))}.");

    private static IEnumerable<JsonObject> Inputs(JsonObject card) => Elements(card).Where(e => Text(e, "type")?.StartsWith("Input.", StringComparison.Ordinal) == true);

    /// <summary>The buttons at the card's foot and those among its elements; not yet those inside a ShowCard.</summary>
    private static IEnumerable<JsonObject> Actions(JsonObject card) => Elements(card)
        .SelectMany(element => Objects(element["actions"]).Concat(element["selectAction"] is JsonObject tap ? [tap] : []))
        .Concat(Objects(card["actions"]));

    /// <summary>All elements in reading order, down through containers, columns and table cells.</summary>
    private static IEnumerable<JsonObject> Elements(JsonObject parent) => Nesting
        .SelectMany(name => Objects(parent[name]))
        .SelectMany(element => Elements(element).Prepend(element));

    private static IEnumerable<JsonObject> Objects(JsonNode? array) => (array as JsonArray)?.OfType<JsonObject>() ?? [];

    private static string? Text(JsonObject of, string name) =>
        of[name] is JsonValue value ? value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString() : null;
}
