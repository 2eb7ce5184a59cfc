-- Dossiers as they are now: for look-ups and lists. Derived from the journal, which is what holds (dossier_load folds
-- it); no personal data. number is 1 + the journal position of the first entry. 0: no such moment yet.
CREATE TABLE dossier (
  code              TEXT   NOT NULL UNIQUE,
  number            BIGINT NOT NULL,
  version           BIGINT NOT NULL,
  agency            TEXT   NOT NULL,
  procedure         TEXT   NOT NULL,
  procedure_version BIGINT NOT NULL,
  channel           TEXT   NOT NULL,
  state             TEXT   NOT NULL,
  outcome           TEXT   NOT NULL,
  submitted_at      BIGINT NOT NULL,
  accepted_at       BIGINT NOT NULL,
  ended_at          BIGINT NOT NULL,
  returned_at       BIGINT NOT NULL,
  first_due         TEXT   NOT NULL,
  due               TEXT   NOT NULL
);
CREATE INDEX dossier_of_agency ON dossier (agency, accepted_at);

-- The highest daily number used of each prefix (receiving agency) and day of reception.
CREATE TABLE dossier_code_counter (
  prefix TEXT   NOT NULL,
  day    BIGINT NOT NULL,
  last   BIGINT NOT NULL,
  PRIMARY KEY (prefix, day)
);
