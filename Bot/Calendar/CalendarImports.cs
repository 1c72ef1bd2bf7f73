using System.Globalization;
using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Journal;

namespace DisclosureBot.Calendar;

/// <summary>Puts imports through the workflow, and the calendar they make into force.</summary>
public sealed class CalendarImports(
    Workflow workflow, CalendarCase imports, CalendarRules rules, Calendars calendars, CalendarNudges nudges, CaseJournal journal, TimeProvider clock) : IDisposable
{
    private readonly Numbering _numbering = new(journal, workflow, CalendarCase.Kind);

    /// <summary>One calendar at a time.</summary>
    private readonly SemaphoreSlim _oneByOne = new(1);

    /// <summary>提交核对, once per form however often it is clicked.</summary>
    /// <returns>The import; or with a refusal the import that the form was used for before, if it was.</returns>
    public async Task<Outcome<CalendarImport>> Propose(Person proposer, string key, CalendarTable table, ClickedCard? clicked, CancellationToken stop)
    {
        var at = clock.BureauNow();
        return await _numbering.Open(imports, at.Year, () => Earlier(proposer, key, stop),
            (id, sequence) => rules.Decide(null, new CalendarCommand.Propose(id, Number(at.Year, sequence), key, table, calendars.Present), proposer, at), clicked, stop);
    }

    /// <summary>确认生效: counts from this moment on.</summary>
    public async Task<Outcome<CalendarImport>> Confirm(Person person, string id, ClickedCard? clicked, CancellationToken stop)
    {
        await Refresh(stop);
        var at = clock.BureauNow();
        var outcome = await workflow.Run(imports, id, import => rules.Decide(import, new CalendarCommand.Confirm(calendars.Present), person, at), clicked, stop);
        if (!outcome.Committed) return outcome;
        await Refresh(stop);
        await nudges.Look(stop);
        return outcome;
    }

    /// <summary>退回.</summary>
    public Task<Outcome<CalendarImport>> Reject(Person person, string id, string? reason, ClickedCard? clicked, CancellationToken stop)
    {
        var at = clock.BureauNow();
        return workflow.Run(imports, id, import => rules.Decide(import, new CalendarCommand.Reject(reason), person, at), clicked, stop);
    }

    /// <summary>Records that all open deadlines have been counted again; nothing happens when that was recorded before.</summary>
    /// <param name="changed">How many of them moved.</param>
    public Task<Outcome<CalendarImport>> Recounted(string id, int changed, CancellationToken stop)
    {
        var at = clock.BureauNow();
        return workflow.Run(imports, id, import => rules.Decide(import, new CalendarCommand.Recount(changed), null, at), null, stop);
    }

    public async Task<CalendarImport?> Find(string id, CancellationToken stop) =>
        imports.Read(await journal.Load(id, stop));

    /// <summary>Brings the calendar up to every import confirmed so far, here or by another replica: at the start, and before a recount.</summary>
    public async Task Refresh(CancellationToken stop)
    {
        await _oneByOne.WaitAsync(stop);
        try
        {
            var all = (await journal.CasesOf(CalendarCase.Kind, stop)).Select(stored => imports.Read(stored)!);
            calendars.Replace(all.Where(import => import.Phase == ImportPhase.Confirmed)
                .OrderBy(import => import.DecidedAt).ThenBy(import => import.Id, StringComparer.Ordinal).Select(import => import.Table));
        }
        finally
        {
            _oneByOne.Release();
        }
    }

    public void Dispose()
    {
        _numbering.Dispose();
        _oneByOne.Dispose();
    }

    private async Task<Outcome<CalendarImport>?> Earlier(Person proposer, string key, CancellationToken stop)
    {
        if (await journal.FindOnce(key, stop) is not { } id) return null;
        return await Find(id, stop) is { } import && import.Proposer.Id == proposer.Id ? new(import, null) : new(null, CalendarRules.Unknown);
    }

    private static string Number(int year, int sequence) => string.Create(CultureInfo.InvariantCulture, $"历{year}-{sequence:D4}");
}
