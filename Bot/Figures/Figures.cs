using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Deadlines;

namespace DisclosureBot.Figures;

/// <summary>One section's row; it is there also where everything in it is zero (二(三), G-06).</summary>
/// <param name="Name">As columns and rows call it; no two are alike.</param>
/// <param name="ByAttribute">What was drafted in the period, in the order of <see cref="AttributeStatement.InOrder"/>.</param>
/// <param name="Undetermined">未定, of what was drafted in the period.</param>
public sealed record SectionFigures(
    string Id, string Name, int Drafted, int Signed, int Declined, IReadOnlyList<int> ByAttribute, int Undetermined,
    int HandedOver, int Opened, int Changed, int Returned, int HandoverInTime, int HandoverLate);

/// <summary>The time of one desk over the turns it ended itself.</summary>
/// <param name="Median">Working hours; null where there was no turn.</param>
/// <param name="Ninetieth">Nine of ten took no longer; working hours.</param>
/// <param name="Ends">How its turns ended, in the order of <see cref="TurnEnd"/>.</param>
public sealed record DeskFigures(TurnDesk Desk, int Turns, double? Median, double? Ninetieth, IReadOnlyList<int> Ends);

/// <summary>The clocks of one kind.</summary>
public sealed record ClockFigures(DeadlineKind? Deadline, OpinionClockKind? Opinion, int InTime, int Late, int Running, int Overdue, int LeftOpen)
{
    /// <summary>按时率: in time, of all whose time is over or that were met; null where there was none.</summary>
    public double? Share => InTime + Late + Overdue + LeftOpen is var all and > 0 ? (double)InTime / all : null;
}

/// <summary>Changes at one point, by what was before and what became of it.</summary>
/// <param name="Matrix">From (outer) to (inner), both in the order of <see cref="AttributeStatement.InOrder"/>.</param>
public sealed record ChangeFigures(ChangePoint Point, IReadOnlyList<IReadOnlyList<int>> Matrix)
{
    public int Sum => Matrix.Sum(row => row.Sum());
}

/// <summary>三同步, of what was opened in the period and must be explained.</summary>
public sealed record SyncFigures(int Synchronous, int InTime, int Overdue)
{
    public int Sum => Synchronous + InTime + Overdue;

    public double? Share => Sum > 0 ? (double)Synchronous / Sum : null;
}

/// <summary>Everything that 统计 tells of a period.</summary>
/// <param name="Scope">The bureau, or one section.</param>
/// <param name="Sections">In the order of the roster, then such as are no longer in it.</param>
public sealed record BureauFigures(
    Period Period, DateTimeOffset AsOf, string Scope, IReadOnlyList<SectionFigures> Sections, SectionFigures Total, IReadOnlyList<DeskFigures> Desks,
    IReadOnlyList<ChangeFigures> Changes, IReadOnlyList<ClockFigures> Deadlines, IReadOnlyList<ClockFigures> Opinions, SyncFigures Sync, IReadOnlyList<int> GuessedYears)
{
    /// <summary>The period is over: nothing of it will change any more.</summary>
    public bool IsOver => AsOf >= Period.To;
}
