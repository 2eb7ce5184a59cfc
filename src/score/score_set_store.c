#include "score/score_set_store.h"
#include "score/score_sql.h"

must_check static const struct fault *read_components(
	struct db *db, struct str code, int64_t version, struct score_component *list, int64_t most)
{
	cleanup_with(score_sql_components_end) struct score_sql_components_rows rows = { 0 };
	struct entry_stamp stamp;
	bool more;

	TRY(score_sql_components(db, code, version, &rows));
	for (int64_t i = 0; i < most; i++) {
		TRY(score_sql_components_next(&rows, &more));
		if (!more)
			return FAULT(db->a, FAULT_CONFLICT, "score_component shrank while it was read");
		if (!criteria_from_entry(db->a, db_keep(db, rows.row.bytes), &list[i], &stamp))
			return FAULT(db->a, FAULT_CORRUPT, "journal entry %lld is no component of criteria",
				(long long)rows.row.position);
	}
	return NULL;
}

const struct fault *score_set_load(
	struct db *db, struct str code, int64_t version, const struct score_set **out)
{
	struct score_sql_count_components_row count;
	struct score_set *set = NEW(db->a, struct score_set);
	int at;

	*out = NULL;
	TRY(score_sql_count_components(db, code, version, &count));
	if (count.n == 0)
		return NULL;
	struct score_component *list = NEW_ARRAY(db->a, struct score_component, count.n);

	TRY(read_components(db, code, version, list, count.n));
	if (score_set_of(list, (int)count.n, set, &at))
		return FAULT(db->a, FAULT_CORRUPT, "the set of criteria %.*s is not sound", ARG(code));
	*out = set;
	return NULL;
}

/* Codes and versions, before each set is read: a statement does not wait for another one. */
must_check static const struct fault *list_sets(struct db *db, struct score_set *list, int *n)
{
	cleanup_with(score_sql_sets_end) struct score_sql_sets_rows rows = { 0 };
	bool more;

	TRY(score_sql_sets(db, &rows));
	for (*n = 0; *n < LIMIT_SCORE_SETS; (*n)++) {
		TRY(score_sql_sets_next(&rows, &more));
		if (!more)
			break;
		list[*n].code = db_keep(db, rows.row.set_code);
		list[*n].version = rows.row.version;
	}
	return NULL;
}

const struct fault *score_sets_load(struct db *db, const struct score_set **out, int *n)
{
	struct score_set *list = NEW_ARRAY(db->a, struct score_set, LIMIT_SCORE_SETS);

	TRY(list_sets(db, list, n));
	for (int i = 0; i < *n; i++) {
		const struct score_set *one;

		TRY(score_set_load(db, list[i].code, list[i].version, &one));
		if (one)
			list[i] = *one;
	}
	*out = list;
	return NULL;
}

const struct fault *score_set_add(struct write *w, const struct score_set *set)
{
	struct entry_stamp stamp = { .recorded = w->now, .by = ROLE_SYSTEM };

	for (int i = 0; i < set->n; i++) {
		struct buf bytes = { .a = w->db->a };
		int64_t at;

		criteria_entry(&bytes, &set->components[i], &stamp);
		struct journal_record r = { .recorded = w->now, .bytes = buf_str(&bytes) };

		TRY(journal_append(w->db, w->journal, &r, &at));
		TRY(score_sql_add_component(w->db, set->code, set->version, i, at));
	}
	return NULL;
}

must_check static const struct fault *restore_all(struct db *db)
{
	JOURNAL_CURSOR c = { 0 };
	struct score_sql_count_components_row count;
	struct score_component one;
	struct entry_stamp stamp;
	int64_t size;
	bool more;

	TRY(journal_size(db, &size));
	TRY(journal_read(db, 0, size, &c));
	for (;;) {
		TRY(journal_next(&c, &more));
		if (!more)
			return NULL;
		if (!c.row.dossier && str_eq(entry_kind_of(c.row.bytes), S("score.component"))) {
			if (!criteria_from_entry(db->a, c.row.bytes, &one, &stamp))
				return FAULT(db->a, FAULT_CORRUPT, "journal entry %lld is no component",
					(long long)c.row.position);
			TRY(score_sql_count_components(db, one.set, one.version, &count));
			TRY(score_sql_add_component(db, one.set, one.version, count.n, c.row.position));
		}
		arena_reset(db->a);
	}
}

const struct fault *score_sets_rebuild(struct write *w)
{
	ARENA of_one = { 0 };
	struct arena *mine = w->db->a;

	TRY(score_sql_forget_components(w->db));
	w->db->a = &of_one;
	const struct fault *f = restore_all(w->db);

	w->db->a = mine;
	return f ? FAULT(mine, f->kind, "%.*s", ARG(f->what)) : NULL;
}
