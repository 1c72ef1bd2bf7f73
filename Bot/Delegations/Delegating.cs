using System.Globalization;
using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Journal;

namespace DisclosureBot.Delegations;

/// <summary>Puts 委托 through the workflow.</summary>
public sealed class Delegating(Workflow workflow, DelegationCase cases, DelegationRules rules, DelegationBook book, CaseJournal journal, TimeProvider clock) : IDisposable
{
    private readonly Numbering _numbering = new(journal, workflow, DelegationCase.Kind);

    /// <summary>提交委托, once per form however often it is clicked.</summary>
    /// <returns>The 委托; or with a refusal the one that the form was used for before, if it was.</returns>
    public async Task<Outcome<Delegation>> Grant(Person person, string key, DelegationForm form, ClickedCard? clicked, CancellationToken stop)
    {
        var at = clock.BureauNow();
        return await _numbering.Open(cases, at.Year, () => Earlier(person, key, stop),
            (id, sequence) => rules.Decide(null, new DelegationCommand.Grant(id, Number(at.Year, sequence), key, form, book.All), person, at), clicked, stop);
    }

    /// <summary>撤销委托: counts from this moment on.</summary>
    public Task<Outcome<Delegation>> Revoke(Person person, string id, string? reason, ClickedCard? clicked, CancellationToken stop)
    {
        var at = clock.BureauNow();
        return workflow.Run(cases, id, one => rules.Decide(one, new DelegationCommand.Revoke(reason), person, at), clicked, stop);
    }

    /// <summary>The clock's; nothing happens when that was recorded before.</summary>
    public Task<Outcome<Delegation>> Note(string id, DelegationCommand command, CancellationToken stop)
    {
        var at = clock.BureauNow();
        return workflow.Run(cases, id, one => rules.Decide(one, command, null, at), null, stop);
    }

    public async Task<Delegation?> Find(string id, CancellationToken stop) => cases.Read(await journal.Load(id, stop));

    public void Dispose() => _numbering.Dispose();

    private async Task<Outcome<Delegation>?> Earlier(Person person, string key, CancellationToken stop)
    {
        if (await journal.FindOnce(key, stop) is not { } id) return null;
        return await Find(id, stop) is { } one && one.GrantedBy.Id == person.Id ? new(one, null) : new(null, DelegationRules.Unknown);
    }

    private static string Number(int year, int sequence) => string.Create(CultureInfo.InvariantCulture, $"委{year}-{sequence:D4}");
}
