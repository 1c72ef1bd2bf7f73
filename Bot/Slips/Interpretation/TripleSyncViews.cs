using System.Globalization;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Clock;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Files;

namespace DisclosureBot.Slips.Interpretation;

/// <summary>Words 三同步: document, plan and material at the gates of drafting, approval and release (I-04, B-16). Pure.</summary>
public static class TripleSyncViews
{
    /// <summary>Null where no interpretation is owed.</summary>
    /// <param name="slip">Whose interpretation.</param>
    /// <param name="today">The bureau's day.</param>
    public static TripleSyncView? Of(Slip slip, DateOnly today)
    {
        if (!slip.NeedsInterpretation) return null;
        var (standing, tone) = Standing(slip, today);
        var submitted = slip.Trail[0].At;
        return new(standing, tone,
        [
            new("文件", Done(submitted), Approved(slip, submitted), Published(slip)),
            new("解读方案", Drafted(slip, FileRole.InterpretationPlan), Approved(slip, First(slip, FileRole.InterpretationPlan)), Filed(slip)),
            new("解读材料", Drafted(slip, FileRole.InterpretationMaterial), Approved(slip, First(slip, FileRole.InterpretationMaterial)), Released(slip, standing, tone)),
        ]);
    }

    /// <summary>同步: material on the day of the document; 期限内: within three working days; 逾期: later (B-16).</summary>
    private static (string, Tone) Standing(Slip slip, DateOnly today)
    {
        var (status, isReleased) = (TripleSync.Of(slip, today), slip.Interpretation.Released is not null);
        return status switch
        {
            SyncStatus.NotYet when slip.Interpretation.Filing is null => ("待报备解读方案", Tone.Warning),
            SyncStatus.NotYet => ("待同步发布", Tone.Neutral),
            SyncStatus.InTime when !isReleased => ("文件已公开,待发布解读材料", Tone.Warning),
            SyncStatus.Overdue when !isReleased => ("逾期,解读材料未发布", Tone.Bad),
            SyncStatus.Overdue => (TripleSync.Name(status), Tone.Bad),
            _ => (TripleSync.Name(status), Tone.Good),
        };
    }

    private static DateOnly? PublicSince(Slip slip) => InterpretationRules.OpenedOn(slip);

    private static SyncGate Published(Slip slip) => PublicSince(slip) is { } day ? new(StepState.Done, Day(day)) : new(StepState.Later, "待发布");

    /// <summary>The plan is not for the public; its last gate is the filing with 政策法规科 (I-02).</summary>
    private static SyncGate Filed(Slip slip) => slip.Interpretation.Filing is { } filing
        ? new(StepState.Done, $"{Day(BureauTime.Day(filing.At))}报备")
        : new(StepState.Waiting, "待报备");

    private static SyncGate Released(Slip slip, string standing, Tone tone) => slip.Interpretation.Released is { } released
        ? new(tone == Tone.Bad ? StepState.Halted : StepState.Done, $"{Day(BureauTime.Day(released.When))}{standing}")
        : new(PublicSince(slip) is null ? StepState.Later : StepState.Waiting, "待发布");

    private static SyncGate Drafted(Slip slip, FileRole role) => First(slip, role) is { } at ? Done(at) : new(StepState.Waiting, "待上传");

    /// <summary>With the document, where it was there when the leader signed.</summary>
    private static SyncGate Approved(Slip slip, DateTimeOffset? drafted) => (slip.SignedAt(Stage.Leader), drafted) switch
    {
        (null, _) => new(StepState.Later, "待签发"),
        ({ } signed, { } at) when at <= signed.At => Done(signed.At),
        (_, null) => new(StepState.Waiting, "未随文报批"),
        _ => new(StepState.Halted, "签发后补交"),
    };

    private static DateTimeOffset? First(Slip slip, FileRole role) => slip.Files.FirstOrDefault(file => file.Role == role)?.At;

    private static SyncGate Done(DateTimeOffset at) => new(StepState.Done, Day(BureauTime.Day(at)));

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日");
}
