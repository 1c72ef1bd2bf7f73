-- Files that were sent in chat, so that each is taken in once and none is kept for ever; the files themselves lie in the document store.
CREATE TABLE arrivals (
  bureau TEXT NOT NULL,
  id TEXT NOT NULL,
  person TEXT NOT NULL,
  at TEXT NOT NULL,
  settled INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (bureau, id)
) STRICT;

CREATE INDEX arrivals_old ON arrivals (bureau, at);
