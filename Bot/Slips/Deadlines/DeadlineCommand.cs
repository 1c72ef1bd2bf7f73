namespace DisclosureBot.Slips.Deadlines;

/// <summary>What the clock wants of a slip's deadlines.</summary>
public abstract record DeadlineCommand : SlipCommand
{
    /// <summary>A rung has come: whoever is still behind is reminded, once.</summary>
    public sealed record RemindOf(DeadlineKind Kind) : DeadlineCommand;

    /// <summary>The calendar changed: running working-day deadlines are counted again.</summary>
    public sealed record Recount : DeadlineCommand;
}
