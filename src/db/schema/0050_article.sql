-- Articles: news and pages of the house. All derived from the journal. Instants are seconds since the epoch; 0: none.
CREATE TABLE article (
  number    BIGINT NOT NULL PRIMARY KEY, -- of the record
  section   BIGINT NOT NULL,
  state     TEXT   NOT NULL,
  title     TEXT   NOT NULL, -- of what is being written
  slug      TEXT   NOT NULL, -- the newest address; empty: never published
  changed   BIGINT NOT NULL,
  due       BIGINT NOT NULL, -- while scheduled
  withdrawn BIGINT NOT NULL,
  why       TEXT   NOT NULL  -- it was withdrawn
);
CREATE INDEX article_changed ON article (changed);

-- Every address that an article had.
CREATE TABLE article_slug (
  section BIGINT NOT NULL,
  slug    TEXT   NOT NULL,
  article BIGINT NOT NULL,
  PRIMARY KEY (section, slug)
);

-- What readers see: only of articles that are public.
CREATE TABLE article_public (
  article   BIGINT NOT NULL PRIMARY KEY,
  section   BIGINT NOT NULL,
  category  BIGINT NOT NULL,
  title     TEXT   NOT NULL,
  opening   TEXT   NOT NULL,
  body      TEXT   NOT NULL,
  author    TEXT   NOT NULL,
  source    TEXT   NOT NULL,
  published BIGINT NOT NULL,
  updated   BIGINT NOT NULL
);
CREATE INDEX article_published ON article_public (section, published);

CREATE TABLE article_picture (
  article BIGINT NOT NULL,
  item    BIGINT NOT NULL,
  file    TEXT   NOT NULL, -- its hash; empty: a frame without a picture
  alt     TEXT   NOT NULL,
  caption TEXT   NOT NULL,
  absence TEXT   NOT NULL,
  PRIMARY KEY (article, item)
);

CREATE TABLE article_attachment (
  article BIGINT NOT NULL,
  item    BIGINT NOT NULL,
  file    TEXT   NOT NULL,
  name    TEXT   NOT NULL, -- as it was sent
  label   TEXT   NOT NULL,
  PRIMARY KEY (article, item)
);

CREATE TABLE article_note (
  article BIGINT NOT NULL,
  item    BIGINT NOT NULL,
  noted   BIGINT NOT NULL,
  note    TEXT   NOT NULL,
  PRIMARY KEY (article, item)
);
