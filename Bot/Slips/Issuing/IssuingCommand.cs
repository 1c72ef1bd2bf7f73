namespace DisclosureBot.Slips.Issuing;

/// <summary>What somebody wants between signature and issue; typed values may be missing or wrong.</summary>
public abstract record IssuingCommand : SlipCommand
{
    /// <param name="On">Null means today.</param>
    public sealed record Print(DateOnly? On, int? Copies) : IssuingCommand;

    /// <param name="Ledger">The bureau's numbers as they stood when this was decided.</param>
    public sealed record Register(string? Code, int? Year, int? Sequence, string? GapReason, NumberLedger Ledger) : IssuingCommand;

    public sealed record Seal : IssuingCommand;

    public sealed record Issue : IssuingCommand;
}

/// <summary>What is known of one 机关代字 in one year.</summary>
/// <param name="Last">The greatest sequence given; 0 for none.</param>
/// <param name="IsTaken">The number asked for has been given to a document already.</param>
public sealed record NumberLedger(int Last, bool IsTaken);
