using DisclosureBot.Bureau;

namespace DisclosureBot.Slips.Deadlines;

/// <summary>Decides what a rung or another calendar makes of a slip's clocks. Pure.</summary>
public sealed class SlipDeadlineRules(Roster roster, SlipClocks clocks)
{
    public Decision<SlipEvent> Decide(Slip slip, DeadlineCommand command, DateTimeOffset at) =>
        throw new NotSupportedException($"{command} {at} {slip.Id} {roster.BureauId} {clocks is null}");
}
