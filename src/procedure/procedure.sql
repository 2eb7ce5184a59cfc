-- add(position, code text, name text, field text, agency text, level text, online_level text, interagency text,
--	processing_n, processing_unit text, supplement_rule text, cutoff, fee_vnd, legal_basis text, result text,
--	components text, effective_from, effective_to, decision text, decision_date, change text, note text) exec
INSERT INTO procedure_version
 (position, code, name, field, agency, level, online_level, interagency, processing_n, processing_unit,
  supplement_rule, cutoff, fee_vnd, legal_basis, result, components, effective_from, effective_to, decision,
  decision_date, change, note)
 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22);

-- count() one
SELECT COUNT(*) AS n FROM procedure_version;

-- all() many
SELECT position, code, name, field, agency, level, online_level, interagency, processing_n, processing_unit,
  supplement_rule, cutoff, fee_vnd, legal_basis, result, components, effective_from, effective_to, decision,
  decision_date, change, note
 FROM procedure_version ORDER BY position;

-- clear() exec
DELETE FROM procedure_version;
