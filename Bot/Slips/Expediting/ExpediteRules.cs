using DisclosureBot.Bureau;
using DisclosureBot.Slips.Deadlines;

namespace DisclosureBot.Slips.Expediting;

/// <summary>Decides who may urge whom and how often, and when a resting slip is told upwards. Pure.</summary>
public sealed class ExpediteRules(Roster roster, SlipClocks clocks)
{
    /// <param name="actor">Null for the clock.</param>
    public Decision<SlipEvent> Decide(Slip slip, ExpediteCommand command, Person? actor, DateTimeOffset at) => throw new InvalidOperationException($"{roster.BureauName}{clocks.AtWork(at)}");
}
