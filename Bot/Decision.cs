namespace DisclosureBot;

/// <summary>What the rules answer to a command: the facts it makes, or why it makes none.</summary>
public abstract record Decision<TEvent>
{
    private Decision() { }

    /// <summary>No events means: already so, nothing to do (a repeated click).</summary>
    public sealed record Accepted(IReadOnlyList<TEvent> Events) : Decision<TEvent>;

    public sealed record Refused(Refusal Refusal) : Decision<TEvent>;

    public static implicit operator Decision<TEvent>(Refusal refusal) => new Refused(refusal);
}

/// <summary>Why nothing happened, in a sentence for the person, with what to do next.</summary>
public sealed record Refusal(RefusalKind Kind, string Text);

public enum RefusalKind
{
    /// <summary>Something is missing or wrong in what was typed; the form comes back as it was.</summary>
    Invalid,

    /// <summary>The card was overtaken; the present one takes its place.</summary>
    Stale,

    /// <summary>Not this person's to do; the text says whose it is.</summary>
    Forbidden,

    /// <summary>No such case, or none this person may know of: the two are told apart to nobody.</summary>
    NotFound,

    /// <summary>A classified document: the conversation ends and nothing is kept (B-3).</summary>
    Secret,
}
