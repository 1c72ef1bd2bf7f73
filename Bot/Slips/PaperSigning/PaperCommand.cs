namespace DisclosureBot.Slips.PaperSigning;

/// <summary>What somebody wants of a pen-signed opinion; typed values may be missing or wrong.</summary>
public abstract record PaperCommand(long Turn) : SlipCommand
{
    /// <summary>录入纸质签署 at the present stage.</summary>
    public sealed record Enter(long Turn, string? SignerId, DateOnly? SignedOn, DisclosureAttribute? Value, string? Opinion, string? Reason, string? Ground) : PaperCommand(Turn);

    public sealed record Confirm(long Turn) : PaperCommand(Turn);

    public sealed record Dismiss(long Turn, string? Reason) : PaperCommand(Turn);
}
