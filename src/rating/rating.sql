-- read(record) many
SELECT stars, n, taken FROM rating WHERE record = $1 ORDER BY stars;

-- add(record, stars, n, taken) exec
INSERT INTO rating (record, stars, n, taken) VALUES ($1, $2, $3, $4)
ON CONFLICT (record, stars) DO UPDATE SET n = rating.n + excluded.n, taken = rating.taken + excluded.taken;

-- vote(record, client blob) maybe
SELECT stars, day FROM rating_vote WHERE record = $1 AND client = $2;

-- put_vote(record, client blob, day, stars) exec
INSERT INTO rating_vote (record, client, day, stars) VALUES ($1, $2, $3, $4)
ON CONFLICT (record, client) DO UPDATE SET day = excluded.day, stars = excluded.stars;

-- votes_of(day) one
SELECT COUNT(*) AS n FROM rating_vote WHERE day = $1;

-- forget(day) exec
DELETE FROM rating_vote WHERE day < $1 OR day > $1;
