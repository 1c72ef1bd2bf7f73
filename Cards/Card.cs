using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DisclosureBot.Cards;

/// <summary>One Adaptive Card, schema 1.5: what every Render returns and every surface sends as it is.</summary>
public sealed record AdaptiveCard
{
    [JsonPropertyName("$schema"), JsonPropertyOrder(-3)]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    [JsonPropertyOrder(-2)]
    public string Type { get; } = "AdaptiveCard";

    [JsonPropertyOrder(-1)]
    public string Version { get; } = "1.5";

    /// <summary>Shown, and read aloud, where the card itself cannot be: must make sense alone.</summary>
    public required string FallbackText { get; init; }

    public Refresh? Refresh { get; init; }

    public required IReadOnlyList<Element> Body { get; init; }

    public IReadOnlyList<CardAction>? Actions { get; init; }

    /// <summary>Teams gives a card the whole width of the conversation when asked.</summary>
    public TeamsCard? Msteams { get; init; } = new();
}

/// <summary>Asks Teams to fetch the present card whenever an old one comes into sight.</summary>
public sealed record Refresh(CardAction Action)
{
    /// <summary>At most 60; absent means everyone in a small conversation.</summary>
    public IReadOnlyList<string>? UserIds { get; init; }
}

public sealed record TeamsCard(string Width = "Full");

/// <summary>Turns a card into the JSON of the schema, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AdaptiveCard))]
public sealed partial class CardJson : JsonSerializerContext
{
    /// <summary>A card never changes, and is written to see whether it fits before it is written to be sent.</summary>
    private static readonly ConditionalWeakTable<AdaptiveCard, byte[]> Written = [];

    /// <summary>The card's JSON for the wire; not for pasting into an HTML page.</summary>
    public static string Write(AdaptiveCard card) => Encoding.UTF8.GetString(Bytes(card));

    /// <summary>The same in UTF-8; of one card always the same array, which is not to be written into.</summary>
    public static byte[] Bytes(AdaptiveCard card) => Written.GetValue(card, static card => JsonSerializer.SerializeToUtf8Bytes(card, Wire.Context.AdaptiveCard));

    /// <summary>The length of the card's JSON in UTF-16 units, as clients count it.</summary>
    public static int Units(AdaptiveCard card) => Encoding.UTF8.GetCharCount(Bytes(card));

    private static class Wire
    {
        // Chinese stands as it is: escaped it would take six times the room, and clients limit a card's size.
        public static readonly CardJson Context = new(new(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
