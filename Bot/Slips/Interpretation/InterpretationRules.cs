using DisclosureBot.Bureau;

namespace DisclosureBot.Slips.Interpretation;

/// <summary>Decides what a command about this part of a slip makes of it. Pure.</summary>
public sealed class InterpretationRules(Roster roster)
{
    public Decision<SlipEvent> Decide(Slip slip, InterpretationCommand command, Person actor, DateTimeOffset at) =>
        throw new NotSupportedException($"{command} {actor} {at} {slip.Id} {roster.BureauId}");
}
