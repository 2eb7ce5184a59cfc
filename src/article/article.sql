-- put(number, section, state text, title text, slug text, changed, due, withdrawn, why text) exec
INSERT INTO article (number, section, state, title, slug, changed, due, withdrawn, why)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (number) DO UPDATE SET section = excluded.section, state = excluded.state, title = excluded.title, slug = excluded.slug,
  changed = excluded.changed, due = excluded.due, withdrawn = excluded.withdrawn, why = excluded.why;

-- drop_public(article) exec
DELETE FROM article_public WHERE article = $1;

-- drop_pictures(article) exec
DELETE FROM article_picture WHERE article = $1;

-- drop_attachments(article) exec
DELETE FROM article_attachment WHERE article = $1;

-- drop_notes(article) exec
DELETE FROM article_note WHERE article = $1;

-- drop_slugs(article) exec
DELETE FROM article_slug WHERE article = $1;

-- put_public(article, section, category, title text, opening text, body text, author text, source text, published, updated) exec
INSERT INTO article_public (article, section, category, title, opening, body, author, source, published, updated)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- put_picture(article, item, file text, alt text, caption text, absence text) exec
INSERT INTO article_picture (article, item, file, alt, caption, absence) VALUES ($1, $2, $3, $4, $5, $6);

-- put_attachment(article, item, file text, name text, label text) exec
INSERT INTO article_attachment (article, item, file, name, label) VALUES ($1, $2, $3, $4, $5);

-- put_note(article, item, noted, note text) exec
INSERT INTO article_note (article, item, noted, note) VALUES ($1, $2, $3, $4);

-- put_slug(section, slug text, article) exec
INSERT INTO article_slug (section, slug, article) VALUES ($1, $2, $3);

-- owner(section, slug text) maybe
SELECT article FROM article_slug WHERE section = $1 AND slug = $2;

-- find(section, slug text) maybe
SELECT a.number, a.slug, a.withdrawn, a.why FROM article_slug AS s JOIN article AS a ON a.number = s.article
WHERE s.section = $1 AND s.slug = $2;

-- public(article) maybe
SELECT p.section, a.slug, p.category, p.title, p.opening, p.body, p.author, p.source, p.published, p.updated
FROM article_public AS p JOIN article AS a ON a.number = p.article WHERE p.article = $1;

-- pictures(article) many
SELECT item, file, alt, caption, absence FROM article_picture WHERE article = $1 ORDER BY item;

-- attachments(article) many
SELECT item, file, name, label FROM article_attachment WHERE article = $1 ORDER BY item;

-- notes(article) many
SELECT noted, note FROM article_note WHERE article = $1 ORDER BY item;

-- list(section, first_category, last_category, most, skip) many
SELECT p.article, a.slug, p.category, p.title, p.opening, p.author, p.published, p.updated
FROM article_public AS p JOIN article AS a ON a.number = p.article
WHERE p.section = $1 AND p.category >= $2 AND p.category <= $3 ORDER BY p.published DESC, p.article DESC LIMIT $4 OFFSET $5;

-- count(section, first_category, last_category) one
SELECT COUNT(*) AS n FROM article_public WHERE section = $1 AND category >= $2 AND category <= $3;

-- staff(first_state text, last_state text, most, skip) many
SELECT number, section, state, title, changed, due FROM article
WHERE state >= $1 AND state <= $2 ORDER BY changed DESC, number DESC LIMIT $3 OFFSET $4;

-- staff_count() many
SELECT state, COUNT(*) AS n FROM article GROUP BY state ORDER BY state;

-- due(upto) many
SELECT number FROM article WHERE state = 'scheduled' AND due <= $1 ORDER BY due, number;

-- attachment_used(article, file text) maybe
SELECT label FROM article_attachment WHERE article = $1 AND file = $2 ORDER BY item LIMIT 1;

-- clear() exec
DELETE FROM article;

-- clear_public() exec
DELETE FROM article_public;

-- clear_pictures() exec
DELETE FROM article_picture;

-- clear_attachments() exec
DELETE FROM article_attachment;

-- clear_notes() exec
DELETE FROM article_note;

-- clear_slugs() exec
DELETE FROM article_slug;
