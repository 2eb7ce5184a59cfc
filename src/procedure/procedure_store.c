#include "procedure/procedure_store.h"
#include "procedure/procedure_sql.h"

enum { FEE_UNKNOWN = -1 };

must_check static const struct fault *add_row(
	struct db *db, int64_t position, const struct procedure_version *v)
{
	return procedure_sql_add(db, position, v->code, v->name, v->field, v->agency,
		agency_level_text(v->level), online_level_text(v->online), interagency_text(v->interagency),
		v->allow.n, unit_name(v->allow.unit), supplement_rule_name(v->supplement), v->cutoff_plus_1,
		v->fee_known ? v->fee_vnd : FEE_UNKNOWN, v->legal_basis, v->result, v->components,
		v->valid.from, v->valid.to, v->decision, v->decision_date, procedure_change_text(v->change),
		v->note);
}

const struct fault *procedure_restore(struct db *db, int64_t position, struct str bytes)
{
	struct procedure_version v;
	struct entry_stamp stamp;

	if (!procedure_from_entry(db->a, bytes, &v, &stamp))
		return FAULT(db->a, FAULT_CORRUPT, "journal entry %lld is no procedure", (long long)position);
	return add_row(db, position, &v);
}

const struct fault *procedure_forget(struct db *db)
{
	return procedure_sql_clear(db);
}

const struct fault *procedure_add(
	struct write *w, const struct procedure_version *v, struct str correction, int64_t *position)
{
	struct entry_stamp stamp = { .recorded = w->now, .by = ROLE_SYSTEM, .correction = correction };
	struct buf bytes = { .a = w->db->a };
	int64_t at;

	procedure_entry(&bytes, v, &stamp);
	struct journal_record r = { .recorded = w->now, .bytes = buf_str(&bytes) };

	TRY(journal_append(w->db, w->journal, &r, &at));
	TRY(add_row(w->db, at, v));
	*position = at;
	return NULL;
}

static bool keep_words(const struct procedure_sql_all_row *row, struct procedure_version *v)
{
	return agency_level_from(row->level, &v->level) && online_level_from(row->online_level, &v->online) &&
	       interagency_from(row->interagency, &v->interagency) &&
	       parse_unit(row->processing_unit, &v->allow.unit) &&
	       parse_supplement_rule(row->supplement_rule, &v->supplement) &&
	       procedure_change_from(row->change, &v->change);
}

must_check static const struct fault *keep_row(
	struct arena *a, const struct procedure_sql_all_row *row, struct procedure_version *v)
{
	enum procedure_column at;

	v->valid = (struct validity){ row->position, (daynum)row->effective_from, (daynum)row->effective_to };
	v->code = str_dup(a, row->code);
	v->name = str_dup(a, row->name);
	v->field = str_dup(a, row->field);
	v->agency = str_dup(a, row->agency);
	v->legal_basis = str_dup(a, row->legal_basis);
	v->result = str_dup(a, row->result);
	v->components = str_dup(a, row->components);
	v->decision = str_dup(a, row->decision);
	v->decision_date = (daynum)row->decision_date;
	v->note = str_dup(a, row->note);
	v->cutoff_plus_1 = (int)row->cutoff;
	v->fee_known = row->fee_vnd != FEE_UNKNOWN;
	v->fee_vnd = v->fee_known ? row->fee_vnd : 0;
	v->allow.n = (int)row->processing_n;
	if (!keep_words(row, v) || procedure_finish(v, &at))
		return FAULT(a, FAULT_CORRUPT, "procedure_version %lld", (long long)row->position);
	return NULL;
}

const struct fault *procedure_load(
	struct db *db, struct arena *a, const struct procedure_version **versions, int *n)
{
	cleanup_with(procedure_sql_all_end) struct procedure_sql_all_rows rows = { 0 };
	struct procedure_sql_count_row count;
	int read = 0;

	TRY(procedure_sql_count(db, &count));
	struct procedure_version *v = NEW_ARRAY(a, struct procedure_version, count.n + 1);

	TRY(procedure_sql_all(db, &rows));
	for (;;) {
		bool more;
		TRY(procedure_sql_all_next(&rows, &more));
		if (!more)
			break;
		if (read == count.n)
			return FAULT(a, FAULT_CONFLICT, "procedure_version grew while it was read");
		TRY(keep_row(a, &rows.row, &v[read++]));
	}
	*versions = v;
	*n = read;
	return NULL;
}
