using DisclosureBot.Calendar;
using DisclosureBot.Clock;
using DisclosureBot.Slips.Expediting;

namespace DisclosureBot.Slips.Deadlines;

/// <summary>Counts a slip's clocks by the calendar in force, and knows when people are at work.</summary>
public sealed class SlipClocks(Calendars calendars, RestSettings? rest = null)
{
    /// <summary>How long a slip may rest at each desk.</summary>
    public RestSettings Rest { get; } = rest ?? RestSettings.Usual;

    /// <summary>3 days from 印制, 5 for a confirmed 规范性文件 (F-15, B-9, B-12).</summary>
    public Deadline Handover(DateOnly from, bool normative, DateTimeOffset now) => calendars.Rules.Handover(from, normative, now);

    /// <summary>The same from the decision that changed the attribute (B-31).</summary>
    public Deadline HandoverAfterChange(DateOnly from, bool normative, DateTimeOffset now) => calendars.Rules.HandoverAfterChange(from, normative, now);

    /// <summary>3 working days from publication (I-05).</summary>
    public Deadline Interpretation(DateOnly from, DateTimeOffset now) => calendars.Rules.Interpretation(from, now);

    /// <summary>From receipt, an internal target (B-15).</summary>
    public Deadline Publication(DateOnly from, DateTimeOffset now) => calendars.Rules.PublicationTarget(from, now);

    /// <summary>20 working days from formation (条例 第26条).</summary>
    public Deadline LegalDisclosure(DateOnly from, DateTimeOffset now) => calendars.Rules.LegalDisclosure(from, now);

    /// <summary>20 working days from the change that opened it (条例 第26条).</summary>
    public Deadline LegalDisclosureAfterChange(DateOnly from, DateTimeOffset now) => calendars.Rules.LegalDisclosureAfterChange(from, now);

    /// <summary>反馈意见采纳情况, an internal target from the day comments close (T-08).</summary>
    public Deadline CommentFeedback(DateOnly from, DateTimeOffset now) => calendars.Rules.CommentFeedback(from, now);

    /// <summary>The same clock counted again by the present calendar, from the same start.</summary>
    public Deadline Again(DeadlineKind kind, Deadline deadline, DateTimeOffset now) => kind switch
    {
        DeadlineKind.Handover when IsOfChange(deadline) => HandoverAfterChange(deadline.Receipt.Start, deadline.Receipt.Count == 5, now),
        DeadlineKind.LegalDisclosure when IsOfChange(deadline) => LegalDisclosureAfterChange(deadline.Receipt.Start, now),
        DeadlineKind.Handover => Handover(deadline.Receipt.Start, deadline.Receipt.Count == 5, now),
        DeadlineKind.Publication => Publication(deadline.Receipt.Start, now),
        DeadlineKind.LegalDisclosure => LegalDisclosure(deadline.Receipt.Start, now),
        DeadlineKind.Interpretation => Interpretation(deadline.Receipt.Start, now),
        DeadlineKind.CommentFeedback => CommentFeedback(deadline.Receipt.Start, now),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static bool IsOfChange(Deadline deadline) => deadline.Receipt.StartedBy == DeadlineRules.Change;

    /// <summary>When the doors will have been open for so long since then; bureau time.</summary>
    public DateTimeOffset AfterWork(DateTimeOffset from, TimeSpan length) => calendars.Present.AfterWorkingTime(from, length);

    /// <summary>The next working day's beginning, when digests go out.</summary>
    public DateTimeOffset NextMorning(DateTimeOffset at) => calendars.Present.NextOpening(at);

    /// <summary>The moment itself, or the next opening of the office.</summary>
    public DateTimeOffset AtWork(DateTimeOffset at) => calendars.Present.InOfficeHours(at);
}
