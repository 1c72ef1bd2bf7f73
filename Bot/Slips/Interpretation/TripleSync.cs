using DisclosureBot.Clock;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Files;

namespace DisclosureBot.Slips.Interpretation;

/// <summary>How the release of the material stands to that of the document (B-16).</summary>
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

/// <summary>One of the three artefacts at the three gates; a gate not passed has no moment.</summary>
public sealed record SyncArtefact(string Name, DateTimeOffset? Drafted, DateTimeOffset? Approved, DateTimeOffset? Released);

/// <summary>三同步: 文件、解读方案、解读材料 through 起草、审批、发布 (三(八), I-04). Pure.</summary>
public sealed record TripleSync(SyncArtefact Document, SyncArtefact Plan, SyncArtefact Material, SyncStatus Status)
{
    public IReadOnlyList<SyncArtefact> Artefacts => [Document, Plan, Material];

    /// <param name="slip">Whose interpretation.</param>
    /// <param name="today">Bureau time; on it an unmet deadline is judged.</param>
    public static TripleSync Of(Slip slip, DateOnly today)
    {
        var signed = slip.SignedAt(Stage.Leader)?.At;
        var released = slip.Interpretation.Released?.When;
        var material = slip.Current(FileRole.InterpretationMaterial);
        return new(
            new("文件", slip.Trail[0].At, signed, OpenedAt(slip)),
            // The plan goes through with the document (I-03) and is done once it has been carried out.
            new("解读方案", First(slip, FileRole.InterpretationPlan), slip.Interpretation.Filing is null ? null : signed, released),
            new("解读材料", First(slip, FileRole.InterpretationMaterial), material is null ? null : Cleared(slip, material.Id), released),
            StatusOf(slip, released, today));
    }

    public static string Name(SyncStatus status) => status switch
    {
        SyncStatus.NotYet => "未到",
        SyncStatus.Synchronous => "同步",
        SyncStatus.InTime => "期限内",
        SyncStatus.Overdue => "逾期",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    private static SyncStatus StatusOf(Slip slip, DateTimeOffset? released, DateOnly today)
    {
        if (OpenedAt(slip) is not { } opened) return SyncStatus.NotYet;
        var day = released is { } when ? BureauTime.Day(when) : (DateOnly?)null;
        if (day <= BureauTime.Day(opened)) return SyncStatus.Synchronous;
        return (day ?? today) > slip.Clock(DeadlineKind.Interpretation)?.Deadline.Due ? SyncStatus.Overdue : SyncStatus.InTime;
    }

    private static DateTimeOffset? OpenedAt(Slip slip) => slip.Publication is { Published: { } published, TakenDown: null }
        ? published.When
        : (slip.Interpretation.Outside is { } outside ? BureauTime.Noon(outside.On) : null);

    private static DateTimeOffset? First(Slip slip, FileRole role) => slip.Files.FirstOrDefault(file => file.Role == role)?.At;

    private static DateTimeOffset? Cleared(Slip slip, string fileId) => slip.Publication.ReviewOf(fileId) is { Cleared: true } review ? review.At : null;
}
