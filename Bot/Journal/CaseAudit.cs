namespace DisclosureBot.Journal;

/// <summary>Checks one case against its own events, one after the other; keeps the first thing found wrong.</summary>
/// <param name="ahead">A person whose slot claims a version the case never had.</param>
internal sealed class CaseAudit(string bureau, StoredCase stored, string? ahead)
{
    private readonly List<StoredEvent> _events = [];
    private string _head = Chain.Origin;
    private Finding? _found;

    public string CaseId => stored.Id;

    public void Add(EventRow row)
    {
        if (_found is not null)
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
    }

    public Finding? Conclude(Func<string, IReadOnlyList<StoredEvent>, string> rebuild)
    {
        if (_found is null && _events.Count != stored.Version)
            Found(stored.Version, $"the case counts {stored.Version} events, but has {_events.Count}");
        if (_found is null && Differs(rebuild) is { } difference)
            Found(stored.Version, difference);
        if (_found is null && ahead is not null)
            Found(stored.Version, $"the slot of {ahead} is ahead of the case");
        return _found;
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
