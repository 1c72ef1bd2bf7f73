using DisclosureBot.Bureau;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Steps;

namespace DisclosureBot.Opinions.Intake;

/// <summary>并入, offered by the same gate that the rules refuse by.</summary>
internal sealed class IntakeSteps(Roster roster) : IOpinionSteps
{
    /// <summary>The field that names the other item, e.g. 舆2026-0001.</summary>
    public const string Number = "number";

    private readonly IntakeGates _gates = new(roster);

    public IEnumerable<StepForm> Offer(OpinionItem item, Person reader, DateTimeOffset now)
    {
        if (_gates.Merge(reader) is null)
            yield return new(OpinionVerbs.Merge, "并入", item.Round, [new StepField.Text(Number, "并入的舆情编号", Placeholder: OpinionCase.Number(now.Year, 1, item.IsDrill), Most: 20)],
                Lead: "与另一条舆情是同一件事的,并入那一条:本条的来源转过去,时限从两条中较早的获知时间起算。");
    }

    /// <summary>Which item is meant by the number, whoever runs the command looks up.</summary>
    public OpinionCommand? Read(StepClick click) => click.Verb == OpinionVerbs.Merge ? new IntakeCommand.Merge(null) : null;
}
