-- put(doc, key text, sign text, issued, year, issuer text, kind text, field text, summary text, agency text, in_force, ends, verified, files) exec
INSERT INTO legal_doc (doc, key, sign, issued, year, issuer, kind, field, summary, agency, in_force, ends, replaced, amended, verified, files)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0, 0, $13, $14)
ON CONFLICT (doc) DO UPDATE SET key = excluded.key, sign = excluded.sign, issued = excluded.issued, year = excluded.year,
  issuer = excluded.issuer, kind = excluded.kind, field = excluded.field, summary = excluded.summary, agency = excluded.agency,
  in_force = excluded.in_force, ends = excluded.ends, verified = excluded.verified, files = excluded.files;

-- drop(doc) exec
DELETE FROM legal_doc WHERE doc = $1;

-- link(doc, how, key text, day) exec
INSERT INTO legal_link (doc, how, key, day) VALUES ($1, $2, $3, $4) ON CONFLICT (doc, how, key, day) DO NOTHING;

-- unlink(doc) exec
DELETE FROM legal_link WHERE doc = $1;

-- keys(doc) many
SELECT DISTINCT key FROM legal_link WHERE doc = $1;

-- put_file(doc, item, hash text, size, type text) exec
INSERT INTO legal_file (doc, item, hash, size, type) VALUES ($1, $2, $3, $4, $5);

-- drop_files(doc) exec
DELETE FROM legal_file WHERE doc = $1;

-- clear_files() exec
DELETE FROM legal_file;

-- files(doc) many
SELECT item, hash, size, type FROM legal_file WHERE doc = $1 ORDER BY item;

-- key_of(doc) maybe
SELECT key FROM legal_doc WHERE doc = $1;

-- settle(key text) exec
UPDATE legal_doc SET
  replaced = COALESCE((SELECT MIN(r.in_force) FROM legal_link AS l JOIN legal_doc AS r ON r.doc = l.doc
    WHERE l.key = legal_doc.key AND l.how = 1 AND r.in_force > 0 AND l.doc <> legal_doc.doc
    AND (l.day = 0 OR l.day = legal_doc.issued)), 0),
  amended = COALESCE((SELECT MIN(r.in_force) FROM legal_link AS l JOIN legal_doc AS r ON r.doc = l.doc
    WHERE l.key = legal_doc.key AND l.how = 2 AND r.in_force > 0 AND l.doc <> legal_doc.doc
    AND (l.day = 0 OR l.day = legal_doc.issued)), 0)
WHERE key = $1;

-- clear() exec
DELETE FROM legal_doc;

-- clear_links() exec
DELETE FROM legal_link;

-- agency_known(code text) one
SELECT COUNT(*) AS n FROM agency_version WHERE code = $1;

-- same(key text, issued, issuer text, doc) one
SELECT COUNT(*) AS n FROM legal_doc WHERE key = $1 AND issued = $2 AND issuer = $3 AND doc <> $4;

-- first(key text) one
SELECT COALESCE(MIN(doc), 0) AS doc FROM legal_doc WHERE key = $1;

-- unlisted() one
SELECT COUNT(*) AS n FROM record AS r WHERE r.kind = 'legal' AND r.state = 'published' AND
  NOT EXISTS (SELECT 1 FROM legal_doc AS d WHERE d.doc = r.number);

-- listed() one
SELECT COUNT(*) AS n FROM legal_doc;

-- one(doc) maybe
SELECT doc, key, sign, issued, issuer, kind, field, summary, agency, in_force, ends, replaced, amended, verified, files
FROM legal_doc WHERE doc = $1;

-- count(kind text, issuer text, field text, year, standing, day) one
SELECT COUNT(*) AS n FROM legal_doc
WHERE ($1 = '' OR kind = $1) AND ($2 = '' OR issuer = $2) AND ($3 = '' OR field = $3) AND ($4 = 0 OR year = $4)
  AND ($5 = 0 OR $5 = CASE WHEN (replaced > 0 AND replaced <= $6) OR (ends > 0 AND ends <= $6) THEN 3
    WHEN in_force = 0 THEN 4 WHEN in_force > $6 THEN 2 ELSE 1 END);

-- list(kind text, issuer text, field text, year, standing, day, most, past) many
SELECT doc, key, sign, issued, issuer, kind, field, summary, agency, in_force, ends, replaced, amended, verified, files
FROM legal_doc
WHERE ($1 = '' OR kind = $1) AND ($2 = '' OR issuer = $2) AND ($3 = '' OR field = $3) AND ($4 = 0 OR year = $4)
  AND ($5 = 0 OR $5 = CASE WHEN (replaced > 0 AND replaced <= $6) OR (ends > 0 AND ends <= $6) THEN 3
    WHEN in_force = 0 THEN 4 WHEN in_force > $6 THEN 2 ELSE 1 END)
ORDER BY issued DESC, doc DESC LIMIT $7 OFFSET $8;

-- by_key(key text, most) many
SELECT doc, key, sign, issued, issuer, kind, field, summary, agency, in_force, ends, replaced, amended, verified, files
FROM legal_doc WHERE key = $1 ORDER BY doc LIMIT $2;

-- linking(key text, how, issued, doc, most) many
SELECT d.doc, d.key, d.sign, d.issued, d.issuer, d.kind, d.field, d.summary, d.agency, d.in_force, d.ends, d.replaced, d.amended,
  d.verified, d.files
FROM legal_link AS l JOIN legal_doc AS d ON d.doc = l.doc
WHERE l.key = $1 AND l.how = $2 AND (l.day = 0 OR l.day = $3) AND l.doc <> $4 ORDER BY d.issued DESC, d.doc DESC LIMIT $5;

-- kinds(most) many
SELECT DISTINCT kind FROM legal_doc ORDER BY kind LIMIT $1;

-- issuers(most) many
SELECT DISTINCT issuer FROM legal_doc ORDER BY issuer LIMIT $1;

-- fields(most) many
SELECT DISTINCT field FROM legal_doc WHERE field <> '' ORDER BY field LIMIT $1;

-- years(most) many
SELECT DISTINCT year FROM legal_doc ORDER BY year DESC LIMIT $1;
