#include "agency/agency_store.h"
#include "agency/agency_sql.h"
#include "base/limits.h"

must_check static const struct fault *add_row(struct db *db, int64_t position, const struct agency_version *v)
{
	return agency_sql_add(db, position, v->code, v->name, v->short_name, agency_level_text(v->level),
		v->kind, v->parent, v->successor, v->valid.from, v->valid.to, v->note);
}

const struct fault *agency_restore(struct db *db, int64_t position, struct str bytes)
{
	struct agency_version v;
	struct entry_stamp stamp;

	if (!agency_from_entry(db->a, bytes, &v, &stamp))
		return FAULT(db->a, FAULT_CORRUPT, "journal entry %lld is no agency", (long long)position);
	return add_row(db, position, &v);
}

const struct fault *agency_forget(struct db *db)
{
	return agency_sql_clear(db);
}

const struct fault *agency_add(
	struct write *w, const struct agency_version *v, struct str correction, int64_t *position)
{
	struct entry_stamp stamp = { .recorded = w->now, .by = ROLE_SYSTEM, .correction = correction };
	struct buf bytes = { .a = w->db->a };
	int64_t at;

	agency_entry(&bytes, v, &stamp);
	struct journal_record r = { .recorded = w->now, .bytes = buf_str(&bytes) };

	TRY(journal_append(w->db, w->journal, &r, &at));
	TRY(add_row(w->db, at, v));
	*position = at;
	return NULL;
}

must_check static const struct fault *keep_row(
	struct arena *a, const struct agency_sql_all_row *row, struct agency_version *v)
{
	if (!agency_level_from(row->level, &v->level))
		return FAULT(a, FAULT_CORRUPT, "agency_version %lld: level", (long long)row->position);
	v->valid = (struct validity){ row->position, (daynum)row->valid_from, (daynum)row->valid_to };
	v->code = str_dup(a, row->code);
	v->name = str_dup(a, row->name);
	v->short_name = str_dup(a, row->short_name);
	v->kind = str_dup(a, row->kind);
	v->parent = str_dup(a, row->parent);
	v->successor = str_dup(a, row->successor);
	v->note = str_dup(a, row->note);
	return NULL;
}

const struct fault *agency_load(
	struct db *db, struct arena *a, const struct agency_version **versions, int *n)
{
	cleanup_with(agency_sql_all_end) struct agency_sql_all_rows rows = { 0 };
	struct agency_sql_count_row count;
	int read = 0;

	TRY(agency_sql_count(db, &count));
	struct agency_version *v = NEW_ARRAY(a, struct agency_version, count.n + 1);

	TRY(agency_sql_all(db, &rows));
	for (;;) {
		bool more;
		TRY(agency_sql_all_next(&rows, &more));
		if (!more)
			break;
		if (read == count.n)
			return FAULT(a, FAULT_CONFLICT, "agency_version grew while it was read");
		TRY(keep_row(a, &rows.row, &v[read++]));
	}
	*versions = v;
	*n = read;
	return NULL;
}
