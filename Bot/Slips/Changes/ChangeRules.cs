using DisclosureBot.Bureau;

namespace DisclosureBot.Slips.Changes;

/// <summary>Decides whether a leader may change the attribute of an issued document (B-31). Pure.</summary>
public sealed class ChangeRules(Roster roster)
{
    public Decision<SlipEvent> Decide(Slip slip, ChangeAttribute command, Person actor, DateTimeOffset at) =>
        throw new NotSupportedException($"{command} {actor} {at} {slip.Id} {roster.BureauId}");
}
