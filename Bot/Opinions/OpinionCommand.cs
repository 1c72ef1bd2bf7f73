using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Intake;

namespace DisclosureBot.Opinions;

/// <summary>What somebody wants of an item. The actor and the time arrive beside it, never in it.</summary>
public abstract record OpinionCommand
{
    /// <summary>The card's <see cref="OpinionItem.Round"/>, where it came from a card; null where it does not matter.</summary>
    public long? Round { get; init; }
}

/// <summary>Coming in: see <see cref="IntakeEvent"/>.</summary>
public abstract record IntakeCommand : OpinionCommand
{
    /// <summary>上报 under a number reserved for it.</summary>
    /// <param name="Key">Names the form or entry: one of them, one item.</param>
    /// <param name="OnDuty">Person ids of the duty officers of this moment; empty where nobody was entered.</param>
    /// <param name="Reporter">A feed or vendor; null where the actor reports.</param>
    public sealed record Report(
        string Id, string Number, string Key, Story Story, OpinionSource Source, bool SuspectedEmergency, Drill? Drill, IReadOnlyList<string> OnDuty, Who? Reporter) : IntakeCommand;

    public sealed record AddSource(OpinionSource Source, Who Reporter) : IntakeCommand;

    public sealed record AddFile(string FileId, string Name, string ContentType, long Size, string Sha256) : IntakeCommand;

    public sealed record OpenFile(string FileId) : IntakeCommand;

    /// <summary>并入 another item, which must be open.</summary>
    public sealed record Merge(OpinionItem? Into) : IntakeCommand;

    public sealed record Absorb(OpinionItem From) : IntakeCommand;
}

public abstract record AlarmCommand : OpinionCommand
{
    /// <summary>我来处理.</summary>
    public sealed record Take : AlarmCommand;

    /// <summary>转交.</summary>
    public sealed record Pass(string? PersonId, string? Note) : AlarmCommand;

    /// <summary>The clock's: nobody took it in time.</summary>
    public sealed record Escalate : AlarmCommand;
}

public abstract record HandlingCommand : OpinionCommand
{
    /// <summary>研判. What could not be read is null, and asked for.</summary>
    public sealed record Assess(OpinionKind? Kind, OpinionLevel? Level, string? Note) : HandlingCommand;

    /// <summary>交办.</summary>
    public sealed record Assign(string? SectionId, string? Note) : HandlingCommand;

    /// <summary>记一笔.</summary>
    public sealed record AddNote(string? Text) : HandlingCommand;

    /// <summary>转出: 非本部门职责.</summary>
    public sealed record TransferOut(string? Department, string? Record) : HandlingCommand;

    /// <summary>办结.</summary>
    public sealed record Close(string? Appraisal) : HandlingCommand;
}

public abstract record ResponseCommand : OpinionCommand
{
    /// <summary>拟写回应.</summary>
    public sealed record Draft(string? Text) : ResponseCommand;

    /// <summary>保密审查 of the present draft.</summary>
    public sealed record Review(bool? Cleared, string? Basis) : ResponseCommand;

    /// <summary>记录发布.</summary>
    /// <param name="When">Null for now; bureau time.</param>
    public sealed record Release(string? Url, string? Channel, DateTimeOffset? When) : ResponseCommand;
}

public abstract record EmergencyCommand : OpinionCommand
{
    /// <summary>定级.</summary>
    public sealed record SetLevel(IncidentLevel? Level, LevelAuthority? Authority, string? Basis, DateTimeOffset? OccurredAt) : EmergencyCommand;

    /// <summary>Proof that a clock was met: a link, or a file already on the item.</summary>
    public sealed record MeetClock(OpinionClockKind Clock, DateTimeOffset? When, string? What, string? Url, string? FileId) : EmergencyCommand;

    /// <summary>The clock's: a point of a countdown was reached.</summary>
    public sealed record RemindOf(OpinionClockKind Clock) : EmergencyCommand;
}
