namespace DisclosureBot.Slips.Files;

/// <summary>What a slip becomes by a fact about its files.</summary>
internal static class FileEvolution
{
    /// <summary>Begins the line that tells what was removed.</summary>
    public const string Removal = "说明删减内容";

    public static Slip Apply(Slip slip, FileEvent fact) => fact switch
    {
        FileEvent.Added e => slip with
        {
            Files = [.. slip.Files, e.File],
            Trail = slip.Add(e, SlipAct.File, $"上传{FileRoles.Name(e.File.Role)}“{e.File.Name}”(第{e.File.Version}版)"),
        },
        // Kept in the journal alone: a trail of every look would bury what was decided.
        FileEvent.Opened => slip,
        FileEvent.RemovalsListed e => slip with
        {
            Removals = new Removals(e.FileId, e.Removed, e.Ground, e.By, e.At),
            Trail = slip.Add(e, SlipAct.File, $"{Removal}:{e.Removed}", StatutoryGround.Cite(e.Ground)),
        },
        FileEvent.RedactionConfirmed e => slip with
        {
            Removals = slip.Removals! with { ConfirmedBy = e.By, ConfirmedAt = e.At },
            Trail = slip.Add(e, SlipAct.File, "确认删减版"),
        },
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };
}

/// <summary>What people call the roles.</summary>
public static class FileRoles
{
    public static string Name(FileRole role) => role switch
    {
        FileRole.Document => "正文",
        FileRole.InterpretationPlan => "解读方案",
        FileRole.InterpretationMaterial => "解读材料",
        FileRole.RedactedVersion => "删减版",
        FileRole.Attachment => "附件",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
