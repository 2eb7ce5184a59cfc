-- get(day) maybe
SELECT bytes FROM visitor_key WHERE day = $1;

-- put(day, bytes blob) exec
INSERT INTO visitor_key (day, bytes) VALUES ($1, $2);

-- forget(day) exec
DELETE FROM visitor_key WHERE day <> $1;

-- count_others(day) one
SELECT COUNT(*) AS n FROM visitor_key WHERE day <> $1;
