using System.Text.Json.Serialization;

namespace DisclosureBot.Cards;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(StackedBarChart), "Chart.HorizontalBar.Stacked")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(ChoiceInput), "Input.ChoiceSet")]
[JsonDerivedType(typeof(ToggleInput), "Input.Toggle")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
[JsonDerivedType(typeof(NumberInput), "Input.Number")]
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
    public string? FontType { get; init; }
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

    /// <summary>Of several chosen values, joined by commas.</summary>
    public string? Value { get; init; }
    public bool? IsMultiSelect { get; init; }
    public bool Wrap { get; init; } = true;
}

/// <summary>A day; its value is yyyy-MM-dd, and so is what comes back.</summary>
public sealed record DateInput(string Label) : Input(Label)
{
    public string? Value { get; init; }
}

/// <summary>A whole number. Clients send it back as a number or as text.</summary>
public sealed record NumberInput(string Label) : Input(Label)
{
    public long? Value { get; init; }
    public long? Min { get; init; }
    public long? Max { get; init; }
}

public sealed record ToggleInput(string Title, string Label) : Input(Label)
{
    public string Value { get; init; } = "false";
    public bool Wrap { get; init; } = true;
}
