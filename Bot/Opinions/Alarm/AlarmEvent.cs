namespace DisclosureBot.Opinions.Alarm;

/// <summary>Who is called when nobody takes an item, in this order.</summary>
public enum EscalationRung { SectionHead, LeaderInCharge, PrincipalLeader }

/// <summary>Who has an item in hand, and who was called because nobody had.</summary>
public abstract record AlarmEvent(Who By, DateTimeOffset At) : OpinionEvent(By, At)
{
    /// <summary>我来处理.</summary>
    public sealed record Taken(Who By, DateTimeOffset At) : AlarmEvent(By, At);

    /// <summary>Nobody took it in time.</summary>
    /// <param name="Next">When the rung above is called; null after the last.</param>
    public sealed record Escalated(Who By, DateTimeOffset At, EscalationRung Rung, DateTimeOffset? Next, IReadOnlyList<string> To) : AlarmEvent(By, At);

    /// <summary>转交 to another person, by hand or with the watch.</summary>
    public sealed record Passed(Who By, DateTimeOffset At, Who To, string? Note) : AlarmEvent(By, At);
}
