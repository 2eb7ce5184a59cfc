-- get(name text) maybe
SELECT value FROM setting WHERE name = $1;

-- set(name text, value text) exec
INSERT INTO setting (name, value) VALUES ($1, $2)
ON CONFLICT (name) DO UPDATE SET value = excluded.value;
