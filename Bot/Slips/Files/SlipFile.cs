namespace DisclosureBot.Slips.Files;

/// <summary>What a file is to its slip. The names travel in payloads and events.</summary>
public enum FileRole
{
    /// <summary>正文: the document itself (电子版).</summary>
    Document,

    /// <summary>解读方案, filed with 政策法规科 before the slip leaves the section (三(八)).</summary>
    InterpretationPlan,

    /// <summary>解读材料, published within three working days of the document (三(八)).</summary>
    InterpretationMaterial,

    /// <summary>删减版: the only form in which 此件删减后公开 is handed over (B-14).</summary>
    RedactedVersion,

    /// <summary>附件.</summary>
    Attachment,
}

/// <summary>One version of one file, as it was put on the slip; its content lies in the document store under <see cref="Id"/>.</summary>
/// <param name="Version">Counts from 1 within its role; attachments within role and name.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record SlipFile(
    string Id, FileRole Role, string Name, string ContentType, long Size, string Sha256, int Version, Who By, DateTimeOffset At);

/// <summary>删减内容及依据: what was taken out of the redacted version, and why it may be (B-14).</summary>
/// <param name="ConfirmedBy">The section head, once confirmed.</param>
public sealed record Removals(string FileId, string Removed, string Ground, Who By, DateTimeOffset At, Who? ConfirmedBy = null, DateTimeOffset? ConfirmedAt = null);
