-- The same tables as SQLite's, whose own migrations say what each is for; every row names its bureau.
-- Times are UTC text of fixed width, which must sort as it reads: by its bytes, whatever language the server speaks.
CREATE DOMAIN bytewise AS TEXT COLLATE "C";

-- The number of a case in the index of words; it rises with every change of its words, so that its order is nearly the order of time.
CREATE SEQUENCE case_seq;

CREATE TABLE cases (
  bureau bytewise NOT NULL,
  id bytewise NOT NULL,
  kind bytewise NOT NULL,
  version BIGINT NOT NULL,
  number bytewise NOT NULL,
  title TEXT NOT NULL,
  owner bytewise NOT NULL,
  section bytewise NOT NULL,
  status TEXT NOT NULL,
  open BIGINT NOT NULL,
  words bytewise NOT NULL,
  attribute bytewise,
  place bytewise,
  since bytewise,
  due bytewise,
  updated_at bytewise NOT NULL,
  seq BIGINT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  PRIMARY KEY (bureau, id)
);

CREATE INDEX cases_owned ON cases (bureau, owner, updated_at, id);
CREATE INDEX cases_recent ON cases (bureau, updated_at, id);
CREATE INDEX cases_numbered ON cases (bureau, number);
CREATE INDEX cases_of_kind ON cases (bureau, kind);
CREATE INDEX cases_of_section ON cases (bureau, section);
CREATE INDEX cases_at_place ON cases (bureau, place) WHERE place IS NOT NULL;
CREATE INDEX cases_due ON cases (bureau, due) WHERE due IS NOT NULL;
CREATE INDEX cases_open ON cases (bureau, updated_at, id) WHERE open = 1;

CREATE TABLE events (
  bureau bytewise NOT NULL,
  case_id bytewise NOT NULL,
  version BIGINT NOT NULL,
  type TEXT NOT NULL,
  body TEXT NOT NULL,
  actor TEXT NOT NULL,
  at bytewise NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (bureau, case_id, version),
  FOREIGN KEY (bureau, case_id) REFERENCES cases (bureau, id)
);

CREATE FUNCTION events_stand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are never changed and never deleted';
END $$;

CREATE TRIGGER events_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION events_stand();

CREATE TABLE once_keys (
  bureau bytewise NOT NULL,
  once_key bytewise NOT NULL,
  case_id bytewise NOT NULL,
  PRIMARY KEY (bureau, once_key),
  FOREIGN KEY (bureau, case_id) REFERENCES cases (bureau, id)
);

CREATE TABLE slots (
  bureau bytewise NOT NULL,
  case_id bytewise NOT NULL,
  person bytewise NOT NULL,
  wanted BIGINT NOT NULL,
  delivered BIGINT NOT NULL DEFAULT 0,
  alert_wanted BIGINT NOT NULL DEFAULT 0,
  alerted BIGINT NOT NULL DEFAULT 0,
  must_act BIGINT NOT NULL,
  service_url TEXT,
  conversation_id TEXT,
  message_id TEXT,
  retired_id TEXT,
  state bytewise NOT NULL DEFAULT 'Idle',
  attempts BIGINT NOT NULL DEFAULT 0,
  next_attempt bytewise,
  last_error bytewise,
  news_at bytewise,
  PRIMARY KEY (bureau, case_id, person),
  FOREIGN KEY (bureau, case_id) REFERENCES cases (bureau, id)
);

-- Word for word the condition and order of CaseJournal.StaleSlots: the index holds only what is still to be delivered,
-- and gives each person's next in one step however much is waiting.
CREATE INDEX slots_stale ON slots (bureau, person, (alert_wanted <= alerted), COALESCE(next_attempt, ''), case_id)
  WHERE (wanted > delivered OR alert_wanted > alerted OR retired_id IS NOT NULL)
    AND state <> 'Failed' AND state <> 'Held' AND (state <> 'Unreachable' OR next_attempt IS NOT NULL);
CREATE INDEX slots_of_person ON slots (bureau, person, must_act);
CREATE INDEX slots_by_state ON slots (bureau, state, person);
CREATE INDEX slots_news ON slots (bureau, person, news_at) WHERE news_at IS NOT NULL;

CREATE TABLE timers (
  bureau bytewise NOT NULL,
  case_id bytewise NOT NULL,
  name bytewise NOT NULL,
  due bytewise NOT NULL,
  PRIMARY KEY (bureau, case_id, name),
  FOREIGN KEY (bureau, case_id) REFERENCES cases (bureau, id)
);

CREATE INDEX timers_due ON timers (bureau, due);

CREATE TABLE contacts (
  bureau bytewise NOT NULL,
  person bytewise NOT NULL,
  service_url TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  seen BIGINT NOT NULL,
  gone BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (bureau, person)
);

CREATE INDEX contacts_seen ON contacts (bureau, seen);

CREATE TABLE arrivals (
  bureau bytewise NOT NULL,
  id bytewise NOT NULL,
  person bytewise NOT NULL,
  at bytewise NOT NULL,
  settled BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (bureau, id)
);

CREATE INDEX arrivals_old ON arrivals (bureau, at);

CREATE TABLE feeds (
  bureau bytewise NOT NULL,
  url bytewise NOT NULL,
  due bytewise NOT NULL,
  etag TEXT,
  modified TEXT,
  failures BIGINT NOT NULL DEFAULT 0,
  began bytewise,
  last_success bytewise,
  fault TEXT,
  taken BIGINT NOT NULL DEFAULT 0,
  lease TEXT,
  lease_until bytewise,
  PRIMARY KEY (bureau, url)
);

CREATE TABLE webhook_nonces (
  bureau bytewise NOT NULL,
  vendor bytewise NOT NULL,
  nonce bytewise NOT NULL,
  at bytewise NOT NULL,
  PRIMARY KEY (bureau, vendor, nonce)
);

CREATE INDEX webhook_nonces_old ON webhook_nonces (bureau, at);

-- 查: every character of the words, every pair of neighbours, and the trigrams of plain ASCII, whose pairs are all common.
-- Blanks are left out first: what stands on both sides of one counts as neighbours, and the comparison sorts it out.
CREATE FUNCTION word_pieces(words TEXT) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT COALESCE(array_to_tsvector(array_agg(DISTINCT piece)), '')
  FROM (SELECT replace(words, ' ', '') AS dense) t, generate_series(1, length(dense)) place,
    LATERAL (VALUES (substr(dense, place, 1)), (substr(dense, place, 2)), (CASE WHEN octet_length(substr(dense, place, 3)) = 3 THEN substr(dense, place, 3) END)) p (piece)
  WHERE piece IS NOT NULL
$$;

CREATE TABLE case_words (
  seq BIGINT PRIMARY KEY,
  pieces tsvector NOT NULL
);

CREATE INDEX case_words_pieces ON case_words USING gin (pieces);

CREATE FUNCTION case_words_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.seq = nextval('case_seq');
  RETURN NEW;
END $$;

CREATE FUNCTION case_words_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN DELETE FROM case_words WHERE seq = OLD.seq; END IF;
  IF TG_OP <> 'DELETE' THEN INSERT INTO case_words (seq, pieces) VALUES (NEW.seq, word_pieces(NEW.words)); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER case_words_first BEFORE INSERT ON cases FOR EACH ROW EXECUTE FUNCTION case_words_count();
CREATE TRIGGER case_words_next BEFORE UPDATE OF words ON cases FOR EACH ROW WHEN (OLD.words <> NEW.words) EXECUTE FUNCTION case_words_count();
CREATE TRIGGER case_words_new AFTER INSERT OR DELETE ON cases FOR EACH ROW EXECUTE FUNCTION case_words_follow();
CREATE TRIGGER case_words_changed AFTER UPDATE OF words ON cases FOR EACH ROW WHEN (OLD.words <> NEW.words) EXECUTE FUNCTION case_words_follow();
