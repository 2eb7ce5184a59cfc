-- add_version(version, position) exec
INSERT INTO calendar_version (version, position) VALUES ($1, $2);

-- add_holiday(version, day, kind text, name text) exec
INSERT INTO calendar_holiday (version, day, kind, name) VALUES ($1, $2, $3, $4);

-- newest() one
SELECT COALESCE(MAX(version), 0) AS version FROM calendar_version;

-- holidays() many
SELECT v.version, v.position, h.day, h.kind, h.name
 FROM calendar_version AS v JOIN calendar_holiday AS h ON h.version = v.version
 ORDER BY v.version, h.day;

-- holidays_count() one
SELECT COUNT(*) AS n FROM calendar_holiday;

-- add_hours(position, agency text, valid_from, valid_to, monday text, tuesday text, wednesday text, thursday text,
--	friday text, saturday text, sunday text) exec
INSERT INTO calendar_hours (position, agency, valid_from, valid_to, monday, tuesday, wednesday, thursday, friday,
  saturday, sunday)
 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- hours() many
SELECT position, agency, valid_from, valid_to, monday, tuesday, wednesday, thursday, friday, saturday, sunday
 FROM calendar_hours ORDER BY position;

-- hours_count() one
SELECT COUNT(*) AS n FROM calendar_hours;

-- clear_versions() exec
DELETE FROM calendar_version;

-- clear_holidays() exec
DELETE FROM calendar_holiday;

-- clear_hours() exec
DELETE FROM calendar_hours;
