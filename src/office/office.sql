-- put(record, agency text, is_valid, address text, phone text, email text, website text, note text, changed) exec
INSERT INTO contact (record, agency, is_valid, address, phone, email, website, note, changed)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (record) DO UPDATE SET is_valid = excluded.is_valid, address = excluded.address, phone = excluded.phone,
  email = excluded.email, website = excluded.website, note = excluded.note, changed = excluded.changed;

-- clear() exec
DELETE FROM contact;

-- agency_known(code text) one
SELECT COUNT(*) AS n FROM agency_version WHERE code = $1;

-- of_agency(agency text) maybe
SELECT record, agency, is_valid, address, phone, email, website, note, changed FROM contact WHERE agency = $1;

-- all(most) many
SELECT record, agency, is_valid, address, phone, email, website, note, changed FROM contact ORDER BY agency LIMIT $1;
