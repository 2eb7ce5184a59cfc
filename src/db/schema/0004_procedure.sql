-- Versions of procedures; rows are only added. A later position with the same code and effective_from corrects the
-- earlier one. position identifies the version: dossiers keep it. Days as in agency_version; processing_n 0 is none
-- given; cutoff is the minute of the day + 1, 0 for none; fee_vnd -1 is unknown, which is not free.
CREATE TABLE procedure_version (
  position        BIGINT NOT NULL PRIMARY KEY,
  code            TEXT   NOT NULL,
  name            TEXT   NOT NULL,
  field           TEXT   NOT NULL,
  agency          TEXT   NOT NULL,
  level           TEXT   NOT NULL,
  online_level    TEXT   NOT NULL,
  interagency     TEXT   NOT NULL,
  processing_n    BIGINT NOT NULL,
  processing_unit TEXT   NOT NULL,
  supplement_rule TEXT   NOT NULL,
  cutoff          BIGINT NOT NULL,
  fee_vnd         BIGINT NOT NULL,
  legal_basis     TEXT   NOT NULL,
  result          TEXT   NOT NULL,
  components      TEXT   NOT NULL,
  effective_from  BIGINT NOT NULL,
  effective_to    BIGINT NOT NULL,
  decision        TEXT   NOT NULL,
  decision_date   BIGINT NOT NULL,
  change          TEXT   NOT NULL,
  note            TEXT   NOT NULL
);
