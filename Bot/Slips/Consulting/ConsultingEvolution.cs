namespace DisclosureBot.Slips.Consulting;

/// <summary>What a slip becomes by a fact about colleagues who were asked, told or given it.</summary>
internal static class ConsultingEvolution
{
    public static Slip Apply(Slip slip, ConsultingEvent fact) => fact switch
    {
        ConsultingEvent.Asked e => slip with
        {
            Consultations = [.. slip.Consultations, new(e.Id, e.Kind, e.By, e.Of, e.At, e.Question, e.Waits)],
            Trail = slip.Add(e, SlipAct.Consult, $"{(e.Kind == ConsultationKind.Countersign ? "请会签" : "征求意见")}:{e.Of.Name}", e.Question),
        },
        ConsultingEvent.Answered e => Ended(slip, e.Id, e.At, e.Comment) with { Trail = slip.Add(e, SlipAct.Consult, $"意见:{e.Comment}") },
        ConsultingEvent.Waived e => Ended(slip, e.Id, e.At, null) with { Trail = slip.Add(e, SlipAct.Consult, "撤销征求意见", e.Reason) },
        ConsultingEvent.Copied e => slip with { Trail = slip.Add(e, SlipAct.Consult, $"抄送:{string.Join('、', e.To.Select(who => who.Name))}") },
        ConsultingEvent.PassedOn e => slip with
        {
            PassedTo = e.To,
            Turn = slip.Version + 1,
            Reminded = false,
            PendingPaper = null,
            Trail = slip.Add(e, SlipAct.PassOn, $"转办:由{e.To.Name}办理“{Desks.Review(e.Stage)}”", e.Reason),
        },
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };

    private static Slip Ended(Slip slip, string id, DateTimeOffset at, string? comment) => slip with
    {
        Consultations = [.. slip.Consultations.Select(one => one.Id == id ? one with { Comment = comment, EndedAt = at } : one)],
    };
}
