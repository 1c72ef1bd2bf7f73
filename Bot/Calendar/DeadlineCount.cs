namespace DisclosureBot.Calendar;

/// <summary>What a deadline rests on, ready to read.</summary>
/// <param name="Rule">文件制作后3日内移交商务运行科.</param>
/// <param name="Source">方案 四(一)4.</param>
/// <param name="StartedBy">印制.</param>
public sealed record Term(string Rule, string Source, string StartedBy);

/// <summary>Counts from a day to a deadline. The day of the event is not counted itself (民法典 第201条).</summary>
public static class DeadlineCount
{
    /// <summary>自然日. A last day off moves to the next working day where <paramref name="rollForward"/> says so (民法典 第203条, B-9).</summary>
    /// <param name="now">Bureau time; reminders that lie before it are left out.</param>
    public static Deadline CountCalendarDays(this BureauCalendar calendar, Term term, DateOnly start, int count, bool rollForward, DateTimeOffset now)
    {
        var strict = start.AddDays(count);
        var due = rollForward ? calendar.WorkingDayFrom(strict) : strict;
        // Whatever comes before the last day is counted alike on any calendar; only whether that day is off can be unknown.
        return calendar.Made(term, start, count, DayUnit.CalendarDay, strict, due, rollForward ? Missing(calendar, strict, due) : [], now);
    }

    /// <summary>工作日: only days on which the bureau works are counted.</summary>
    /// <param name="now">Bureau time; reminders that lie before it are left out.</param>
    public static Deadline CountWorkingDays(this BureauCalendar calendar, Term term, DateOnly start, int count, DateTimeOffset now)
    {
        var due = calendar.WorkingDayFrom(start, count);
        return calendar.Made(term, start, count, DayUnit.WorkingDay, due, due, Missing(calendar, start.AddDays(1), due), now);
    }

    private static Deadline Made(
        this BureauCalendar calendar, Term term, DateOnly start, int count, DayUnit unit, DateOnly strict, DateOnly due, IReadOnlyList<int> missing, DateTimeOffset now)
    {
        var receipt = new Receipt(
            term.Rule, term.Source, term.StartedBy, start, count, unit, strict, calendar.Version, calendar.Crossed(start, due), missing);
        return new Deadline(due, receipt, ReminderLadder.Of(calendar, due, receipt, now));
    }

    private static List<int> Missing(BureauCalendar calendar, DateOnly first, DateOnly last) =>
        [.. Enumerable.Range(first.Year, last.Year - first.Year + 1).Where(year => !calendar.IsOfficial(year))];
}
