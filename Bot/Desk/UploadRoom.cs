namespace DisclosureBot.Desk;

/// <summary>How many files may be on their way at once: each takes room on the disk until it is checked.</summary>
public sealed class UploadRoom
{
    public const int PerPerson = 2;
    public const int Overall = 8;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _underWay = new(StringComparer.Ordinal);
    private int _all;

    /// <returns>To be disposed when the file has come or not; null where there is no room now.</returns>
    public IDisposable? Take(string person)
    {
        lock (_gate)
        {
            var own = _underWay.GetValueOrDefault(person);
            if (own == PerPerson || _all == Overall) return null;
            (_underWay[person], _all) = (own + 1, _all + 1);
            return new Place(this, person);
        }
    }

    private void Leave(string person)
    {
        lock (_gate)
        {
            _all--;
            if (--_underWay[person] == 0) _underWay.Remove(person);
        }
    }

    private sealed class Place(UploadRoom room, string person) : IDisposable
    {
        private UploadRoom? _room = room;

        public void Dispose() => Interlocked.Exchange(ref _room, null)?.Leave(person);
    }
}
