-- Where the watch over each RSS or Atom feed stands, so that a restart neither forgets nor hurries; its entries become cases.
-- lease: whoever fetches it now, until lease_until at the latest; began: the first success, before which little is taken in.
CREATE TABLE feeds (
  bureau TEXT NOT NULL,
  url TEXT NOT NULL,
  due TEXT NOT NULL,
  etag TEXT,
  modified TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  began TEXT,
  last_success TEXT,
  fault TEXT,
  taken INTEGER NOT NULL DEFAULT 0,
  lease TEXT,
  lease_until TEXT,
  PRIMARY KEY (bureau, url)
) STRICT;
