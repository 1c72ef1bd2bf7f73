using DisclosureBot.Bureau;

namespace DisclosureBot.Slips.Publishing;

/// <summary>Decides what a command about this part of a slip makes of it. Pure.</summary>
public sealed class PublishingRules(Roster roster)
{
    public Decision<SlipEvent> Decide(Slip slip, PublishingCommand command, Person actor, DateTimeOffset at) =>
        throw new NotSupportedException($"{command} {actor} {at} {slip.Id} {roster.BureauId}");
}
