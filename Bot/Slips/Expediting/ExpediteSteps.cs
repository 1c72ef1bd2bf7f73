using DisclosureBot.Bureau;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips.Expediting;

/// <summary>催办 as a button on the slip's card.</summary>
public sealed class ExpediteSteps(Roster roster, SlipClocks clocks) : IStepFamily
{
    private readonly ExpediteRules _rules = new(roster, clocks);

    public IEnumerable<StepForm> Offer(Slip slip, Person reader, DateTimeOffset now) => [];

    public SlipCommand? Read(StepClick click) => null;
}
