using DisclosureBot.Slips.Deadlines;

namespace DisclosureBot.Slips.Changes;

/// <summary>What a slip becomes by a change of attribute: handed over anew, from the day of decision (B-31).</summary>
internal static class ChangeEvolution
{
    public static Slip Apply(Slip slip, AttributeChanged e) => slip.Drop(DeadlineKind.Handover, DeadlineKind.Publication, DeadlineKind.LegalDisclosure)
        .Drop(Moot(slip, e))
        .Run(DeadlineKind.Handover, e.Handover)
        .Run(DeadlineKind.LegalDisclosure, e.LegalDisclosure) with
    {
        Phase = SlipPhase.Signed,
        Changes = [.. slip.Changes, e],
        // What was published stands until it is taken down; everything else begins again.
        Publication = slip.Publication with { Handover = null, Returned = null, Catalogued = null },
        Trail = slip.Add(e, SlipAct.Change, $"公开属性由“{AttributeStatement.Plain(e.From)}”变更为“{AttributeStatement.Plain(e.To)}”", e.Reason),
    };

    /// <summary>What the public no longer sees need not be explained to it any more.</summary>
    private static DeadlineKind[] Moot(Slip slip, AttributeChanged e) => e.To is DisclosureAttribute.Public or DisclosureAttribute.Redacted
        ? []
        : slip.Deadlines.Where(clock => clock is { IsRunning: true, Kind: DeadlineKind.Interpretation or DeadlineKind.CommentFeedback }).Select(clock => clock.Kind).ToArray();
}
