namespace DisclosureBot.Opinions;

/// <summary>The answers that all rules of an item have in common.</summary>
internal static class OpinionAnswers
{
    /// <summary>Already so: a repeated click.</summary>
    public static Decision<OpinionEvent> Nothing => Accept();

    public static Decision<OpinionEvent> Accept(params OpinionEvent[] facts) => new Decision<OpinionEvent>.Accepted(facts);

    public static Refusal Invalid(string text) => new(RefusalKind.Invalid, text);

    public static Refusal Forbidden(string text) => new(RefusalKind.Forbidden, text);

    public static Refusal Stale(string text) => new(RefusalKind.Stale, text);

    /// <summary>Null while the item is open.</summary>
    public static Refusal? Ended(OpinionItem item) => item.Phase switch
    {
        OpinionPhase.Open => null,
        OpinionPhase.Merged => Stale($"{item.Number} 已{item.Trail[^1].What},请到那一条上办理。"),
        OpinionPhase.Closed or OpinionPhase.TransferredOut => Stale($"{item.Number} 已由{item.End!.By.Name}办结,不能再办理。有新情况请重新上报。"),
        _ => throw new InvalidOperationException(item.Phase.ToString()),
    };
}
