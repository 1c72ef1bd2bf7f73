using System.Text.RegularExpressions;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Opinions.Intake;

namespace DisclosureBot.Opinions.Matching;

/// <summary>
/// The stories of the open items and of those that ended lately, as far as this process has heard: enough to find what a new
/// telling may belong to. Safe for use from several threads.
/// </summary>
public sealed class StoryIndex(OpinionCase items, TimeProvider clock)
{
    /// <summary>Items; of more the oldest are forgotten.</summary>
    private const int Most = 5000;

    /// <summary>Tellings of one item: the first tells the story, the last ones how it is told now.</summary>
    private const int MostTellings = 8;

    /// <summary>Items compared in full for one telling.</summary>
    private const int MostCompared = 48;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<int, HashSet<Entry>> _byPair = [];
    private readonly Dictionary<string, HashSet<Entry>> _byUrl = new(StringComparer.Ordinal);

    /// <summary>Reads what the journal holds; to be called once, before <see cref="Heard"/>.</summary>
    public async Task Load(CaseJournal journal, CancellationToken stop)
    {
        foreach (var stored in await journal.OpenOrChanged(OpinionCase.Kind, clock.GetUtcNow() - StoryMatch.Window, Most, stop))
            if (items.Read(stored) is { } item) Heard(item);
    }

    /// <summary>Takes note of what was just committed.</summary>
    public void Heard(CaseWrite write)
    {
        if (write.Kind == OpinionCase.Kind && items.Read(new StoredCase(write.CaseId, write.Kind, write.NewVersion, write.State)) is { } item) Heard(item);
    }

    public void Heard(OpinionItem item)
    {
        if (item.IsDrill) return;
        lock (_gate)
        {
            if (_entries.Remove(item.Id, out var before)) Forget(before);
            // What was merged is told on by the other item.
            if (item.Phase == OpinionPhase.Merged || (item.End is { } end && clock.GetUtcNow() - end.At > StoryMatch.Window)) return;
            var entry = new Entry(item.Id, item.Number, item.Story.Headline, item.IsOpen, item.ReportedAt, Tellings(item));
            _entries[item.Id] = entry;
            foreach (var pair in Pairs(entry)) Set(_byPair, pair).Add(entry);
            foreach (var url in Urls(entry)) Set(_byUrl, url).Add(entry);
            if (_entries.Count > Most) Forget(_entries.Values.MinBy(known => (known.Open, known.ReportedAt))!);
        }
    }

    /// <summary>For people, when they merge: open items that may tell the same as this one, the likeliest first; at most three.</summary>
    public IReadOnlyList<(string Id, string Number, string Headline)> Near(OpinionItem item)
    {
        if (item.IsDrill || item.Sources.Count == 0) return [];
        return [.. Likeliest(Read(() => Telling.Of(item))).Where(found => found.Entry.Open && found.Entry.Id != item.Id).Take(3).Select(found => (found.Entry.Id, found.Entry.Number, found.Entry.Headline))];
    }

    /// <summary>The items that tell the same story, the likeliest first; open ones before those at their end. None where they are of two stories: which one it is, people must say.</summary>
    public IReadOnlyList<(string Id, string Number, bool Open)> Same(Story story, OpinionSource source)
    {
        var same = Likeliest(Read(() => Telling.Of(story, source))).Where(found => found.Likeness == Likeness.Same).OrderByDescending(found => found.Entry.Open).Select(found => found.Entry).ToList();
        return same.Where(entry => entry.Open).Skip(1).Any(entry => StoryMatch.Deny(entry.Tellings[0], same[0].Tellings[0])) ? [] : [.. same.Select(entry => (entry.Id, entry.Number, entry.Open))];
    }

    private List<(Entry Entry, Likeness Likeness, double Score)> Likeliest(Telling? read)
    {
        if (read is not { } telling) return [];
        List<Entry> candidates;
        lock (_gate) candidates = Candidates(telling);
        return [.. candidates.Select(entry => Compare(entry, telling)).Where(found => found.Likeness != Likeness.Different).OrderByDescending(found => found.Likeness).ThenByDescending(found => found.Score)];
    }

    private List<Entry> Candidates(Telling telling)
    {
        Dictionary<Entry, int> shared = [];
        foreach (var pair in telling.Keys)
            foreach (var entry in _byPair.GetValueOrDefault(pair, []))
                shared[entry] = shared.GetValueOrDefault(entry) + 1;
        var byUrl = telling.Url is { } url ? _byUrl.GetValueOrDefault(url, []) : [];
        return [.. byUrl.Concat(shared.Where(found => found.Value >= 2).OrderByDescending(found => found.Value).Take(MostCompared).Select(found => found.Key)).Distinct()];
    }

    /// <summary>The best of its tellings, but none while the first says what this one denies: else a story would wander off with its retellings.</summary>
    private static (Entry Entry, Likeness Likeness, double Score) Compare(Entry entry, Telling telling)
    {
        var best = entry.Tellings.Select(known => StoryMatch.Compare(known, telling)).Max();
        if (best.Likeness == Likeness.Same && entry.Tellings.Any(known => StoryMatch.Deny(known, telling))) best = (Likeness.Near, best.Score);
        return (entry, best.Likeness, best.Score);
    }

    private void Forget(Entry entry)
    {
        _entries.Remove(entry.Id);
        foreach (var pair in Pairs(entry)) Drop(_byPair, pair, entry);
        foreach (var url in Urls(entry)) Drop(_byUrl, url, entry);
    }

    private static IReadOnlyList<Telling> Tellings(OpinionItem item) =>
        [
            .. new[] { Read(() => Telling.Of(item)) }
                .Concat(item.Sources.Skip(Math.Max(1, item.Sources.Count - MostTellings + 1)).Select(source => Read(() => Telling.Of(source, item.Story.Place)))).OfType<Telling>(),
        ];

    /// <summary>Null for a text that cannot be read in time: it is like no other then, and people merge it. It must not stop what has been committed, or a start.</summary>
    private static Telling? Read(Func<Telling> read)
    {
        try
        {
            return read();
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static IEnumerable<int> Pairs(Entry entry) => entry.Tellings.SelectMany(telling => telling.Keys).Distinct();

    private static IEnumerable<string> Urls(Entry entry) => entry.Tellings.Select(telling => telling.Url).OfType<string>().Distinct(StringComparer.Ordinal);

    private static HashSet<Entry> Set<TKey>(Dictionary<TKey, HashSet<Entry>> sets, TKey key) where TKey : notnull =>
        sets.TryGetValue(key, out var set) ? set : sets[key] = [];

    private static void Drop<TKey>(Dictionary<TKey, HashSet<Entry>> sets, TKey key, Entry entry) where TKey : notnull
    {
        if (sets.TryGetValue(key, out var set) && set.Remove(entry) && set.Count == 0) sets.Remove(key);
    }

    private sealed class Entry(string id, string number, string headline, bool open, DateTimeOffset reportedAt, IReadOnlyList<Telling> tellings)
    {
        public string Id => id;

        public string Number => number;

        public string Headline => headline;

        public bool Open => open;

        public DateTimeOffset ReportedAt => reportedAt;

        public IReadOnlyList<Telling> Tellings => tellings;
    }
}
