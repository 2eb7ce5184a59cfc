-- Roles that somebody lends to somebody else while absent (ủy quyền khi vắng mặt): the delegator's own role at that agency
-- ('': the whole province) from a day to a day, both included. Rows are never deleted. revoked_at in seconds; 0: not revoked.
CREATE TABLE account_delegation (
  number     BIGINT NOT NULL PRIMARY KEY,
  delegator  BIGINT NOT NULL,
  delegate   BIGINT NOT NULL,
  role       TEXT   NOT NULL,
  agency     TEXT   NOT NULL,
  valid_from BIGINT NOT NULL,
  valid_to   BIGINT NOT NULL,
  reason     TEXT   NOT NULL,
  made_at    BIGINT NOT NULL,
  revoked_at BIGINT NOT NULL,
  revoked_by BIGINT NOT NULL
);
CREATE INDEX account_delegation_by ON account_delegation (delegator);
CREATE INDEX account_delegation_to ON account_delegation (delegate);
