using DisclosureBot.Bureau;

namespace DisclosureBot.Slips.Files;

/// <summary>Decides what a command about this part of a slip makes of it. Pure.</summary>
public sealed class FileRules(Roster roster)
{
    public Decision<SlipEvent> Decide(Slip slip, FileCommand command, Person actor, DateTimeOffset at) =>
        throw new NotSupportedException($"{command} {actor} {at} {slip.Id} {roster.BureauId}");
}
