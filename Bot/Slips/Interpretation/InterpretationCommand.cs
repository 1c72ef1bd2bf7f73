namespace DisclosureBot.Slips.Interpretation;

/// <summary>What somebody wants of a slip's interpretation; typed values may be missing or wrong.</summary>
public abstract record InterpretationCommand : SlipCommand
{
    /// <summary>报备政策法规科.</summary>
    public sealed record FilePlan(string FileId) : InterpretationCommand;

    public sealed record ConfirmPolicy(bool Normative, bool NeedsInterpretation, string? Reason) : InterpretationCommand;

    public sealed record RecordOutside(DateOnly? On, string? Url) : InterpretationCommand;

    /// <param name="When">Bureau time; null means now.</param>
    public sealed record Release(string? Url, string? Channel, string? Form, bool LedByHead, DateTimeOffset? When) : InterpretationCommand;
}
