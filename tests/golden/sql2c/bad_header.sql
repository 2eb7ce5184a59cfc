SELECT 1 AS one;
SELECT 2 AS two;
-- add(id, title txt, cover blob) exec
INSERT INTO shelf (id, title, cover) VALUES ($1, $2, $3);
-- load(id) single
SELECT id FROM shelf WHERE id = $1;
-- add(id) exec
DELETE FROM shelf WHERE id = $1;
-- Add(id) exec
DELETE FROM shelf WHERE id = $1;
-- drop(id, id) exec
DELETE FROM shelf WHERE id = $1 AND id = $2;
-- remove(case) exec
DELETE FROM shelf WHERE id = $1;
-- two(id) exec
DELETE FROM loan WHERE shelf = $1;

DELETE FROM shelf WHERE id = $1;
-- none(id) exec
-- listed(id) one text(title) number(id)
SELECT id, title FROM shelf WHERE id = $1;
-- open(id one
SELECT id, title FROM shelf WHERE id = $1;
-- endless(id) one
SELECT id, title FROM shelf WHERE id = $1
