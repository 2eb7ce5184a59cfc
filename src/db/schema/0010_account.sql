-- People who sign in. Not part of the journal: no figure and no deadline depends on them; what happens to them stands in
-- account_audit. Instants in seconds; 0: never. Secrets are hashed, but for totp, which the codes are computed from.
CREATE TABLE account (
  number       BIGINT NOT NULL PRIMARY KEY,
  login        TEXT   NOT NULL UNIQUE,
  name         TEXT   NOT NULL,
  agency       TEXT   NOT NULL,
  password     TEXT   NOT NULL,
  must_change  BIGINT NOT NULL,
  password_at  BIGINT NOT NULL,
  disabled     BIGINT NOT NULL,
  created_at   BIGINT NOT NULL,
  last_used    BIGINT NOT NULL,
  failures     BIGINT NOT NULL,
  locked_until BIGINT NOT NULL,
  totp         BLOB   NOT NULL,
  totp_step    BIGINT NOT NULL
);

-- A role at an agency ('': the whole province) from a day to a day, both included; 0: without that bound.
CREATE TABLE account_role (
  account    BIGINT NOT NULL,
  role       TEXT   NOT NULL,
  agency     TEXT   NOT NULL,
  valid_from BIGINT NOT NULL,
  valid_to   BIGINT NOT NULL,
  PRIMARY KEY (account, role, agency)
);

-- The last passwords, which may not come again.
CREATE TABLE account_password (
  account  BIGINT NOT NULL,
  number   BIGINT NOT NULL,
  password TEXT   NOT NULL,
  PRIMARY KEY (account, number)
);

-- Codes for who lost the authenticator; a row goes when its code is used.
CREATE TABLE account_recovery (
  account BIGINT NOT NULL,
  code    BLOB   NOT NULL,
  PRIMARY KEY (account, code)
);

-- token is the SHA-256 of what the browser holds. second_factor: 1 when its code was given.
CREATE TABLE account_session (
  token         BLOB   NOT NULL PRIMARY KEY,
  account       BIGINT NOT NULL,
  started       BIGINT NOT NULL,
  used          BIGINT NOT NULL,
  second_factor BIGINT NOT NULL
);
CREATE INDEX account_session_of ON account_session (account);

-- Who did what to whom, when, from where (a salted hash of the address; '' for the terminal). Rows are only added.
-- actor 0: a program or the terminal, or nobody who signed in.
CREATE TABLE account_audit (
  number  BIGINT NOT NULL PRIMARY KEY,
  at      BIGINT NOT NULL,
  actor   BIGINT NOT NULL,
  account BIGINT NOT NULL,
  action  TEXT   NOT NULL,
  detail  TEXT   NOT NULL,
  origin  TEXT   NOT NULL
);
CREATE INDEX account_audit_of ON account_audit (account, number);
