using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Interpretation;

namespace DisclosureBot.Figures;

/// <summary>Which slip or item a row is about.</summary>
/// <param name="Number">Null, like the title, where the reader may not see it: it is counted, not named.</param>
public sealed record Subject(string SectionId, string Section, string? Number, string? Title);

/// <summary>One slip of the period. Moments are those of its record; bureau time.</summary>
/// <param name="Attribute">公开属性 as signed or changed since; null where it is not determined (未定).</param>
/// <param name="OpenedAt">When it was first recorded as public, by us or, where drafted for others, by them.</param>
/// <param name="Sync">三同步, of what was opened in the period and must be explained; null of all others.</param>
public sealed record DocumentRow(
    Subject About, DateTimeOffset DraftedAt, DateTimeOffset? SignedAt, DateTimeOffset? DeclinedAt, DisclosureAttribute? Attribute,
    DateTimeOffset? HandedOverAt, DateTimeOffset? OpenedAt, SyncStatus? Sync);

/// <summary>The desks whose time is counted.</summary>
public enum TurnDesk { SectionHead, GeneralOffice, Leader, Drafter, Receiver }

/// <summary>How a turn ended.</summary>
public enum TurnEnd
{
    Signed, Returned, Declined, Resubmitted, Received, HandoverReturned,

    /// <summary>撤回 by the drafter: not the desk's own doing.</summary>
    Withdrawn,

    /// <summary>收回签署 by the desk before.</summary>
    TakenBack,

    /// <summary>Overtaken by something else, e.g. a change of attribute.</summary>
    Overtaken,
}

/// <summary>From when to when a slip lay at a desk; it ended in the period.</summary>
/// <param name="Who">Who ended it; null where the reader may not see the slip.</param>
/// <param name="Hours">Working hours between the two, to the hundredth.</param>
public sealed record TurnRow(Subject About, TurnDesk Desk, string? Who, DateTimeOffset From, DateTimeOffset To, double Hours, TurnEnd End)
{
    /// <summary>The desk itself ended it, so that its time tells how long the desk takes.</summary>
    public bool IsOwn => End is TurnEnd.Signed or TurnEnd.Returned or TurnEnd.Declined or TurnEnd.Resubmitted or TurnEnd.Received or TurnEnd.HandoverReturned;
}

/// <summary>Where an attribute was changed: at a desk of the review, or after issue (变更).</summary>
public enum ChangePoint { SectionHead, GeneralOffice, Leader, AfterIssue }

/// <summary>An attribute changed in the period, by a signature that still stands or by a 变更.</summary>
public sealed record ChangeRow(Subject About, ChangePoint Point, DateTimeOffset At, DisclosureAttribute From, DisclosureAttribute To, string? Who);

/// <summary>How a clock stands: met in the period, or not met at its end (or now).</summary>
public enum ClockResult
{
    InTime, Late, Running, Overdue,

    /// <summary>办结时未完成: an item was closed while the clock ran; only of public opinion.</summary>
    LeftOpen,
}

/// <summary>One clock that counts in the period.</summary>
/// <param name="Deadline">Of a slip; otherwise <paramref name="Opinion"/> is given.</param>
/// <param name="Due">Of a slip the last day, at midnight as it begins; bureau time.</param>
/// <param name="Met">When it was met, or of a slip on which day; null where it was not.</param>
/// <param name="RecordedAt">When that was recorded: it puts the clock into a period.</param>
public sealed record ClockRow(
    Subject About, DeadlineKind? Deadline, OpinionClockKind? Opinion, DateTimeOffset Due, DateTimeOffset? Met, DateTimeOffset? RecordedAt, ClockResult Result);

/// <summary>Everything that is counted, row by row, as it stood at the end of the period, or now where that is to come.</summary>
public sealed class FigureFacts(Period period, DateTimeOffset asOf)
{
    public Period Period => period;

    /// <summary>Exclusive; bureau time.</summary>
    public DateTimeOffset AsOf => asOf;

    public List<DocumentRow> Documents { get; } = [];
    public List<TurnRow> Turns { get; } = [];
    public List<ChangeRow> Changes { get; } = [];
    public List<ClockRow> Clocks { get; } = [];

    /// <summary>Years without an official calendar that working time was counted in.</summary>
    public SortedSet<int> GuessedYears { get; } = [];
}
