-- Derived from the entries of inspections (record.kind = 'inspection'); made anew by motcua rebuild.
-- When a unit sits with a team: two sessions of one unit may not overlap. Instants in seconds.
CREATE TABLE inspection_session (
  inspection BIGINT NOT NULL PRIMARY KEY,
  unit       TEXT   NOT NULL,
  began      BIGINT NOT NULL,
  ended      BIGINT NOT NULL
);

-- Recommendations of all inspections, for the lists of what is open. Days count from 1970-01-01.
CREATE TABLE inspection_recommendation (
  inspection BIGINT NOT NULL,
  number     BIGINT NOT NULL,
  unit       TEXT   NOT NULL,
  owner      TEXT   NOT NULL,
  state      BIGINT NOT NULL,
  deadline   BIGINT NOT NULL,
  PRIMARY KEY (inspection, number)
);

-- Which inspections came from a plan.
CREATE TABLE inspection_of_plan (
  inspection BIGINT NOT NULL PRIMARY KEY,
  plan       BIGINT NOT NULL,
  unit       TEXT   NOT NULL,
  state      TEXT   NOT NULL
);
