-- Pictures as readers get them: a file of record_file, by its hash, encoded anew in a few sizes. Derived: made again from
-- the files. width, height: of the largest.
CREATE TABLE picture (
  hash   TEXT   NOT NULL PRIMARY KEY,
  width  BIGINT NOT NULL,
  height BIGINT NOT NULL
);

-- format: 'webp', 'jpg'.
CREATE TABLE picture_variant (
  hash   TEXT   NOT NULL,
  width  BIGINT NOT NULL,
  format TEXT   NOT NULL,
  height BIGINT NOT NULL,
  bytes  BLOB   NOT NULL,
  PRIMARY KEY (hash, width, format)
);

-- Which record shows which picture to everybody, right now. Derived from the records; without a row nobody but staff sees it.
CREATE TABLE picture_shown (
  hash   TEXT   NOT NULL,
  record BIGINT NOT NULL,
  PRIMARY KEY (hash, record)
);
CREATE INDEX picture_shown_record ON picture_shown (record);
