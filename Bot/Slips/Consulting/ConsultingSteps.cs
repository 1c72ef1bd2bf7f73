using DisclosureBot.Bureau;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips.Consulting;

/// <summary>征求意见, 会签, 抄送 and 转办 as forms on the slip's card.</summary>
public sealed class ConsultingSteps(Roster roster) : IStepFamily
{
    private readonly ConsultingRules _rules = new(roster);

    public IEnumerable<StepForm> Offer(Slip slip, Person reader, DateTimeOffset now) => [];

    public SlipCommand? Read(StepClick click) => null;
}
