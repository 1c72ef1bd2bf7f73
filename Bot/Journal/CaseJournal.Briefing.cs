namespace DisclosureBot.Journal;

/// <summary>What a digest tells a person beside what waits for them.</summary>
public sealed partial class CaseJournal
{
    /// <summary>
    /// Cases with news for the person that came after that moment and asks nothing of them: what nobody rang them for,
    /// and what they drafted that now lies elsewhere by another's hand; the newest first.
    /// </summary>
    public async Task<IReadOnlyList<FoundCase>> News(string person, DateTimeOffset since, int most, CancellationToken stop) => await All(
        $"""
        WITH fresh (id) AS (
          SELECT s.case_id FROM slots s WHERE s.bureau = @bureauId AND s.person = @person AND s.news_at > @since AND s.must_act = 0
          UNION
          SELECT c.id FROM cases c WHERE c.bureau = @bureauId AND c.owner = @person AND c.updated_at > @since AND c.since > @since
            AND (SELECT e.actor FROM events e WHERE e.bureau = c.bureau AND e.case_id = c.id AND e.version = c.version) <> @person
            AND NOT EXISTS (SELECT 1 FROM slots w WHERE w.bureau = c.bureau AND w.case_id = c.id AND w.person = @person AND w.must_act = 1))
        SELECT {Rows.ListedColumns}, c.attribute, c.place, c.since, c.due,
          (SELECT string_agg(s.person, ',') FROM slots s WHERE s.bureau = c.bureau AND s.case_id = c.id AND s.must_act = 1)
        FROM fresh f JOIN cases c ON c.bureau = @bureauId AND c.id = f.id
        ORDER BY c.updated_at DESC, c.id DESC LIMIT @most
        """,
        new { bureauId, person, since = Stamp.Write(since), most }, Rows.Found, stop);
}
