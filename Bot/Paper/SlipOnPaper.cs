using DisclosureBot.Clock;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.PaperSigning;

namespace DisclosureBot.Paper;

/// <summary>Words a slip for its paper form; every time with its year, because paper outlives it.</summary>
public static class SlipOnPaper
{
    /// <param name="status">Where it stands, in one line; null when nothing is left to be done.</param>
    /// <param name="told">What its reader is told of the files.</param>
    /// <param name="head">The hash of the slip's last event.</param>
    /// <param name="at">When the paper is made, bureau time.</param>
    public static PaperSlip Of(Slip slip, string bureau, string? status, FileWords told, string head, DateTimeOffset at) => new()
    {
        Bureau = bureau,
        Number = slip.Number,
        Title = slip.Content.Title,
        Genre = slip.Content.Genre,
        Urgency = slip.Content.Urgency == UrgencyLevel.Ordinary ? null : slip.Content.Urgency,
        Normative = slip.Interpretation.Policy?.Normative ?? slip.Content.Normative,
        ImportantPolicy = slip.ImportantPolicy,
        MainRecipients = slip.Content.MainRecipients.Length == 0 ? null : slip.Content.MainRecipients,
        Enclosures = slip.PresentFiles.Where(file => file.Role == FileRole.Attachment).Select(file => told.Hides(file) ? $"附件({FileWords.Version(file)})" : file.Name).ToList(),
        Drafter = slip.Drafter.Name,
        Section = slip.Section,
        DraftedOn = Day(BureauTime.Day(slip.SubmittedAt)),
        Classification = new PaperBox(
            AttributeStatement.Plain(slip.Content.Attribute), slip.Drafter.Name, Time(slip.SubmittedAt), slip.Content.Reason, StatutoryGround.Cite(slip.Content.Ground)),
        SectionOpinion = Box(slip, Stage.SectionHead),
        Countersigned = slip.Consultations.Where(one => one is { Kind: ConsultationKind.Countersign, Comment: not null })
            .Select(one => $"{one.Section} {one.AnsweredBy!.Name} {Time(one.EndedAt!.Value)}:{one.Comment}").ToList(),
        OfficeOpinion = Box(slip, Stage.GeneralOffice),
        SigningOpinion = Box(slip, Stage.Leader),
        FinalStatement = slip.Final is { } final ? AttributeStatement.Plain(final) : null,
        Changes = slip.Changes.Select(Change).ToList(),
        DocumentNumber = slip.Issue.Number?.ToString(),
        DocumentDate = slip.SignedAt(Stage.Leader) is { } signed ? Day(signed.Paper?.SignedOn ?? BureauTime.Day(signed.At)) : null,
        PrintedOn = slip.Issue.PrintedOn is { } printed ? Day(printed) : null,
        Copies = slip.Issue.Printed is null ? null : $"{slip.Issue.Copies}份",
        Handling = Handling(slip).Select(line => new PaperLine(line.Label, told.Of(line.Value))).ToList(),
        Files = slip.PresentFiles.Select(file => told.Hides(file)
            ? new PaperFile(FileRoles.Name(file.Role), FileWords.Version(file), "")
            : new PaperFile(FileRoles.Name(file.Role), $"{file.Name}({FileWords.Version(file)})", file.Sha256)).ToList(),
        Status = status is null ? null : new PaperStatus(slip.Phase == SlipPhase.Declined ? "不予签发" : "办理中", status),
        VerificationCode = VerificationCode.Of(slip.Id, slip.Version, head),
        MadeAt = Time(at),
    };

    private static PaperBox Box(Slip slip, Stage stage) => slip.SignedAt(stage) is { } signed
        ? new PaperBox(signed.Text, signed.By.Name, signed.Paper is { } paper ? Day(paper.SignedOn) : Time(signed.At), signed.Reason, StatutoryGround.Cite(signed.Ground), Entry(signed.Paper))
        : PaperBox.Empty;

    private static PaperEntry? Entry(PaperMark? mark) => mark is null ? null : new PaperEntry(mark.EnteredBy.Name, mark.ConfirmedBy.Name);

    private static string Change(Slips.Changes.AttributeChanged change) =>
        $"{Time(change.At)} {change.By.Name}:由“{AttributeStatement.Plain(change.From)}”变更为“{AttributeStatement.Plain(change.To)}”。{change.Reason}"
        + (StatutoryGround.Cite(change.Ground) is { } ground ? $"({ground})" : "");

    private static IEnumerable<(string Label, string Value)> Handling(Slip slip)
    {
        var (issue, publication, interpretation) = (slip.Issue, slip.Publication, slip.Interpretation);
        if (interpretation.Filing is { } filing) yield return ("解读报备", $"{Time(filing.At)},{filing.By.Name}");
        if (interpretation.Policy is { } policy)
            yield return ("政策法规科", $"{Time(policy.At)},{policy.By.Name}:{(policy.Normative ? "属规范性文件" : "不属规范性文件")},{(policy.NeedsInterpretation ? "须解读" : "不需解读")}");
        if (issue.Registered is { } registered) yield return ("登记", $"{Time(registered.At)},{registered.By.Name}");
        if (issue.Sealed is { } seal) yield return ("用印", $"{Time(seal.At)},{seal.By.Name}");
        if (issue.Issued is { } issued) yield return ("发文", $"{Time(issued.At)},{issued.By.Name}");
        foreach (var review in publication.SecrecyReviews)
            yield return ("保密审查", $"{Time(review.At)},{review.By.Name}:“{slip.File(review.FileId)?.Name}”{(review.Cleared ? "可以公开" : "不得公开")}。{review.Basis}");
        if (publication.Handover is { } handover)
            yield return ("移交/签收", $"{Time(handover.At)},{handover.By.Name}移交{(handover.Received is { } received ? $";{Time(received.At)},{received.By.Name}签收" : ",待签收")}");
        if (publication.Catalogued is { } catalogued) yield return ("目录", $"{Time(catalogued.At)},{catalogued.By.Name}列入依申请公开目录");
        if (publication.Published is { } published) yield return ("发布", $"{Time(published.When)},{string.Join('、', published.Channels)},{published.Url}");
        if (interpretation.Outside is { } outside) yield return ("对外公开", $"{Day(outside.On)},{outside.Url}");
        if (interpretation.Released is { } release) yield return ("解读", $"{Time(release.When)},{release.Form},{release.Channel},{release.Url}");
        if (publication.Feedback is { } feedback) yield return ("意见采纳反馈", $"{Time(feedback.When)},{feedback.Url}");
        if (publication.TakenDown is { } down) yield return ("撤下", $"{Time(down.At)},{down.By.Name}");
    }

    private static string Day(DateOnly day) => string.Create(null, $"{day.Year}年{day.Month}月{day.Day}日");

    private static string Time(DateTimeOffset at) => BureauTime.Show(at, year: 0);
}
