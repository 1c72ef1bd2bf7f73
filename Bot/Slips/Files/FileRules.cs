using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips.Files;

/// <summary>Decides who may put files on a slip, open them, and say what was taken out of a redacted version. Pure.</summary>
public sealed class FileRules(Roster roster)
{
    /// <summary>All versions of all files together.</summary>
    public const int MostFiles = 60;

    public Decision<SlipEvent> Decide(Slip slip, FileCommand command, Person actor, DateTimeOffset at) => command switch
    {
        FileCommand.Add add => Add(slip, add, actor, at),
        FileCommand.Open open => Open(slip, open, actor, at),
        FileCommand.ListRemovals list => ListRemovals(slip, list, actor, at),
        FileCommand.ConfirmRedaction confirm => ConfirmRedaction(slip, confirm, actor, at),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    /// <summary>In which roles this person may put a file on the slip now; none for those whose files these are not.</summary>
    public static IReadOnlyList<FileRole> MayAdd(Slip slip, Person person) =>
        Stranger(slip, person) is null && slip.Files.Count < MostFiles
            ? Enum.GetValues<FileRole>().Where(role => FileTimes.Closed(slip, role) is null).ToList()
            : [];

    /// <summary>
    /// Whether this person, who may see the slip, may read this file. 商务运行科 reads what was handed over to it and
    /// no more: never the original of a redacted document (B-13, B-14). Who is here for two reasons has the wider right.
    /// </summary>
    public static bool MayOpen(Slip slip, Person person, SlipFile file) =>
        ReadsAll(slip, person)
        || (Hearing.Asked(slip).Contains(person.Id, StringComparer.Ordinal) && file.Role != FileRole.InterpretationPlan && !(SlipDuties.IsOperations(person) && IsWithheldOriginal(slip, file)))
        || (person.Is(Role.SecrecyReviewer) && file.Role != FileRole.InterpretationPlan)
        || (SlipDuties.IsPolicyRegulation(person) && slip.Interpretation.Filing is not null
            && file.Role is FileRole.InterpretationPlan or FileRole.InterpretationMaterial or FileRole.Document)
        || (SlipDuties.IsOperations(person) && (file.Role == FileRole.InterpretationMaterial || WasHandedOver(slip, file)));

    private static bool ReadsAll(Slip slip, Person person) =>
        SlipDuties.IsDrafter(slip, person) || SlipDuties.HeadsSection(slip, person) || SlipDuties.IsGeneralOffice(person) || SlipDuties.IsLeader(person)
        || (slip.Phase == SlipPhase.InReview && slip.PassedTo?.Id == person.Id)
        || slip.Trail.Any(line => line.Signature?.By.Id == person.Id);

    private static bool WasHandedOver(Slip slip, SlipFile file) =>
        slip.Publication.Handover?.FileIds.Contains(file.Id, StringComparer.Ordinal) == true && !IsWithheldOriginal(slip, file);

    private static bool IsWithheldOriginal(Slip slip, SlipFile file) => slip.Attribute == DisclosureAttribute.Redacted && file.Role == FileRole.Document;

    private static Refusal? Stranger(Slip slip, Person actor) => SlipDuties.IsDrafter(slip, actor) || SlipDuties.HeadsSection(slip, actor)
        ? null
        : StepAnswers.Forbidden($"本件的文件由起草人{slip.Drafter.Name}或{slip.Section}负责人上传。");

    private Decision<SlipEvent> Add(Slip slip, FileCommand.Add add, Person actor, DateTimeOffset at)
    {
        if (Stranger(slip, actor) is { } stranger) return stranger;
        if (Wording.Clean(add.Name) is not { } name) return StepAnswers.Invalid("文件没有名称,请命名后再上传。");
        var versions = slip.Files.Where(file => file.Role == add.Role && (add.Role != FileRole.Attachment || file.Name == name)).ToList();
        var isThere = versions is [.., var present] && present.Sha256 == add.Sha256;
        var isAdopted = isThere && Adopts(slip, versions[^1], actor);
        if (slip.File(add.FileId) is not null || (isThere && !isAdopted)) return StepAnswers.Nothing;
        if (StepAnswers.Overtaken(slip, add) is { } late) return late;
        if (!isAdopted && FileTimes.Closed(slip, add.Role) is { } closed) return closed;
        if (slip.Files.Count >= MostFiles) return StepAnswers.Invalid($"一件处理签最多存{MostFiles}个文件(含历次版本),现已存满。请合并附件后联系办公室。");
        var by = Who.Of(actor);
        return StepAnswers.Accept(new FileEvent.Added(
            by, at, new SlipFile(add.FileId, add.Role, name, add.ContentType, add.Size, add.Sha256, versions.Count + 1, by, at)));
    }

    /// <summary>The same content put there by another, so that somebody may review it: nothing that was signed or sealed changes.</summary>
    private bool Adopts(Slip slip, SlipFile present, Person actor) => slip is { Phase: SlipPhase.Signed, Publication.Handover: null } && !present.By.Concerns(actor)
        && Publishable.ByUs(slip) && PublishingDesks.Reviewers(slip, present, roster).Count == 0
        && PublishingDesks.Reviewers(slip, present with { By = Who.Of(actor) }, roster).Count > 0;

    private static Decision<SlipEvent> Open(Slip slip, FileCommand.Open open, Person actor, DateTimeOffset at)
    {
        if (slip.File(open.FileId) is not { } file) return new Refusal(RefusalKind.NotFound, "没有找到这个文件,请从处理签上重新打开。");
        if (!MayOpen(slip, actor, file))
            return StepAnswers.Forbidden(SlipDuties.IsOperations(actor) && IsWithheldOriginal(slip, file)
                ? "本件删减后公开,原文不移交商务运行科,请使用移交的删减版。"
                : $"这个文件不在您的办理范围内;确需查阅的,请联系起草人{slip.Drafter.Name}。");
        return StepAnswers.Accept(new FileEvent.Opened(Who.Of(actor), at, file.Id));
    }

    private static Decision<SlipEvent> ListRemovals(Slip slip, FileCommand.ListRemovals list, Person actor, DateTimeOffset at)
    {
        var wrong = Wording.Reason(list.Removed, "删减内容", out var removed);
        var ground = StatutoryGround.Of(list.Ground, removed);
        if (slip.Removals is { } listed && listed.FileId == list.FileId && listed.By.IsHandOf(actor) && listed.Removed == removed && listed.Ground == ground)
            return StepAnswers.Nothing;
        if (StepAnswers.Overtaken(slip, list) is { } late) return late;
        if (NotListing(slip, actor) is { } refusal) return refusal;
        if (list.FileId != slip.Current(FileRole.RedactedVersion)!.Id) return Replaced;
        if (wrong is not null) return wrong;
        return ground is null
            ? StepAnswers.Invalid("请选择“法定依据”,或在删减内容中写明《条例》第十四、十五、十六条中的哪一条。")
            : StepAnswers.Accept(new FileEvent.RemovalsListed(Who.Of(actor), at, list.FileId, removed, ground));
    }

    private Decision<SlipEvent> ConfirmRedaction(Slip slip, FileCommand.ConfirmRedaction confirm, Person actor, DateTimeOffset at)
    {
        if (slip.Removals is { } listed && listed.FileId == confirm.FileId && listed.ConfirmedBy?.IsHandOf(actor) == true) return StepAnswers.Nothing;
        if (StepAnswers.Overtaken(slip, confirm) is { } late) return late;
        if (NotConfirming(slip, actor) is { } refusal) return refusal;
        return confirm.FileId == slip.Current(FileRole.RedactedVersion)!.Id
            ? StepAnswers.Accept(new FileEvent.RedactionConfirmed(Who.Of(actor), at, confirm.FileId))
            : Replaced;
    }

    /// <summary>Why this person cannot describe the removals now; null when they can.</summary>
    internal static Refusal? NotListing(Slip slip, Person actor)
    {
        if (Confirmed(slip) is { } done) return done;
        if (!SlipDuties.IsDrafter(slip, actor)) return StepAnswers.Forbidden($"只有起草人{slip.Drafter.Name}可以说明删减内容。");
        if (FileTimes.Closed(slip, FileRole.RedactedVersion) is { } closed) return closed;
        return slip.Current(FileRole.RedactedVersion) is null ? StepAnswers.Invalid("请先上传删减版,再说明删减内容。") : null;
    }

    /// <summary>Why this person cannot confirm the redaction now; null when they can.</summary>
    internal Refusal? NotConfirming(Slip slip, Person actor)
    {
        if (Confirmed(slip) is { } done) return done;
        // The head; where the head drafted or uploaded it, a leader: nobody confirms his own redaction.
        var heads = Desks.Confirmers(slip, roster);
        if (!Desks.MayConfirm(slip, actor) || heads.All(head => head.Id != actor.Id)) return StepAnswers.Forbidden($"删减版由{SlipDuties.Names(heads, roster)}确认。");
        if (FileTimes.Closed(slip, FileRole.RedactedVersion) is { } closed) return closed;
        if (slip.Current(FileRole.RedactedVersion) is not { } version) return StepAnswers.Invalid($"请先由起草人{slip.Drafter.Name}上传删减版并说明删减内容。");
        return slip.Removals?.FileId == version.Id ? null : StepAnswers.Invalid($"请先由起草人{slip.Drafter.Name}说明这一版的删减内容及依据,再确认。");
    }

    private static Refusal? Confirmed(Slip slip) =>
        slip.Removals is { ConfirmedBy: { } by, ConfirmedAt: { } at } listed && listed.FileId == slip.Current(FileRole.RedactedVersion)?.Id
            ? StepAnswers.Stale($"{by.Name}已于{BureauTime.Show(at)}确认这一版删减版;需要改动的,请上传新的删减版。")
            : null;

    private static Refusal Replaced => StepAnswers.Stale("删减版已经换成新的版本,您的操作没有生效,请按新版本办理。");
}
