-- Official documents (src/legal/) that are published. All derived from the journal. doc is the number of the record; key its
-- number and sign as addresses have it. Days count from 1970-01-01; 0: none. replaced, amended: the first day on which
-- another document that does so is in force.
CREATE TABLE legal_doc (
  doc      BIGINT NOT NULL PRIMARY KEY,
  key      TEXT   NOT NULL,
  sign     TEXT   NOT NULL,
  issued   BIGINT NOT NULL,
  year     BIGINT NOT NULL,
  issuer   TEXT   NOT NULL,
  kind     TEXT   NOT NULL,
  field    TEXT   NOT NULL,
  summary  TEXT   NOT NULL,
  agency   TEXT   NOT NULL,
  in_force BIGINT NOT NULL,
  ends     BIGINT NOT NULL,
  replaced BIGINT NOT NULL,
  amended  BIGINT NOT NULL,
  verified BIGINT NOT NULL,
  files    BIGINT NOT NULL
);
CREATE INDEX legal_doc_key ON legal_doc (key, doc);
CREATE INDEX legal_doc_newest ON legal_doc (issued, doc);

-- Documents that doc says it replaces (how 1) or amends (how 2), by their keys; day 0: of any day.
CREATE TABLE legal_link (
  doc BIGINT NOT NULL,
  how BIGINT NOT NULL,
  key TEXT   NOT NULL,
  day BIGINT NOT NULL,
  PRIMARY KEY (doc, how, key, day)
);
CREATE INDEX legal_link_to ON legal_link (key, how, doc);
