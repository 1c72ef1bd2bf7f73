namespace DisclosureBot.Slips.Consulting;

/// <summary>Who is being asked about a slip now, and what of it the present desk waits for. Pure.</summary>
public static class Hearing
{
    /// <summary>Open, and for a 会签 its time has come: between the head's signature and the office's (B-27).</summary>
    public static bool IsDue(Slip slip, Consultation one) =>
        one.IsOpen && (one.Kind == ConsultationKind.Opinion || slip is { Phase: SlipPhase.InReview, Stage: Stage.GeneralOffice });

    /// <summary>Person ids of those whose comment is wanted now.</summary>
    public static IEnumerable<string> Asked(Slip slip) => slip.Consultations.Where(one => IsDue(slip, one)).Select(one => one.Of.Id);

    /// <summary>What the present desk cannot sign without.</summary>
    public static IReadOnlyList<Consultation> Holding(Slip slip) =>
        slip.Phase == SlipPhase.InReview ? [.. slip.Consultations.Where(one => one.Waits && IsDue(slip, one))] : [];

    /// <summary>征求甲、乙意见,丙会签.</summary>
    public static string Words(IReadOnlyList<Consultation> asked)
    {
        var (opinions, signs) = (Names(asked, ConsultationKind.Opinion), Names(asked, ConsultationKind.Countersign));
        return string.Join(',', new[] { opinions.Length > 0 ? $"征求{opinions}意见" : "", signs.Length > 0 ? $"{signs}会签" : "" }.Where(part => part.Length > 0));
    }

    /// <summary>Why nobody can sign now, and what to do about it; null where nothing is waited for.</summary>
    public static Refusal? Refusal(Slip slip) => Holding(slip) is not { Count: > 0 } holding ? null
        : new Refusal(RefusalKind.Invalid, $"本件正等待{Words(holding)},答复后才能签署。不再等待的,请用“撤销征求”写明理由;也可以退回修改。");

    private static string Names(IEnumerable<Consultation> asked, ConsultationKind kind) =>
        string.Join('、', asked.Where(one => one.Kind == kind).Select(one => one.Of.Name).Distinct(StringComparer.Ordinal));
}
