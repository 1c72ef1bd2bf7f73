namespace DisclosureBot.Slips.PaperSigning;

/// <summary>What a slip becomes by a fact about a pen-signed opinion.</summary>
internal static class PaperEvolution
{
    /// <summary>How the trail says that an entry was dismissed; a repeated click is known by it.</summary>
    public const string Dismissed = "纸质签署录入不符,作废";

    public static Slip Apply(Slip slip, PaperEvent fact) => fact switch
    {
        PaperEvent.Entered e => slip with
        {
            PendingPaper = e.Entry,
            Trail = slip.Add(e, SlipAct.Paper, $"录入{e.Entry.For.Name}的纸质签署:{e.Entry.Opinion}{e.Entry.Statement}", e.Entry.Reason),
        },
        PaperEvent.Dismissed e => slip with { PendingPaper = null, Trail = slip.Add(e, SlipAct.Paper, Dismissed, e.Reason) },
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };
}
