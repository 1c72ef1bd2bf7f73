using System.Text.Json.Serialization;

namespace DisclosureBot.Calendar;

/// <summary>What is due by when, why, and when people are reminded of it: computed once, kept as a fact.</summary>
/// <param name="Due">The last day, bureau time; done on that day is on time, whatever the hour.</param>
/// <param name="Reminders">In order; only such as lie after the moment it was computed for.</param>
public sealed record Deadline(DateOnly Due, Receipt Receipt, IReadOnlyList<Reminder> Reminders);

/// <summary>How a deadline came about, so that anybody can count it again.</summary>
/// <param name="Rule">Ready to read: 文件制作后3日内移交.</param>
/// <param name="Source">方案 四(一)4, 条例 第26条, 内部目标.</param>
/// <param name="StartedBy">The event that started it, ready to read: 印制.</param>
/// <param name="Start">The day of that event; it is not counted itself.</param>
/// <param name="Strict">The last day before it was rolled to a working day; equals the due day otherwise.</param>
/// <param name="CalendarVersion">Which tables were in force.</param>
/// <param name="Crossed">Holidays and make-up days between start and due, in order.</param>
/// <param name="MissingYears">Years without an official table that the count reaches into: the deadline is 暂定.</param>
public sealed record Receipt(
    string Rule, string Source, string StartedBy, DateOnly Start, int Count, DayUnit Unit, DateOnly Strict,
    string CalendarVersion, IReadOnlyList<CrossedDay> Crossed, IReadOnlyList<int> MissingYears)
{
    [JsonIgnore]
    public bool IsProvisional => MissingYears.Count > 0;
}

/// <summary>自然日 or 工作日.</summary>
public enum DayUnit { CalendarDay, WorkingDay }

/// <param name="IsOff">A day off; otherwise a make-up workday.</param>
/// <param name="IsLocal">The prefecture's own holiday.</param>
public sealed record CrossedDay(DateOnly Date, string Name, bool IsOff, bool IsLocal);

/// <summary>The rungs of reminding: who must act; then also their section head; then also the leader in charge.</summary>
public enum Rung { Before, OnTheDay, Overdue }

/// <param name="At">Bureau time, within office hours.</param>
public sealed record Reminder(Rung Rung, DateTimeOffset At);
