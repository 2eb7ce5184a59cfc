-- The key of today, with which addresses of visitors become numbers that mean nothing tomorrow: it is deleted then
-- (docs/decisions/0054-visitors-by-a-key-of-the-day.md). One row at most.
CREATE TABLE visitor_key (
  day   BIGINT NOT NULL PRIMARY KEY,
  bytes BLOB   NOT NULL
);
