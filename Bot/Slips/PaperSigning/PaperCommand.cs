namespace DisclosureBot.Slips.PaperSigning;

/// <summary>What somebody wants of a pen-signed opinion; typed values may be missing or wrong.</summary>
public abstract record PaperCommand(long Turn) : SlipCommand
{
    /// <summary>录入纸质签署 at the present stage.</summary>
    public sealed record Enter(long Turn, string? SignerId, DateOnly? SignedOn, DisclosureAttribute? Value, string? Opinion, string? Reason, string? Ground) : PaperCommand(Turn);

    /// <param name="Entry">Which entry was compared (<see cref="PaperEntry.Key"/>): another one may have taken its place.</param>
    public sealed record Confirm(long Turn, string? Entry) : PaperCommand(Turn);

    /// <param name="Entry">Which entry does not agree with the paper.</param>
    public sealed record Dismiss(long Turn, string? Entry, string? Reason) : PaperCommand(Turn);
}
