-- add_entry(record, position) exec
INSERT INTO record_entry (record, position) VALUES ($1, $2);

-- put(number, kind text, agency text, state text, version, year, day, title text) exec
INSERT INTO record (number, kind, agency, state, version, year, day, title) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (number) DO UPDATE SET agency = excluded.agency, state = excluded.state, version = excluded.version, year = excluded.year,
  day = excluded.day, title = excluded.title;

-- find(number, kind text) maybe
SELECT number, agency, state, version, year, day, title FROM record WHERE number = $1 AND kind = $2;

-- list(kind text, first_year, last_year, most) many
SELECT number, agency, state, version, year, day, title FROM record
WHERE kind = $1 AND year >= $2 AND year <= $3 ORDER BY day DESC, number DESC LIMIT $4;

-- entries(record) many
SELECT e.position, j.bytes FROM record_entry AS e JOIN journal_entry AS j ON j.position = e.position
WHERE e.record = $1 ORDER BY e.position;

-- parts(record) many
SELECT p.position, p.subject, p.data FROM record_entry AS e JOIN journal_private AS p ON p.position = e.position
WHERE e.record = $1 ORDER BY p.position, p.subject;

-- all(kind text) many
SELECT number FROM record WHERE kind = $1 ORDER BY number;

-- count(kind text) one
SELECT COUNT(*) AS n FROM record WHERE kind = $1;

-- clear() exec
DELETE FROM record;

-- clear_entries() exec
DELETE FROM record_entry;

-- add_file(hash text, size, bytes blob) exec
INSERT INTO record_file (hash, size, bytes) VALUES ($1, $2, $3) ON CONFLICT (hash) DO NOTHING;

-- file(hash text) maybe
SELECT size, bytes FROM record_file WHERE hash = $1;

-- has_file(hash text) one
SELECT COUNT(*) AS n FROM record_file WHERE hash = $1;

-- files() many
SELECT hash, size, bytes FROM record_file ORDER BY hash;
