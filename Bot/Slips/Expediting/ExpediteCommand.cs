namespace DisclosureBot.Slips.Expediting;

/// <summary>Moves a resting slip on.</summary>
public abstract record ExpediteCommand : SlipCommand
{
    /// <summary>催办.</summary>
    public sealed record Urge : ExpediteCommand;

    /// <summary>The clock's: the desk's limit has passed.</summary>
    public sealed record Escalate : ExpediteCommand;
}
