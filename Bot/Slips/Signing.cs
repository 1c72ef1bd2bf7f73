using DisclosureBot.Bureau;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips;

/// <summary>What every signature must pass and bring with it, given on the card or with a pen. Pure.</summary>
internal sealed class Signing(Roster roster, SlipClocks clocks)
{
    /// <summary>Null and the whole fact: whom the slip goes to, which clock starts; or why it cannot be signed so.</summary>
    /// <param name="slip">As it lies before the signature.</param>
    public Refusal? Complete(Slip slip, SlipEvent.Signed signed, out SlipEvent.Signed complete)
    {
        complete = signed;
        if (Hearing.Refusal(slip) is { } waits) return waits;
        if (signed.Stage == Stage.SectionHead && LacksPlan(slip, signed.ImportantPolicy ?? slip.ImportantPolicy))
            return StepAnswers.Invalid(
                $"规范性文件和重要政策应将解读方案与文件一并报批,本件还没有报备,不能报出科室。请起草人{slip.Drafter.Name}上传“解读方案”并点“报备政策法规科”后再签署,或退回修改。");

        var after = Slip.Evolve(slip, signed);
        if (after.Phase == SlipPhase.Signed)
        {
            // What is published at all must be so within twenty working days of the day it was formed (条例 第26条).
            var opens = signed.Value is DisclosureAttribute.Public or DisclosureAttribute.Redacted;
            complete = signed with { LegalDisclosure = opens ? clocks.LegalDisclosure(after.SignedAt(Stage.Leader)!.On, signed.At) : null };
            return null;
        }

        var next = Desks.At(after.Stage, after, roster);
        complete = signed with { To = next.Select(person => person.Id).ToList() };
        return next.Count > 0
            ? null
            : StepAnswers.Invalid($"签署后没有人可以办理“{Desks.Review(after.Stage)}”:同一人不得连续签署两道,也不得审签自己起草的文件。请改选签发人或联系管理员。");
    }

    /// <summary>三(八), I-03: what must be explained does not leave the section without its plan.</summary>
    private static bool LacksPlan(Slip slip, bool important) =>
        slip.Interpretation.Filing is null && (slip.Interpretation.Policy?.NeedsInterpretation ?? (slip.Content.Normative || important));
}
