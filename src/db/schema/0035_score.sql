-- Sets of criteria: which journal entries are the components of a version of a set, in order.
CREATE TABLE score_component (
  set_code TEXT   NOT NULL,
  version  BIGINT NOT NULL,
  place    BIGINT NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (set_code, version, place)
);

-- Results of score sheets, for rankings and comparisons. All derived from the journal (record). number is the
-- sheet's; points are hundredths of a point; without: components that have no points yet.
CREATE TABLE score_result (
  number   BIGINT NOT NULL PRIMARY KEY,
  set_code TEXT   NOT NULL,
  version  BIGINT NOT NULL,
  year     BIGINT NOT NULL,
  agency   TEXT   NOT NULL,
  state    TEXT   NOT NULL,
  bonus    BIGINT NOT NULL,
  penalty  BIGINT NOT NULL,
  result   BIGINT NOT NULL,
  without  BIGINT NOT NULL
);
CREATE INDEX score_result_of_year ON score_result (set_code, year);
CREATE TABLE score_area (
  number BIGINT NOT NULL,
  area   BIGINT NOT NULL,
  self   BIGINT NOT NULL,
  first  BIGINT NOT NULL,
  second BIGINT NOT NULL,
  result BIGINT NOT NULL,
  PRIMARY KEY (number, area)
);
