using Dapper;
using DisclosureBot.Journal.Searching;

namespace DisclosureBot.Journal;

/// <summary>What is asked beside words: as conditions on a case, and as sets of cases that an index gives.</summary>
public sealed partial class CaseJournal
{
    private const string Reached = """
         (c.owner = @Person OR c.section = @MySection OR (c.kind = @AlsoKind AND c.section = COALESCE(@AlsoSection, c.section))
           OR EXISTS (SELECT 1 FROM slots s WHERE s.bureau = c.bureau AND s.case_id = c.id AND s.person = @Person))
        """;

    private static DynamicParameters Values(string bureauId, CaseQuery query, Reach within, int most) => new(new
    {
        bureauId,
        most,
        within.Person,
        MySection = within.Section,
        AlsoKind = within.Also?.Kind,
        AlsoSection = within.Also?.Section,
        query.Kind,
        Numbers = query.Number is { } number ? Folded.Numbers(number) : [],
        query.Owner,
        query.Section,
        query.WaitsFor,
        Open = query.Open is true ? 1 : 0,
        query.Attributes,
        query.Places,
        DueFrom = query.DueFrom is { } from ? Stamp.Write(from) : "",
        // After every date.
        DueTo = query.DueTo is { } to ? Stamp.Write(to) : "~",
    });

    private string Narrowing(CaseQuery query) => string.Concat(
        query.Kind is null ? "" : " AND c.kind = @Kind",
        query.Number is null ? "" : $" AND {dialect.OneOf("c.number", "Numbers")}",
        query.Owner is null ? "" : " AND c.owner = @Owner",
        query.Section is null ? "" : " AND c.section = @Section",
        query.Open is null ? "" : " AND c.open = @Open",
        query.WaitsFor is null ? "" : " AND EXISTS (SELECT 1 FROM slots w WHERE w.bureau = c.bureau AND w.case_id = c.id AND w.person = @WaitsFor AND w.must_act = 1)",
        query.Attributes.Count == 0 ? "" : $" AND {dialect.OneOf("c.attribute", "Attributes")}",
        query.Places.Count == 0 ? "" : $" AND {dialect.OneOf("c.place", "Places")}",
        query.DueFrom is null && query.DueTo is null ? "" : " AND c.due >= @DueFrom AND c.due <= @DueTo");

    /// <summary>Each a question for ids that stands by itself, the likely smallest first.</summary>
    private IEnumerable<string> Sets(CaseQuery query, Reach within)
    {
        var slots = $"SELECT case_id AS id FROM slots{dialect.By("slots_of_person")} WHERE bureau = @bureauId";
        if (query.Number is not null) yield return $"{By("cases_numbered")} AND {dialect.OneOf("number", "Numbers")}";
        if (query.WaitsFor is not null) yield return $"{slots} AND person = @WaitsFor AND must_act = 1";
        if (query.Owner is not null) yield return $"{By("cases_owned")} AND owner = @Owner";
        if (query.DueFrom is not null || query.DueTo is not null) yield return $"{By("cases_due")} AND due >= @DueFrom AND due <= @DueTo";
        if (query.Open is true) yield return $"{By("cases_open")} AND open = 1";
        if (query.Section is not null) yield return $"{By("cases_of_section")} AND section = @Section";
        if (query.Places.Count > 0) yield return $"{By("cases_at_place")} AND {dialect.OneOf("place", "Places")}";
        if (query.Kind is not null) yield return $"{By("cases_of_kind")} AND kind = @Kind";
        if (!within.Everything)
        {
            var ofSection = within.Section is null ? "" : $" UNION ALL {By("cases_of_section")} AND section = @MySection";
            var also = within.Also switch
            {
                null => "",
                { Section: null } => $" UNION ALL {By("cases_of_kind")} AND kind = @AlsoKind",
                _ => $" UNION ALL {By("cases_of_section")} AND section = @AlsoSection AND kind = @AlsoKind",
            };
            yield return $"{slots} AND person = @Person UNION ALL {By("cases_owned")} AND owner = @Person{ofSection}{also}";
        }
    }

    private string By(string index) => $"SELECT id FROM cases{dialect.By(index)} WHERE bureau = @bureauId";

    private static string Plain(string word) => word
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal);
}
