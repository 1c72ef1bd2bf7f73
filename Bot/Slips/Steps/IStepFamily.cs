using DisclosureBot.Bureau;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;

namespace DisclosureBot.Slips.Steps;

/// <summary>The steps of one part of a slip's way: offered as forms to those who may take them, and read back into commands.</summary>
public interface IStepFamily
{
    /// <summary>What this person may do now; a form offered here is accepted by the rules when filled in rightly.</summary>
    IEnumerable<StepForm> Offer(Slip slip, Person reader, DateTimeOffset now);

    /// <summary>The command that a click asks for; null where the verb is another family's.</summary>
    SlipCommand? Read(StepClick click);
}
