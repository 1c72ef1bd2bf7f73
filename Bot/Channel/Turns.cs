using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DisclosureBot.Channel;

/// <summary>Frees an activity of the wire's form: the turn it means, nothing at all, or a refusal.</summary>
public static partial class Turns
{
    private static readonly (Turn?, WireRefusal?) Nothing = (null, null);

    public static (Turn? Turn, WireRefusal? Refusal) Read(Activity activity) => activity.Type switch
    {
        "message" => (ReadMessage(activity), null),
        "invoke" => ReadInvoke(activity),
        "installationUpdate" => activity.Action switch
        {
            "add" or "add-upgrade" => (Arrived(activity), null),
            "remove" => (Left(activity), null),
            _ => Nothing,
        },
        "conversationUpdate" when activity.MembersAdded is { Count: > 0 } => (Arrived(activity), null),
        "conversationUpdate" when activity.MembersRemoved?.Any(member => IsBot(member, activity)) == true => (Left(activity), null),
        _ => Nothing, // messageReaction, typing, and whatever Teams invents next
    };

    /// <summary>Takes out the mentions and makes one line of one kind of space; 全角 spaces are spaces too.</summary>
    public static string Plain(string? text) => Spaces().Replace(WithoutMentions(text ?? ""), " ").Trim();

    // By hand: a lazy regex takes quadratic time over a text full of unclosed tags.
    private static string WithoutMentions(string text)
    {
        var plain = new StringBuilder();
        var rest = 0;
        for (int open; (open = text.IndexOf("<at", rest, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var tag = open + 3 < text.Length && (text[open + 3] == '>' || char.IsWhiteSpace(text[open + 3]));
            var close = tag ? text.IndexOf("</at>", open, StringComparison.OrdinalIgnoreCase) : open - 2;
            if (close < 0 && tag)
                break;
            plain.Append(text, rest, open - rest).Append(tag ? " " : "<at");
            rest = close + 5;
        }
        return plain.Append(text, rest, text.Length - rest).ToString();
    }

    private static Turn ReadMessage(Activity activity)
    {
        if (Verb(activity.Value) is { } verb)
            return new Turn.Clicked(From(activity), Where(activity), Personal(activity), verb, activity.Value, activity.ReplyToId);
        return FileWire.Sent(activity.Attachments) is { Count: > 0 } files
            ? new Turn.Sent(From(activity), Where(activity), Personal(activity), Plain(activity.Text), files)
            : new Turn.Said(From(activity), Where(activity), Personal(activity), Plain(activity.Text));
    }

    private static (Turn?, WireRefusal?) ReadInvoke(Activity activity) => activity.Name switch
    {
        "adaptiveCard/action" => ReadClick(activity),
        "fileConsent/invoke" => ReadConsent(activity),
        "composeExtension/query" => ComposeWire.Query(activity.Value) is var (text, skip, count)
            ? (new Turn.Sought(From(activity), Where(activity), Personal(activity), Plain(text), skip, count), null)
            : (null, new(StatusCodes.Status400BadRequest, "BadQuery")),
        "composeExtension/queryLink" => FileWire.Text(activity.Value, "url") is { } url
            ? (new Turn.Linked(From(activity), Where(activity), Personal(activity), url), null)
            : (null, new(StatusCodes.Status400BadRequest, "BadLink")),
        _ => (null, new(StatusCodes.Status501NotImplemented, "UnknownInvoke")),
    };

    private static (Turn?, WireRefusal?) ReadConsent(Activity activity)
    {
        var context = Property(activity.Value, "context");
        return FileWire.Text(activity.Value, "action") switch
        {
            "accept" when FileWire.Target(Property(activity.Value, "uploadInfo")) is { } target =>
                (new Turn.FileAccepted(From(activity), Where(activity), Personal(activity), context, target), null),
            "decline" => (new Turn.FileDeclined(From(activity), Where(activity), Personal(activity), context), null),
            _ => (null, new(StatusCodes.Status400BadRequest, "BadConsent")),
        };
    }

    private static (Turn?, WireRefusal?) ReadClick(Activity activity)
    {
        var action = Property(activity.Value, "action");
        if (Verb(action) is not { } verb)
            return (null, new(StatusCodes.Status400BadRequest, "MissingVerb"));
        return (new Turn.Clicked(From(activity), Where(activity), Personal(activity), verb, Property(action, "data"), activity.ReplyToId), null);
    }

    private static Turn.Arrived Arrived(Activity activity)
    {
        var from = From(activity);
        // In a personal chat the update may come from the bot itself; the person is then among the added.
        if (from.AadObjectId is null && Personal(activity)
            && activity.MembersAdded?.FirstOrDefault(member => member?.AadObjectId is not null && !IsBot(member, activity)) is { } added)
            from = new(added.AadObjectId, added.Name);
        return new(from, Where(activity), Personal(activity));
    }

    private static Turn.Left Left(Activity activity) => new(From(activity), Where(activity), Personal(activity));

    private static bool IsBot(Account? member, Activity activity) => member?.Id is { } id && id.Equals(activity.Recipient?.Id, StringComparison.Ordinal);

    private static Sender From(Activity activity) => new(activity.From?.AadObjectId, activity.From?.Name);

    private static Address? Where(Activity activity) =>
        activity is { ServiceUrl.Length: > 0, Conversation.Id.Length: > 0 } ? new(activity.ServiceUrl, activity.Conversation.Id) : null;

    private static bool Personal(Activity activity) => activity.Conversation?.ConversationType is null or "" or "personal";

    private static string? Verb(JsonElement value) =>
        Property(value, "verb") is { ValueKind: JsonValueKind.String } verb && verb.GetString() is { Length: > 0 } text ? text : null;

    private static JsonElement Property(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var property) ? property : default;

    [GeneratedRegex("(?:\\s|&nbsp;)+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
