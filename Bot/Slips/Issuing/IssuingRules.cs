using DisclosureBot.Bureau;

namespace DisclosureBot.Slips.Issuing;

/// <summary>Decides what a command about this part of a slip makes of it. Pure.</summary>
public sealed class IssuingRules(Roster roster)
{
    public Decision<SlipEvent> Decide(Slip slip, IssuingCommand command, Person actor, DateTimeOffset at) =>
        throw new NotSupportedException($"{command} {actor} {at} {slip.Id} {roster.BureauId}");
}
