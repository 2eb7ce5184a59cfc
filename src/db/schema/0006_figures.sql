-- Followers fold the journal in order and remember how far they came; all they keep can be thrown away and made anew.
CREATE TABLE follower (
  name     TEXT   NOT NULL PRIMARY KEY,
  position BIGINT NOT NULL
);

-- Sums of steps by agency, procedure (0: all of the agency) and day; last_second is that of the day's last step.
CREATE TABLE figure_day (
  agency      BIGINT NOT NULL,
  procedure   BIGINT NOT NULL,
  day         BIGINT NOT NULL,
  last_second BIGINT NOT NULL,
  totals      BLOB   NOT NULL,
  PRIMARY KEY (agency, procedure, day)
);

-- Days on which a procedure accepted dossiers online: answers which services have dossiers.
CREATE TABLE figure_online (
  agency    BIGINT NOT NULL,
  procedure BIGINT NOT NULL,
  day       BIGINT NOT NULL,
  accepted  BIGINT NOT NULL,
  PRIMARY KEY (agency, procedure, day)
);

-- Every step, packed, in the order of the journal: for questions within a day, as known at a time, and for lists.
CREATE TABLE figure_chunk (
  agency         BIGINT NOT NULL,
  number         BIGINT NOT NULL,
  first_position BIGINT NOT NULL,
  last_position  BIGINT NOT NULL,
  steps          BLOB   NOT NULL,
  PRIMARY KEY (agency, number)
);
