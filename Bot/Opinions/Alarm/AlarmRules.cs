using DisclosureBot.Bureau;
using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions.Alarm;

/// <summary>Decides who has an item in hand, and who is called when nobody has. Pure.</summary>
internal sealed class AlarmRules(Roster roster, OpinionClocks clocks)
{
    public Decision<OpinionEvent> Decide(OpinionItem item, AlarmCommand command, Person? actor, DateTimeOffset at)
    {
        _ = (roster, clocks, item, command, actor, at);
        throw new NotSupportedException();
    }
}
