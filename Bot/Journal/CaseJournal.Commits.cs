using Dapper;
using DisclosureBot.Journal.Searching;

namespace DisclosureBot.Journal;

public sealed partial class CaseJournal
{
    /// <summary>Everything one decision changes, in one transaction: all of it, or on conflict nothing.</summary>
    /// <remarks>Conflict: the version has moved on, the new case's id exists, or the once-key was used.</remarks>
    /// <exception cref="ArgumentException">The write has no event: nothing changes without its fact.</exception>
    public async Task<CommitOutcome> Commit(CaseWrite write, CancellationToken stop)
    {
        if (write.Events.Count == 0)
            throw new ArgumentException($"A write to {write.CaseId} without an event.", nameof(write));
        await using (var scope = await dialect.BeginWrite(stop))
        {
            if (!await TakeVersion(scope, write, stop) || !await TakeOnceKey(scope, write, stop))
                return CommitOutcome.Conflict;
            await Append(scope, write, stop);
            await WantSlots(scope, write, stop);
            if (write.Clicked is { } card)
                await Execute(scope, AdoptSql, AdoptValues(write.CaseId, card), stop);
            await SetTimers(scope, write, stop);
            await scope.Commit();
        }
        Committed?.Invoke(write);
        SlotsDue?.Invoke();
        return CommitOutcome.Committed;
    }

    /// <summary>The row of the case is what two writers meet at: only one finds the version it expected.</summary>
    private async Task<bool> TakeVersion(WriteScope scope, CaseWrite write, CancellationToken stop)
    {
        var sql = write.ExpectedVersion == 0
            ? """
              INSERT INTO cases (bureau, id, kind, version, state, number, title, owner, section, status, open, words, attribute, place, since, due, updated_at)
              VALUES (@bureauId, @CaseId, @Kind, @version, @State, @Number, @Title, @Owner, @Section, @Status, @open, @words, @Attribute, @Place, @since, @due, @updatedAt)
              ON CONFLICT DO NOTHING
              """
            : $"""
              UPDATE cases SET version = @version, {ListedAnew}
              WHERE bureau = @bureauId AND id = @CaseId AND kind = @Kind AND version = @ExpectedVersion
              """;
        return await Execute(scope, sql, CaseValues(write.CaseId, write.Kind, write.ExpectedVersion, write.NewVersion, write.State, write.Listing, write.Events[^1].At), stop) == 1;
    }

    private const string ListedAnew = """
        state = @State, number = @Number, title = @Title, owner = @Owner,
          section = @Section, status = @Status, open = @open, words = @words,
          attribute = @Attribute, place = @Place, since = @since, due = @due, updated_at = @updatedAt
        """;

    /// <param name="at">When the last event happened.</param>
    private object CaseValues(string caseId, string kind, long expectedVersion, long version, string state, Listing listing, DateTimeOffset at) => new
    {
        bureauId,
        CaseId = caseId,
        Kind = kind,
        ExpectedVersion = expectedVersion,
        version,
        State = state,
        listing.Number,
        listing.Title,
        listing.Owner,
        listing.Section,
        listing.Status,
        open = listing.Open ? 1 : 0,
        words = Folded.Text(listing.Text),
        listing.Attribute,
        listing.Place,
        since = listing.Since is { } since ? Stamp.Write(since) : null,
        due = listing.Due is { } due ? Stamp.Write(due) : null,
        updatedAt = Stamp.Write(at),
    };

    private async Task<bool> TakeOnceKey(WriteScope scope, CaseWrite write, CancellationToken stop) =>
        write.OnceKey is null || await Execute(
            scope,
            "INSERT INTO once_keys (bureau, once_key, case_id) VALUES (@bureauId, @OnceKey, @CaseId) ON CONFLICT DO NOTHING",
            new { bureauId, write.OnceKey, write.CaseId }, stop) == 1;

    private async Task Append(WriteScope scope, CaseWrite write, CancellationToken stop)
    {
        var previous = await Head(scope, write, stop);
        var version = write.ExpectedVersion;
        foreach (var e in write.Events)
        {
            var row = new EventRow(write.CaseId, ++version, e.Type, e.Body, e.Actor, Stamp.Write(e.At), previous, "");
            var hash = previous = Chain.Hash(bureauId, row);
            await Execute(
                scope,
                """
                INSERT INTO events (bureau, case_id, version, type, body, actor, at, previous, hash)
                VALUES (@bureauId, @CaseId, @Version, @Type, @Body, @Actor, @At, @Previous, @hash)
                """,
                new { bureauId, row.CaseId, row.Version, row.Type, row.Body, row.Actor, row.At, row.Previous, hash }, stop);
        }
    }

    private async Task<string> Head(WriteScope scope, CaseWrite write, CancellationToken stop) =>
        write.ExpectedVersion == 0
            ? Chain.Origin
            : await scope.Text(
                "SELECT hash FROM events WHERE bureau = @bureauId AND case_id = @CaseId AND version = @ExpectedVersion",
                new { bureauId, write.CaseId, write.ExpectedVersion }, stop)
                ?? throw new InvalidOperationException($"The journal is damaged: event {write.ExpectedVersion} of {write.CaseId} is missing.");

    /// <remarks>A slot that gave up or is in doubt is due at once, and one in doubt stays so until a card surely arrived; one in back-off keeps it; one without a way to the person waits for them.
    /// What is held back rings nobody: a card that stands is edited, one that does not yet stand waits, and what was under way goes on.</remarks>
    private Task<int> WantSlots(WriteScope scope, CaseWrite write, CancellationToken stop) => Execute(
        scope,
        """
        INSERT INTO slots (bureau, case_id, person, wanted, alert_wanted, must_act, state, news_at)
        VALUES (@bureauId, @CaseId, @Person, @version, @alert, @mustAct, @state, @newsAt)
        ON CONFLICT (bureau, case_id, person) DO UPDATE SET
          wanted = excluded.wanted,
          must_act = excluded.must_act,
          alert_wanted = CASE WHEN excluded.alert_wanted > 0 THEN excluded.alert_wanted ELSE slots.alert_wanted END,
          attempts = CASE WHEN slots.state IN ('Failed', 'Unknown') THEN 0 ELSE slots.attempts END,
          next_attempt = CASE WHEN slots.state IN ('Failed', 'Unknown') THEN NULL ELSE slots.next_attempt END,
          news_at = CASE WHEN excluded.news_at IS NOT NULL THEN excluded.news_at
            WHEN excluded.alert_wanted > 0 OR (slots.must_act = 1 AND excluded.must_act = 0) THEN NULL ELSE slots.news_at END,
          state = CASE
            WHEN slots.state = 'Held' THEN excluded.state
            WHEN excluded.state = 'Held' AND slots.message_id IS NULL AND slots.alert_wanted <= slots.alerted AND slots.state IN ('Idle', 'Failed') THEN 'Held'
            WHEN slots.state = 'Failed' THEN 'Idle' ELSE slots.state END
        """,
        write.Slots.Select(slot => new
        {
            bureauId,
            write.CaseId,
            slot.Person,
            version = write.NewVersion,
            alert = slot is { Alert: true, Held: false } ? write.NewVersion : 0,
            mustAct = slot.MustAct ? 1 : 0,
            state = slot.Held ? nameof(SlotState.Held) : nameof(SlotState.Idle),
            newsAt = slot is { Alert: true, Held: true } ? Stamp.Write(write.Events[^1].At) : null,
        }),
        stop);

    private async Task SetTimers(WriteScope scope, CaseWrite write, CancellationToken stop)
    {
        foreach (var timer in write.Timers)
        {
            var sql = timer.Due is null
                ? "DELETE FROM timers WHERE bureau = @bureauId AND case_id = @CaseId AND name = @Name"
                : $"""
                  INSERT INTO timers (bureau, case_id, name, due) VALUES (@bureauId, @CaseId, @Name, @due)
                  ON CONFLICT (bureau, case_id, name) DO UPDATE SET due = excluded.due{Untaken}
                  """;
            var due = timer.Due is { } at ? Stamp.Write(at) : null;
            await Execute(scope, sql, new { bureauId, write.CaseId, timer.Name, due }, stop);
        }
    }
}
