using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Opinions.Matching;

namespace DisclosureBot.Opinions.Intake;

/// <summary>并入, offered by the same gate that the rules refuse by.</summary>
internal sealed class IntakeSteps(Roster roster, StoryIndex stories) : IOpinionSteps
{
    /// <summary>The field that names the other item, e.g. 舆2026-0001.</summary>
    private const string Number = "number";

    /// <summary>The field that offers those which read alike.</summary>
    private const string Near = "near";

    private readonly IntakeGates _gates = new(roster);

    public IEnumerable<StepForm> Offer(OpinionItem item, Person reader, DateTimeOffset now)
    {
        if (_gates.Merge(reader) is not null) yield break;
        var alike = stories.Near(item).Select(near => new Choice(near.Number, $"{near.Number} {near.Headline}")).ToList();
        yield return new(OpinionVerbs.Merge, "并入", item.Round,
            [
                .. alike.Count > 0 ? (IEnumerable<StepField>)[new StepField.Pick(Near, "可能相同的舆情", alike)] : [],
                new StepField.Text(Number, "并入的舆情编号", Placeholder: $"如 {Another(item, now)}", Most: 20),
            ],
            Lead: "与另一条舆情是同一件事的,并入那一条:本条的来源转过去,时限从两条中较早的获知时间起算。");
    }

    /// <summary>An example that is never the item's own number.</summary>
    private static string Another(OpinionItem item, DateTimeOffset now)
    {
        var first = OpinionCase.Number(now.Year, 1, item.IsDrill);
        return first == item.Number ? OpinionCase.Number(now.Year, 2, item.IsDrill) : first;
    }

    /// <summary>The number as typed, or else as picked.</summary>
    public static string? NumberOf(StepClick click) => click[Number] ?? click[Near];

    /// <summary>Which item is meant by the number, whoever runs the command looks up.</summary>
    public OpinionCommand? Read(StepClick click) => click.Verb == OpinionVerbs.Merge ? new IntakeCommand.Merge(null) : null;
}
