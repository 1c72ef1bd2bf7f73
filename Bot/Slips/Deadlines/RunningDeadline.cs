using System.Text.Json.Serialization;
using DisclosureBot.Calendar;

namespace DisclosureBot.Slips.Deadlines;

/// <summary>The clocks a slip can carry. The names travel in events and timers.</summary>
public enum DeadlineKind
{
    /// <summary>移交商务运行科, 3 or 5 days (F-15).</summary>
    Handover,

    /// <summary>公开发布, the internal target (B-15).</summary>
    Publication,

    /// <summary>主动公开, 20 working days from formation (条例 第26条).</summary>
    LegalDisclosure,

    /// <summary>解读材料, 3 working days from publication (I-05).</summary>
    Interpretation,

    /// <summary>意见采纳情况反馈 (T-08), an internal target.</summary>
    CommentFeedback,
}

/// <summary>One clock of a slip, running or done.</summary>
/// <param name="Reminded">The last rung people were reminded at.</param>
/// <param name="DoneOn">The day it was met, in time or not; null while it runs.</param>
public sealed record RunningDeadline(DeadlineKind Kind, Deadline Deadline, Rung? Reminded = null, DateOnly? DoneOn = null)
{
    [JsonIgnore]
    public bool IsRunning => DoneOn is null;

    /// <summary>Done after its day.</summary>
    [JsonIgnore]
    public bool WasLate => DoneOn > Deadline.Due;

    /// <summary>The next reminder still to come; null when done or all have been given.</summary>
    [JsonIgnore]
    public Reminder? Next => IsRunning ? Deadline.Reminders.FirstOrDefault(reminder => Reminded is null || reminder.Rung > Reminded) : null;
}
