using DisclosureBot.Bureau;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips.Expediting;

/// <summary>催办 as a button on the slip's card.</summary>
public sealed class ExpediteSteps(Roster roster, SlipClocks clocks) : IStepFamily
{
    private readonly ExpediteRules _rules = new(roster, clocks);

    public IEnumerable<StepForm> Offer(Slip slip, Person reader, DateTimeOffset now)
    {
        if (_rules.NotUrging(slip, reader, now) is null)
            yield return new StepForm(
                StepVerbs.Urge, "催办", slip.Round, [], Lead: $"将提醒{Desks.Names(_rules.Due(slip, _rules.Others(slip, reader), now))}尽快办理;每人每4个工作小时至多一次。");
    }

    public SlipCommand? Read(StepClick click) => click.Verb == StepVerbs.Urge ? new ExpediteCommand.Urge() : null;
}
