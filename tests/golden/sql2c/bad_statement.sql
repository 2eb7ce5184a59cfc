-- misspelt(id) one
SELECT id,
	oficer
FROM shelf WHERE id = $1;
-- quoted(id) one
SELECT id, "oficer" AS officer FROM shelf WHERE id = $1;
-- table_gone(id) exec
DELETE FROM shelves WHERE id = $1;
-- too_few(id) exec
DELETE FROM shelf WHERE id = $1 AND title = $2;
-- unused(id, title text) exec
DELETE FROM shelf WHERE id = $1;
-- by_position(id) exec
DELETE FROM shelf WHERE id = ?;
-- by_name(id) exec
DELETE FROM shelf WHERE id = $id;
-- rows(id) exec
DELETE FROM shelf WHERE id = $1;
-- returns(id) exec
DELETE FROM shelf WHERE id = $1 RETURNING id;
-- returns_nothing(id) one
DELETE FROM shelf WHERE id = $1;
-- full_join() many
SELECT s.id FROM shelf AS s FULL JOIN loan AS l ON l.shelf = s.id;
