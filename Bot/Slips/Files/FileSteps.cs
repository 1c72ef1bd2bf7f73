using DisclosureBot.Bureau;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips.Files;

/// <summary>The steps of a redacted version: what was taken out, and the head's confirmation (B-14).</summary>
public sealed class FileSteps(Roster roster) : IStepFamily
{
    private readonly FileRules _rules = new(roster);

    public IEnumerable<StepForm> Offer(Slip slip, Person reader, DateTimeOffset now)
    {
        if (FileRules.NotListing(slip, reader) is null) yield return Listing(slip);
        if (_rules.NotConfirming(slip, reader) is null) yield return Confirming(slip);
    }

    public SlipCommand? Read(StepClick click) => click.Verb switch
    {
        StepVerbs.ListRemovals => new FileCommand.ListRemovals(click.About ?? "", click["removed"], click["ground"]),
        StepVerbs.ConfirmRedaction => new FileCommand.ConfirmRedaction(click.About ?? ""),
        _ => null,
    };

    private static StepForm Listing(Slip slip)
    {
        var version = slip.Current(FileRole.RedactedVersion)!;
        var listed = slip.Removals?.FileId == version.Id ? slip.Removals : null;
        return new StepForm(
            StepVerbs.ListRemovals, listed is null ? "说明删减内容" : "修改删减说明", slip.Round,
            [
                new StepField.Text("removed", "删减内容", listed?.Removed, "删去了哪些内容,在正文的什么位置", Multiline: true, Most: Wording.ReasonLimit),
                // Of several grounds none can be preselected; the text still names them.
                new StepField.Pick("ground", "法定依据", DraftForms.Grounds, listed?.Ground.Contains(',') == true ? null : listed?.Ground),
            ],
            version.Id, $"删减版“{version.Name}”(第{version.Version}版)", IsMain: listed is null);
    }

    private static StepForm Confirming(Slip slip) => new(
        StepVerbs.ConfirmRedaction, "确认删减版", slip.Round, [], slip.Removals!.FileId,
        $"删减内容:{slip.Removals.Removed};依据:{StatutoryGround.Cite(slip.Removals.Ground)}", IsMain: true);
}
