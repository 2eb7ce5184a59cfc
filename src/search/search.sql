-- put_doc(ref, kind, day, title text, address text, summary text, body text) exec
INSERT INTO search_doc (ref, kind, day, title, address, summary, body) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (ref) DO UPDATE SET kind = excluded.kind, day = excluded.day, title = excluded.title,
  address = excluded.address, summary = excluded.summary, body = excluded.body;

-- put_word(word text, doc, kind, rank, shown text) exec
INSERT INTO search_word (word, doc, kind, rank, shown) VALUES ($1, $2, $3, $4, $5);

-- drop_doc(ref) exec
DELETE FROM search_doc WHERE ref = $1;

-- drop_words(doc) exec
DELETE FROM search_word WHERE doc = $1;

-- clear_docs(kind) exec
DELETE FROM search_doc WHERE kind = $1;

-- clear_words(kind) exec
DELETE FROM search_word WHERE kind = $1;

-- count(word text, kind, most) one
SELECT COUNT(*) AS n FROM (SELECT doc FROM search_word WHERE word = $1 AND kind = $2 LIMIT $3) AS w;

-- best(word text, kind, most) many
SELECT doc, rank FROM search_word WHERE word = $1 AND kind = $2 ORDER BY rank DESC, doc DESC LIMIT $3;

-- among(word text, kind, most, other text) many
SELECT w.doc, w.rank FROM
  (SELECT doc FROM search_word WHERE word = $1 AND kind = $2 ORDER BY rank DESC, doc DESC LIMIT $3) AS c
  JOIN search_word AS w ON w.doc = c.doc AND w.word = $4 ORDER BY w.doc;

-- from(first text, last text) one text(word)
SELECT COALESCE(MIN(word), '') AS word FROM search_word WHERE word >= $1 AND word < $2;

-- spelling(word text) maybe
SELECT shown FROM search_word WHERE word = $1 ORDER BY kind DESC, rank DESC, doc DESC LIMIT 1;

-- title(ref) maybe
SELECT title, address FROM search_doc WHERE ref = $1;

-- doc(ref) maybe
SELECT kind, day, title, address, summary, body FROM search_doc WHERE ref = $1;

-- docs(kind) one
SELECT COUNT(*) AS n FROM search_doc WHERE kind = $1;
