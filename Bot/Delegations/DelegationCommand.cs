namespace DisclosureBot.Delegations;

/// <summary>A 委托 as typed: anything may be missing or wrong.</summary>
/// <param name="From">Person id; null means whoever enters it.</param>
public sealed record DelegationForm(string? From, string? To, DateOnly? Since, DateOnly? Until, DelegationScope? Scope, string? Basis);

/// <summary>What somebody wants of a 委托. The actor and the time arrive beside it, never in it.</summary>
public abstract record DelegationCommand
{
    private DelegationCommand() { }

    /// <param name="Others">All there are, for none may be given twice.</param>
    public sealed record Grant(string Id, string Number, string Key, DelegationForm Form, IReadOnlyList<Delegation> Others) : DelegationCommand;

    public sealed record Revoke(string? Reason) : DelegationCommand;

    /// <summary>The clock's.</summary>
    public sealed record Begin : DelegationCommand;

    /// <summary>The clock's.</summary>
    public sealed record End : DelegationCommand;
}
