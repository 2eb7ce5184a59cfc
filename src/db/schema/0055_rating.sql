-- Stars that readers gave to something, by its record. taken: how many of n were taken over from another portal.
CREATE TABLE rating (
  record BIGINT NOT NULL,
  stars  BIGINT NOT NULL,
  n      BIGINT NOT NULL,
  taken  BIGINT NOT NULL,
  PRIMARY KEY (record, stars)
);

-- Who voted today, so that a second vote changes the first; deleted when the day is over. client: keyed hash of the network
-- and the record, so that votes of one person for two records cannot be joined.
CREATE TABLE rating_vote (
  record BIGINT NOT NULL,
  client BLOB   NOT NULL,
  day    BIGINT NOT NULL,
  stars  BIGINT NOT NULL,
  PRIMARY KEY (record, client)
);
CREATE INDEX rating_vote_day ON rating_vote (day);
