-- The index of what is public (src/search/): articles, legal documents, pages, answered feedback. Derived: each kind of record
-- writes its own part again in a rebuild. ref is the number of the record; day counts from 1970-01-01, 0: none.
CREATE TABLE search_doc (
  ref     BIGINT NOT NULL PRIMARY KEY,
  kind    BIGINT NOT NULL,
  day     BIGINT NOT NULL,
  title   TEXT   NOT NULL,
  address TEXT   NOT NULL,
  summary TEXT   NOT NULL,
  body    TEXT   NOT NULL
);
CREATE INDEX search_doc_of_kind ON search_doc (kind, day);

-- word: folded letters ("hoa"), or "=" and the letters with their marks. rank: where it stands (title, summary, body), then
-- the day of the document: one number, so that the best documents of a common word are the end of an index. shown: how the
-- document spells it.
CREATE TABLE search_word (
  word  TEXT   NOT NULL,
  doc   BIGINT NOT NULL,
  kind  BIGINT NOT NULL,
  rank  BIGINT NOT NULL,
  shown TEXT   NOT NULL,
  PRIMARY KEY (doc, word)
);
CREATE INDEX search_word_best ON search_word (word, kind, rank, doc);
