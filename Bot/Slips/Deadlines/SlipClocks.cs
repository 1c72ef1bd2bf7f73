using DisclosureBot.Calendar;
using DisclosureBot.Clock;

namespace DisclosureBot.Slips.Deadlines;

/// <summary>Counts a slip's clocks by the calendar in force, and knows when people are at work.</summary>
public sealed class SlipClocks
{
    /// <summary>3 days from 印制, 5 for a confirmed 规范性文件 (F-15, B-9, B-12).</summary>
    public Deadline Handover(DateOnly from, bool normative, DateTimeOffset now) => Naive("移交商务运行科", "印制", from, normative ? 5 : 3, now);

    /// <summary>3 working days from publication (I-05).</summary>
    public Deadline Interpretation(DateOnly from, DateTimeOffset now) => Naive("发布解读材料", "公开发布", from, 3, now);

    /// <summary>The next working day after receipt, an internal target (B-15).</summary>
    public Deadline Publication(DateOnly from, DateTimeOffset now) => Naive("公开发布", "签收", from, 1, now);

    /// <summary>20 working days from formation (条例 第26条).</summary>
    public Deadline LegalDisclosure(DateOnly from, DateTimeOffset now) => Naive("主动公开", "签发", from, 20, now);

    /// <summary>反馈意见采纳情况, an internal target from the day comments close (T-08).</summary>
    public Deadline CommentFeedback(DateOnly from, DateTimeOffset now) => Naive("反馈意见采纳情况", "意见征集截止", from, 10, now);

    /// <summary>The same clock counted again by the present calendar, from the same start.</summary>
    public Deadline Again(DeadlineKind kind, Deadline deadline, DateTimeOffset now) => kind switch
    {
        DeadlineKind.Handover => Handover(deadline.Receipt.Start, deadline.Receipt.Count == 5, now),
        DeadlineKind.Publication => Publication(deadline.Receipt.Start, now),
        DeadlineKind.LegalDisclosure => LegalDisclosure(deadline.Receipt.Start, now),
        DeadlineKind.Interpretation => Interpretation(deadline.Receipt.Start, now),
        DeadlineKind.CommentFeedback => CommentFeedback(deadline.Receipt.Start, now),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The moment itself, or the next opening of the office.</summary>
    public DateTimeOffset AtWork(DateTimeOffset at)
    {
        var (day, hour) = (BureauTime.Day(at), at.ToOffset(TimeSpan.FromHours(8)).Hour);
        return hour < 8 ? Opening(day) : hour < 18 ? at : Opening(day.AddDays(1));
    }

    private static DateTimeOffset Opening(DateOnly day) => new(day.ToDateTime(new TimeOnly(8, 0)), TimeSpan.FromHours(8));

    // Stands in until the calendar is here.
    private static Deadline Naive(string rule, string startedBy, DateOnly from, int days, DateTimeOffset now)
    {
        var due = from.AddDays(days);
        return new Deadline(due, new Receipt(rule, "方案", startedBy, from, days, DayUnit.CalendarDay, due, "暂用", [], []),
            [.. new[] { new Reminder(Rung.Before, Opening(due.AddDays(-1))), new Reminder(Rung.OnTheDay, Opening(due)), new Reminder(Rung.Overdue, Opening(due.AddDays(1))) }.Where(r => r.At > now)]);
    }
}
