using System.Text.Json.Serialization;
using DisclosureBot.Clock;
using DisclosureBot.Slips.Changes;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Expediting;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Interpretation;
using DisclosureBot.Slips.Issuing;
using DisclosureBot.Slips.PaperSigning;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Slips.StandingIn;

namespace DisclosureBot.Slips;

/// <summary>Where a slip lies as a whole.</summary>
public enum SlipPhase { InReview, WithDrafter, Signed, Declined, Archived }

/// <summary>One valid signature: the words in a box of the paper, and the value they stand for.</summary>
/// <param name="Turn">The turn in which it was given; tells a repeated click from a new one.</param>
public sealed record Signature(Stage Stage, Who By, DateTimeOffset At, DisclosureAttribute Value, string Statement, string? Opinion, string? Reason, string? Ground, long Turn, PaperMark? Paper = null)
{
    /// <summary>The box's text: the opinion, then the prescribed statement.</summary>
    public string Text => Opinion is null ? Statement : Opinion + Statement;

    /// <summary>The day it bears: on paper the day written there.</summary>
    [JsonIgnore]
    public DateOnly On => Paper?.SignedOn ?? BureauTime.Day(At);
}

/// <summary>What a line of the trail was.</summary>
public enum SlipAct { Draft, Sign, CorrectSigner, Return, Resubmit, Withdraw, TakeBack, Decline, Remind, File, Interpret, Paper, Issue, Publish, Change, Deadline, Archive, Consult, PassOn, Urge, StandIn }

/// <summary>One line of the trail.</summary>
/// <param name="Turn">The turn it was done in; tells a repeated click from a new one.</param>
/// <param name="Void">A return or take-back undid this signature; it stays in the trail.</param>
public sealed record TrailEntry(DateTimeOffset At, Who By, SlipAct Act, long Turn, string What, string? Why, Signature? Signature = null, bool Void = false);

/// <summary>文件审批处理签: the state of one slip, built from its events alone.</summary>
public sealed record Slip
{
    public required string Id { get; init; }
    public required string Number { get; init; }
    public required Who Drafter { get; init; }
    public required string SectionId { get; init; }
    public required string Section { get; init; }
    public required DraftContent Content { get; init; }

    /// <summary>第几稿, from 1.</summary>
    public int Draft { get; init; } = 1;
    public DateTimeOffset SubmittedAt { get; init; }

    /// <summary>The turn that the latest submission opened.</summary>
    public long SubmittedTurn { get; init; } = 1;
    public SlipPhase Phase { get; init; }

    /// <summary>The desk it lies on (while in review), or goes to once resubmitted.</summary>
    public Stage Stage { get; init; }

    /// <summary>Since when it lies where it now does: this desk, or the first step that is missing after the signature.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>How many events there are.</summary>
    public long Version { get; init; }

    /// <summary>The version at which the present desk received it. A click on an older card carries an older turn.</summary>
    public long Turn { get; init; }

    /// <summary>What a step's card was offered for: another desk, another attribute, a returned hand-over or a publication since makes it an old one.</summary>
    [JsonIgnore]
    public long Round => Turn + Changes.Count + Publication.Rounds;

    /// <summary>Valid signatures, in order of stage.</summary>
    public IReadOnlyList<Signature> Signatures { get; init; } = [];
    public IReadOnlyList<TrailEntry> Trail { get; init; } = [];

    /// <summary>Everyone this slip was ever put before or signed by: their cards are kept current.</summary>
    public IReadOnlyList<string> Circle { get; init; } = [];

    /// <summary>The present desk has been reminded; once is enough.</summary>
    public bool Reminded { get; init; }

    /// <summary>公开属性(最终), determined by the leader's signature (F-11).</summary>
    public DisclosureAttribute? Final { get; init; }

    /// <summary>Every version of every file, in the order they came.</summary>
    public IReadOnlyList<SlipFile> Files { get; init; } = [];

    /// <summary>What was taken out of the newest redacted version that has been described.</summary>
    public Removals? Removals { get; init; }

    /// <summary>重要政策 as the section head confirmed it; the drafter's word until then (B-17).</summary>
    public bool ImportantPolicy { get; init; }

    /// <summary>A pen-signed opinion waiting to be compared by a second person.</summary>
    public PaperEntry? PendingPaper { get; init; }
    public InterpretationRecord Interpretation { get; init; } = new();
    public IssueRecord Issue { get; init; } = new();
    public PublicationRecord Publication { get; init; } = new();

    /// <summary>变更记录, oldest first (B-31).</summary>
    public IReadOnlyList<AttributeChanged> Changes { get; init; } = [];

    /// <summary>The clocks, running and done; at most one of each kind, the newest.</summary>
    public IReadOnlyList<RunningDeadline> Deadlines { get; init; } = [];
    public IReadOnlyList<ArchivedPackage> Archives { get; init; } = [];

    /// <summary>征求意见 and 会签, in the order they were asked.</summary>
    public IReadOnlyList<Consultation> Consultations { get; init; } = [];

    /// <summary>转办, one a stage at most: a slip that comes back to a stage comes back to whom it was passed on to.</summary>
    public IReadOnlyList<PassedDesk> Passed { get; init; } = [];

    /// <summary>抄送: who was sent it for information.</summary>
    public IReadOnlyList<Who> CopiedTo { get; init; } = [];

    /// <summary>Whose the present desk is, in place of those who sit at it by role; null where nobody passed it on.</summary>
    [JsonIgnore]
    public Who? PassedTo => Passed.FirstOrDefault(one => one.Stage == Stage)?.To;
    public ExpediteRecord Expedite { get; init; } = ExpediteRecord.None;

    /// <summary>公开属性 as it now stands: as signed, or as changed since.</summary>
    [JsonIgnore]
    public DisclosureAttribute? Attribute => Changes.Count > 0 ? Changes[^1].To : Final;

    /// <summary>The present version of the file in this role; of attachments the newest.</summary>
    public SlipFile? Current(FileRole role) => Files.LastOrDefault(file => file.Role == role);

    /// <summary>The present version of every file, in the order they first came; attachments are told apart by name.</summary>
    [JsonIgnore]
    public IEnumerable<SlipFile> PresentFiles =>
        Files.GroupBy(file => (file.Role, Name: file.Role == FileRole.Attachment ? file.Name : "")).Select(versions => versions.Last());

    public SlipFile? File(string id) => Files.FirstOrDefault(file => file.Id == id);

    public RunningDeadline? Clock(DeadlineKind kind) => Deadlines.FirstOrDefault(clock => clock.Kind == kind);

    /// <summary>Whether a 解读 is owed: always for 规范性文件, for 重要政策 as confirmed; 政策法规科 may add or waive (B-17).</summary>
    [JsonIgnore]
    public bool NeedsInterpretation => Interpretation.Policy?.NeedsInterpretation ?? (Content.Normative || ImportantPolicy);

    /// <summary>规范性文件, confirmed by 政策法规科: only that gives five days (B-12).</summary>
    [JsonIgnore]
    public bool IsConfirmedNormative => Interpretation.Policy is { Normative: true };

    public Signature? SignedAt(Stage stage) => Signatures.FirstOrDefault(signature => signature.Stage == stage);

    /// <summary>What section head and office are asked to confirm: the drafter's value, then the section's (F-04, F-08).</summary>
    public DisclosureAttribute Asked => SignedAt(Stage.SectionHead)?.Value ?? Content.Attribute;

    /// <summary>Section and office differ: the leader must choose in so many words (B-6).</summary>
    public bool IsDivergent =>
        SignedAt(Stage.SectionHead) is { } section && SignedAt(Stage.GeneralOffice) is { } office && section.Value != office.Value;

    /// <summary>The state after one more event. Total: every event of the history applies.</summary>
    public static Slip Evolve(Slip? slip, SlipEvent fact)
    {
        var next = Apply(slip, fact) with { Version = (slip?.Version ?? 0) + 1 };
        // Whoever is asked joins when their time has come: a 会签 is nobody's business before the head has signed.
        return next with
        {
            Since = slip is not null && next.Turn == slip.Turn && SlipPlace.Of(next) == SlipPlace.Of(slip) ? slip.Since : fact.At,
            Circle = next.Circle.Union(Joining(fact), StringComparer.Ordinal).Union(Hearing.Asked(next), StringComparer.Ordinal).ToList(),
            Consultations = ConsultingEvolution.After(slip, next, fact),
        };
    }

    private static Slip Apply(Slip? slip, SlipEvent fact) => (slip, fact) switch
    {
        (null, SlipEvent.Drafted e) => New(e),
        (null, _) => throw new InvalidOperationException("The first event of a slip is Drafted."),
        (_, SlipEvent.Drafted) => throw new InvalidOperationException("A slip is drafted once."),
        (_, SlipEvent.Signed e) => slip.Sign(e),
        (_, SlipEvent.SignerCorrected e) => slip with
        {
            Content = slip.Content with { Signer = e.To },
            Trail = slip.Add(e, SlipAct.CorrectSigner, $"改由{e.To.Name}签发(原报{e.From.Name})"),
        },
        (_, SlipEvent.Returned e) => slip.Reopen(e.ResumeAt) with
        {
            Phase = SlipPhase.WithDrafter,
            Stage = e.ResumeAt,
            Turn = slip.Version + 1,
            Trail = slip.Voided(e.ResumeAt, e, SlipAct.Return, "退回修改", e.Reason),
        },
        (_, SlipEvent.Withdrawn e) => slip with { Phase = SlipPhase.WithDrafter, PendingPaper = null, Turn = slip.Version + 1, Trail = slip.Add(e, SlipAct.Withdraw, "撤回") },
        (_, SlipEvent.Resubmitted e) => slip.Reopen(e.Stage) with
        {
            Content = e.Content,
            // 政策法规科 answered another declaration: it is asked anew.
            Interpretation = slip.Redeclares(e.Content) ? slip.Interpretation with { Policy = null } : slip.Interpretation,
            ImportantPolicy = e.Stage == Stage.SectionHead ? e.Content.ImportantPolicy : slip.ImportantPolicy,
            Stage = e.Stage,
            Draft = slip.Draft + 1,
            SubmittedAt = e.At,
            SubmittedTurn = slip.Version + 1,
            Phase = SlipPhase.InReview,
            Turn = slip.Version + 1,
            Reminded = false,
            Trail = slip.Voided(e.Stage, e, SlipAct.Resubmit, $"修改后重新提交(第{slip.Draft + 1}稿),密级:{AttributeStatement.Plain(e.Content.Attribute)}{(slip.Interpretation.Policy is not null && slip.Redeclares(e.Content) ? ";申报已改变,政策法规科原确认失效" : "")}", e.Content.Reason),
        },
        (_, SlipEvent.TakenBack e) => slip.Reopen(e.Stage) with
        {
            Stage = e.Stage,
            Turn = slip.Version + 1,
            Reminded = false,
            Trail = slip.Voided(e.Stage, e, SlipAct.TakeBack, "收回签署", null),
        },
        (_, SlipEvent.Declined e) => slip with { Phase = SlipPhase.Declined, PendingPaper = null, Trail = slip.Add(e, SlipAct.Decline, "不予签发", e.Reason) },
        (_, SlipEvent.Reminded e) => slip with { Reminded = true, Trail = slip.Add(e, SlipAct.Remind, "提醒办理") },
        (_, FileEvent e) => FileEvolution.Apply(slip, e),
        (_, InterpretationEvent e) => InterpretationEvolution.Apply(slip, e),
        (_, PaperEvent e) => PaperEvolution.Apply(slip, e),
        (_, IssuingEvent e) => IssuingEvolution.Apply(slip, e),
        (_, PublishingEvent e) => PublishingEvolution.Apply(slip, e),
        (_, AttributeChanged e) => ChangeEvolution.Apply(slip, e),
        (_, DeadlineEvent e) => DeadlineEvolution.Apply(slip, e),
        (_, ConsultingEvent e) => ConsultingEvolution.Apply(slip, e),
        (_, ExpediteEvent e) => ExpediteEvolution.Apply(slip, e),
        (_, StandInEvent e) => StandInEvolution.Apply(slip, e),
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };

    private static Slip New(SlipEvent.Drafted e) => new()
    {
        Id = e.Id,
        Number = e.Number,
        Drafter = e.By,
        SectionId = e.SectionId,
        Section = e.Section,
        Content = e.Content,
        ImportantPolicy = e.Content.ImportantPolicy,
        SubmittedAt = e.At,
        Stage = Stage.SectionHead,
        Turn = 1,
        Trail = [new(e.At, e.By, SlipAct.Draft, 0, AttributeStatement.Plain(e.Content.Attribute), e.Content.Reason)],
    };

    private Slip Sign(SlipEvent.Signed e)
    {
        var signature = new Signature(e.Stage, e.By, e.At, e.Value, e.Statement, e.Opinion, e.Reason, e.Ground, Turn, e.Paper);
        var last = e.Stage == Stage.Leader;
        return this.Run(DeadlineKind.LegalDisclosure, e.LegalDisclosure) with
        {
            Signatures = [.. Signatures, signature],
            ImportantPolicy = e.ImportantPolicy ?? ImportantPolicy,
            PendingPaper = null,
            Phase = last ? SlipPhase.Signed : SlipPhase.InReview,
            Stage = last ? Stage.Leader : e.Stage + 1,
            Final = last ? e.Value : null,
            Turn = Version + 1,
            Reminded = false,
            Trail = [.. Trail, new(e.At, e.By, SlipAct.Sign, Turn, signature.Text, e.Reason, signature)],
        };
    }

    /// <summary>The head's word on 重要政策 goes with the head's signature.</summary>
    private Slip Reopen(Stage from) => this with
    {
        Signatures = Signatures.Where(signature => signature.Stage < from).ToList(),
        ImportantPolicy = from == Stage.SectionHead ? Content.ImportantPolicy : ImportantPolicy,
        PendingPaper = null,
    };

    private bool Redeclares(DraftContent now) => (now.Normative, now.ImportantPolicy) != (Content.Normative, Content.ImportantPolicy);

    internal IReadOnlyList<TrailEntry> Add(SlipEvent fact, SlipAct act, string what, string? why = null) =>
        [.. Trail, new(fact.At, fact.By, act, Turn, what, why)];

    private IReadOnlyList<TrailEntry> Voided(Stage from, SlipEvent fact, SlipAct act, string what, string? why) =>
        [.. Trail.Select(line => line.Signature?.Stage >= from ? line with { Void = true } : line), new(fact.At, fact.By, act, Turn, what, why)];

    private static IEnumerable<string> Joining(SlipEvent fact) => fact switch
    {
        SlipEvent.Drafted e => [e.By.Id, .. e.To],
        SlipEvent.Signed { Paper: { } paper } e => [e.By.Id, paper.ConfirmedBy.Id, .. e.To],
        SlipEvent.Signed e => [e.By.Id, .. e.To],
        SlipEvent.Resubmitted e => [e.By.Id, .. e.To],
        SlipEvent.TakenBack e => [e.By.Id, .. e.To],
        SlipEvent.Reminded e => e.To,
        FileEvent.Opened or PublishingEvent.AddressChecked or PublishingEvent.Archived or DeadlineEvent.Recounted => [],
        InterpretationEvent.PlanFiled e => [e.By.Id, .. e.To],
        PublishingEvent.HandedOver e => [e.By.Id, .. e.To],
        DeadlineEvent.DeadlineReminded e => e.To,
        ConsultingEvent.Copied e => [e.By.Id, .. e.To.Select(who => who.Id)],
        ConsultingEvent.PassedOn e => [e.By.Id, e.To.Id],
        ConsultingEvent => [fact.By.Id],
        ExpediteEvent.Urged e => [e.By.Id],
        ExpediteEvent.Escalated e => e.To,
        StandInEvent => [],
        FileEvent or InterpretationEvent or PaperEvent or IssuingEvent or PublishingEvent or AttributeChanged => [fact.By.Id],
        SlipEvent.SignerCorrected or SlipEvent.Returned or SlipEvent.Withdrawn or SlipEvent.Declined => [fact.By.Id],
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };
}
