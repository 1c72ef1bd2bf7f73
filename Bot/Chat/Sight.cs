using DisclosureBot.Bureau;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Slips;

namespace DisclosureBot.Chat;

/// <summary>What of a search a person may know of: asked of each case as it is now, for the journal only knows what somebody was shown once.</summary>
public sealed class Sight(CaseJournal journal, CaseFaces faces, Roster roster)
{
    /// <summary>Where to search for a person: wide enough to hold all that they may see.</summary>
    public static Reach Reach(Person person) =>
        Desks.Reach(person) with { Also = (OpinionCase.Kind, OpinionDuties.KeepsOrLeads(person) ? null : person.Section.Id) };

    /// <summary>Those that the person may see, in the same order.</summary>
    public async Task<IReadOnlyList<T>> Of<T>(Person person, IReadOnlyList<T> found, Func<T, string> caseId, CancellationToken stop)
    {
        var stored = (await journal.Load(found.Select(caseId).ToList(), stop)).ToDictionary(one => one.Id, StringComparer.Ordinal);
        return [.. found.Where(one => stored.TryGetValue(caseId(one), out var now) && faces.Of(now.Kind).MaySee(now, person))];
    }

    /// <summary>Those that each of the readers may see, in the same order; where nobody reads, none.</summary>
    public async Task<IReadOnlyList<T>> Of<T>(IReadOnlyList<Person> readers, IReadOnlyList<T> found, Func<T, string> caseId, CancellationToken stop)
    {
        if (readers.Count == 0) return [];
        var stored = (await journal.Load(found.Select(caseId).ToList(), stop)).ToDictionary(one => one.Id, StringComparer.Ordinal);
        return [.. found.Where(one => stored.TryGetValue(caseId(one), out var now) && readers.All(reader => Of(reader, now)))];
    }

    /// <summary>A person's inbox, without what was once put before them and no longer is theirs to see.</summary>
    public async Task<IReadOnlyList<InboxCase>> Inbox(string person, int most, CancellationToken stop) =>
        roster.Find(person) is { } reader ? await Of(reader, await journal.Inbox(person, most, stop), one => one.CaseId, stop) : [];

    public bool Of(Person person, StoredCase now) => faces.Of(now.Kind).MaySee(now, person);

    public async Task<bool> Of(Person person, string caseId, CancellationToken stop) =>
        await journal.Load(caseId, stop) is { } now && faces.Of(now.Kind).MaySee(now, person);
}
