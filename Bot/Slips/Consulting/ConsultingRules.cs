using DisclosureBot.Bureau;

namespace DisclosureBot.Slips.Consulting;

/// <summary>Decides who may be asked, told or given a slip, and what that holds up. Pure.</summary>
public sealed class ConsultingRules(Roster roster)
{
    public Decision<SlipEvent> Decide(Slip slip, ConsultingCommand command, Person actor, DateTimeOffset at) => throw new InvalidOperationException(roster.BureauName);
}
