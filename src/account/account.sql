-- add(number, login text, name text, agency text, password text, now, totp blob) exec
INSERT INTO account (number, login, name, agency, password, must_change, password_at, disabled, created_at, last_used,
  failures, locked_until, totp, totp_step)
VALUES ($1, $2, $3, $4, $5, 1, $6, 0, $6, $6, 0, 0, $7, 0);

-- next_number() one
SELECT COALESCE(MAX(number), 0) + 1 AS number FROM account;

-- get(number) maybe
SELECT number, login, name, agency, password, must_change, password_at, disabled, created_at, last_used, failures,
  locked_until, totp, totp_step FROM account WHERE number = $1;

-- number_of(login text) maybe
SELECT number FROM account WHERE login = $1;

-- all() many
SELECT number, login, name, agency, disabled, created_at, last_used, locked_until, length(totp) AS totp_bytes
FROM account ORDER BY login;

-- roles(account) many
SELECT role, agency, valid_from, valid_to FROM account_role WHERE account = $1 ORDER BY role, agency;

-- add_role(account, role text, agency text, valid_from, valid_to) exec
INSERT INTO account_role (account, role, agency, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5);

-- drop_role(account, role text, agency text) exec
DELETE FROM account_role WHERE account = $1 AND role = $2 AND agency = $3;

-- set_password(number, password text, must_change, now) exec
UPDATE account SET password = $2, must_change = $3, password_at = $4 WHERE number = $1;

-- must_change(number) exec
UPDATE account SET must_change = 1 WHERE number = $1;

-- set_disabled(number, disabled) exec
UPDATE account SET disabled = $2 WHERE number = $1;

-- open_again(number, now) exec
UPDATE account SET disabled = 0, last_used = $2, failures = 0, locked_until = 0 WHERE number = $1;

-- set_failures(number, failures, locked_until) exec
UPDATE account SET failures = $2, locked_until = $3 WHERE number = $1;

-- set_used(number, now) exec
UPDATE account SET last_used = $2, failures = 0, locked_until = 0 WHERE number = $1;

-- set_totp(number, totp blob, totp_step) exec
UPDATE account SET totp = $2, totp_step = $3 WHERE number = $1;

-- remember_password(account, number, password text) exec
INSERT INTO account_password (account, number, password) VALUES ($1, $2, $3);

-- passwords(account) many
SELECT number, password FROM account_password WHERE account = $1 ORDER BY number DESC;

-- forget_passwords(account, upto) exec
DELETE FROM account_password WHERE account = $1 AND number <= $2;

-- add_recovery(account, code blob) exec
INSERT INTO account_recovery (account, code) VALUES ($1, $2);

-- use_recovery(account, code blob) exec
DELETE FROM account_recovery WHERE account = $1 AND code = $2;

-- forget_recovery(account) exec
DELETE FROM account_recovery WHERE account = $1;

-- recovery_left(account) one
SELECT COUNT(*) AS n FROM account_recovery WHERE account = $1;

-- session_add(token blob, account, now, second_factor) exec
INSERT INTO account_session (token, account, started, used, second_factor) VALUES ($1, $2, $3, $3, $4);

-- session_find(token blob) maybe
SELECT account, started, used, second_factor FROM account_session WHERE token = $1;

-- session_use(token blob, now) exec
UPDATE account_session SET used = $2 WHERE token = $1 AND used < $2;

-- session_end(token blob) exec
DELETE FROM account_session WHERE token = $1;

-- session_end_all(account) exec
DELETE FROM account_session WHERE account = $1;

-- session_sweep(started_before) exec
DELETE FROM account_session WHERE started < $1;

-- session_count(account, used_since, started_since) one
SELECT COUNT(*) AS n FROM account_session WHERE account = $1 AND used >= $2 AND started >= $3;

-- audit_next() one
SELECT COALESCE(MAX(number), 0) + 1 AS number FROM account_audit;

-- audit(number, at, actor, account, action text, detail text, origin text) exec
INSERT INTO account_audit (number, at, actor, account, action, detail, origin) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- audit_of(account, most) many text(actor_login)
SELECT a.at, a.actor, a.action, a.detail, a.origin, COALESCE(b.login, '') AS actor_login
FROM account_audit AS a LEFT JOIN account AS b ON b.number = a.actor
WHERE a.account = $1 ORDER BY a.number DESC LIMIT $2;

-- delegation_next() one
SELECT COALESCE(MAX(number), 0) + 1 AS number FROM account_delegation;

-- delegation_add(number, delegator, delegate, role text, agency text, valid_from, valid_to, reason text, now) exec
INSERT INTO account_delegation (number, delegator, delegate, role, agency, valid_from, valid_to, reason, made_at,
  revoked_at, revoked_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0);

-- delegation_get(number) maybe
SELECT delegator, delegate, role, agency, revoked_at FROM account_delegation WHERE number = $1;

-- delegation_revoke(number, now, account) exec
UPDATE account_delegation SET revoked_at = $2, revoked_by = $3 WHERE number = $1;

-- lent(delegator) many
SELECT role, agency, valid_from, valid_to FROM account_delegation WHERE delegator = $1 AND revoked_at = 0;

-- borrowed(delegate, today) many
SELECT d.role, d.agency, d.valid_from, d.valid_to, r.valid_from AS held_from, r.valid_to AS held_to, d.delegator,
  a.name
FROM account_delegation AS d JOIN account AS a ON a.number = d.delegator
JOIN account_role AS r ON r.account = d.delegator AND r.role = d.role AND r.agency = d.agency
WHERE d.delegate = $1 AND d.revoked_at = 0 AND a.disabled = 0 AND d.valid_to >= $2 ORDER BY d.number;

-- delegations(account, most) many
SELECT d.number, d.delegator, d.delegate, a.name AS delegator_name, b.name AS delegate_name, d.role, d.agency,
  d.valid_from, d.valid_to, d.reason, d.made_at, d.revoked_at
FROM account_delegation AS d JOIN account AS a ON a.number = d.delegator JOIN account AS b ON b.number = d.delegate
WHERE d.delegator = $1 OR d.delegate = $1 ORDER BY d.number DESC LIMIT $2;
