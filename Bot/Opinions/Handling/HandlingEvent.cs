using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions.Handling;

/// <summary>研判, 交办, 记事 and the end.</summary>
public abstract record HandlingEvent(Who By, DateTimeOffset At) : OpinionEvent(By, At)
{
    /// <summary>研判: kind and weight.</summary>
    /// <param name="EscalateAt">The next rung anew, by the new weight; null where somebody has it in hand or nobody is left to call.</param>
    /// <param name="To">Who must hear of it at once, e.g. those who set the level of an emergency.</param>
    /// <param name="Clocks">Every clock that runs from now on, where the item became or ceased to be an emergency; null where they go on as they are.</param>
    public sealed record Assessed(
        Who By, DateTimeOffset At, OpinionKind Kind, OpinionLevel Level, string Note, DateTimeOffset? EscalateAt, IReadOnlyList<string> To, IReadOnlyList<HourDeadline>? Clocks = null)
        : HandlingEvent(By, At);

    /// <summary>交办 to a section.</summary>
    public sealed record Assigned(Who By, DateTimeOffset At, string SectionId, string Section, string? Note, IReadOnlyList<string> To, IReadOnlyList<string> Circle) : HandlingEvent(By, At);

    /// <summary>记一笔: a line of the timeline.</summary>
    public sealed record Noted(Who By, DateTimeOffset At, string Text) : HandlingEvent(By, At);

    /// <summary>非本部门职责: handed to another department, no clock of ours.</summary>
    public sealed record TransferredOut(Who By, DateTimeOffset At, string Department, string Record) : HandlingEvent(By, At);

    /// <summary>办结, with a short 评估.</summary>
    public sealed record Closed(Who By, DateTimeOffset At, string Appraisal) : HandlingEvent(By, At);
}
