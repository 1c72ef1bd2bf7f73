namespace DisclosureBot.Slips.Consulting;

/// <summary>What is asked of a colleague beside the signatures; comment only, never a word on the attribute.</summary>
public enum ConsultationKind
{
    /// <summary>征求意见(加签): asked of anybody by whoever holds the slip or drafted it.</summary>
    Opinion,

    /// <summary>会签 of a joint document, between the section head's signature and the office's (B-27).</summary>
    Countersign,
}

/// <summary>Facts about those who are heard, told or given the slip beside its three desks.</summary>
public abstract record ConsultingEvent(Who By, DateTimeOffset At) : SlipEvent(By, At)
{
    /// <summary>Colleagues were asked. One consultation per person asked.</summary>
    /// <param name="Id">Unique on the slip.</param>
    /// <param name="Section">The asked person's section as it was then called.</param>
    /// <param name="Waits">The present desk cannot sign until it is answered or withdrawn; of a 会签 the office's.</param>
    public sealed record Asked(Who By, DateTimeOffset At, string Id, ConsultationKind Kind, Who Of, string Section, string? Question, bool Waits) : ConsultingEvent(By, At);

    /// <summary>The asked person's comment.</summary>
    public sealed record Answered(Who By, DateTimeOffset At, string Id, string Comment) : ConsultingEvent(By, At);

    /// <summary>The asker does without the answer.</summary>
    public sealed record Waived(Who By, DateTimeOffset At, string Id, string Reason) : ConsultingEvent(By, At);

    /// <summary>抄送: for information, no part in the review.</summary>
    public sealed record Copied(Who By, DateTimeOffset At, IReadOnlyList<Who> To) : ConsultingEvent(By, At);

    /// <summary>转办: the desk of this slip now is another's, with the reason; the rules of adjacency hold for them too (B-26).</summary>
    public sealed record PassedOn(Who By, DateTimeOffset At, Stage Stage, Who To, string Reason) : ConsultingEvent(By, At);
}
