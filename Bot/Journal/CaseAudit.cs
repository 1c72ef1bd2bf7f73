namespace DisclosureBot.Journal;

/// <summary>Checks one case against its own events, one after the other; keeps the first thing found wrong.</summary>
/// <param name="shown">The columns that lists show, as <see cref="Rows.Shown(System.Data.Common.DbDataReader, int)"/> reads them.</param>
/// <param name="ahead">A person whose slot claims a version the case never had.</param>
internal sealed class CaseAudit(string bureau, StoredCase stored, string shown, string? ahead)
{
    private readonly List<StoredEvent> _events = [];
    private string _head = Chain.Origin;
    private Finding? _found;

    /// <summary>It was an event at which something was found.</summary>
    private bool _isBroken;

    public string CaseId => stored.Id;

    public void Add(EventRow row)
    {
        if (_isBroken)
            return;
        var version = _events.Count + 1;
        if (row.Version != version)
            Found(version, "the event is missing");
        else if (!string.Equals(row.Previous, _head, StringComparison.Ordinal))
            Found(version, "the event does not follow the one before it");
        else if (!string.Equals(row.Hash, Chain.Hash(bureau, row), StringComparison.Ordinal))
            Found(version, "the event was changed");
        else
            Keep(row);
        _isBroken = _found is not null;
    }

    /// <param name="list">Null where lists are not looked at.</param>
    public Finding? Conclude(Func<string, IReadOnlyList<StoredEvent>, string> rebuild, Func<string, string, Listing>? list)
    {
        if (_found is null && _events.Count != stored.Version)
            Found(stored.Version, $"the case counts {stored.Version} events, but has {_events.Count}");
        if (_found is null && Differs(rebuild) is { } difference)
            Found(stored.Version, difference);
        if (_found is null && list is not null && Rows.Shown(list(stored.Kind, stored.State), _events[^1].At) != shown)
            Found(stored.Version, "lists do not show it as its state is");
        if (_found is null && ahead is not null)
            Found(stored.Version, $"the slot of {ahead} is ahead of the case");
        return _found;
    }

    /// <summary>What the case's row should hold, once it was concluded that it does not; null where the events themselves are amiss, or it is not the row.</summary>
    public Remedy? Remedy(Func<string, IReadOnlyList<StoredEvent>, string> rebuild, Func<string, string, Listing> list)
    {
        if (_isBroken || _events.Count == 0) return null;
        try
        {
            var state = rebuild(stored.Kind, _events);
            var listing = list(stored.Kind, state);
            return state == stored.State && Rows.Shown(listing, _events[^1].At) == shown && stored.Version == _events.Count
                ? null
                : new Remedy(stored.Id, stored.Version, _events.Count, state, listing, _events[^1].At);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return null; // events of which no state can be made
        }
    }

    private void Keep(EventRow row)
    {
        try
        {
            _events.Add(row.ToEvent());
            _head = row.Hash;
        }
        catch (FormatException)
        {
            Found(row.Version, $"the event's time cannot be read: {row.At}");
        }
    }

    /// <summary>Events that no longer make a state are a finding too, not a reason to leave the other cases unchecked.</summary>
    private string? Differs(Func<string, IReadOnlyList<StoredEvent>, string> rebuild)
    {
        try
        {
            var rebuilt = rebuild(stored.Kind, _events);
            return string.Equals(rebuilt, stored.State, StringComparison.Ordinal) ? null : "the state is not what the events make of it";
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return $"no state can be made of the events: {e.Message}";
        }
    }

    private void Found(long version, string what) => _found = new Finding(stored.Id, version, what);
}

/// <summary>What the row of a case should hold.</summary>
/// <param name="StoredVersion">As the row counts now.</param>
internal sealed record Remedy(string CaseId, long StoredVersion, long Version, string State, Listing Listing, DateTimeOffset At);
