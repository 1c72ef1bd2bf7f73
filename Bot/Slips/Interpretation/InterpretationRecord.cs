using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Slips.Interpretation;

/// <summary>报备: the plan was put before 政策法规科 (三(八), I-02).</summary>
public sealed record PlanFiling(string FileId, Who By, DateTimeOffset At);

/// <summary>What 政策法规科 confirmed: whether it is a 规范性文件 (B-12) and whether it must be explained (B-17).</summary>
public sealed record PolicyOpinion(Who By, DateTimeOffset At, bool Normative, bool NeedsInterpretation, string? Reason);

/// <summary>代起草: somebody else published the document that we drafted (B-17).</summary>
public sealed record OutsidePublication(Who By, DateTimeOffset At, DateOnly On, string Url);

/// <summary>解读材料, as published.</summary>
/// <param name="Form">文字解读, 新闻发布会, 在线访谈…</param>
/// <param name="LedByHead">单位主要负责人带头解读 (I-06).</param>
public sealed record InterpretationRelease(Who By, DateTimeOffset At, string Url, string Channel, DateTimeOffset When, string Form, bool LedByHead, AddressCheck Check, string? CheckNote = null);

/// <summary>三同步: document, plan and material through drafting, approval and release (I-04).</summary>
public sealed record InterpretationRecord
{
    public PlanFiling? Filing { get; init; }
    public PolicyOpinion? Policy { get; init; }
    public OutsidePublication? Outside { get; init; }
    public InterpretationRelease? Released { get; init; }
}
