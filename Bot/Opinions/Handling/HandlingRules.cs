using DisclosureBot.Bureau;
using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions.Handling;

/// <summary>Decides 研判, 交办, 记事, 转出 and 办结. Pure.</summary>
internal sealed class HandlingRules(Roster roster, OpinionClocks clocks)
{
    public Decision<OpinionEvent> Decide(OpinionItem item, HandlingCommand command, Person actor, DateTimeOffset at)
    {
        _ = (roster, item, command, actor, at, clocks);
        throw new NotSupportedException();
    }
}
