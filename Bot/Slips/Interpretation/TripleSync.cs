using DisclosureBot.Clock;
using DisclosureBot.Slips.Deadlines;

namespace DisclosureBot.Slips.Interpretation;

/// <summary>How the release of the material stands to that of the document (三同步, B-16).</summary>
public enum SyncStatus
{
    /// <summary>未到: the document is not public yet.</summary>
    NotYet,

    /// <summary>同步: on the same day as the document.</summary>
    Synchronous,

    /// <summary>期限内: within three working days, or still to come within them.</summary>
    InTime,

    /// <summary>逾期.</summary>
    Overdue,
}

/// <summary>Judges 三同步 by the days of release (三(八), I-04). Pure.</summary>
public static class TripleSync
{
    /// <param name="slip">Whose interpretation.</param>
    /// <param name="today">Bureau time; on it an unmet deadline is judged.</param>
    public static SyncStatus Of(Slip slip, DateOnly today)
    {
        if (InterpretationRules.OpenedOn(slip) is not { } opened) return SyncStatus.NotYet;
        var day = slip.Interpretation.Released is { } released ? BureauTime.Day(released.When) : (DateOnly?)null;
        if (day <= opened) return SyncStatus.Synchronous;
        return (day ?? today) > slip.Clock(DeadlineKind.Interpretation)?.Deadline.Due ? SyncStatus.Overdue : SyncStatus.InTime;
    }

    public static string Name(SyncStatus status) => status switch
    {
        SyncStatus.NotYet => "未到",
        SyncStatus.Synchronous => "同步",
        SyncStatus.InTime => "期限内",
        SyncStatus.Overdue => "逾期",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
