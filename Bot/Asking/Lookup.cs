using DisclosureBot.Bureau;
using DisclosureBot.Chat;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Slips;

namespace DisclosureBot.Asking;

/// <summary>A case that answers a question, as it is now.</summary>
internal sealed record Hit(FoundCase Found, Slip? Slip, OpinionItem? Opinion)
{
    public ListedCase Case => Found.Case;
}

/// <summary>What was found: only what the asker may see, whatever else there is.</summary>
/// <param name="IsPartial">There may be more than were looked through.</param>
internal sealed record Hits(IReadOnlyList<Hit> All, bool IsPartial)
{
    public static readonly Hits None = new([], IsPartial: false);

    public bool IsExact => All.Any(hit => hit.Found.IsExact);
}

/// <summary>Turns a question into searches of the journal, and asks of each case found whether the asker may know of it and whether it fits what the journal keeps no column for.</summary>
public sealed class Lookup(CaseJournal journal, Sight sight, SlipCase slips, OpinionCase opinions)
{
    /// <summary>More than a card can show; as many are counted.</summary>
    private const int Enough = 100;

    /// <summary>How many are looked through, step by step, for those that the asker may see.</summary>
    private static readonly int[] Pages = [64, 256, 1024];

    internal async Task<Hits> Find(Question question, Audience audience, DateTimeOffset now, CancellationToken stop)
    {
        List<Hit> all = [];
        var isPartial = false;
        foreach (var kind in question.Kind is { } only ? [only] : new[] { SlipCase.Kind, OpinionCase.Kind })
        {
            var found = await Find(Query(question, kind), question, Sight.Reach(audience.Asker), audience, now, stop);
            all.AddRange(found.All);
            isPartial |= found.IsPartial;
        }

        return new([.. all.OrderByDescending(hit => hit.Found.IsExact)], isPartial);
    }

    private async Task<Hits> Find(CaseQuery query, Question question, Reach within, Audience audience, DateTimeOffset now, CancellationToken stop)
    {
        List<Hit> fitting = [];
        var looked = 0;
        foreach (var most in Pages)
        {
            var found = await journal.Find(query, within, most, stop);
            fitting.AddRange(await Fitting([.. found.Skip(looked)], question, audience, now, stop));
            if (found.Count < most) return new(fitting, IsPartial: false);
            if (fitting.Count >= Enough) break;
            looked = found.Count;
        }

        return new(fitting, IsPartial: true);
    }

    private async Task<IEnumerable<Hit>> Fitting(IReadOnlyList<FoundCase> found, Question question, Audience audience, DateTimeOffset now, CancellationToken stop)
    {
        var seen = await sight.Of(audience.Readers, found, one => one.Case.CaseId, stop);
        var stored = (await journal.Load([.. seen.Select(one => one.Case.CaseId)], stop)).ToDictionary(one => one.Id, StringComparer.Ordinal);
        return seen.Where(one => stored.ContainsKey(one.Case.CaseId))
            .Select(one => new Hit(one, slips.Read(stored[one.Case.CaseId]), opinions.Read(stored[one.Case.CaseId])))
            .Where(hit => Fit.Holds(hit, question, now));
    }

    /// <summary>An item's clocks are in its state alone: it is asked for them after it was found.</summary>
    private static CaseQuery Query(Question question, string kind) => new(question.Words)
    {
        Kind = kind,
        Number = question.Number,
        Owner = question.Owner?.Id,
        Section = question.Section?.Id,
        WaitsFor = question.Holder?.Id,
        Open = question.Open,
        Attributes = question.Attributes,
        Places = question.Places,
        DueFrom = kind == OpinionCase.Kind || question.Due is not { } due || due.From == DateOnly.MinValue ? null : due.From,
        DueTo = kind == OpinionCase.Kind ? null : question.Due?.To,
    };

    /// <summary>What a person drafted, handled or was shown, changed since then.</summary>
    internal async Task<IReadOnlyList<Hit>> Touched(Person person, Audience audience, DateTimeOffset since, CancellationToken stop)
    {
        var inbox = (await journal.Inbox(person.Id, Pages[1], stop)).Where(one => one.UpdatedAt >= since).Select(one => one.CaseId);
        var owned = (await journal.OwnedBy(person.Id, Pages[1], stop)).Where(one => one.UpdatedAt >= since).Select(one => one.CaseId);
        var seen = await sight.Of<string>(audience.Readers, [.. inbox.Union(owned, StringComparer.Ordinal)], id => id, stop);
        return [.. (await journal.Load(seen.ToList(), stop)).Select(one => Hit(one)).OfType<Hit>()];
    }

    private Hit? Hit(StoredCase stored) =>
        slips.Read(stored) is { } slip ? new(Found(stored, slips.List(slip)), slip, null)
        : opinions.Read(stored) is { } item ? new(Found(stored, opinions.List(item)), null, item)
        : null;

    private static FoundCase Found(StoredCase stored, Listing listing) => new(
        new(stored.Id, stored.Kind, listing.Number, listing.Title, listing.Owner, listing.Section, listing.Status, listing.Open, default),
        listing.Attribute, listing.Place, listing.Since, listing.Due, [], IsExact: true);
}
