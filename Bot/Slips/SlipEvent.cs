using System.Text.Json.Serialization;
using DisclosureBot.Calendar;
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

/// <summary>The three desks after the drafter's, in the order of 四(一)2–4.</summary>
public enum Stage { SectionHead, GeneralOffice, Leader }

/// <summary>What the drafter states about the document; checked before it becomes a fact.</summary>
public sealed record DraftContent(
    string Title, string Genre, bool Normative, bool ImportantPolicy, string Urgency, string MainRecipients,
    DisclosureAttribute Attribute, string? Reason, string? Ground, Who Signer)
{
    /// <summary>代起草: drafted for a superior, who publishes it (B-17).</summary>
    public bool OnBehalf { get; init; }

    /// <summary>征求意见: a draft put to the public before the decision (三(五), T-08).</summary>
    public bool PreDecision { get; init; }
}

/// <summary>Facts of one approval slip (文件审批处理签), appended in order and never changed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Drafted), "drafted")]
[JsonDerivedType(typeof(Signed), "signed")]
[JsonDerivedType(typeof(SignerCorrected), "signerCorrected")]
[JsonDerivedType(typeof(Returned), "returned")]
[JsonDerivedType(typeof(Resubmitted), "resubmitted")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(TakenBack), "takenBack")]
[JsonDerivedType(typeof(Declined), "declined")]
[JsonDerivedType(typeof(Reminded), "reminded")]
[JsonDerivedType(typeof(FileEvent.Added), "fileAdded")]
[JsonDerivedType(typeof(FileEvent.Opened), "fileOpened")]
[JsonDerivedType(typeof(FileEvent.RemovalsListed), "removalsListed")]
[JsonDerivedType(typeof(FileEvent.RedactionConfirmed), "redactionConfirmed")]
[JsonDerivedType(typeof(InterpretationEvent.PlanFiled), "planFiled")]
[JsonDerivedType(typeof(InterpretationEvent.PolicyConfirmed), "policyConfirmed")]
[JsonDerivedType(typeof(InterpretationEvent.OutsidePublished), "outsidePublished")]
[JsonDerivedType(typeof(InterpretationEvent.Released), "interpretationReleased")]
[JsonDerivedType(typeof(PaperEvent.Entered), "paperEntered")]
[JsonDerivedType(typeof(PaperEvent.Dismissed), "paperDismissed")]
[JsonDerivedType(typeof(IssuingEvent.Printed), "printed")]
[JsonDerivedType(typeof(IssuingEvent.Registered), "registered")]
[JsonDerivedType(typeof(IssuingEvent.Sealed), "sealed")]
[JsonDerivedType(typeof(IssuingEvent.Issued), "issued")]
[JsonDerivedType(typeof(PublishingEvent.HandedOver), "handedOver")]
[JsonDerivedType(typeof(PublishingEvent.Received), "received")]
[JsonDerivedType(typeof(PublishingEvent.HandoverReturned), "handoverReturned")]
[JsonDerivedType(typeof(PublishingEvent.SecrecyReviewed), "secrecyReviewed")]
[JsonDerivedType(typeof(PublishingEvent.Published), "published")]
[JsonDerivedType(typeof(PublishingEvent.AddressChecked), "addressChecked")]
[JsonDerivedType(typeof(PublishingEvent.Catalogued), "catalogued")]
[JsonDerivedType(typeof(PublishingEvent.FeedbackPublished), "feedbackPublished")]
[JsonDerivedType(typeof(PublishingEvent.TakenDown), "takenDown")]
[JsonDerivedType(typeof(PublishingEvent.Archived), "archived")]
[JsonDerivedType(typeof(AttributeChanged), "attributeChanged")]
[JsonDerivedType(typeof(DeadlineEvent.DeadlineReminded), "deadlineReminded")]
[JsonDerivedType(typeof(DeadlineEvent.Recounted), "deadlineRecounted")]
[JsonDerivedType(typeof(ConsultingEvent.Asked), "consulted")]
[JsonDerivedType(typeof(ConsultingEvent.Answered), "consultationAnswered")]
[JsonDerivedType(typeof(ConsultingEvent.Waived), "consultationWaived")]
[JsonDerivedType(typeof(ConsultingEvent.Copied), "copied")]
[JsonDerivedType(typeof(ConsultingEvent.PassedOn), "passedOn")]
[JsonDerivedType(typeof(ExpediteEvent.Urged), "urged")]
[JsonDerivedType(typeof(ExpediteEvent.Escalated), "escalated")]
[JsonDerivedType(typeof(StandInEvent.Seated), "standInSeated")]
[JsonDerivedType(typeof(StandInEvent.Left), "standInLeft")]
public abstract record SlipEvent(Who By, DateTimeOffset At)
{
    /// <summary>四(一)1: drafted, attribute proposed, sent to first review. <paramref name="To"/>: whom it was put before.</summary>
    public sealed record Drafted(Who By, DateTimeOffset At, string Id, string Number, string SectionId, string Section, DraftContent Content, string Key, IReadOnlyList<string> To)
        : SlipEvent(By, At);

    /// <summary>四(一)2–4: opinion and prescribed statement in the stage's box. Forwarding to the next desk is part of it (F-06).</summary>
    public sealed record Signed(Who By, DateTimeOffset At, Stage Stage, DisclosureAttribute Value, string Statement, string? Opinion, string? Reason, string? Ground, IReadOnlyList<string> To)
        : SlipEvent(By, At)
    {
        /// <summary>The section head's word on 重要政策 (B-17); null at the other desks.</summary>
        public bool? ImportantPolicy { get; init; }

        /// <summary>主动公开 within 20 working days of the final signature (条例 第26条); only at the leader's desk, only where something is published.</summary>
        public Deadline? LegalDisclosure { get; init; }

        /// <summary>Signed with a pen and copied from the paper.</summary>
        public PaperMark? Paper { get; init; }
    }

    /// <summary>The office corrected the choice of signer (B-8).</summary>
    public sealed record SignerCorrected(Who By, DateTimeOffset At, Who From, Who To) : SlipEvent(By, At);

    /// <summary>退回修改 (B-7). <paramref name="ResumeAt"/>: where the revised slip goes.</summary>
    public sealed record Returned(Who By, DateTimeOffset At, Stage Stage, string Reason, Stage ResumeAt) : SlipEvent(By, At);

    /// <summary>修改后重新提交: a new 稿, put before <paramref name="Stage"/>; signatures from there on are void.</summary>
    public sealed record Resubmitted(Who By, DateTimeOffset At, DraftContent Content, Stage Stage, IReadOnlyList<string> To) : SlipEvent(By, At);

    /// <summary>撤回, before the next desk acted.</summary>
    public sealed record Withdrawn(Who By, DateTimeOffset At) : SlipEvent(By, At);

    /// <summary>收回签署, before the next desk acted.</summary>
    public sealed record TakenBack(Who By, DateTimeOffset At, Stage Stage, IReadOnlyList<string> To) : SlipEvent(By, At);

    /// <summary>不予签发: closed, no attribute determined (B-28).</summary>
    public sealed record Declined(Who By, DateTimeOffset At, string Reason) : SlipEvent(By, At);

    /// <summary>An urgent slip rested too long; the desk was reminded.</summary>
    public sealed record Reminded(Who By, DateTimeOffset At, IReadOnlyList<string> To) : SlipEvent(By, At);
}
