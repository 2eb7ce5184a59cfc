-- Files that people gave as evidence with a step of a record. Entries of the journal name them by hash: SHA-256 of the
-- bytes, 64 hexadecimal digits. Not derived: what is lost here is lost.
CREATE TABLE record_file (
  hash  TEXT   NOT NULL PRIMARY KEY,
  size  BIGINT NOT NULL,
  bytes BLOB   NOT NULL
);
