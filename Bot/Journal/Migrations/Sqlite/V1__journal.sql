-- Times are UTC text of fixed width (2026-01-31T08:00:00.0000000Z), so that they sort as they read.
-- Yes/no is 1/0. Every row names its bureau.

CREATE TABLE cases (
  bureau TEXT NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  owner TEXT NOT NULL,
  section TEXT NOT NULL,
  status TEXT NOT NULL,
  open INTEGER NOT NULL,
  words TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (bureau, id)
) STRICT;

CREATE INDEX cases_owned ON cases (bureau, owner, updated_at);
CREATE INDEX cases_recent ON cases (bureau, updated_at);

CREATE TABLE events (
  bureau TEXT NOT NULL,
  case_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  type TEXT NOT NULL,
  body TEXT NOT NULL,
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (bureau, case_id, version),
  FOREIGN KEY (bureau, case_id) REFERENCES cases (bureau, id)
) STRICT;

CREATE TRIGGER events_never_change BEFORE UPDATE ON events
BEGIN
  SELECT RAISE(ABORT, 'events are never changed');
END;

CREATE TRIGGER events_never_go BEFORE DELETE ON events
BEGIN
  SELECT RAISE(ABORT, 'events are never deleted');
END;

CREATE TABLE once_keys (
  bureau TEXT NOT NULL,
  once_key TEXT NOT NULL,
  case_id TEXT NOT NULL,
  PRIMARY KEY (bureau, once_key),
  FOREIGN KEY (bureau, case_id) REFERENCES cases (bureau, id)
) STRICT;

CREATE TABLE slots (
  bureau TEXT NOT NULL,
  case_id TEXT NOT NULL,
  person TEXT NOT NULL,
  wanted INTEGER NOT NULL,
  delivered INTEGER NOT NULL DEFAULT 0,
  alert_wanted INTEGER NOT NULL DEFAULT 0,
  alerted INTEGER NOT NULL DEFAULT 0,
  must_act INTEGER NOT NULL,
  service_url TEXT,
  conversation_id TEXT,
  message_id TEXT,
  retired_id TEXT,
  state TEXT NOT NULL DEFAULT 'Idle',
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt TEXT,
  last_error TEXT,
  PRIMARY KEY (bureau, case_id, person),
  FOREIGN KEY (bureau, case_id) REFERENCES cases (bureau, id)
) STRICT;

-- Word for word the condition and order of CaseJournal.StaleSlots: the index holds only what is still to be delivered,
-- and gives each person's next in one step however much is waiting.
CREATE INDEX slots_stale ON slots (bureau, person, (alert_wanted <= alerted), COALESCE(next_attempt, ''), case_id)
  WHERE (wanted > delivered OR alert_wanted > alerted OR retired_id IS NOT NULL)
    AND state <> 'Failed' AND (state <> 'Unreachable' OR next_attempt IS NOT NULL);
CREATE INDEX slots_of_person ON slots (bureau, person, must_act);
CREATE INDEX slots_by_state ON slots (bureau, state, person);

CREATE TABLE timers (
  bureau TEXT NOT NULL,
  case_id TEXT NOT NULL,
  name TEXT NOT NULL,
  due TEXT NOT NULL,
  PRIMARY KEY (bureau, case_id, name),
  FOREIGN KEY (bureau, case_id) REFERENCES cases (bureau, id)
) STRICT;

CREATE INDEX timers_due ON timers (bureau, due);

-- seen counts up with every change, so that the newest is known without a clock; gone: the person removed the bot.
CREATE TABLE contacts (
  bureau TEXT NOT NULL,
  person TEXT NOT NULL,
  service_url TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  seen INTEGER NOT NULL,
  gone INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (bureau, person)
) STRICT;

CREATE INDEX contacts_seen ON contacts (bureau, seen);
