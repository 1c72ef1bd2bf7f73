namespace DisclosureBot.Cards.Slips;

/// <summary>One step of 办理进度.</summary>
/// <param name="Text">Who did it and when, or what is waited for; null where there is nothing to say yet.</param>
public sealed record ProgressStep(string Name, StepState State, string? Text);

/// <summary>Halted: it was done and found wrong, e.g. a secrecy review that forbids publishing.</summary>
public enum StepState { Done, Waiting, Later, Halted }

/// <summary>One clock: 移交, 公开发布, 解读….</summary>
/// <param name="Text">11月26日(周四)前,还剩3天.</param>
/// <param name="Marks">暂定(…), 含州内假日.</param>
/// <param name="Receipt">How it was counted: rule, ground, start, holidays crossed, calendar; one piece each.</param>
public sealed record ClockView(string Name, string Text, Tone Tone, IReadOnlyList<string> Marks, IReadOnlyList<string> Receipt);

/// <summary>变更记录: one change of the attribute after issue (B-31).</summary>
public sealed record ChangeLine(string On, string Who, string What, string Why);

/// <summary>三同步: the artefacts through the three gates (I-04).</summary>
/// <param name="Standing">同步, 期限内, 逾期, or what is missing.</param>
public sealed record TripleSyncView(string Standing, Tone Tone, IReadOnlyList<SyncRow> Rows);

/// <param name="Artefact">文件, 解读方案 or 解读材料.</param>
public sealed record SyncRow(string Artefact, SyncGate Drafted, SyncGate Approved, SyncGate Released);

/// <param name="Text">The day it passed, or why it has not.</param>
public sealed record SyncGate(StepState State, string Text);

/// <summary>Where something was published, and what was found there.</summary>
/// <param name="Label">公开发布, 解读材料….</param>
/// <param name="Url">As people typed it; clickable only where it is an address of the web.</param>
/// <param name="Where">Channels and time, ready to read.</param>
/// <param name="Check">已核对:标题、文号一致…</param>
public sealed record AddressView(string Label, string Url, string? Where, string Check, Tone Tone);

/// <summary>What the slip's card says of its files.</summary>
/// <param name="Count">All versions of all files.</param>
/// <param name="Lines">The present version of each: 正文:通知.docx · 第2版 · 312 KB.</param>
/// <param name="Hint">Said where a file is still missing.</param>
/// <param name="Paper">Where the slip lies as a PDF; null where it cannot be had here.</param>
public sealed record FilesBrief(int Count, IReadOnlyList<string> Lines, string? Hint = null, string? Paper = null);
