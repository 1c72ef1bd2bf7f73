using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips.Changes;

/// <summary>变更公开属性, offered to the leaders of an issued document (B-31).</summary>
public sealed class ChangeSteps(Roster roster) : IStepFamily
{
    public IEnumerable<StepForm> Offer(Slip slip, Person reader, DateTimeOffset now)
    {
        if (ChangeRules.Gate(slip, reader, roster) is not null) yield break;
        yield return new StepForm(StepVerbs.ChangeAttribute, "变更公开属性", slip.Round,
            [
                new StepField.Pick("to", "变更为", AttributeStatement.InOrder.Where(value => value != slip.Attribute)
                    .Select(value => new Choice(SlipPayload.Of(value), AttributeStatement.Plain(value))).ToList()),
                new StepField.Text("reason", "变更理由", Multiline: true, Most: Wording.ReasonLimit),
                new StepField.Pick("ground", "法定依据(变更为更少公开的必填)", DraftForms.Grounds),
            ],
            Lead: $"现为“{AttributeStatement.Plain(slip.Attribute!.Value)}”。处理签不作改动,变更另立记录;须移交的,移交期限自决定之日起重新计算。");
    }

    public SlipCommand? Read(StepClick click) => click.Verb == StepVerbs.ChangeAttribute
        ? new ChangeAttribute(SlipPayload.Attribute(click["to"]), click["reason"], click["ground"])
        : null;
}
