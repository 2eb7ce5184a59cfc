-- What this province is, one word each; not part of the journal. "synthetic" = "1": made by motcua demo.
CREATE TABLE setting (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);
