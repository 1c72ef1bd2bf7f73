using DisclosureBot.Bureau;

namespace DisclosureBot.Slips.StandingIn;

/// <summary>Decides whether a stand-in's coming or going changes this slip. Pure.</summary>
internal static class StandInRules
{
    public static Decision<SlipEvent> Decide(Slip slip, StandInCommand command, Roster roster, DateTimeOffset at) => throw new InvalidOperationException(roster.BureauName);
}
