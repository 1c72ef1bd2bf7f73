-- What a search compares of a case, beside each other in one index: a case's own row carries its state, and reading thousands of those
-- is what made searches slow. SQLite keeps it in step and answers from it alone. It begins with the case's row in the index of words.
CREATE INDEX cases_sought ON cases (seq, bureau, id, updated_at, kind, number, owner, section, open, attribute, place, due, words);
DROP INDEX cases_seq;

-- The last changed first, so that a walk over them comes to cases_sought without reading a case's own row.
DROP INDEX cases_recent;
CREATE INDEX cases_recent ON cases (bureau, updated_at, id, seq);
DROP INDEX cases_owned;
CREATE INDEX cases_owned ON cases (bureau, owner, updated_at, id, seq);
DROP INDEX cases_open;
CREATE INDEX cases_open ON cases (bureau, updated_at, id, seq) WHERE open = 1;
