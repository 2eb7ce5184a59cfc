-- How agencies are reached, as the newest step of their record of the kind "contact" says it (src/office/). Derived.
CREATE TABLE contact (
  record    BIGINT NOT NULL PRIMARY KEY,
  agency    TEXT   NOT NULL UNIQUE,
  is_valid  BIGINT NOT NULL,
  address   TEXT   NOT NULL,
  phone     TEXT   NOT NULL,
  email     TEXT   NOT NULL,
  website   TEXT   NOT NULL,
  note      TEXT   NOT NULL,
  changed   BIGINT NOT NULL
);
