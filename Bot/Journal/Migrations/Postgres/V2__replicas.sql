-- Several processes on one journal. Who is alive, by this server's clock: what a process holds counts while its row here has not run out.
CREATE TABLE replicas (
  bureau bytewise NOT NULL,
  id bytewise NOT NULL,
  until TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (bureau, id)
);

-- Whose turn it is to bring a person their cards: one process at a time, so that a conversation keeps its order.
CREATE TABLE turns (
  bureau bytewise NOT NULL,
  person bytewise NOT NULL,
  replica bytewise,
  PRIMARY KEY (bureau, person)
);

-- Which process is working off the timer.
ALTER TABLE timers ADD COLUMN taken_by bytewise;

-- Which transaction wrote the event: others find by it what was committed since they last looked.
ALTER TABLE events ADD COLUMN tx xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX events_since ON events (bureau, tx);
CREATE INDEX once_keys_of_case ON once_keys (bureau, case_id);
