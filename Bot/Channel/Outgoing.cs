using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using DisclosureBot.Cards;

namespace DisclosureBot.Channel;

/// <summary>Everything we write on the wire, as UTF-8 JSON. Chinese stays Chinese: escaped it would be twice as long.</summary>
public static class Outgoing
{
    internal const string CardType = "application/vnd.microsoft.card.adaptive";
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One activity for the Connector.</summary>
    public static ReadOnlyMemory<byte> Activity(Message message) => Write(writer => WriteMessage(writer, message));

    /// <summary>The body that opens a personal conversation.</summary>
    public static ReadOnlyMemory<byte> Conversation(string? appId, string tenantId, string aadObjectId) => Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("bot");
        writer.WriteString("id", "28:" + appId);
        writer.WriteEndObject();
        writer.WriteStartArray("members");
        writer.WriteStartObject();
        writer.WriteString("id", aadObjectId);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteString("tenantId", tenantId);
        writer.WriteStartObject("channelData");
        writer.WriteStartObject("tenant");
        writer.WriteString("id", tenantId);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteBoolean("isGroup", false);
        writer.WriteEndObject();
    });

    /// <summary>The answer to an invoke.</summary>
    public static ReadOnlyMemory<byte> Click(ClickAnswer? answer) => Write(writer => WriteClick(writer, answer));

    /// <summary>The answer to a search from the compose box or to a pasted address.</summary>
    public static ReadOnlyMemory<byte> Compose(ComposeAnswer? answer) => Write(writer => WriteCompose(writer, answer));

    /// <summary>The answer to <c>deliveryMode: expectReplies</c>; an invoke's own answer stands last, as the SDK sends it.</summary>
    public static ReadOnlyMemory<byte> Replies(IEnumerable<Message> replies, bool invoke, Answer answer) => Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("activities");
        foreach (var reply in replies)
            WriteMessage(writer, reply);
        if (invoke)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "invokeResponse");
            writer.WriteStartObject("value");
            writer.WriteNumber("status", StatusCodes.Status200OK);
            writer.WritePropertyName("body");
            if (answer.Compose is { } compose) WriteCompose(writer, compose);
            else WriteClick(writer, answer.Click);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    /// <summary>The body of a refused request.</summary>
    public static ReadOnlyMemory<byte> Error(string reason) => Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("error");
        writer.WriteString("code", reason);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    private static void WriteMessage(Utf8JsonWriter writer, Message message)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "message");
        if (message.File is { } file)
        {
            writer.WriteString("summary", message.Summary);
            FileWire.Write(writer, file);
        }
        else if (message.Card is { } card)
        {
            writer.WriteString("summary", message.Summary);
            writer.WriteStartArray("attachments");
            writer.WriteStartObject();
            writer.WriteString("contentType", CardType);
            writer.WritePropertyName("content");
            WriteCard(writer, card);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteString("text", message.Summary);
            writer.WriteString("textFormat", "plain");
        }
        if (message.Alert)
        {
            writer.WriteStartObject("channelData");
            writer.WriteStartObject("notification");
            writer.WriteBoolean("alert", true);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private static void WriteClick(Utf8JsonWriter writer, ClickAnswer? answer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("statusCode", answer is ClickAnswer.Refusal refused ? refused.Status : StatusCodes.Status200OK);
        writer.WriteString("type", answer switch
        {
            ClickAnswer.Card => CardType,
            ClickAnswer.Refusal => "application/vnd.microsoft.error",
            _ => "application/vnd.microsoft.activity.message",
        });
        writer.WritePropertyName("value");
        WriteClickValue(writer, answer);
        writer.WriteEndObject();
    }

    private static void WriteClickValue(Utf8JsonWriter writer, ClickAnswer? answer)
    {
        switch (answer)
        {
            case ClickAnswer.Card card:
                WriteCard(writer, card.Content);
                break;
            case ClickAnswer.Refusal refusal:
                writer.WriteStartObject();
                writer.WriteString("code", refusal.Code);
                writer.WriteString("message", refusal.Text);
                writer.WriteEndObject();
                break;
            default:
                writer.WriteStringValue((answer as ClickAnswer.Sentence)?.Text ?? "");
                break;
        }
    }

    private static void WriteCompose(Utf8JsonWriter writer, ComposeAnswer? answer) => ComposeWire.Write(writer, answer, (to, result) => WriteCard(to, result.Inserted));

    // The cards own their form, and their JSON is our own: it need not be read again to be sure of it.
    private static void WriteCard(Utf8JsonWriter writer, AdaptiveCard card) => writer.WriteRawValue(CardJson.Bytes(card), skipInputValidation: true);

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
            body(writer);
        return buffer.WrittenMemory;
    }
}
