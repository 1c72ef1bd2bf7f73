using System.Text.Json;

namespace DisclosureBot.Cards.Lists;

/// <summary>A tap that says a word, as if the person had typed it.</summary>
public sealed record SayClick(string Text)
{
    public const string Verb = "say";

    /// <summary>Null where the verb is another or the payload is malformed; never throws, whatever the JSON.</summary>
    public static SayClick? Read(string verb, JsonElement data) =>
        string.Equals(verb, Verb, StringComparison.Ordinal) ? Payload.Read(data, payload => new SayClick(payload.Required("text"))) : null;

    internal static ExecuteAction Button(string word) =>
        new(word, Verb, new Dictionary<string, string>(StringComparer.Ordinal) { ["text"] = word }) { AssociatedInputs = "none" };
}
