-- 查: which cases hold which words.
-- The case's state is by far its longest column. It goes last, so that what searches compare is read without it.
ALTER TABLE cases ADD COLUMN state_last TEXT NOT NULL DEFAULT '';
UPDATE cases SET state_last = state;
ALTER TABLE cases DROP COLUMN state;
ALTER TABLE cases RENAME COLUMN state_last TO state;

-- The case's row in the index; it rises with every change of its words, so that the index's own order is nearly the order of time.
-- (SQLite renumbers rows on VACUUM where they have no number of their own.)
ALTER TABLE cases ADD COLUMN seq INTEGER;
UPDATE cases SET seq = rowid;
CREATE UNIQUE INDEX cases_seq ON cases (seq);

-- Words written before as the journal folds them now: full width as half width, no brackets or quotation marks.
UPDATE cases SET words = (
  SELECT group_concat(CASE
      WHEN instr('()[]{}"＂''＇（）［］｛｝〔〕【】《》〈〉「」『』〖〗“”‘’', c) > 0 THEN ''
      WHEN unicode(c) = 12288 OR unicode(c) < 32 THEN ' '
      WHEN c IN ('‐', '‑', '–', '—', '−') THEN '-'
      WHEN unicode(c) BETWEEN 65281 AND 65374 THEN lower(char(unicode(c) - 65248))
      ELSE c END, '' ORDER BY key)
  FROM (SELECT key, substr(words, key + 1, 1) AS c FROM json_each('[0' || substr(replace(hex(zeroblob(length(words))), '00', ',0'), 3) || ']')))
WHERE words <> '';

-- Stock trigrams over text written twice: every character between two separators, so that the "trigrams" are each pair of neighbours and each
-- single character; then what is plain ASCII as it stands, so that numbers, whose pairs are all common, have trigrams of their own.
CREATE VIEW case_words_text AS SELECT seq, char(31) || (
  SELECT group_concat(c, char(31) ORDER BY key) || char(31) || group_concat(CASE WHEN unicode(c) < 128 THEN c ELSE char(31) END, '' ORDER BY key)
  FROM (SELECT key, substr(words, key + 1, 1) AS c FROM json_each('[0' || substr(replace(hex(zeroblob(length(words))), '00', ',0'), 3) || ']'))
  WHERE c <> ' ') AS text FROM cases;

-- The words themselves stand in cases.words; the index says only which rows to look at.
CREATE VIRTUAL TABLE case_words USING fts5 (text, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram case_sensitive 1');
INSERT INTO case_words (rowid, text) SELECT seq, text FROM case_words_text WHERE text IS NOT NULL;

CREATE TRIGGER case_words_new AFTER INSERT ON cases
BEGIN
  UPDATE cases SET seq = (SELECT COALESCE(MAX(seq), 0) + 1 FROM cases) WHERE rowid = new.rowid;
  INSERT INTO case_words (rowid, text) SELECT t.seq, t.text FROM case_words_text t
    WHERE t.seq = (SELECT seq FROM cases WHERE rowid = new.rowid) AND t.text IS NOT NULL;
END;

CREATE TRIGGER case_words_changed AFTER UPDATE OF words ON cases WHEN old.words <> new.words
BEGIN
  DELETE FROM case_words WHERE rowid = old.seq;
  UPDATE cases SET seq = (SELECT MAX(seq) + 1 FROM cases) WHERE rowid = new.rowid;
  INSERT INTO case_words (rowid, text) SELECT t.seq, t.text FROM case_words_text t
    WHERE t.seq = (SELECT seq FROM cases WHERE rowid = new.rowid) AND t.text IS NOT NULL;
END;

CREATE TRIGGER case_words_gone AFTER DELETE ON cases
BEGIN
  DELETE FROM case_words WHERE rowid = old.seq;
END;

-- What can be asked for beside words, where few have it; without the time, so that a step that leaves them alone need not touch them.
CREATE INDEX cases_numbered ON cases (bureau, number);
CREATE INDEX cases_of_kind ON cases (bureau, kind);
CREATE INDEX cases_of_section ON cases (bureau, section);
CREATE INDEX cases_at_place ON cases (bureau, place) WHERE place IS NOT NULL;
CREATE INDEX cases_due ON cases (bureau, due) WHERE due IS NOT NULL;
CREATE INDEX cases_open ON cases (bureau, updated_at) WHERE open = 1;
