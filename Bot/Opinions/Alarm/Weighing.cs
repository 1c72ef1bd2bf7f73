using DisclosureBot.Bureau;
using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions.Alarm;

/// <summary>When the next rung is called once an item weighs differently: anew from now, but only while nobody has it in hand.</summary>
internal static class Weighing
{
    /// <param name="weighed">The item with its new weight.</param>
    public static DateTimeOffset? NextCall(OpinionItem weighed, Roster roster, OpinionClocks clocks, DateTimeOffset at) =>
        weighed.Handler is null && Rungs.Next(weighed.Escalated, weighed.Called, weighed.KeeperId, roster) is not null
            ? clocks.Escalation(weighed.Gravity, weighed.Drill, at)
            : null;
}
