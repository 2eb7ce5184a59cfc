-- Regimes of periodic reports: versions, each brought by a journal entry ("report_regime.version"). Days count from
-- 1970-01-01; 0: none.
CREATE TABLE report_regime (
  position   BIGINT NOT NULL PRIMARY KEY,
  code       TEXT   NOT NULL,
  name       TEXT   NOT NULL,
  series     TEXT   NOT NULL,
  period     TEXT   NOT NULL,
  owes       TEXT   NOT NULL,
  receiver   TEXT   NOT NULL,
  due_day    BIGINT NOT NULL,
  due_months BIGINT NOT NULL,
  roll       TEXT   NOT NULL,
  outline    TEXT   NOT NULL,
  trust      TEXT   NOT NULL,
  basis      TEXT   NOT NULL,
  note       TEXT   NOT NULL,
  valid_from BIGINT NOT NULL,
  valid_to   BIGINT NOT NULL
);

-- Which report was made for which obligation, and how far it is. Derived from the journal, as the table "record" is.
CREATE TABLE report (
  number       BIGINT NOT NULL PRIMARY KEY,
  regime       TEXT   NOT NULL,
  name         TEXT   NOT NULL,
  series       TEXT   NOT NULL,
  year         BIGINT NOT NULL,
  turn         BIGINT NOT NULL,
  agency       TEXT   NOT NULL,
  state        TEXT   NOT NULL,
  first_day    BIGINT NOT NULL,
  last_day     BIGINT NOT NULL,
  from_day     BIGINT NOT NULL,
  to_day       BIGINT NOT NULL,
  due_day      BIGINT NOT NULL,
  versions     BIGINT NOT NULL,
  consolidated BIGINT NOT NULL
);
CREATE UNIQUE INDEX report_of_obligation ON report (agency, year, regime, turn);

-- Reminders that were sent, for the same. Derived too.
CREATE TABLE report_reminder (
  number BIGINT NOT NULL PRIMARY KEY,
  regime TEXT   NOT NULL,
  year   BIGINT NOT NULL,
  turn   BIGINT NOT NULL,
  agency TEXT   NOT NULL,
  day    BIGINT NOT NULL
);
CREATE INDEX report_reminder_of ON report_reminder (agency, year, regime, turn);
