using System.Text.Json.Serialization;

namespace DisclosureBot.Cards;

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
