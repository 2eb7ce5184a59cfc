-- What was erased of the private parts, so that a part that is missing without a row here is known to be lost.
CREATE TABLE journal_erased (
  position  BIGINT NOT NULL,
  subject   TEXT   NOT NULL,
  erased_at BIGINT NOT NULL,
  PRIMARY KEY (position, subject)
);

-- Each command that erased: about which dossier (its number), how many parts, why. Rows are only added.
CREATE TABLE erasure (
  number  BIGINT NOT NULL PRIMARY KEY,
  at      BIGINT NOT NULL,
  dossier BIGINT NOT NULL,
  parts   BIGINT NOT NULL,
  reason  TEXT   NOT NULL
);
