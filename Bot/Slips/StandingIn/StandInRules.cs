using DisclosureBot.Bureau;

namespace DisclosureBot.Slips.StandingIn;

/// <summary>Decides whether a stand-in's coming or going changes this slip; what was noted before is not noted twice. Pure.</summary>
internal static class StandInRules
{
    public static Decision<SlipEvent> Decide(Slip slip, StandInCommand command, Roster roster, DateTimeOffset at) => command switch
    {
        StandInCommand.Seat c => Waits(slip, c.For, roster) && !Waits(slip, c.StandIn, roster) && !IsKeptAway(slip, c.For, c.StandIn, roster)
            && Last(slip, c.For, c.StandIn) != StandInEvolution.Coming(c.For, c.StandIn)
                ? new Decision<SlipEvent>.Accepted([new StandInEvent.Seated(Who.Clock, at, c.Delegation, c.For, c.StandIn)])
                : new Decision<SlipEvent>.Accepted([]),
        StandInCommand.Leave c => Waits(slip, c.For, roster) && Last(slip, c.For, c.StandIn) != StandInEvolution.Going(c.For, c.StandIn)
            ? new Decision<SlipEvent>.Accepted([new StandInEvent.Left(Who.Clock, at, c.Delegation, c.For, c.StandIn)])
            : new Decision<SlipEvent>.Accepted([]),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    private static bool Waits(Slip slip, Who who, Roster roster) => Waiting.On(slip, roster).Contains(who.Id);

    private static bool IsKeptAway(Slip slip, Who seat, Who standIn, Roster roster) =>
        roster.Find(seat.Id) is not { } absent || roster.Find(standIn.Id) is not { } to || StandInDesks.IsKeptAway(slip, absent with { ActedBy = to }, roster);

    /// <summary>What was last noted of these two at the present desk.</summary>
    private static string? Last(Slip slip, Who seat, Who standIn) => slip.Trail.LastOrDefault(line => line.Act == SlipAct.StandIn && line.Turn == slip.Turn
        && (line.What == StandInEvolution.Coming(seat, standIn) || line.What == StandInEvolution.Going(seat, standIn)))?.What;
}
