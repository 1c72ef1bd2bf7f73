namespace DisclosureBot.Slips.StandingIn;

/// <summary>Facts about stand-ins of those whom a slip waits for: what they may do follows from the 委托 itself, this puts the card before them.</summary>
public abstract record StandInEvent(Who By, DateTimeOffset At) : SlipEvent(By, At)
{
    /// <summary>A 委托 began while the slip waited for <paramref name="For"/>.</summary>
    /// <param name="Delegation">Its case id.</param>
    public sealed record Seated(Who By, DateTimeOffset At, string Delegation, Who For, Who StandIn) : StandInEvent(By, At);

    /// <summary>It ended, and the slip no longer waits for the stand-in.</summary>
    public sealed record Left(Who By, DateTimeOffset At, string Delegation, Who For, Who StandIn) : StandInEvent(By, At);
}

/// <summary>The clock's: a 委托 began or ended.</summary>
public abstract record StandInCommand : SlipCommand
{
    public sealed record Seat(string Delegation, Who For, Who StandIn) : StandInCommand;

    public sealed record Leave(string Delegation, Who For, Who StandIn) : StandInCommand;
}

/// <summary>What a slip becomes by a stand-in's coming and going.</summary>
internal static class StandInEvolution
{
    public static Slip Apply(Slip slip, StandInEvent fact) => fact switch
    {
        StandInEvent.Seated e => slip with { Trail = slip.Add(e, SlipAct.StandIn, Coming(e.For, e.StandIn)) },
        StandInEvent.Left e => slip with { Trail = slip.Add(e, SlipAct.StandIn, Going(e.For, e.StandIn)) },
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };

    /// <summary>How the trail says it; what was noted before is known by it.</summary>
    public static string Coming(Who seat, Who standIn) => $"{standIn.Name}受{seat.Name}委托代为办理";

    public static string Going(Who seat, Who standIn) => $"委托结束,{standIn.Name}不再代{seat.Name}办理";
}
