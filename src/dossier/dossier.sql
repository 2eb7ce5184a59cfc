-- insert(code text, number, version, agency text, procedure text, procedure_version, channel text, state text,
--   outcome text, submitted_at, accepted_at, ended_at, returned_at, first_due text, due text) exec
INSERT INTO dossier (code, number, version, agency, procedure, procedure_version, channel, state, outcome,
  submitted_at, accepted_at, ended_at, returned_at, first_due, due)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
ON CONFLICT (code) DO NOTHING;

-- update(code text, number, version, agency text, procedure text, procedure_version, channel text, state text,
--   outcome text, submitted_at, accepted_at, ended_at, returned_at, first_due text, due text) exec
UPDATE dossier SET version = $3, agency = $4, procedure = $5, procedure_version = $6, channel = $7, state = $8,
  outcome = $9, submitted_at = $10, accepted_at = $11, ended_at = $12, returned_at = $13, first_due = $14, due = $15
WHERE code = $1 AND number = $2 AND version = $3 - 1;

-- find(code text) maybe
SELECT code, number, version, agency, procedure, procedure_version, channel, state, outcome, submitted_at,
  accepted_at, ended_at, returned_at, first_due, due
FROM dossier WHERE code = $1;

-- list(agency text, before_accepted, before_code text, page) many
SELECT code, number, version, agency, procedure, procedure_version, channel, state, outcome, submitted_at,
  accepted_at, ended_at, returned_at, first_due, due
FROM dossier
WHERE agency = $1 AND accepted_at <= $2 AND (accepted_at < $2 OR code < $3)
ORDER BY accepted_at DESC, code DESC LIMIT $4;

-- alike(agency text, procedure text, accepted_at) many
SELECT code FROM dossier WHERE agency = $1 AND accepted_at = $3 AND procedure = $2 ORDER BY number;

-- count() one
SELECT COUNT(*) AS n FROM dossier;

-- clear() exec
DELETE FROM dossier;

-- raise_counter(prefix text, day, number) exec
INSERT INTO dossier_code_counter (prefix, day, last) VALUES ($1, $2, $3)
ON CONFLICT (prefix, day) DO UPDATE SET last = excluded.last WHERE excluded.last > dossier_code_counter.last;

-- counter(prefix text, day) maybe
SELECT last FROM dossier_code_counter WHERE prefix = $1 AND day = $2;

-- clear_counters() exec
DELETE FROM dossier_code_counter;

-- add_erasure(at, dossier, parts, reason text) exec
INSERT INTO erasure (number, at, dossier, parts, reason)
SELECT COALESCE(MAX(number), 0) + 1, $1, $2, $3, $4 FROM erasure;
