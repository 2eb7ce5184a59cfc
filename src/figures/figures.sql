-- position(name text) maybe
SELECT position FROM follower WHERE name = $1;

-- set_position(name text, position) exec
INSERT INTO follower (name, position) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET position = excluded.position;

-- day(agency, procedure, day) maybe
SELECT last_second, totals FROM figure_day WHERE agency = $1 AND procedure = $2 AND day = $3;

-- set_day(agency, procedure, day, last_second, totals blob) exec
INSERT INTO figure_day (agency, procedure, day, last_second, totals) VALUES ($1, $2, $3, $4, $5)
 ON CONFLICT (agency, procedure, day) DO UPDATE SET last_second = excluded.last_second, totals = excluded.totals;

-- add_online(agency, procedure, day, accepted) exec
INSERT INTO figure_online (agency, procedure, day, accepted) VALUES ($1, $2, $3, $4)
 ON CONFLICT (agency, procedure, day) DO UPDATE SET accepted = figure_online.accepted + excluded.accepted;

-- has_online(agency, procedure, first_day, last_day) maybe
SELECT day FROM figure_online
 WHERE agency = $1 AND procedure = $2 AND day >= $3 AND day <= $4 AND accepted > 0 LIMIT 1;

-- last_chunk(agency) maybe
SELECT number, first_position, steps FROM figure_chunk WHERE agency = $1 ORDER BY number DESC LIMIT 1;

-- set_chunk(agency, number, first_position, last_position, steps blob) exec
INSERT INTO figure_chunk (agency, number, first_position, last_position, steps) VALUES ($1, $2, $3, $4, $5)
 ON CONFLICT (agency, number) DO UPDATE SET last_position = excluded.last_position, steps = excluded.steps;

-- days(agency, first_procedure, last_procedure, last_day) many
SELECT procedure, day, last_second, totals FROM figure_day
 WHERE agency = $1 AND procedure >= $2 AND procedure <= $3 AND day <= $4 ORDER BY procedure, day;

-- chunks(agency, size) many
SELECT steps FROM figure_chunk WHERE agency = $1 AND first_position < $2 ORDER BY number;

-- forget_days() exec
DELETE FROM figure_day;

-- forget_online() exec
DELETE FROM figure_online;

-- forget_chunks() exec
DELETE FROM figure_chunk;
