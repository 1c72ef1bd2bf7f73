using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Slips.Consulting;

/// <summary>What a slip becomes by a fact about colleagues who were asked, told or given it, and what becomes of them as it goes its way.</summary>
internal static class ConsultingEvolution
{
    public static Slip Apply(Slip slip, ConsultingEvent fact) => fact switch
    {
        ConsultingEvent.Asked e => slip with
        {
            Consultations = [.. slip.Consultations, new(e.Id, e.Kind, e.By, e.Of, e.Section, e.At, e.Question, e.Waits)],
            Trail = slip.Add(e, SlipAct.Consult, $"{(e.Kind == ConsultationKind.Countersign ? "请会签" : "征求意见")}:{e.Of.Name}({e.Section})", e.Question),
        },
        ConsultingEvent.Answered e => Ended(slip, e.Id, one => one with { Comment = e.Comment, AnsweredBy = e.By, EndedAt = e.At }) with
        {
            Trail = slip.Add(e, SlipAct.Consult, $"{Answer(slip, e.Id)}:{e.Comment}"),
        },
        ConsultingEvent.Waived e => Ended(slip, e.Id, one => one with { WaivedBy = e.By, Reason = e.Reason, EndedAt = e.At }) with
        {
            Trail = slip.Add(e, SlipAct.Consult, Waiving(slip, e.Id), e.Reason),
        },
        ConsultingEvent.Copied e => slip with
        {
            CopiedTo = [.. slip.CopiedTo, .. e.To],
            Trail = slip.Add(e, SlipAct.Consult, $"抄送:{string.Join('、', e.To.Select(who => who.Name))}"),
        },
        ConsultingEvent.PassedOn e => PassedOn(slip, e),
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };

    /// <summary>How the trail says that a desk was passed on; a repeated click is known by it.</summary>
    public static string Passing(Stage stage, string to) => $"转办:由{to}办理“{Desks.Review(stage)}”";

    /// <summary>What is still asked once this happened: nobody is asked in vain about a draft that has gone back, and a 会签 follows the head's signature.</summary>
    /// <param name="before">The slip before the fact; null for a new one.</param>
    public static IReadOnlyList<Consultation> After(Slip? before, Slip next, SlipEvent fact)
    {
        if (before is null || next.Consultations.Count == 0) return next.Consultations;
        IEnumerable<Consultation> all = next.Consultations;
        if (Overtakes(fact) is { } overtaken) all = all.Select(one => one.IsOpen && one.Kind == ConsultationKind.Opinion && overtaken(one) ? one with { EndedAt = fact.At } : one);
        if (before.SignedAt(Stage.SectionHead) is { } head && next.SignedAt(Stage.SectionHead) is null)
            all = all.Select(one => one.Kind == ConsultationKind.Countersign && one.EndedAt >= head.At ? one.Again() : one);
        return [.. all];
    }

    /// <summary>Which open questions the fact leaves behind; null for most facts, which leave none.</summary>
    private static Func<Consultation, bool>? Overtakes(SlipEvent fact) => fact switch
    {
        SlipEvent.Returned or SlipEvent.Withdrawn or SlipEvent.Resubmitted or SlipEvent.Declined or PublishingEvent.Archived => _ => true,
        // The desk that it was to hold up no longer has the slip, and must not hold up another.
        SlipEvent.TakenBack => one => one.Waits,
        _ => null,
    };

    private static Slip PassedOn(Slip slip, ConsultingEvent.PassedOn e) => slip with
    {
        // The leader's desk is whoever signs: the paper says so too.
        Content = e.Stage == Stage.Leader ? slip.Content with { Signer = e.To } : slip.Content,
        Passed = e.Stage == Stage.Leader ? slip.Passed : [.. slip.Passed.Where(one => one.Stage != e.Stage), new(e.Stage, e.To)],
        Turn = slip.Version + 1,
        Reminded = false,
        PendingPaper = null,
        Trail = slip.Add(e, SlipAct.PassOn, Passing(e.Stage, e.To.Name), e.Reason),
    };

    private static string Answer(Slip slip, string id) => slip.Consultations.Any(one => one.Id == id && one.Kind == ConsultationKind.Countersign) ? "会签意见" : "意见";

    private static string Waiving(Slip slip, string id) =>
        slip.Consultations.FirstOrDefault(one => one.Id == id) is { } one ? $"不再等待{Hearing.Words([one])}" : "撤销征求";

    private static Slip Ended(Slip slip, string id, Func<Consultation, Consultation> end) => slip with
    {
        Consultations = [.. slip.Consultations.Select(one => one.Id == id ? end(one) : one)],
    };
}
