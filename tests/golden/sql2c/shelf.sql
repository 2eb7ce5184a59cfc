-- The fixture: every kind of statement, every type. Prose like this (in comments) is skipped.

-- add(id, title text, cover blob) exec
INSERT INTO shelf (id, title, cover) VALUES ($1, $2, $3);
-- lend(shelf, reader text, since) exec
INSERT INTO loan (shelf, reader, since) VALUES ($1, $2, $3);

-- load(id) one
SELECT id, title, cover FROM shelf WHERE id = $1;

-- find(
--	title text) maybe
-- text(label)
SELECT id, 'on ' || title AS label -- a comment inside
FROM shelf
WHERE title = $1 /* and another */ AND title <> 'a;b' LIMIT 1;

-- list() many text(reader)
SELECT s.id, s.title, s.cover, COALESCE(l.reader, '') AS reader, COUNT(l.since) AS times
FROM shelf AS s LEFT JOIN loan AS l ON l.shelf = s.id
GROUP BY s.id, s.title, s.cover, l.reader ORDER BY s.id;

-- rename(id, title text) maybe
UPDATE shelf SET title = $2 WHERE id = $1 RETURNING id, title;
-- count() one
WITH all_loans AS (SELECT since, max(shelf) AS top FROM loan GROUP BY since)
SELECT count(*) AS n, COALESCE(SUM(top), 0) + 1 AS total FROM all_loans;
