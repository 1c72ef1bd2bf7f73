namespace DisclosureBot.Paper;

/// <summary>What the paper 文件审批处理签 shows, in words ready to be printed; dates and times are bureau time, already spelt out.</summary>
public sealed record PaperSlip
{
    /// <summary>The bureau's name, which heads the form.</summary>
    public required string Bureau { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    /// <summary>文种.</summary>
    public required string Genre { get; init; }

    /// <summary>紧急程度; null for an ordinary document.</summary>
    public string? Urgency { get; init; }

    public bool Normative { get; init; }

    public bool ImportantPolicy { get; init; }

    public string? MainRecipients { get; init; }

    /// <summary>附件: the names of what the document encloses, in its order.</summary>
    public IReadOnlyList<string> Enclosures { get; init; } = [];

    public required string Drafter { get; init; }

    public required string Section { get; init; }

    public required string DraftedOn { get; init; }

    /// <summary>密级: where the drafter proposes the attribute (四(一)1).</summary>
    public required PaperBox Classification { get; init; }

    /// <summary>拟稿单位(科室)意见 (四(一)2).</summary>
    public PaperBox SectionOpinion { get; init; } = PaperBox.Empty;

    /// <summary>会签意见 of joint documents: the comments in their order, with name, section and time (B-27); the row is there only where there are any.</summary>
    public IReadOnlyList<string> Countersigned { get; init; } = [];

    /// <summary>办公室意见 (四(一)3).</summary>
    public PaperBox OfficeOpinion { get; init; } = PaperBox.Empty;

    /// <summary>签发意见 (四(一)4).</summary>
    public PaperBox SigningOpinion { get; init; } = PaperBox.Empty;

    /// <summary>公开属性(最终): the statement that holds, so that a lone 同意 is never left to be interpreted (B-6).</summary>
    public string? FinalStatement { get; init; }

    /// <summary>变更记录: changes after issue, oldest first (B-31).</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>发文字号.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>成文日期.</summary>
    public string? DocumentDate { get; init; }

    /// <summary>印制日期.</summary>
    public string? PrintedOn { get; init; }

    /// <summary>印制份数.</summary>
    public string? Copies { get; init; }

    /// <summary>登记, 用印, 发文, 移交, 签收, 发布, 解读, as far as they happened.</summary>
    public IReadOnlyList<PaperLine> Handling { get; init; } = [];

    /// <summary>The files kept with the slip.</summary>
    public IReadOnlyList<PaperFile> Files { get; init; } = [];

    /// <summary>Null only when nothing is left to be done; anything else is marked across every page.</summary>
    public PaperStatus? Status { get; init; }

    /// <summary>As <see cref="Paper.VerificationCode"/> makes it.</summary>
    public required string VerificationCode { get; init; }

    /// <summary>When this paper was made.</summary>
    public required string MadeAt { get; init; }
}

/// <summary>One of the four boxes that someone fills in and signs.</summary>
/// <param name="Ground">The statutory ground as cited, e.g. 条例第十六条.</param>
/// <param name="Entry">Set when the box was signed by pen and typed in afterwards.</param>
public sealed record PaperBox(
    string? Text, string? SignedBy = null, string? SignedOn = null, string? Reason = null, string? Ground = null, PaperEntry? Entry = null)
{
    public static readonly PaperBox Empty = new(null as string);
}

/// <summary>Who typed in what was signed by pen, and who compared it; null while nobody has.</summary>
public sealed record PaperEntry(string EnteredBy, string? CheckedBy);

public sealed record PaperLine(string Label, string Value);

/// <param name="Role">What the file is, e.g. 正文 or 删减版.</param>
/// <param name="Sha256">The hash in hex; the paper shows its beginning; empty where its reader may not open the file.</param>
public sealed record PaperFile(string Role, string Name, string Sha256);

/// <summary>办理中 and what is awaited.</summary>
/// <param name="Mark">Two to six characters written large across the page.</param>
public sealed record PaperStatus(string Mark, string Text);
