-- put(number, code text, year, counter, agency text, state text, channel, content, ground, sent_at, accepted_at, answered_at, published_at, due, handle_due, conclusion, outcome, opinion, merged_into text, same text, public_title text, public_text text, public_answer text) exec
INSERT INTO feedback (number, code, year, counter, agency, state, channel, content, ground, sent_at, accepted_at,
  answered_at, published_at, due, handle_due, conclusion, outcome, opinion, merged_into, same, public_title, public_text,
  public_answer)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
ON CONFLICT (number) DO UPDATE SET agency = excluded.agency, state = excluded.state, content = excluded.content,
  ground = excluded.ground, accepted_at = excluded.accepted_at, answered_at = excluded.answered_at,
  published_at = excluded.published_at, due = excluded.due, handle_due = excluded.handle_due,
  conclusion = excluded.conclusion, outcome = excluded.outcome, opinion = excluded.opinion,
  merged_into = excluded.merged_into, same = excluded.same, public_title = excluded.public_title,
  public_text = excluded.public_text, public_answer = excluded.public_answer;

-- clear() exec
DELETE FROM feedback;

-- last_counter(year) one
SELECT COALESCE(MAX(counter), 0) AS n FROM feedback WHERE year = $1;

-- find(code text) maybe
SELECT number, agency, state FROM feedback WHERE code = $1;

-- same(same text, since) maybe
SELECT number, code FROM feedback WHERE same = $1 AND sent_at >= $2 ORDER BY number DESC LIMIT 1;

-- merged(code text, most) many
SELECT number FROM feedback WHERE merged_into = $1 ORDER BY number LIMIT $2;

-- agency_known(code text) one
SELECT COUNT(*) AS n FROM agency_version WHERE code = $1;

-- dossier_known(code text) one
SELECT COUNT(*) AS n FROM dossier WHERE code = $1;

-- list(is_open, most) many
SELECT number, code, agency, state, channel, content, sent_at, due, opinion FROM feedback
WHERE CASE WHEN state IN ('published', 'closed', 'refused', 'merged') THEN 0 ELSE 1 END = $1
ORDER BY CASE WHEN due = 0 THEN 1 ELSE 0 END, due, number DESC LIMIT $2;

-- published(most) many
SELECT number, code, agency, content, answered_at, published_at, conclusion, outcome, opinion, public_title, public_text
FROM feedback WHERE state = 'published' ORDER BY published_at DESC, number DESC LIMIT $1;

-- published_one(code text) maybe
SELECT number, code, agency, content, answered_at, published_at, conclusion, outcome, opinion, public_title, public_text,
  public_answer
FROM feedback WHERE code = $1 AND state = 'published';

-- accepted(from, upto) many
SELECT f.agency, COALESCE(m.answered_at, f.answered_at) AS answered_at FROM feedback AS f
LEFT JOIN feedback AS m ON m.code = f.merged_into AND f.merged_into <> ''
WHERE f.accepted_at >= $1 AND f.accepted_at <= $2 AND f.state <> 'refused';

-- count(from, upto) one
SELECT COALESCE(SUM(CASE WHEN accepted_at <> 0 AND state <> 'refused' THEN 1 ELSE 0 END), 0) AS accepted,
  COALESCE(SUM(CASE WHEN answered_at <> 0 OR state = 'merged' THEN 1 ELSE 0 END), 0) AS answered,
  COALESCE(SUM(CASE WHEN state = 'published' THEN 1 ELSE 0 END), 0) AS published,
  COALESCE(SUM(CASE WHEN state = 'refused' THEN 1 ELSE 0 END), 0) AS refused,
  COALESCE(SUM(CASE WHEN state = 'refused' AND ground = 1 THEN 1 ELSE 0 END), 0) AS anonymous,
  COALESCE(SUM(CASE WHEN opinion = 1 THEN 1 ELSE 0 END), 0) AS liked,
  COALESCE(SUM(CASE WHEN opinion = 2 THEN 1 ELSE 0 END), 0) AS disliked,
  COUNT(*) AS registered
FROM feedback WHERE sent_at >= $1 AND sent_at <= $2;

-- codes(first, last) many
SELECT number, code, state FROM feedback WHERE number >= $1 AND number <= $2 ORDER BY number;
