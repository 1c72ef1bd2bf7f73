using DisclosureBot.Calendar;

namespace DisclosureBot.Slips.Interpretation;

/// <summary>Facts of policy interpretation (三(八)).</summary>
public abstract record InterpretationEvent(Who By, DateTimeOffset At) : SlipEvent(By, At)
{
    public sealed record PlanFiled(Who By, DateTimeOffset At, string FileId, IReadOnlyList<string> To) : InterpretationEvent(By, At);

    /// <param name="Reason">Given where interpretation is added or waived against what was declared.</param>
    public sealed record PolicyConfirmed(Who By, DateTimeOffset At, bool Normative, bool NeedsInterpretation, string? Reason) : InterpretationEvent(By, At);

    public sealed record OutsidePublished(Who By, DateTimeOffset At, DateOnly On, string Url, Deadline? Interpretation) : InterpretationEvent(By, At);

    public sealed record Released(Who By, DateTimeOffset At, string Url, string Channel, DateTimeOffset When, string Form, bool LedByHead) : InterpretationEvent(By, At);
}
