using System.Text.Json.Serialization;

namespace DisclosureBot.Cards;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(ShowCardAction), "Action.ShowCard")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
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

/// <summary>Opens an address in the reader's browser; only <see cref="Of"/> makes one, and only of an address that is safe to follow.</summary>
public sealed record OpenUrlAction : CardAction
{
    /// <summary>Longest address that a button carries: a card has little room, and no page needs more.</summary>
    private const int MostUnits = 600;

    private OpenUrlAction(string title, string url)
    {
        Title = title;
        Url = url;
    }

    public string Url { get; }

    /// <summary>
    /// Null where the address is none of the web, names a user (which makes one host read as another),
    /// or holds a blank or a control: people typed it, and others would press it.
    /// </summary>
    public static OpenUrlAction? Of(string title, string? url) =>
        url is { Length: <= MostUnits } && url == PlainText.Of(url) && !url.Any(char.IsWhiteSpace)
        && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.Host.Length > 0 && address.UserInfo.Length == 0
            ? new OpenUrlAction(title, address.AbsoluteUri)
            : null;
}
