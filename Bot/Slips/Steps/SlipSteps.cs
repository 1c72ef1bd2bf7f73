using DisclosureBot.Bureau;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;

namespace DisclosureBot.Slips.Steps;

/// <summary>All steps around and after the signatures.</summary>
public sealed class SlipSteps(IEnumerable<IStepFamily> families)
{
    private readonly IReadOnlyList<IStepFamily> _families = [.. families];

    /// <summary>What this person may do now; refilled with what was typed, where a step was refused.</summary>
    public IReadOnlyList<StepForm> Offer(Slip slip, Person reader, DateTimeOffset now, StepClick? typed = null) =>
        Desks.MaySee(slip, reader)
            ? _families.SelectMany(family => family.Offer(slip, reader, now)).Select(form => typed is null ? form : form.Refilled(typed)).ToList()
            : [];

    public SlipCommand? Read(StepClick click) =>
        _families.Select(family => family.Read(click)).FirstOrDefault(command => command is not null) is { } command
            ? command with { Round = click.Round }
            : null;
}
