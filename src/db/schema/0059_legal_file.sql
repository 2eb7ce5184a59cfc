-- Files of published documents (src/legal/), so that pages need not read their bytes. Derived. item is the file's number in the
-- record, type the ending of its kind ("pdf").
CREATE TABLE legal_file (
  doc  BIGINT NOT NULL,
  item BIGINT NOT NULL,
  hash TEXT   NOT NULL,
  size BIGINT NOT NULL,
  type TEXT   NOT NULL,
  PRIMARY KEY (doc, item)
);
