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

/// <summary>Bureau time is Asia/Shanghai, which has been UTC+8 without exception since 1991.</summary>
public static class BureauTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateTimeOffset BureauNow(this TimeProvider clock) => clock.GetUtcNow().ToOffset(Offset);

    /// <summary>11月23日 09:12, or with the year when it is not <paramref name="year"/>.</summary>
    public static string Show(DateTimeOffset at, int? year = null)
    {
        var local = at.ToOffset(Offset);
        return year is { } current && current != local.Year
            ? string.Create(null, $"{local.Year}年{local.Month}月{local.Day}日 {local:HH:mm}")
            : string.Create(null, $"{local.Month}月{local.Day}日 {local:HH:mm}");
    }
}
