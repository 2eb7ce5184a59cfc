-- add(position, code text, name text, short_name text, level text, kind text, parent text, successor text,
--	valid_from, valid_to, note text) exec
INSERT INTO agency_version
 (position, code, name, short_name, level, kind, parent, successor, valid_from, valid_to, note)
 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- count() one
SELECT COUNT(*) AS n FROM agency_version;

-- all() many
SELECT position, code, name, short_name, level, kind, parent, successor, valid_from, valid_to, note
 FROM agency_version ORDER BY position;

-- clear() exec
DELETE FROM agency_version;
