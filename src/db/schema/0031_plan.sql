-- Plans (src/plan/): what lists across plans need. All derived from the journal. plan is the number of the record; days
-- count from 1970-01-01, 0: none.
CREATE TABLE plan_head (
  plan      BIGINT NOT NULL PRIMARY KEY,
  sign      TEXT   NOT NULL,
  signed_on BIGINT NOT NULL
);

-- Tasks of reform plans that are still in their plan.
CREATE TABLE plan_task (
  plan     BIGINT NOT NULL,
  item     BIGINT NOT NULL,
  owner    TEXT   NOT NULL,
  area     BIGINT NOT NULL,
  title    TEXT   NOT NULL,
  due      BIGINT NOT NULL,
  percent  BIGINT NOT NULL,
  finished BIGINT NOT NULL,
  PRIMARY KEY (plan, item)
);
CREATE INDEX plan_task_due ON plan_task (due);

-- Units of inspection plans that are to be inspected. day 0: somewhen in the month.
CREATE TABLE plan_unit (
  plan  BIGINT NOT NULL,
  item  BIGINT NOT NULL,
  unit  TEXT   NOT NULL,
  month BIGINT NOT NULL,
  day   BIGINT NOT NULL,
  PRIMARY KEY (plan, item)
);
CREATE INDEX plan_unit_of ON plan_unit (unit);
