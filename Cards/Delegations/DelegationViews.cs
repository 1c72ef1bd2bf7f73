using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Delegations;

/// <summary>委托: the form, and what the person has given and been given. Text arrives ready to read.</summary>
/// <param name="Key">Names the form: one form, one 委托.</param>
/// <param name="From">Empty where the person may enter none but their own.</param>
/// <param name="Lead">What holds for every 委托, above the inputs.</param>
public sealed record DelegationFormView(
    string Key, IReadOnlyList<Choice> From, IReadOnlyList<Choice> To, IReadOnlyList<Choice> Scopes, DelegationInput Typed, string Lead,
    IReadOnlyList<DelegationLine> Given, IReadOnlyList<DelegationLine> Received, IReadOnlyList<DelegationLine> Others, Notice? Notice = null);

/// <summary>One 委托 in a list, with a tap that opens it.</summary>
public sealed record DelegationLine(string Delegation, string Title, string About, string Status, Tone Tone);

/// <summary>What was typed or chose on the form; every field may be missing.</summary>
public sealed record DelegationInput
{
    /// <summary>Person id.</summary>
    public string? From { get; init; }

    /// <summary>Person id.</summary>
    public string? To { get; init; }

    /// <summary>yyyy-MM-dd.</summary>
    public string? Since { get; init; }

    /// <summary>yyyy-MM-dd, which still counts.</summary>
    public string? Until { get; init; }
    public string? Scope { get; init; }
    public string? Basis { get; init; }
}

/// <summary>Everything one person sees of one 委托. Text arrives ready to read.</summary>
public sealed record DelegationView
{
    /// <summary>The case id that travels in payloads.</summary>
    public required string Delegation { get; init; }

    /// <summary>The number people read: 委2026-0001.</summary>
    public required string Number { get; init; }

    /// <summary>某某委托某某.</summary>
    public required string Title { get; init; }
    public required string Days { get; init; }
    public required string Scope { get; init; }
    public required string Basis { get; init; }

    /// <summary>录入人 with time.</summary>
    public required string EnteredBy { get; init; }
    public required string Status { get; init; }
    public Tone StatusTone { get; init; }

    /// <summary>What it means for this reader.</summary>
    public required string Meaning { get; init; }
    public string? RevokeReason { get; init; }
    public Notice? Notice { get; init; }
    public bool MayRevoke { get; init; }

    /// <summary>Refills 撤销原因 after a refusal.</summary>
    public string? TypedReason { get; init; }
}
