-- Versions of the list of holidays: each import is one, numbered from 1, and replaces the years that it names.
CREATE TABLE calendar_version (
  version  BIGINT NOT NULL PRIMARY KEY,
  position BIGINT NOT NULL
);
CREATE TABLE calendar_holiday (
  version BIGINT NOT NULL,
  day     BIGINT NOT NULL,
  kind    TEXT   NOT NULL,
  name    TEXT   NOT NULL,
  PRIMARY KEY (version, day)
);

-- Working time of an agency and of those below it that have none of their own. A text per weekday:
-- "07:30-11:30,13:00-17:00", with "counter " before it for sessions that make no working day; "" is closed.
CREATE TABLE calendar_hours (
  position   BIGINT NOT NULL PRIMARY KEY,
  agency     TEXT   NOT NULL,
  valid_from BIGINT NOT NULL,
  valid_to   BIGINT NOT NULL,
  monday     TEXT   NOT NULL,
  tuesday    TEXT   NOT NULL,
  wednesday  TEXT   NOT NULL,
  thursday   TEXT   NOT NULL,
  friday     TEXT   NOT NULL,
  saturday   TEXT   NOT NULL,
  sunday     TEXT   NOT NULL
);
