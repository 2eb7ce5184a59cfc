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
