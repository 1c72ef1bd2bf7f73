using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions.Emergency;

/// <summary>突发事件: its level, and the clocks from 发生.</summary>
public abstract record EmergencyEvent(Who By, DateTimeOffset At) : OpinionEvent(By, At)
{
    /// <summary>定级, or 调整级别: always a person's word.</summary>
    /// <param name="Basis">The notice the level stands in, or why the principal leader set it.</param>
    /// <param name="Clocks">Every clock that runs from now on; one that ran before and is not among them stops.</param>
    /// <param name="EscalateAt">As in <see cref="Handling.HandlingEvent.Assessed"/>.</param>
    /// <param name="To">The principal leader as 第一新闻发言人, the leaders and the section (O-03).</param>
    public sealed record LevelSet(
        Who By, DateTimeOffset At, IncidentLevel Level, LevelAuthority Authority, string Basis, DateTimeOffset OccurredAt,
        IReadOnlyList<HourDeadline> Clocks, DateTimeOffset? EscalateAt, IReadOnlyList<string> To) : EmergencyEvent(By, At);

    /// <summary>A clock was met, as proved by a link or a file.</summary>
    public sealed record ClockMet(Who By, DateTimeOffset At, OpinionClockKind Clock, DateTimeOffset When, string What, string? Url, string? FileId) : EmergencyEvent(By, At);

    /// <summary>A countdown reached one of its points; also of the 48 hours of ordinary items.</summary>
    public sealed record Reminded(Who By, DateTimeOffset At, OpinionClockKind Clock, CountdownPoint Point, IReadOnlyList<string> To) : EmergencyEvent(By, At);
}
