-- Which signed requests of monitoring vendors were taken in, so that none is taken in twice; forgotten once their timestamp is too old to be accepted anyway.
CREATE TABLE webhook_nonces (
  bureau TEXT NOT NULL,
  vendor TEXT NOT NULL,
  nonce TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (bureau, vendor, nonce)
) STRICT;

CREATE INDEX webhook_nonces_old ON webhook_nonces (bureau, at);
