-- A held slot (state Held) waits for the person's digest: nothing is posted until something that cannot wait, or they themselves, release it.
-- news_at: when news that nobody rang them for last came; null once they were rung, or it no longer waits for them.
ALTER TABLE slots ADD COLUMN news_at TEXT;

CREATE INDEX slots_news ON slots (bureau, person, news_at) WHERE news_at IS NOT NULL;

-- Word for word the condition and order of CaseJournal.StaleSlots, as before, without what is held.
DROP INDEX slots_stale;
CREATE INDEX slots_stale ON slots (bureau, person, (alert_wanted <= alerted), COALESCE(next_attempt, ''), case_id)
  WHERE (wanted > delivered OR alert_wanted > alerted OR retired_id IS NOT NULL)
    AND state <> 'Failed' AND state <> 'Held' AND (state <> 'Unreachable' OR next_attempt IS NOT NULL);
