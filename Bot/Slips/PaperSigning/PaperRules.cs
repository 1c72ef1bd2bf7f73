using DisclosureBot.Bureau;

namespace DisclosureBot.Slips.PaperSigning;

/// <summary>Decides what a command about this part of a slip makes of it. Pure.</summary>
public sealed class PaperRules(Roster roster)
{
    public Decision<SlipEvent> Decide(Slip slip, PaperCommand command, Person actor, DateTimeOffset at) =>
        throw new NotSupportedException($"{command} {actor} {at} {slip.Id} {roster.BureauId}");
}
