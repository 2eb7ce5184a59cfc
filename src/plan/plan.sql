-- put_head(plan, sign text, signed_on) exec
INSERT INTO plan_head (plan, sign, signed_on) VALUES ($1, $2, $3)
ON CONFLICT (plan) DO UPDATE SET sign = excluded.sign, signed_on = excluded.signed_on;

-- drop_tasks(plan) exec
DELETE FROM plan_task WHERE plan = $1;

-- put_task(plan, item, owner text, area, title text, due, percent, finished) exec
INSERT INTO plan_task (plan, item, owner, area, title, due, percent, finished) VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- drop_units(plan) exec
DELETE FROM plan_unit WHERE plan = $1;

-- put_unit(plan, item, unit text, month, day) exec
INSERT INTO plan_unit (plan, item, unit, month, day) VALUES ($1, $2, $3, $4, $5);

-- clear_heads(kind text) exec
DELETE FROM plan_head WHERE plan NOT IN (SELECT number FROM record WHERE kind <> $1);

-- clear_tasks(kind text) exec
DELETE FROM plan_task WHERE plan NOT IN (SELECT number FROM record WHERE kind <> $1);

-- clear_units(kind text) exec
DELETE FROM plan_unit WHERE plan NOT IN (SELECT number FROM record WHERE kind <> $1);

-- agency_known(code text) one
SELECT COUNT(*) AS n FROM agency_version WHERE code = $1;

-- issued(kind text, agency text, year, but) one
SELECT COUNT(*) AS n FROM record WHERE kind = $1 AND agency = $2 AND year = $3 AND number <> $4 AND
  (state = 'issued' OR state = 'closed');

-- list(kind text, first_year, last_year, today, most) many
SELECT r.number, r.agency, r.state, r.year, r.day, r.title, h.sign, h.signed_on,
  COALESCE((SELECT COUNT(*) FROM plan_task AS t WHERE t.plan = r.number), 0) AS tasks,
  COALESCE((SELECT COUNT(*) FROM plan_task AS t WHERE t.plan = r.number AND t.finished > 0), 0) AS finished,
  COALESCE((SELECT COUNT(*) FROM plan_task AS t WHERE t.plan = r.number AND t.finished = 0 AND t.due < $4), 0) AS overdue,
  COALESCE((SELECT COUNT(*) FROM plan_unit AS u WHERE u.plan = r.number), 0) AS units
FROM record AS r JOIN plan_head AS h ON h.plan = r.number
WHERE r.kind = $1 AND r.year >= $2 AND r.year <= $3
ORDER BY r.year DESC, r.day DESC, r.number DESC LIMIT $5;

-- years() many
SELECT DISTINCT r.year FROM record AS r JOIN plan_head AS h ON h.plan = r.number ORDER BY r.year DESC;

-- waiting(upto, most) many
SELECT t.plan, t.item, r.agency, t.owner, t.title, t.due, t.percent
FROM plan_task AS t JOIN record AS r ON r.number = t.plan
WHERE r.state = 'issued' AND t.finished = 0 AND t.due <= $1 ORDER BY t.due, t.plan, t.item LIMIT $2;
