using System.Collections.Immutable;
using System.Text.Json;
using DisclosureBot.Journal;

namespace DisclosureBot.Delegations;

/// <summary>Who stands in for whom, as far as this process has heard: every 委托, read once at the start and then with every commit.</summary>
public sealed class DelegationBook
{
    private ImmutableDictionary<string, Delegation> _all = ImmutableDictionary.Create<string, Delegation>(StringComparer.Ordinal);

    /// <summary>Reads every 委托 as it was last committed.</summary>
    public async Task Load(CaseJournal journal, CancellationToken stop)
    {
        foreach (var stored in await journal.CasesOf(DelegationCase.Kind, stop)) Take(stored.State);
    }

    /// <summary>Takes note of a change just committed.</summary>
    public void Heard(CaseWrite write)
    {
        if (write.Kind == DelegationCase.Kind) Take(write.State);
    }

    /// <summary>In the order they were entered.</summary>
    public IReadOnlyList<Delegation> All => [.. _all.Values.OrderBy(one => one.Id, StringComparer.Ordinal)];

    /// <summary>Those that count at this moment, by their days alone.</summary>
    public IEnumerable<Delegation> RunningAt(DateTimeOffset at) => _all.Values.Where(one => one.RunsAt(at)).OrderBy(one => one.Id, StringComparer.Ordinal);

    /// <summary>Those given to this person that have ended by then, the last ended first.</summary>
    public IEnumerable<Delegation> EndedFor(string standIn, DateTimeOffset at) =>
        _all.Values.Where(one => one.To.Id == standIn && one.Begins < one.Ends && one.Ends <= at).OrderByDescending(one => one.Ends);

    /// <summary>Two commits may be heard in the wrong order; the newer one counts.</summary>
    public void Take(Delegation heard) => ImmutableInterlocked.AddOrUpdate(ref _all, heard.Id, heard, (_, known) => known.Version < heard.Version ? heard : known);

    private void Take(string state) => Take(JsonSerializer.Deserialize(state, DelegationJson.Readable.Delegation)!);
}
