using DisclosureBot.Calendar;

namespace DisclosureBot.Slips.Deadlines;

/// <summary>Facts about a slip's clocks that nobody's action made.</summary>
public abstract record DeadlineEvent(Who By, DateTimeOffset At) : SlipEvent(By, At)
{
    /// <summary>Before, on or after the day: <paramref name="To"/> were reminded.</summary>
    public sealed record DeadlineReminded(Who By, DateTimeOffset At, DeadlineKind Kind, Rung Rung, IReadOnlyList<string> To) : DeadlineEvent(By, At);

    /// <summary>Another calendar moved it; <paramref name="Before"/> and <paramref name="After"/> are announced.</summary>
    public sealed record Recounted(Who By, DateTimeOffset At, DeadlineKind Kind, Deadline Before, Deadline After) : DeadlineEvent(By, At);
}
