using System.Globalization;
using DisclosureBot.Clock;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Slips.Interpretation;

/// <summary>What a slip becomes by a fact of interpretation.</summary>
internal static class InterpretationEvolution
{
    public static Slip Apply(Slip slip, InterpretationEvent fact) => fact switch
    {
        InterpretationEvent.PlanFiled e => slip with
        {
            Interpretation = slip.Interpretation with { Filing = new PlanFiling(e.FileId, e.By, e.At) },
            Trail = slip.Add(e, SlipAct.Interpret, "解读方案报备政策法规科"),
        },
        InterpretationEvent.PolicyConfirmed e => slip with
        {
            Interpretation = slip.Interpretation with { Policy = new PolicyOpinion(e.By, e.At, e.Normative, e.NeedsInterpretation, e.Reason) },
            Trail = slip.Add(e, SlipAct.Interpret, $"政策法规科确认:{(e.Normative ? "属规范性文件" : "不属规范性文件")},{(e.NeedsInterpretation ? "须解读" : "不需解读")}", e.Reason),
        },
        // Public is public: the twenty working days of 条例 第26条 are met by whoever issued it.
        InterpretationEvent.OutsidePublished e => slip.Reopen(DeadlineKind.LegalDisclosure).Meet(DeadlineKind.LegalDisclosure, BureauTime.Noon(e.On)).Run(DeadlineKind.Interpretation, e.Interpretation) with
        {
            Interpretation = slip.Interpretation with { Outside = new OutsidePublication(e.By, e.At, e.On, e.Url) },
            Publication = slip.Publication with { Rounds = slip.Publication.Rounds + 1 },
            Trail = slip.Add(e, SlipAct.Interpret, string.Create(CultureInfo.InvariantCulture, $"{(slip.Interpretation.Outside is null ? "记录" : "更正记录:")}代起草文件已于{e.On:M月d日}公开:{e.Url}")),
        },
        InterpretationEvent.Released e => slip.Reopen(DeadlineKind.Interpretation).Meet(DeadlineKind.Interpretation, e.When) with
        {
            // What is corrected after the archive is sealed once more.
            Phase = slip.Phase == SlipPhase.Archived ? SlipPhase.Signed : slip.Phase,
            Publication = slip.Publication with { Rounds = slip.Publication.Rounds + 1, TakenDown = slip.Publication.Published is null ? null : slip.Publication.TakenDown },
            Interpretation = slip.Interpretation with
            {
                Released = new InterpretationRelease(e.By, e.At, e.Url, e.Channel, e.When, e.Form, e.LedByHead, AddressCheck.Pending),
            },
            Trail = slip.Add(e, SlipAct.Interpret, $"{(slip.Interpretation.Released is null ? "" : "更正记录:")}发布解读材料({e.Form},{e.Channel}):{e.Url}"),
        },
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };
}
