using System.Globalization;
using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Journal;

namespace DisclosureBot.Slips;

/// <summary>Gives a new slip its number and puts it through the workflow, once per form however often it is clicked.</summary>
public sealed class Drafting(Workflow workflow, SlipCase slips, SlipRules rules, CaseJournal journal, TimeProvider clock) : IDisposable
{
    /// <summary>Drafters queue here for the next number instead of racing each other for it in the journal.</summary>
    private readonly SemaphoreSlim _numbering = new(1);

    /// <returns>The slip; or with a refusal the slip that the form was used for before, if it was.</returns>
    public async Task<Outcome<Slip>> Submit(Person drafter, string key, DraftForm form, ClickedCard? clicked, CancellationToken stop)
    {
        if (form.Secret == true) return new(null, new Refusal(RefusalKind.Secret, DraftCheck.SecretText));
        await _numbering.WaitAsync(stop);
        try
        {
            while (true)
            {
                if (await Earlier(drafter, key, form, stop) is { } earlier) return earlier;
                var at = clock.BureauNow();
                var (id, number) = await Next(at.Year, stop);
                var tries = 0;
                var taken = false;
                var outcome = await workflow.Run(slips, id, Decide, clicked, stop);
                if (!taken) return outcome;

                // A second try, or a slip already there: another replica used this number or this form meanwhile. Look again.
                Decision<SlipEvent> Decide(Slip? slip)
                {
                    taken = slip is not null || tries++ > 0;
                    return taken
                        ? new Decision<SlipEvent>.Accepted([])
                        : rules.Decide(null, new SlipCommand.Draft(id, number, key, form), drafter, at);
                }
            }
        }
        finally
        {
            _numbering.Release();
        }
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

    private async Task<(string Id, string Number)> Next(int year, CancellationToken stop)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{SlipCase.Kind}-{year}-");
        var last = await journal.LastCaseId(prefix, stop);
        var sequence = last is null ? 1 : int.Parse(last.AsSpan(prefix.Length), CultureInfo.InvariantCulture) + 1;
        return (string.Create(CultureInfo.InvariantCulture, $"{prefix}{sequence:D7}"), string.Create(CultureInfo.InvariantCulture, $"{year}-{sequence:D4}"));
    }
}
