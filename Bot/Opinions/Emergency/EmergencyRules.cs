using DisclosureBot.Bureau;
using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions.Emergency;

/// <summary>Decides the level of an emergency, what meets its clocks, and whom a countdown tells. Pure.</summary>
internal sealed class EmergencyRules(Roster roster, OpinionClocks clocks)
{
    public Decision<OpinionEvent> Decide(OpinionItem item, EmergencyCommand command, Person? actor, DateTimeOffset at)
    {
        _ = (roster, item, command, actor, at, clocks);
        throw new NotSupportedException();
    }
}
