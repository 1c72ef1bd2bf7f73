using System.Text.Json;
using DisclosureBot.Journal;

namespace DisclosureBot.Opinions.Watch;

/// <summary>Who has the watch at a moment, as far as this process has heard: the standing case, read once at the start and then with every commit.</summary>
public sealed class DutyBook
{
    private volatile DutyWatch? _watch;

    /// <summary>Reads the watch as it was last committed.</summary>
    public async Task Load(CaseJournal journal, CancellationToken stop)
    {
        if (await journal.Load(WatchCase.Id, stop) is { Kind: WatchCase.Kind } stored) Take(stored.State);
    }

    /// <summary>Takes note of a change just committed.</summary>
    public void Heard(CaseWrite write)
    {
        if (write.Kind == WatchCase.Kind) Take(write.State);
    }

    /// <returns>Person ids; empty where nobody was entered for the day. Whether they are still of the bureau, the roster says.</returns>
    public IReadOnlyList<string> OnDuty(DateTimeOffset at) => _watch?.OnDuty(at) ?? [];

    /// <summary>Two commits may be heard in the wrong order; the newer one counts.</summary>
    private void Take(string state)
    {
        var heard = JsonSerializer.Deserialize(state, WatchJson.Readable.DutyWatch)!;
        DutyWatch? known;
        do known = _watch;
        while ((known is null || known.Version < heard.Version) && Interlocked.CompareExchange(ref _watch, heard, known) != known);
    }
}
