CREATE TABLE a (id BIGINT NOT NULL);
-- "quoted" \ tiếng Việt
