-- Versions of agencies; rows are only added. A later position with the same code and valid_from corrects the
-- earlier one. Days count from 1970-01-01; 0 is "since ever" and "until further notice".
CREATE TABLE agency_version (
  position   BIGINT NOT NULL PRIMARY KEY,
  code       TEXT   NOT NULL,
  name       TEXT   NOT NULL,
  short_name TEXT   NOT NULL,
  level      TEXT   NOT NULL,
  kind       TEXT   NOT NULL,
  parent     TEXT   NOT NULL,
  successor  TEXT   NOT NULL,
  valid_from BIGINT NOT NULL,
  valid_to   BIGINT NOT NULL,
  note       TEXT   NOT NULL
);
