-- put_session(inspection, unit text, began, ended) exec
INSERT INTO inspection_session (inspection, unit, began, ended) VALUES ($1, $2, $3, $4)
ON CONFLICT (inspection) DO UPDATE SET unit = excluded.unit, began = excluded.began, ended = excluded.ended;

-- drop_session(inspection) exec
DELETE FROM inspection_session WHERE inspection = $1;

-- overlapping(unit text, inspection, began, ended) one
SELECT COUNT(*) AS n FROM inspection_session WHERE unit = $1 AND inspection <> $2 AND began < $4 AND ended > $3;

-- drop_recommendations(inspection) exec
DELETE FROM inspection_recommendation WHERE inspection = $1;

-- put_recommendation(inspection, number, unit text, owner text, state, deadline) exec
INSERT INTO inspection_recommendation (inspection, number, unit, owner, state, deadline) VALUES ($1, $2, $3, $4, $5, $6);

-- open_recommendations(ended_state, most) many
SELECT inspection, number, unit, owner, state, deadline FROM inspection_recommendation WHERE state < $1
ORDER BY deadline, inspection, number LIMIT $2;

-- put_plan(inspection, plan, unit text, state text) exec
INSERT INTO inspection_of_plan (inspection, plan, unit, state) VALUES ($1, $2, $3, $4)
ON CONFLICT (inspection) DO UPDATE SET plan = excluded.plan, unit = excluded.unit, state = excluded.state;

-- of_plan(plan) many
SELECT inspection, unit, state FROM inspection_of_plan WHERE plan = $1 ORDER BY inspection;

-- clear_sessions() exec
DELETE FROM inspection_session;

-- clear_recommendations() exec
DELETE FROM inspection_recommendation;

-- clear_plans() exec
DELETE FROM inspection_of_plan;
