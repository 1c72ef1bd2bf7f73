using DisclosureBot.Slips.Files;

namespace DisclosureBot.Slips.Publishing;

/// <summary>What of a slip goes over to 商务运行科 and what reaches the public, by the attribute that now stands.</summary>
public static class Publishable
{
    /// <summary>此件公开发布 and 此件删减后公开 are put before the public by us; 代起草 by whom it was drafted for (B-17).</summary>
    public static bool ByUs(Slip slip) => slip.Attribute is DisclosureAttribute.Public or DisclosureAttribute.Redacted && !slip.Content.OnBehalf;

    /// <summary>Published under the present attribute, and not taken down since.</summary>
    public static bool IsPublished(Slip slip) =>
        slip.Publication is { Published: { } published, TakenDown: null } && published.Change == slip.Changes.Count;

    /// <summary>What stands before the public is more than the attribute, changed since, allows (B-31).</summary>
    public static bool OwesTakeDown(Slip slip) => slip.Changes.Count > 0 && slip.Attribute switch
    {
        DisclosureAttribute.NotDisclosed or DisclosureAttribute.OnRequest => Standing(slip).Any(),
        DisclosureAttribute.Redacted => slip.Publication is { Published.As: DisclosureAttribute.Public, TakenDown: null },
        _ => false,
    };

    /// <summary>Everything of this slip that the bureau has before the public, named with where it stands, ready to read.</summary>
    public static string Addresses(Slip slip) => string.Join(';', Standing(slip).Select(at => $"{at.What} {at.Url}"));

    private static IEnumerable<(string What, string Url)> Standing(Slip slip)
    {
        if (slip.Publication is { Published: { } published, TakenDown: null }) yield return ("文件", published.Url);
        if (slip.Interpretation.Released is { } released) yield return ("解读材料", released.Url);
        if (slip.Publication.Feedback is { } feedback) yield return ("意见采纳情况", feedback.Url);
    }

    /// <summary>The files that a hand-over takes over: of a redacted document the redacted version alone (B-14), of 此件不公开 none.</summary>
    public static IReadOnlyList<SlipFile> ToHandOver(Slip slip) => slip.Attribute switch
    {
        DisclosureAttribute.Public or DisclosureAttribute.OnRequest => [.. Newest(slip, FileRole.Document), .. Attachments(slip)],
        DisclosureAttribute.Redacted => [.. Newest(slip, FileRole.RedactedVersion)],
        _ => [],
    };

    /// <summary>The files of the document that would be published: those handed over, and until then those that would be.</summary>
    public static IReadOnlyList<SlipFile> ToPublish(Slip slip) => !ByUs(slip)
        ? []
        : slip.Publication.Handover is { } handover
            ? handover.FileIds.Select(slip.File).OfType<SlipFile>().ToList()
            : ToHandOver(slip);

    /// <summary>What needs a 保密审查 (先审查、后公开): what would be published, and the 解读材料; once out, no longer.</summary>
    public static IReadOnlyList<SlipFile> ToReview(Slip slip) => slip.Phase != SlipPhase.Signed
        ? []
        : [.. IsPublished(slip) ? [] : ToPublish(slip), .. Material(slip)];

    /// <summary>Those of them that nobody has reviewed.</summary>
    public static IReadOnlyList<SlipFile> Unreviewed(Slip slip) =>
        ToReview(slip).Where(file => slip.Publication.ReviewOf(file.Id) is null).ToList();

    private static IReadOnlyList<SlipFile> Material(Slip slip) =>
        slip.Attribute == DisclosureAttribute.NotDisclosed || slip.Interpretation.Released is not null ? [] : Newest(slip, FileRole.InterpretationMaterial);

    private static IReadOnlyList<SlipFile> Newest(Slip slip, FileRole role) => slip.Current(role) is { } file ? [file] : [];

    private static IEnumerable<SlipFile> Attachments(Slip slip) => slip.PresentFiles.Where(file => file.Role == FileRole.Attachment);
}
