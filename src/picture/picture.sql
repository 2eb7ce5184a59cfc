-- put(hash text, width, height) exec
INSERT INTO picture (hash, width, height) VALUES ($1, $2, $3) ON CONFLICT (hash) DO NOTHING;

-- put_variant(hash text, width, height, format text, bytes blob) exec
INSERT INTO picture_variant (hash, width, height, format, bytes) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (hash, width, format) DO NOTHING;

-- find(hash text) maybe
SELECT width, height FROM picture WHERE hash = $1;

-- sizes(hash text) many
SELECT width, height FROM picture_variant WHERE hash = $1 AND format = 'jpg' ORDER BY width;

-- variant(hash text, width, format text) maybe
SELECT bytes FROM picture_variant WHERE hash = $1 AND width = $2 AND format = $3;

-- count_shown(hash text) one
SELECT COUNT(*) AS n FROM picture_shown WHERE hash = $1;

-- show(hash text, record) exec
INSERT INTO picture_shown (hash, record) VALUES ($1, $2) ON CONFLICT (hash, record) DO NOTHING;

-- hide(record) exec
DELETE FROM picture_shown WHERE record = $1;

-- clear() exec
DELETE FROM picture;

-- clear_variants() exec
DELETE FROM picture_variant;

-- clear_shown() exec
DELETE FROM picture_shown;

-- missing() maybe
SELECT s.hash, s.record FROM picture_shown AS s LEFT JOIN picture AS p ON p.hash = s.hash WHERE p.hash IS NULL ORDER BY s.record LIMIT 1;
