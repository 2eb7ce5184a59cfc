-- add(from_day, to_day, n, taken) exec
INSERT INTO visit_count (from_day, to_day, n, taken) VALUES ($1, $2, $3, $4)
ON CONFLICT (from_day, to_day) DO UPDATE SET n = visit_count.n + excluded.n, taken = visit_count.taken + excluded.taken;

-- between(from_day, to_day) one
SELECT COALESCE(SUM(n + taken), 0) AS n FROM visit_count WHERE from_day >= $1 AND to_day <= $2;

-- total() one
SELECT COALESCE(SUM(n + taken), 0) AS n FROM visit_count;

-- all() many
SELECT to_day, n, taken FROM visit_count ORDER BY to_day DESC;
