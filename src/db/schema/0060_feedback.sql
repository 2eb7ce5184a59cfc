-- Feedback (phản ánh, kiến nghị), one row each. All derived from the journal and what it seals. content, opinion,
-- conclusion, outcome, ground: 1 + the index of the word, 0: none. Times and days as everywhere, 0: not yet, none.
-- handle_due: the day by which to answer; due: of the clock that runs now. same: the hash of who says what, to know
-- a text that was sent twice. public_*: without personal data; empty unless published.
CREATE TABLE feedback (
  number        BIGINT NOT NULL PRIMARY KEY,
  code          TEXT   NOT NULL,
  year          BIGINT NOT NULL,
  counter       BIGINT NOT NULL,
  agency        TEXT   NOT NULL,
  state         TEXT   NOT NULL,
  channel       BIGINT NOT NULL,
  content       BIGINT NOT NULL,
  ground        BIGINT NOT NULL,
  sent_at       BIGINT NOT NULL,
  accepted_at   BIGINT NOT NULL,
  answered_at   BIGINT NOT NULL,
  published_at  BIGINT NOT NULL,
  due           BIGINT NOT NULL,
  handle_due    BIGINT NOT NULL,
  conclusion    BIGINT NOT NULL,
  outcome       BIGINT NOT NULL,
  opinion       BIGINT NOT NULL,
  merged_into   TEXT   NOT NULL,
  same          TEXT   NOT NULL,
  public_title  TEXT   NOT NULL,
  public_text   TEXT   NOT NULL,
  public_answer TEXT   NOT NULL
);
CREATE UNIQUE INDEX feedback_by_code ON feedback (code);
CREATE INDEX feedback_by_state ON feedback (state, due);
CREATE INDEX feedback_published ON feedback (published_at);
CREATE INDEX feedback_accepted ON feedback (accepted_at);
CREATE INDEX feedback_same ON feedback (same);
CREATE INDEX feedback_merged ON feedback (merged_into);
CREATE INDEX feedback_counter ON feedback (year, counter);
