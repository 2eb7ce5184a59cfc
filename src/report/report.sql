-- add_regime(position, code text, name text, series text, period text, owes text, receiver text, due_day, due_months,
--	roll text, outline text, trust text, basis text, note text, valid_from, valid_to) exec
INSERT INTO report_regime (position, code, name, series, period, owes, receiver, due_day, due_months, roll, outline, trust,
  basis, note, valid_from, valid_to)
 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16);

-- regimes() many
SELECT position, code, name, series, period, owes, receiver, due_day, due_months, roll, outline, trust, basis, note,
  valid_from, valid_to FROM report_regime ORDER BY position;

-- regimes_count() one
SELECT COUNT(*) AS n FROM report_regime;

-- forget_regimes() exec
DELETE FROM report_regime;

-- put(number, regime text, name text, series text, year, turn, agency text, state text, first_day, last_day, from_day,
--	to_day, due_day, versions, consolidated) exec
INSERT INTO report (number, regime, name, series, year, turn, agency, state, first_day, last_day, from_day, to_day, due_day,
  versions, consolidated)
 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
ON CONFLICT (number) DO UPDATE SET state = excluded.state, first_day = excluded.first_day, last_day = excluded.last_day,
  versions = excluded.versions;

-- of_obligation(agency text, year, regime text, turn) maybe
SELECT number FROM report WHERE agency = $1 AND year = $2 AND regime = $3 AND turn = $4;

-- of_years(first_year, last_year, most) many
SELECT number, regime, name, series, year, turn, agency, state, first_day, last_day, from_day, to_day, due_day, versions,
  consolidated FROM report WHERE year >= $1 AND year <= $2 ORDER BY year, agency, due_day, number LIMIT $3;

-- clear() exec
DELETE FROM report;

-- put_reminder(number, regime text, year, turn, agency text, day) exec
INSERT INTO report_reminder (number, regime, year, turn, agency, day) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (number) DO NOTHING;

-- reminded(agency text, year, regime text, turn, day) one
SELECT COUNT(*) AS n FROM report_reminder WHERE agency = $1 AND year = $2 AND regime = $3 AND turn = $4 AND day = $5;

-- reminders(first_year, last_year, most) many
SELECT number, regime, year, turn, agency, day FROM report_reminder WHERE year >= $1 AND year <= $2
 ORDER BY day, number LIMIT $3;

-- clear_reminders() exec
DELETE FROM report_reminder;
