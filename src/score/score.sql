-- add_component(set_code text, version, place, position) exec
INSERT INTO score_component (set_code, version, place, position) VALUES ($1, $2, $3, $4);

-- sets() many
SELECT set_code, version, COUNT(*) AS n FROM score_component GROUP BY set_code, version ORDER BY set_code, version DESC;

-- components(set_code text, version) many
SELECT j.position, j.bytes FROM score_component AS c JOIN journal_entry AS j ON j.position = c.position
 WHERE c.set_code = $1 AND c.version = $2 ORDER BY c.place;

-- count_components(set_code text, version) one
SELECT COUNT(*) AS n FROM score_component WHERE set_code = $1 AND version = $2;

-- forget_components() exec
DELETE FROM score_component;

-- agency_level(code text) maybe
SELECT level FROM agency_version WHERE code = $1 ORDER BY position DESC LIMIT 1;

-- taken(set_code text, year, agency text) one
SELECT COUNT(*) AS n FROM score_result WHERE set_code = $1 AND year = $2 AND agency = $3;

-- drop_result(number) exec
DELETE FROM score_result WHERE number = $1;

-- drop_areas(number) exec
DELETE FROM score_area WHERE number = $1;

-- put_result(number, set_code text, version, year, agency text, state text, bonus, penalty, result, without) exec
INSERT INTO score_result (number, set_code, version, year, agency, state, bonus, penalty, result, without)
 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- put_area(number, area, self, first, second, result) exec
INSERT INTO score_area (number, area, self, first, second, result) VALUES ($1, $2, $3, $4, $5, $6);

-- forget_results() exec
DELETE FROM score_result;

-- forget_areas() exec
DELETE FROM score_area;

-- results(set_code text, year) many
SELECT number, version, agency, state, bonus, penalty, result, without FROM score_result
 WHERE set_code = $1 AND year = $2 ORDER BY result DESC, agency, number;

-- areas(set_code text, year) many
SELECT a.number, a.area, a.self, a.first, a.second, a.result FROM score_area AS a
 JOIN score_result AS r ON r.number = a.number WHERE r.set_code = $1 AND r.year = $2 ORDER BY a.number, a.area;
