-- Visits of public pages from one day to another, both counted; our own counts have one row a day (from_day = to_day). taken:
-- visits taken over from another portal, which may know no more than a month.
CREATE TABLE visit_count (
  from_day BIGINT NOT NULL,
  to_day   BIGINT NOT NULL,
  n        BIGINT NOT NULL,
  taken    BIGINT NOT NULL,
  PRIMARY KEY (from_day, to_day)
);
