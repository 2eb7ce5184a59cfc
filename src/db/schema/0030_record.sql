-- Records (plans, inspections, reports, score sheets). All derived from the journal. number is 1 + the position of the
-- record's first entry. Days count from 1970-01-01; 0: none.
CREATE TABLE record (
  number  BIGINT NOT NULL PRIMARY KEY,
  kind    TEXT   NOT NULL,
  agency  TEXT   NOT NULL,
  state   TEXT   NOT NULL,
  version BIGINT NOT NULL,
  year    BIGINT NOT NULL,
  day     BIGINT NOT NULL,
  title   TEXT   NOT NULL
);
CREATE INDEX record_of_kind ON record (kind, day);

-- Which entries of the journal are a record's.
CREATE TABLE record_entry (
  record   BIGINT NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (record, position)
);
