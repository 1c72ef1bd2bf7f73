using System.Globalization;
using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Journal;

namespace DisclosureBot.Slips;

/// <summary>Gives a new slip its number and puts it through the workflow, once per form however often it is clicked.</summary>
public sealed class Drafting(Workflow workflow, SlipCase slips, SlipRules rules, CaseJournal journal, TimeProvider clock) : IDisposable
{
    private readonly Numbering _numbering = new(journal, workflow, SlipCase.Kind);

    /// <returns>The slip; or with a refusal the slip that the form was used for before, if it was.</returns>
    public async Task<Outcome<Slip>> Submit(Person drafter, string key, DraftForm form, ClickedCard? clicked, CancellationToken stop)
    {
        if (form.Secret == true) return new(null, new Refusal(RefusalKind.Secret, DraftCheck.SecretText));
        var at = clock.BureauNow();
        return await _numbering.Open(slips, at.Year, () => Earlier(drafter, key, form, stop),
            (id, sequence) => rules.Decide(null, new SlipCommand.Draft(id, Number(at.Year, sequence), key, form), drafter, at), clicked, stop);
    }

    public void Dispose() => _numbering.Dispose();

    private async Task<Outcome<Slip>?> Earlier(Person drafter, string key, DraftForm form, CancellationToken stop)
    {
        if (await journal.FindOnce(key, stop) is not { } id) return null;
        var slip = slips.Read(await journal.Load(id, stop))!;
        if (slip.Drafter.Id != drafter.Id) return new(null, SlipRules.Unknown);
        // A repeated click brings the same document; another title is another document on a form already used.
        var repeated = slip.Draft > 1 || Wording.Clean(form.Title) == slip.Content.Title;
        return new(slip, repeated ? null : new Refusal(RefusalKind.Invalid, $"这张拟稿卡片已经提交过一件(签号 {slip.Number})。以下是新的一件,请核对后再点“提交”。"));
    }

    private static string Number(int year, int sequence) => string.Create(CultureInfo.InvariantCulture, $"{year}-{sequence:D4}");
}
