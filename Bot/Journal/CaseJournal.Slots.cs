namespace DisclosureBot.Journal;

/// <summary>Delivery's side: which cards are behind, and what became of each attempt to bring them up.</summary>
public sealed partial class CaseJournal
{
    private const string SlotsWithContact = """
        FROM slots s
        JOIN cases c ON c.bureau = s.bureau AND c.id = s.case_id
        LEFT JOIN contacts p ON p.bureau = s.bureau AND p.person = s.person AND p.gone = 0
        """;

    private const string Stale = """
        (wanted > delivered OR alert_wanted > alerted OR retired_id IS NOT NULL)
        AND state <> 'Failed' AND state <> 'Held' AND (state <> 'Unreachable' OR next_attempt IS NOT NULL)
        """;

    /// <summary>The order of the index slots_stale, whole: so that each question above is one step into it.</summary>
    private const string InOrder = "ORDER BY bureau, person, (alert_wanted <= alerted), COALESCE(next_attempt, ''), case_id LIMIT 1";

    /// <summary>The next slot of each person to work on now: what they must be told comes first, then the longest due.</summary>
    /// <remarks>
    /// One per person, so that one with many cannot crowd out the others. A slot being sent is listed too: only the
    /// sender itself knows what it has under way.
    /// </remarks>
    public async Task<IReadOnlyList<Slot>> StaleSlots(DateTimeOffset now, int most, CancellationToken stop) => await All(
        $"""
        WITH RECURSIVE people (person) AS (
          SELECT (SELECT person FROM slots WHERE bureau = @bureauId AND {Stale} {InOrder})
          UNION ALL
          SELECT (SELECT person FROM slots WHERE bureau = @bureauId AND person > p.person AND {Stale} {InOrder}) FROM people p WHERE p.person IS NOT NULL),
        next (person, case_id) AS (
          SELECT person, (SELECT case_id FROM slots
            WHERE bureau = @bureauId AND person = p.person AND {Stale} AND COALESCE(next_attempt, '') <= @now
            {InOrder})
          FROM people p WHERE person IS NOT NULL)
        SELECT {Rows.SlotColumns} {SlotsWithContact}
        JOIN next n ON n.person = s.person AND n.case_id = s.case_id
        WHERE s.bureau = @bureauId
        ORDER BY (s.alert_wanted <= s.alerted), COALESCE(s.next_attempt, ''), s.case_id, s.person
        LIMIT @most
        """,
        new { bureauId, now = Stamp.Write(now), most }, Rows.Slot, stop);

    /// <summary>The slot; where nothing was sent yet, with the person's contact as the way to them.</summary>
    public Task<Slot?> Slot(string caseId, string person, CancellationToken stop) => First(
        $"SELECT {Rows.SlotColumns} {SlotsWithContact} WHERE s.bureau = @bureauId AND s.case_id = @caseId AND s.person = @person",
        new { bureauId, caseId, person }, Rows.Slot, stop);

    /// <summary>Slots an administrator should know of: in doubt, without a way to the person, or refused.</summary>
    public async Task<IReadOnlyList<Slot>> TroubledSlots(int most, CancellationToken stop) => await All(
        $"""
        SELECT {Rows.SlotColumns} {SlotsWithContact}
        WHERE s.bureau = @bureauId AND s.state IN ('Unknown', 'Unreachable', 'Failed')
        ORDER BY s.case_id, s.person LIMIT @most
        """,
        new { bureauId, most }, Rows.Slot, stop);

    /// <summary>Committed before the POST: after a crash the alert counts as begun, so it is never begun twice.</summary>
    /// <returns>False where the turn is lost: nothing is to be sent.</returns>
    public Task<bool> BeginSend(string caseId, string person, long alert, CancellationToken stop) => ChangeSlot(
        """
        state = 'Sending',
        alerted = CASE WHEN @alert > alerted THEN @alert ELSE alerted END
        """,
        new { bureauId, caseId, person, alert, _replica }, stop);

    /// <summary>A POST arrived: the new message is the live card, an older one is left to be blanked.</summary>
    /// <remarks>Where the turn was lost meanwhile, others have sent too, and it is this message that is left to be blanked.</remarks>
    public async Task SendSucceeded(string caseId, string person, string serviceUrl, string conversationId, string? messageId, long version, CancellationToken stop)
    {
        var values = new { bureauId, caseId, person, serviceUrl, conversationId, messageId, version, _replica };
        var isNoted = await ChangeSlot(
            $"""
            service_url = @serviceUrl, conversation_id = @conversationId, message_id = @messageId,
            retired_id = CASE WHEN message_id <> COALESCE(@messageId, '') THEN message_id ELSE retired_id END,
            {DeliveredNow}
            """,
            values, stop);
        if (isNoted) return;
        await Change(
            """
            UPDATE slots SET retired_id = @messageId WHERE bureau = @bureauId AND case_id = @caseId AND person = @person
              AND conversation_id = @conversationId AND message_id <> @messageId AND retired_id IS NULL
            """,
            values, stop);
        SlotsDue?.Invoke();
    }

    /// <summary>This message was edited in place; it says nothing of the live card if another has become that meanwhile.</summary>
    /// <remarks>Where the turn was lost, this edit may have covered a newer one of somebody else's: the message is written once more.</remarks>
    public async Task UpdateSucceeded(string caseId, string person, string messageId, long version, CancellationToken stop)
    {
        const string one = "bureau = @bureauId AND case_id = @caseId AND person = @person AND message_id = @messageId";
        var values = new { bureauId, caseId, person, messageId, version, _replica };
        if (await Change($"UPDATE slots SET {DeliveredNow} WHERE {one} {WithTurn}", values, stop) == 1 || !dialect.IsShared) return;
        await Change($"UPDATE slots SET delivered = 0 WHERE {one}", values, stop);
        SlotsDue?.Invoke();
    }

    /// <summary>The old message is blanked or gone; if that was all that was amiss, the slot is at rest.</summary>
    /// <remarks>Where a click has made it the live card meanwhile, it must be written anew.</remarks>
    public Task RetiredCleared(string caseId, string person, string retiredId, CancellationToken stop) => ChangeSlot(
        """
        retired_id = CASE WHEN retired_id = @retiredId THEN NULL ELSE retired_id END,
        delivered = CASE WHEN message_id = @retiredId THEN 0 ELSE delivered END,
        state = CASE WHEN delivered >= wanted AND alerted >= alert_wanted THEN 'Idle' ELSE state END
        """,
        new { bureauId, caseId, person, retiredId, _replica }, stop);

    /// <param name="forgetMessage">The message to update is gone; post anew.</param>
    /// <param name="alertNotBegun">This alert surely did not arrive: it may be begun again.</param>
    public Task SendFailed(string caseId, string person, SlotState state, DateTimeOffset? nextAttempt, string error, bool forgetMessage, long? alertNotBegun, CancellationToken stop) => ChangeSlot(
        """
        state = @state, attempts = attempts + 1, next_attempt = @next, last_error = @error,
        message_id = CASE WHEN @forget = 1 THEN NULL ELSE message_id END,
        alerted = CASE WHEN alerted >= @notBegun THEN @notBegun - 1 ELSE alerted END
        """,
        new
        {
            bureauId,
            caseId,
            person,
            state = state.ToString(),
            next = nextAttempt is { } at ? Stamp.Write(at) : null,
            error,
            forget = forgetMessage ? 1 : 0,
            notBegun = alertNotBegun ?? long.MaxValue,
            _replica,
        },
        stop);

    /// <summary>
    /// The person turned up: what could not reach them is due at once, and cards of open cases that lie in a
    /// conversation they have left are posted anew in this one.
    /// </summary>
    /// <returns>How many slots that were.</returns>
    public Task<int> Reopen(Contact seen, CancellationToken stop) => Reopen(seen, "", stop);

    /// <summary>The person wrote where they were known already: what could not reach them is due at once.</summary>
    /// <remarks>Asked on every visit and nearly always empty: a read spares the writer, and one of the troubled alone spares those with many cards.</remarks>
    public async Task Retry(string person, CancellationToken stop)
    {
        const string troubled = "bureau = @bureauId AND state IN ('Unreachable', 'Failed') AND person = @person";
        var values = new { bureauId, person };
        if (await First($"SELECT case_id FROM slots WHERE {troubled} LIMIT 1", values, Rows.Text, stop) is null) return;
        await Change($"UPDATE slots SET state = 'Idle', attempts = 0, next_attempt = NULL WHERE {troubled}", values, stop);
        SlotsDue?.Invoke();
    }

    /// <summary>The same for open cases alone: whoever comes late is not shown what ended before.</summary>
    public Task<int> ReopenOpen(Contact seen, CancellationToken stop) => Reopen(
        seen, "AND EXISTS (SELECT 1 FROM cases c WHERE c.bureau = slots.bureau AND c.id = slots.case_id AND c.open = 1)", stop);

    private async Task<int> Reopen(Contact seen, string within, CancellationToken stop)
    {
        var affected = $"""
            bureau = @bureauId AND person = @Person AND (state IN ('Unreachable', 'Failed')
              OR (service_url <> @ServiceUrl AND conversation_id = @ConversationId)
              OR (conversation_id <> @ConversationId
                AND EXISTS (SELECT 1 FROM cases c WHERE c.bureau = slots.bureau AND c.id = slots.case_id AND c.open = 1)))
              {within}
            """;
        var values = new { bureauId, seen.Person, seen.ServiceUrl, seen.ConversationId };
        // Nearly always empty: a read spares the writer.
        if (await First($"SELECT case_id FROM slots WHERE {affected} LIMIT 1", values, Rows.Text, stop) is null)
            return 0;
        var changed = await Change(
            $"""
            UPDATE slots SET state = CASE WHEN state = 'Held' THEN state ELSE 'Idle' END, attempts = 0, next_attempt = NULL, service_url = @ServiceUrl,
              delivered = CASE WHEN conversation_id <> @ConversationId THEN 0 ELSE delivered END,
              message_id = CASE WHEN conversation_id <> @ConversationId THEN NULL ELSE message_id END,
              retired_id = CASE WHEN conversation_id <> @ConversationId THEN NULL ELSE retired_id END,
              conversation_id = @ConversationId
            WHERE {affected}
            """,
            values, stop);
        SlotsDue?.Invoke();
        return changed;
    }

    /// <summary>The first person of a bureau has turned up, and with them a way to open conversations: who had none can be tried again.</summary>
    public async Task ReopenUntried(CancellationToken stop)
    {
        await Change(
            "UPDATE slots SET state = 'Idle', attempts = 0, next_attempt = NULL WHERE bureau = @bureauId AND state = 'Unreachable' AND last_error = @NobodyKnown",
            new { bureauId, NobodyKnown }, stop);
        SlotsDue?.Invoke();
    }

    /// <summary>Why a slot waits for the bureau's first contact.</summary>
    public const string NobodyKnown = "nobody of the bureau has spoken to the bot yet";

    /// <summary>The person wants everything at once again: what was held back of open cases is posted, without ringing.</summary>
    /// <remarks>What ended meanwhile is not brought up again; whatever happens to it next is.</remarks>
    public async Task<int> ReleaseHeld(string person, CancellationToken stop)
    {
        var changed = await Change(
            """
            UPDATE slots SET state = 'Idle' WHERE bureau = @bureauId AND person = @person AND state = 'Held'
              AND EXISTS (SELECT 1 FROM cases c WHERE c.bureau = slots.bureau AND c.id = slots.case_id AND c.open = 1)
            """,
            new { bureauId, person }, stop);
        if (changed > 0) SlotsDue?.Invoke();
        return changed;
    }

    /// <summary>Person ids; who has cards of open cases held back.</summary>
    public async Task<IReadOnlyList<string>> PeopleHeldFor(CancellationToken stop) => await All(
        """
        SELECT DISTINCT s.person FROM slots s JOIN cases c ON c.bureau = s.bureau AND c.id = s.case_id
        WHERE s.bureau = @bureauId AND s.state = 'Held' AND c.open = 1 ORDER BY s.person
        """,
        new { bureauId }, Rows.Text, stop);

    /// <summary>Person ids; whose card of the case has not arrived as it should now be.</summary>
    public async Task<IReadOnlyList<string>> Behind(string caseId, CancellationToken stop) => await All(
        "SELECT person FROM slots WHERE bureau = @bureauId AND case_id = @caseId AND delivered < wanted ORDER BY person",
        new { bureauId, caseId }, Rows.Text, stop);

    /// <summary>The clicked message becomes the person's live card of the case; the one before is left to be blanked.</summary>
    public async Task Adopt(string caseId, ClickedCard card, CancellationToken stop)
    {
        if (await Slot(caseId, card.Person, stop) is not { } slot || slot.MessageId == card.MessageId)
            return;
        await Change(AdoptSql, AdoptValues(caseId, card), stop);
        SlotsDue?.Invoke();
    }

    /// <remarks>Delivered starts at 0: what the click is answered with is seen on one device only, the edit reaches all.</remarks>
    private const string AdoptSql = """
        UPDATE slots SET service_url = @ServiceUrl, conversation_id = @ConversationId, message_id = @MessageId,
          retired_id = COALESCE(message_id, retired_id), delivered = 0, attempts = 0, next_attempt = NULL, last_error = NULL,
          state = CASE WHEN state = 'Sending' THEN state ELSE 'Idle' END
        WHERE bureau = @bureauId AND case_id = @caseId AND person = @Person AND COALESCE(message_id, '') <> @MessageId
          AND NOT EXISTS (SELECT 1 FROM slots o WHERE o.bureau = @bureauId AND o.person = @Person AND o.message_id = @MessageId)
        """;

    private object AdoptValues(string caseId, ClickedCard card) =>
        new { bureauId, caseId, card.Person, card.ServiceUrl, card.ConversationId, card.MessageId };

    private const string DeliveredNow = """
        delivered = CASE WHEN @version > delivered THEN @version ELSE delivered END,
        state = 'Idle', attempts = 0, next_attempt = NULL, last_error = NULL
        """;

    /// <returns>False where the turn is lost.</returns>
    private async Task<bool> ChangeSlot(string set, object values, CancellationToken stop)
    {
        const string one = "bureau = @bureauId AND case_id = @caseId AND person = @person";
        if (await Change($"UPDATE slots SET {set} WHERE {one} {WithTurn}", values, stop) == 1) return true;
        if (dialect.IsShared && await First($"SELECT person FROM slots WHERE {one}", values, Rows.Text, stop) is not null) return false;
        throw new InvalidOperationException("There is no such slot.");
    }
}
