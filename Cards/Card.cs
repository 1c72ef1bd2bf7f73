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

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(ChoiceInput), "Input.ChoiceSet")]
[JsonDerivedType(typeof(ToggleInput), "Input.Toggle")]
public abstract record Element
{
    public string? Id { get; init; }
    public string? Spacing { get; init; }
    public bool? Separator { get; init; }
    public bool? IsVisible { get; init; }
}

/// <summary>The card's own words. A client reads Markdown in them, so nothing that people wrote belongs here.</summary>
public sealed record TextBlock(string Text) : Element
{
    public bool Wrap { get; init; } = true;
    public string? Size { get; init; }
    public string? Weight { get; init; }
    public string? Color { get; init; }
    public bool? IsSubtle { get; init; }
    public int? MaxLines { get; init; }
    public string? HorizontalAlignment { get; init; }
    public string? Style { get; init; }
}

/// <summary>One paragraph of what people wrote: its runs are never read as Markdown, and always wrap.</summary>
public sealed record RichTextBlock(IReadOnlyList<TextRun> Inlines) : Element
{
    public RichTextBlock(params TextRun[] inlines) : this((IReadOnlyList<TextRun>)inlines) { }
}

/// <summary>Some words of a paragraph, shown letter by letter as they were written (see <see cref="PlainText"/>).</summary>
public sealed record TextRun
{
    public TextRun(string text) => Text = PlainText.Of(text);

    [JsonPropertyOrder(-2)]
    public string Type { get; } = "TextRun";

    [JsonPropertyOrder(-1)]
    public string Text { get; }
    public string? Size { get; init; }
    public string? Weight { get; init; }
    public string? Color { get; init; }
    public bool? IsSubtle { get; init; }
    public bool? Strikethrough { get; init; }
}

public sealed record Container(IReadOnlyList<Element> Items) : Element
{
    public string? Style { get; init; }
    public bool? Bleed { get; init; }
    public CardAction? SelectAction { get; init; }
}

public sealed record ColumnSet(IReadOnlyList<Column> Columns) : Element
{
    public CardAction? SelectAction { get; init; }
}

public sealed record Column(string Width, IReadOnlyList<Element> Items)
{
    public string Type { get; } = "Column";
    public string? VerticalContentAlignment { get; init; }
}

public sealed record ActionSet(IReadOnlyList<CardAction> Actions) : Element;

/// <summary>Every input has a visible label; a required one also says what is missing.</summary>
public abstract record Input(string InputLabel) : Element
{
    [JsonIgnore]
    public string InputLabel { get; } = InputLabel;
    public string Label => InputLabel;
    public bool? IsRequired { get; init; }
    public string? ErrorMessage { get; init; }
}

public sealed record TextInput(string Label) : Input(Label)
{
    public string? Placeholder { get; init; }
    public string? Value { get; init; }
    public bool? IsMultiline { get; init; }
    public int? MaxLength { get; init; }
}

/// <summary>One thing that can be chosen: what travels, and what is read.</summary>
public sealed record Choice(
    [property: JsonPropertyName("value")] string Value,
    [property: JsonPropertyName("title")] string Title);

public sealed record ChoiceInput(string Label, IReadOnlyList<Choice> Choices) : Input(Label)
{
    public string? Style { get; init; }
    public string? Placeholder { get; init; }
    public string? Value { get; init; }
    public bool Wrap { get; init; } = true;
}

public sealed record ToggleInput(string Title, string Label) : Input(Label)
{
    public string Value { get; init; } = "false";
    public bool Wrap { get; init; } = true;
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(ShowCardAction), "Action.ShowCard")]
public abstract record CardAction
{
    public string? Title { get; init; }
}

/// <summary>A click that comes back as an invoke; where the client is too old for it, as a message.</summary>
public sealed record ExecuteAction : CardAction
{
    public ExecuteAction(string title, string verb, IReadOnlyDictionary<string, string> data)
    {
        Title = title;
        Verb = verb;
        Data = data;
    }

    public string Verb { get; }
    public IReadOnlyDictionary<string, string> Data { get; }

    /// <summary><c>auto</c> validates and gathers the inputs, <c>none</c> sends the data alone.</summary>
    public string? AssociatedInputs { get; init; }

    public CardAction Fallback => new SubmitAction(Title!, new Dictionary<string, string>(Data, StringComparer.Ordinal) { ["verb"] = Verb })
    {
        AssociatedInputs = AssociatedInputs,
    };
}

public sealed record SubmitAction : CardAction
{
    public SubmitAction(string title, IReadOnlyDictionary<string, string> data)
    {
        Title = title;
        Data = data;
    }

    public IReadOnlyDictionary<string, string> Data { get; }
    public string? AssociatedInputs { get; init; }
}

/// <summary>Opens further inputs inside the card; to a reader it is still one card.</summary>
public sealed record ShowCardAction : CardAction
{
    public ShowCardAction(string title, IReadOnlyList<Element> body, IReadOnlyList<CardAction> actions)
    {
        Title = title;
        Card = new InnerCard(body, actions);
    }

    public InnerCard Card { get; }
}

public sealed record InnerCard(IReadOnlyList<Element> Body, IReadOnlyList<CardAction> Actions)
{
    public string Type { get; } = "AdaptiveCard";
}

/// <summary>Turns a card into the JSON of the schema, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AdaptiveCard))]
public sealed partial class CardJson : JsonSerializerContext
{
    /// <summary>The card's JSON for the wire; not for pasting into an HTML page.</summary>
    public static string Write(AdaptiveCard card) => JsonSerializer.Serialize(card, Wire.Context.AdaptiveCard);

    private static class Wire
    {
        // Chinese stands as it is: escaped it would take six times the room, and clients limit a card's size.
        public static readonly CardJson Context = new(new(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
