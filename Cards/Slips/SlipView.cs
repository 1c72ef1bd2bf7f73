using DisclosureBot.Cards.Steps;

namespace DisclosureBot.Cards.Slips;

/// <summary>
/// Everything one person sees of one slip at one moment. Text arrives ready to read, in the prescribed words;
/// the card decides only how it looks.
/// </summary>
public sealed record SlipView
{
    /// <summary>The case id that travels in payloads, e.g. <c>slip-2026-0007</c>.</summary>
    public required string Slip { get; init; }

    /// <summary>The number people read and type, e.g. <c>2026-0007</c>.</summary>
    public required string Number { get; init; }

    /// <summary>第几稿: 1 for the first submission, one more for each resubmission.</summary>
    public required int Draft { get; init; }

    public required string Title { get; init; }
    public required string Genre { get; init; }

    /// <summary>特急, 加急, or null for 平件.</summary>
    public string? Urgency { get; init; }

    public bool Normative { get; init; }
    public bool ImportantPolicy { get; init; }

    /// <summary>代起草.</summary>
    public bool OnBehalf { get; init; }

    /// <summary>征求意见.</summary>
    public bool PreDecision { get; init; }
    public string? MainRecipients { get; init; }

    /// <summary>发文字号, once registered: 楚商发〔2026〕58号.</summary>
    public string? DocumentNumber { get; init; }
    public required string Drafter { get; init; }
    public required string Section { get; init; }

    /// <summary>Bureau time, ready to read: 11月23日 09:12.</summary>
    public required string SubmittedOn { get; init; }

    /// <summary>拟请签发人, with the office: 高远汀(演示)(分管领导).</summary>
    public required string Signer { get; init; }

    /// <summary>What the drafter wrote in 密级, with its reason and ground.</summary>
    public required string ProposedStatement { get; init; }
    public string? ProposedReason { get; init; }
    public string? ProposedGround { get; init; }

    /// <summary>Where it stands, in one short line: 等待办公室二审(周临溪(演示)、徐山岚(演示)).</summary>
    public required string Status { get; init; }

    /// <summary>How the status is coloured.</summary>
    public Tone StatusTone { get; init; }

    /// <summary>The four boxes of the paper, in its order, empty ones included.</summary>
    public required IReadOnlyList<BoxView> Boxes { get; init; }

    /// <summary>征求意见与会签, in the order they were asked.</summary>
    public IReadOnlyList<ConsultationView> Consultations { get; init; } = [];

    /// <summary>抄送: the names, ready to read; null where there are none.</summary>
    public string? CopiedTo { get; init; }

    /// <summary>All that happened, oldest first.</summary>
    public required IReadOnlyList<TrailLine> Trail { get; init; }

    /// <summary>公开属性(最终), once the leader has signed: 此件公开发布.</summary>
    public string? FinalStatement { get; init; }

    /// <summary>公开属性 as changed since the signature (B-31); null where it still is as signed.</summary>
    public string? ChangedStatement { get; init; }

    /// <summary>变更记录, oldest first.</summary>
    public IReadOnlyList<ChangeLine> Changes { get; init; } = [];

    /// <summary>A pen-signed opinion that waits to be compared, in a sentence.</summary>
    public string? PendingPaper { get; init; }

    /// <summary>办理进度 after the signature; only the steps that apply to the attribute.</summary>
    public IReadOnlyList<ProgressStep> Progress { get; init; } = [];

    /// <summary>期限, running and done.</summary>
    public IReadOnlyList<ClockView> Clocks { get; init; } = [];

    /// <summary>Present where an interpretation is owed.</summary>
    public TripleSyncView? Sync { get; init; }

    /// <summary>Where it and its interpretation were published.</summary>
    public IReadOnlyList<AddressView> Addresses { get; init; } = [];

    /// <summary>Null where there is nothing to say of files.</summary>
    public FilesBrief? Files { get; init; }

    /// <summary>Warnings of the rules that a reader must not miss (e.g. 规范性文件 proposed 不公开).</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Who urges this reader, whom they have urged, and that it rests too long.</summary>
    public IReadOnlyList<Notice> Expediting { get; init; } = [];

    /// <summary>What was wrong with the last click, in a sentence, or what it achieved.</summary>
    public Notice? Notice { get; init; }

    /// <summary>Says in whose place this person is asked (委托); null where the part is their own.</summary>
    public string? Standing { get; init; }

    /// <summary>Present when this person may act as reviewer now.</summary>
    public ReviewForm? Review { get; init; }

    /// <summary>Present when the slip lies with this person, its drafter, for revision.</summary>
    public ReviseForm? Revise { get; init; }

    /// <summary>What this person may do beside or after the signatures; the one they are waited for first.</summary>
    public IReadOnlyList<StepForm> Steps { get; init; } = [];

    /// <summary>Number that withdraw / take-back must carry; null when there is nothing to undo.</summary>
    public long? WithdrawTurn { get; init; }
    public long? TakeBackTurn { get; init; }
}

public enum Tone { Neutral, Waiting, Good, Warning, Bad }

public sealed record Notice(Tone Tone, string Text);

/// <summary>One box of the paper slip: 密级, 拟稿单位(科室)意见, 办公室意见, 签发意见.</summary>
/// <param name="Why">The reason and ground of a changed attribute, in full.</param>
/// <param name="Paper">Says that it was signed with a pen, and who copied and compared it.</param>
public sealed record BoxView(string Name, string? Text, string? SignedBy, string? On, string? Why = null, string? Paper = null);

/// <summary>What a colleague was asked beside the signatures.</summary>
/// <param name="Kind">征求意见 or 会签.</param>
/// <param name="Of">Who is asked, with the section.</param>
/// <param name="By">Who asked, and when.</param>
/// <param name="Answer">Null while there is none.</param>
/// <param name="State">Whether it is waited for, answered, withdrawn or over.</param>
public sealed record ConsultationView(string Kind, string Of, string By, string? Question, string? Answer, string State, Tone Tone);

/// <summary>One line of the trail. <paramref name="Void"/> marks a signature that a return or take-back undid.</summary>
public sealed record TrailLine(string On, string Who, string What, string? Why, bool Void);

/// <summary>What a reviewer may write. <see cref="Typed"/> refills the form after a refusal.</summary>
public sealed record ReviewForm
{
    /// <summary>The opening of this stage; a click that carries another number is stale.</summary>
    public required long Turn { get; init; }

    /// <summary>The heading of what is asked: 拟稿单位(科室)意见, 办公室意见 or 签发意见.</summary>
    public required string Box { get; init; }

    /// <summary>Whose value this stage is compared with, for the reader: 科室意见:此件公开发布(起草人原拟:此件不公开).</summary>
    public required string Baseline { get; init; }

    /// <summary>The agreed statement as (value, button text); null when it must be chosen (B-6).</summary>
    public Choice? Agreed { get; init; }

    /// <summary>The statements that can be chosen instead.</summary>
    public required IReadOnlyList<Choice> Others { get; init; }

    public required IReadOnlyList<Choice> Grounds { get; init; }

    /// <summary>处理意见 as the form proposes it; the person may change it.</summary>
    public string? CustomaryOpinion { get; init; }

    /// <summary>Only the section head confirms 重要政策 (B-17): what stands now; null at the other desks.</summary>
    public bool? ImportantPolicy { get; init; }

    /// <summary>Only the General Office checks 文种 and 格式.</summary>
    public bool ChecksFormat { get; init; }

    /// <summary>Only the General Office may correct who signs; the first is the present choice.</summary>
    public IReadOnlyList<Choice> Signers { get; init; } = [];
    public string? SignerHint { get; init; }

    /// <summary>Only a leader may decline to issue (不予签发).</summary>
    public bool MayDecline { get; init; }

    /// <summary>Where a returned slip comes back to: (value, title).</summary>
    public required IReadOnlyList<Choice> ResumeAt { get; init; }

    public ReviewInput? Typed { get; init; }
}

/// <summary>What a reviewer typed or chose; every field may be missing.</summary>
public sealed record ReviewInput
{
    public string? Opinion { get; init; }
    public string? Attribute { get; init; }
    public string? Reason { get; init; }
    public string? Ground { get; init; }
    public string? Signer { get; init; }

    /// <summary>False only when the person unticked it.</summary>
    public bool GenreOk { get; init; } = true;
    public bool FormatOk { get; init; } = true;

    /// <summary>Null where it was not asked.</summary>
    public bool? ImportantPolicy { get; init; }
    public string? ReturnReason { get; init; }
    public string? ResumeAt { get; init; }
    public string? DeclineReason { get; init; }
}

/// <summary>What can be chosen on a drafting or revising form.</summary>
public sealed record DraftChoices
{
    public required IReadOnlyList<Choice> Genres { get; init; }
    public required IReadOnlyList<Choice> Urgencies { get; init; }

    /// <summary>The four statements of the 密级 box, 此件公开发布 first (G-03).</summary>
    public required IReadOnlyList<Choice> Statements { get; init; }
    public required IReadOnlyList<Choice> Grounds { get; init; }

    /// <summary>The first is the default (B-8).</summary>
    public required IReadOnlyList<Choice> Signers { get; init; }

    /// <summary>When another than the first is advised.</summary>
    public string? SignerHint { get; init; }
}

/// <summary>What a drafter typed or chose; every field may be missing.</summary>
public sealed record DraftInput
{
    /// <summary><c>yes</c>, <c>no</c> or not answered.</summary>
    public string? Secret { get; init; }
    public string? Title { get; init; }
    public string? Genre { get; init; }
    public bool Normative { get; init; }
    public bool ImportantPolicy { get; init; }
    public bool OnBehalf { get; init; }
    public bool PreDecision { get; init; }
    public string? Urgency { get; init; }
    public string? MainRecipients { get; init; }
    public string? Attribute { get; init; }
    public string? Reason { get; init; }
    public string? Ground { get; init; }
    public string? Signer { get; init; }
}

/// <summary>The slip is back with its drafter: everything can be changed, then 修改后重新提交.</summary>
public sealed record ReviseForm(long Turn, DraftChoices Choices, DraftInput Typed);

/// <summary>拟稿: the empty form, or the same with what was typed and what is wrong with it.</summary>
/// <param name="Key">Names this form, so that two clicks on it can only make one slip.</param>
public sealed record DraftView(string Key, DraftChoices Choices, DraftInput Typed, Notice? Notice);
