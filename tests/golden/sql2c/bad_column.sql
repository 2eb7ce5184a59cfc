-- star() many
SELECT * FROM shelf;
-- nameless() one
SELECT COUNT(*) FROM shelf;
-- same_name() many
SELECT id, title AS id FROM shelf;
-- word_of_c() many
SELECT id AS double FROM shelf;
-- aggregate() one
SELECT MAX(id) AS top, 1 + SUM(id) AS total, COALESCE(MIN(id), 0) AS low FROM shelf;
-- promised() one text(top, bottom)
SELECT MAX(title) AS top FROM shelf;
-- other_type() many blob(title)
SELECT id, title FROM shelf;
-- joined() many
SELECT s.id, l.reader, COALESCE(l.since, 0) AS since, since AS bare, COUNT(l.shelf) AS n
FROM shelf AS s LEFT JOIN loan AS l ON l.shelf = s.id GROUP BY s.id, l.reader, l.since;
-- joined_to_select() many
SELECT s.id, c.n AS n FROM shelf AS s LEFT JOIN (SELECT shelf, COUNT(*) AS n FROM loan GROUP BY shelf) AS c ON c.shelf = s.id;
-- cases() many
SELECT CASE WHEN id = 1 THEN 2 END AS a, CASE WHEN id = 1 THEN 2 ELSE 3 END AS b FROM shelf;
-- inner() many
SELECT id, (SELECT since FROM loan WHERE shelf = id) AS since, EXISTS (SELECT 1 FROM loan) AS lent FROM shelf;
