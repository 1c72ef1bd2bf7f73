using Dapper;

namespace DisclosureBot.Journal;

/// <summary>What people ask in words of their own, as far as the journal can answer it.</summary>
public sealed partial class CaseJournal
{
    /// <summary>The cases that fit, those nearest to the words first, then the newest.</summary>
    /// <param name="within">Only what the asker may see is found; whoever shows it must still ask each case.</param>
    public async Task<IReadOnlyList<FoundCase>> Find(CaseQuery query, Reach within, int most, CancellationToken stop)
    {
        var sought = Fold(query.Words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(MostWords).ToArray();
        var values = new DynamicParameters(new
        {
            bureauId,
            most,
            within.Person,
            MySection = within.Section,
            query.Kind,
            query.Number,
            query.Owner,
            query.Section,
            query.WaitsFor,
            Open = query.Open is { } open ? open ? 1 : 0 : (int?)null,
            query.Attributes,
            query.Places,
            DueFrom = query.DueFrom is { } from ? Stamp.Write(from) : null,
            DueTo = query.DueTo is { } to ? Stamp.Write(to) : null,
        });
        for (var i = 0; i < sought.Length; i++) values.Add($"word{i}", $"%{Plain(sought[i])}%");
        var conditions = string.Concat(sought.Select((_, i) => $@" AND c.words LIKE @word{i} ESCAPE '\'")) + Narrowing(query) + (within.Everything ? "" : Reached);
        return await All(
            $"""
            SELECT {Rows.ListedColumns}, c.attribute, c.place, c.since, c.due,
              (SELECT group_concat(s.person) FROM slots s WHERE s.bureau = c.bureau AND s.case_id = c.id AND s.must_act = 1)
            FROM cases c WHERE c.bureau = @bureauId{conditions} ORDER BY c.updated_at DESC, c.id DESC LIMIT @most
            """,
            values, Rows.Found, stop);
    }

    private const string Reached = """
         AND (c.owner = @Person OR c.section = @MySection
           OR EXISTS (SELECT 1 FROM slots s WHERE s.bureau = c.bureau AND s.case_id = c.id AND s.person = @Person))
        """;

    private static string Narrowing(CaseQuery query) => string.Concat(
        query.Kind is null ? "" : " AND c.kind = @Kind",
        query.Number is null ? "" : " AND c.number = @Number",
        query.Owner is null ? "" : " AND c.owner = @Owner",
        query.Section is null ? "" : " AND c.section = @Section",
        query.Open is null ? "" : " AND c.open = @Open",
        query.WaitsFor is null ? "" : " AND EXISTS (SELECT 1 FROM slots w WHERE w.bureau = c.bureau AND w.case_id = c.id AND w.person = @WaitsFor AND w.must_act = 1)",
        query.Attributes.Count == 0 ? "" : " AND c.attribute IN @Attributes",
        query.Places.Count == 0 ? "" : " AND c.place IN @Places",
        query.DueFrom is null ? "" : " AND c.due >= @DueFrom",
        query.DueTo is null ? "" : " AND c.due <= @DueTo");
}
