using System.Text.Json;

namespace DisclosureBot.Channel;

/// <summary>The search extension on the wire: what is asked from the compose box, and the results as Teams lists them.</summary>
public static class ComposeWire
{
    /// <summary>The one command of the manifest, and its one parameter.</summary>
    public const string Command = "find";
    public const string Parameter = "words";

    /// <summary>Results at once; Teams asks for as many.</summary>
    public const int MostAtOnce = 25;

    /// <summary>Nobody scrolls deeper; who does is given nothing more.</summary>
    private const int Deepest = 1000;

    private const string InitialRun = "initialRun";
    private const string PreviewCard = "application/vnd.microsoft.card.thumbnail";

    /// <returns>Null where it is no search of ours.</returns>
    public static (string Text, int Skip, int Count)? Query(JsonElement value)
    {
        if (FileWire.Text(value, "commandId") is not Command) return null;
        var options = Property(value, "queryOptions");
        return (Words(Property(value, "parameters")), Number(options, "skip", 0, 0, Deepest), Number(options, "count", MostAtOnce, 1, MostAtOnce));
    }

    public static void Write(Utf8JsonWriter writer, ComposeAnswer? answer, Action<Utf8JsonWriter, ComposeResult> inserted)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("composeExtension");
        if (answer is ComposeAnswer.Note note)
        {
            writer.WriteString("type", "message");
            writer.WriteString("text", note.Text);
        }
        else
        {
            writer.WriteString("type", "result");
            writer.WriteString("attachmentLayout", "list");
            writer.WriteStartArray("attachments");
            foreach (var result in (answer as ComposeAnswer.Results)?.Found ?? []) Write(writer, result, inserted);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ComposeResult result, Action<Utf8JsonWriter, ComposeResult> inserted)
    {
        writer.WriteStartObject();
        writer.WriteString("contentType", Outgoing.CardType);
        writer.WritePropertyName("content");
        inserted(writer, result);
        writer.WriteStartObject("preview");
        writer.WriteString("contentType", PreviewCard);
        writer.WriteStartObject("content");
        writer.WriteString("title", Unmarked(result.Title));
        writer.WriteString("text", Unmarked(result.Line));
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>A thumbnail reads tags; what people wrote has none.</summary>
    private static string Unmarked(string text) => text.Replace('<', '\u2039').Replace('>', '\u203A').Replace("&", "&amp;", StringComparison.Ordinal);

    /// <summary>On the first opening, before anybody typed, Teams sends a parameter of its own.</summary>
    private static string Words(JsonElement parameters) => parameters.ValueKind == JsonValueKind.Array
        && parameters.EnumerateArray().FirstOrDefault(one => FileWire.Text(one, "name") is Parameter or InitialRun) is var given
        && FileWire.Text(given, "name") is Parameter
            ? FileWire.Text(given, "value") ?? ""
            : "";

    private static int Number(JsonElement options, string name, int otherwise, int least, int most) =>
        Property(options, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? Math.Clamp(value, least, most) : otherwise;

    private static JsonElement Property(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var property) ? property : default;
}
