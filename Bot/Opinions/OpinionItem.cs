using System.Text.Json.Serialization;
using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Emergency;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Opinions.Response;

namespace DisclosureBot.Opinions;

/// <summary>Where an item lies as a whole.</summary>
public enum OpinionPhase { Open, Closed, TransferredOut, Merged }

/// <summary>研判 as it now stands.</summary>
public sealed record Assessment(OpinionKind Kind, OpinionLevel Level, string Note, Who By, DateTimeOffset At);

/// <summary>定级 as it now stands.</summary>
public sealed record IncidentRank(IncidentLevel Level, LevelAuthority Authority, string Basis, Who By, DateTimeOffset At);

/// <summary>交办 as it now stands.</summary>
public sealed record Assignment(string SectionId, string Section, string? Note, Who By, DateTimeOffset At);

/// <summary>The newest draft of an answer, and how far it has come.</summary>
/// <param name="Number">第几稿, from 1.</param>
public sealed record ResponseDraft(int Number, string Text, Who By, DateTimeOffset At, ResponseReview? Review = null);

public sealed record ResponseReview(bool Cleared, string Basis, Who By, DateTimeOffset At);

/// <summary>One answer that has gone out.</summary>
public sealed record ResponseRelease(int Number, string Text, string Url, string Channel, DateTimeOffset When, Who By, DateTimeOffset At);

/// <summary>How the item ended: its 评估, where it went, or what it was merged into.</summary>
public sealed record OpinionEnd(string Text, Who By, DateTimeOffset At, string? IntoId = null);

/// <summary>One line of the timeline.</summary>
/// <param name="Why">What was written beside it.</param>
/// <param name="IsInner">What was written beside it is only for those who handle, review or publish.</param>
/// <param name="SourceKey">Where it tells of a further source: the line goes when the source does.</param>
public sealed record OpinionTrail(
    DateTimeOffset At, Who By, string What, string? Why = null, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsInner = false, string? SourceKey = null);

/// <summary>政务舆情: the state of one item, built from its events alone.</summary>
public sealed record OpinionItem
{
    public required string Id { get; init; }

    /// <summary>How many sources are kept here.</summary>
    public const int MostSources = 50;

    /// <summary>舆2026-0001; of a drill 演2026-0001.</summary>
    public required string Number { get; init; }
    public required Story Story { get; init; }
    public required Who Reporter { get; init; }
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>商务运行科, which keeps the register (O-06).</summary>
    public required string KeeperId { get; init; }
    public required string Keeper { get; init; }
    public Drill? Drill { get; init; }

    /// <summary>Reported as an emergency; whether it is one, 研判 says.</summary>
    public bool SuspectedEmergency { get; init; }
    public OpinionPhase Phase { get; init; }

    /// <summary>The first one, then the newest.</summary>
    public IReadOnlyList<OpinionSource> Sources { get; init; } = [];

    /// <summary>How many others only the events still hold; null while all are kept here.</summary>
    public int? OlderSources { get; init; }
    public IReadOnlyList<OpinionFile> Files { get; init; } = [];

    /// <summary>Who has it in hand; null while nobody took it.</summary>
    public Who? Handler { get; init; }

    /// <summary>When it was first taken: the time to first response is counted to it.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>Since when the present handler has it; null while nobody took it.</summary>
    public DateTimeOffset? InHandSince { get; init; }

    /// <summary>Whom it was put before while nobody had it in hand.</summary>
    public IReadOnlyList<string> Called { get; init; } = [];

    /// <summary>The last rung called; null while none was.</summary>
    public EscalationRung? Escalated { get; init; }

    /// <summary>When the next rung is called; null once it is taken, ended or nobody is left to call.</summary>
    public DateTimeOffset? EscalateAt { get; init; }
    public Assessment? Assessment { get; init; }
    public IncidentRank? Incident { get; init; }
    public Assignment? Assignment { get; init; }
    public ResponseDraft? Draft { get; init; }

    /// <summary>In the order they went out.</summary>
    public IReadOnlyList<ResponseRelease> Releases { get; init; } = [];

    /// <summary>At most one of each kind.</summary>
    public IReadOnlyList<OpinionClock> Clocks { get; init; } = [];
    public OpinionEnd? End { get; init; }

    /// <summary>The ids of the items that were merged into this one.</summary>
    public IReadOnlyList<string> Absorbed { get; init; } = [];
    public IReadOnlyList<OpinionTrail> Trail { get; init; } = [];

    /// <summary>Everyone this item was ever put before: their cards are kept current.</summary>
    public IReadOnlyList<string> Circle { get; init; } = [];

    /// <summary>How many events there are.</summary>
    public long Version { get; init; }

    [JsonIgnore]
    public bool IsOpen => Phase == OpinionPhase.Open;

    [JsonIgnore]
    public bool IsDrill => Drill is not null;

    /// <summary>The section whose it is to answer.</summary>
    [JsonIgnore]
    public string SectionId => Assignment?.SectionId ?? KeeperId;

    [JsonIgnore]
    public string Section => Assignment?.Section ?? Keeper;

    [JsonIgnore]
    public OpinionKind? Kind => Assessment?.Kind;

    [JsonIgnore]
    public Gravity Gravity => this switch
    {
        { Assessment.Kind: OpinionKind.Emergency, Incident.Level: var level } => level switch
        {
            IncidentLevel.General => Gravity.GeneralIncident,
            IncidentLevel.Major => Gravity.MajorIncident,
            IncidentLevel.Serious => Gravity.SeriousIncident,
            IncidentLevel.ExtraordinarilySerious => Gravity.ExtraordinaryIncident,
            _ => throw new InvalidOperationException(level.ToString()),
        },
        { Assessment.Kind: OpinionKind.Emergency } or { Assessment: null, SuspectedEmergency: true } => Gravity.UnrankedIncident,
        { Assessment.Level: OpinionLevel.Important } => Gravity.Important,
        { Assessment: not null } => Gravity.General,
        _ => Gravity.Unassessed,
    };

    /// <summary>Something went out, here or as recorded with its proof: whatever the item is weighed as later, nobody counts 48 hours to a first answer anew.</summary>
    [JsonIgnore]
    public bool IsAnswered => Releases.Count > 0 || Clocks.Any(clock => clock is { IsRunning: false, Deadline.Kind: OpinionClockKind.FirstRelease or OpinionClockKind.Response });

    /// <summary>How many drafts there were: what a card offered of an answer is old once there is another draft.</summary>
    [JsonIgnore]
    public int Round => Draft?.Number ?? (Releases.Count > 0 ? Releases[^1].Number : 0);

    /// <summary>How often kind or level were set: what a card offered of them is old once they were set anew.</summary>
    public int Weighed { get; init; }

    public OpinionClock? Clock(OpinionClockKind kind) => Clocks.FirstOrDefault(clock => clock.Deadline.Kind == kind);

    public OpinionFile? File(string id) => Files.FirstOrDefault(file => file.Id == id);

    /// <summary>The state after one more event. Total: every event of the history applies.</summary>
    public static OpinionItem Evolve(OpinionItem? item, OpinionEvent fact)
    {
        var next = OpinionEvolution.Apply(item, fact) with { Version = (item?.Version ?? 0) + 1 };
        return next with { Circle = next.Circle.Union(OpinionEvolution.Joining(fact), StringComparer.Ordinal).ToList() };
    }
}
