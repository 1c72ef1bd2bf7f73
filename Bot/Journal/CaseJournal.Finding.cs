using DisclosureBot.Journal.Searching;

namespace DisclosureBot.Journal;

/// <summary>What people ask in words of their own, as far as the journal can answer it.</summary>
/// <remarks>
/// However many cases there are, no more than some thousands are looked at: those that another condition or the asker's reach leaves, where it leaves few;
/// else those that the words leave; else the last changed ones, and the last worded ones of those that hold the words.
/// Only where everything asked is common, and all of it together rare and old, may something be passed over.
/// </remarks>
public sealed partial class CaseJournal
{
    /// <summary>A set of cases up to this size is looked at whole.</summary>
    private const int Few = 2_000;

    /// <summary>Where nothing leaves few: how many of those that hold the words are looked at, the last worded ones.</summary>
    private const int Many = 6_000;

    /// <summary>More words than these are not looked for in what resembles them.</summary>
    private const int MostResembled = 8;

    /// <summary>The cases that fit, the newest first; where none does, those that resemble it, the nearest first.</summary>
    /// <param name="within">Only what the asker may see is found; whoever shows it must still ask each case.</param>
    /// <remarks>More than 64 words, or one of more than 1000 characters, finds nothing: no listing says so much.</remarks>
    public async Task<IReadOnlyList<FoundCase>> Find(CaseQuery query, Reach within, int most, CancellationToken stop)
    {
        var sought = SoughtWords.Of(query.Words);
        if (sought.IsHopeless || most <= 0) return [];
        var exact = await FindExactly(query, within, sought.Words, most, stop);
        return exact.Count > 0 || sought.Words.Count is 0 or > MostResembled ? exact : await FindResembling(query, within, sought.Words, most, stop);
    }

    private async Task<IReadOnlyList<FoundCase>> FindExactly(CaseQuery query, Reach within, IReadOnlyList<string> words, int most, CancellationToken stop)
    {
        var asked = new Question(this, dialect, bureauId, query, within, words, most);
        if (await asked.OfFew(stop) is { } few) return await Details(few, stop);
        var newest = await asked.OfTheNewest(Question.Walks[0], stop);
        if (newest.Count == most) return await Details(newest, stop);
        var worded = words.Count == 0 ? null : await Worded(await Rarest(Fragments.Whole(words), stop), Many + 1, stop);
        if (worded?.Count <= Many) return await Details(await asked.Of(worded, stop), stop);
        newest = await asked.OfTheNewest(Question.Walks[^1], stop);
        if (worded is null || newest.Count == most) return await Details(newest, stop);
        return await Details(Newest(newest.Concat(await asked.Of(worded, stop)), most), stop);
    }

    /// <summary>What holds most of each word's neighbours is compared letter by letter.</summary>
    private async Task<IReadOnlyList<FoundCase>> FindResembling(CaseQuery query, Reach within, IReadOnlyList<string> words, int most, CancellationToken stop)
    {
        var near = Resemblance.Sought(words);
        if (near is null) return [];
        var asked = new Question(this, dialect, bureauId, query, within, [], Few);
        var few = await asked.OfFew(stop);
        var candidates = few ?? await new Question(this, dialect, bureauId, query, within with { Everything = true }, [], Few)
            .Of(await Worded(await Rarest(near, stop), Few, stop), stop);
        var nearest = candidates
            .Select(one => (One: one, Nearness: Resemblance.Of(words, one.Words)))
            .Where(one => one.Nearness > 0)
            .OrderByDescending(one => one.Nearness).ThenByDescending(one => one.One.UpdatedAt, StringComparer.Ordinal).ThenByDescending(one => one.One.Id, StringComparer.Ordinal)
            .Select(one => one.One).ToList();
        var seen = few is null && !within.Everything ? await Seen(asked, nearest, most, stop) : nearest;
        return [.. (await Details([.. seen.Take(most)], stop)).Select(found => found with { IsExact = false })];
    }

    /// <summary>Of those in this order, the first that the asker may see; no more are asked after than it takes.</summary>
    private static async Task<List<Hit>> Seen(Question asked, List<Hit> ordered, int most, CancellationToken stop)
    {
        List<Hit> seen = [];
        foreach (var some in ordered.Chunk(most * 4))
        {
            var ids = (await asked.Of([.. some.Select(hit => hit.Row)], stop)).Select(hit => hit.Id).ToHashSet(StringComparer.Ordinal);
            seen.AddRange(some.Where(hit => ids.Contains(hit.Id)));
            if (seen.Count >= most) break;
        }
        return seen;
    }

    /// <summary>The index's rows that may hold what is sought, about the last worded first; of any bureau.</summary>
    private async Task<List<long>> Worded(Fragments sought, int bound, CancellationToken stop) => sought.IsNowhere ? [] :
        await All(dialect.Words.Newest, new { match = dialect.Words.Match(sought), bound }, row => row.GetInt64(0), stop);

    private static List<Hit> Newest(IEnumerable<Hit> hits, int most) =>
        [.. hits.DistinctBy(hit => hit.Id, StringComparer.Ordinal).OrderByDescending(hit => hit.UpdatedAt, StringComparer.Ordinal).ThenByDescending(hit => hit.Id, StringComparer.Ordinal).Take(most)];

    /// <summary>What is shown of the hits, in their order; read only now, for those that are shown.</summary>
    private async Task<IReadOnlyList<FoundCase>> Details(IReadOnlyList<Hit> hits, CancellationToken stop)
    {
        if (hits.Count == 0) return [];
        var found = await All(
            $"""
            SELECT {Rows.ListedColumns}, c.attribute, c.place, c.since, c.due,
              (SELECT string_agg(s.person, ',') FROM slots s WHERE s.bureau = c.bureau AND s.case_id = c.id AND s.must_act = 1)
            FROM cases c WHERE c.bureau = @bureauId AND {dialect.OneOf("c.id", "ids")}
            """,
            new { bureauId, ids = hits.Select(hit => hit.Id).ToList() }, Rows.Found, stop);
        var byId = found.ToDictionary(one => one.Case.CaseId, StringComparer.Ordinal);
        return [.. hits.Where(hit => byId.ContainsKey(hit.Id)).Select(hit => byId[hit.Id])];
    }

    /// <summary>A case that fits, as far as its place among the others depends on it.</summary>
    private sealed record Hit(string Id, string UpdatedAt, string Words, long Row);
}
