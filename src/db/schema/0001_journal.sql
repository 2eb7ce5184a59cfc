-- The journal: each accepted command appends one entry; nothing here is ever updated or deleted.
-- bytes is the public part in canonical form (docs/journal-format.md); dossier is the internal number or 0.
CREATE TABLE journal_entry (
  position BIGINT NOT NULL PRIMARY KEY,
  recorded BIGINT NOT NULL,
  dossier  BIGINT NOT NULL,
  bytes    BLOB   NOT NULL
);
CREATE INDEX journal_entry_dossier ON journal_entry (dossier, position) WHERE dossier > 0;

-- What an entry only commits to: one row per person. Erasing a row leaves the journal valid.
CREATE TABLE journal_private (
  position BIGINT NOT NULL,
  subject  TEXT   NOT NULL,
  salt     BLOB   NOT NULL,
  data     TEXT   NOT NULL,
  PRIMARY KEY (position, subject)
);

-- Hashes of complete subtrees of 256^(level/8) leaves, so that the root of any prefix costs a few hundred rows.
CREATE TABLE journal_node (
  level  BIGINT NOT NULL,
  number BIGINT NOT NULL,
  hash   BLOB   NOT NULL,
  PRIMARY KEY (level, number)
);
