namespace DisclosureBot.Slips;

/// <summary>What somebody wants of a slip. The actor and the time arrive beside it, never in it.</summary>
public abstract record SlipCommand
{
    private protected SlipCommand() { }

    /// <summary>The round that a step was offered in (<see cref="Slip.Round"/>); null where it came from no card.</summary>
    public long? Round { get; init; }

    /// <summary>提交 a new slip under a number reserved for it.</summary>
    /// <param name="Key">Names the form it was typed on: one form, one slip.</param>
    public sealed record Draft(string Id, string Number, string Key, DraftForm Form) : SlipCommand;

    public sealed record Sign(long Turn, SignForm Form) : SlipCommand;

    public sealed record Return(long Turn, string? Reason, Stage? ResumeAt) : SlipCommand;

    public sealed record Decline(long Turn, string? Reason) : SlipCommand;

    public sealed record Resubmit(long Turn, DraftForm Form) : SlipCommand;

    public sealed record Withdraw(long Turn) : SlipCommand;

    public sealed record TakeBack(long Turn) : SlipCommand;

    /// <summary>The clock's: an urgent slip has rested too long.</summary>
    public sealed record Remind : SlipCommand;
}

/// <summary>A drafting form as filled in; anything may be missing or wrong.</summary>
public sealed record DraftForm(
    bool? Secret, string? Title, string? Genre, bool Normative, bool ImportantPolicy, string? Urgency, string? MainRecipients,
    DisclosureAttribute? Attribute, string? Reason, string? Ground, string? SignerId)
{
    public bool OnBehalf { get; init; }
    public bool PreDecision { get; init; }
}

/// <summary>A reviewer's form as filled in.</summary>
/// <param name="FormatChecked">The office's 文种/格式 check; other desks leave it true.</param>
public sealed record SignForm(
    DisclosureAttribute? Value, string? Opinion, string? Reason, string? Ground, string? SignerId = null, bool FormatChecked = true)
{
    /// <summary>重要政策 as the section head confirms it; other desks leave it null.</summary>
    public bool? ImportantPolicy { get; init; }
}
