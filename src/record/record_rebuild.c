/* The tables of records from the journal alone, and whether they are what it says. */
#include "record/record_store.h"
#include "record/record_sql.h"

static const struct record_type *type_of(const struct record_type *const *types, struct str bytes)
{
	for (int t = 0; types[t]; t++)
		if (record_entry_is(types[t]->kind, bytes))
			return types[t];
	return NULL;
}

/* The record that an entry belongs to; 0: to none. */
static int64_t record_of(struct arena *a, const struct record_type *type, int64_t position, struct str bytes)
{
	struct record_event e;
	struct str commitments[RECORD_PARTS];

	if (!type || !record_entry_read(a, type->kind, bytes, &e, commitments))
		return 0;
	return e.record ? e.record : position + 1;
}

/* A row without its facts, so that the record is known; saved properly when all entries are found. */
must_check static const struct fault *index_entry(
	struct db *db, const struct record_type *const *types, const struct journal_row *row)
{
	const struct record_type *type = type_of(types, row->bytes);
	int64_t number = record_of(db->a, type, row->position, row->bytes);

	if (!number)
		return NULL;
	if (number == row->position + 1)
		TRY(record_sql_put(db, number, type->kind->name, S(""), S(""), 0, 0, 0, S("")));
	return record_sql_add_entry(db, number, row->position);
}

must_check static const struct fault *index_all(struct db *db, const struct record_type *const *types)
{
	JOURNAL_CURSOR c = { 0 };
	int64_t size;
	bool more;

	TRY(journal_size(db, &size));
	TRY(journal_read(db, 0, size, &c));
	for (;;) {
		TRY(journal_next(&c, &more));
		if (!more)
			return NULL;
		TRY(index_entry(db, types, &c.row));
		arena_reset(db->a);
	}
}

/* The numbers of a kind, in a. */
must_check static const struct fault *numbers_of(
	struct db *db, struct arena *a, const struct record_type *type, int64_t **numbers, int64_t *n)
{
	cleanup_with(record_sql_all_end) struct record_sql_all_rows rows = { 0 };
	struct record_sql_count_row count;
	bool more;

	TRY(record_sql_count(db, type->kind->name, &count));
	*numbers = NEW_ARRAY(a, int64_t, count.n + 1);
	*n = 0;
	TRY(record_sql_all(db, type->kind->name, &rows));
	while (*n < count.n) {
		TRY(record_sql_all_next(&rows, &more));
		if (!more)
			break;
		(*numbers)[(*n)++] = rows.row.number;
	}
	return NULL;
}

must_check static const struct fault *save_one(struct db *db, const struct record_type *type, int64_t number)
{
	void *state;
	struct record_story story;

	TRY(record_load(db, type, number, &state, &story));
	if (!state)
		return FAULT(db->a, FAULT_CORRUPT, "record %lld has no entries", (long long)number);
	return record_save(db, type, state);
}

must_check static const struct fault *save_kind(
	struct db *db, struct arena *mine, const struct record_type *type)
{
	int64_t *numbers, n;

	if (type->clear)
		TRY(type->clear(db));
	TRY(numbers_of(db, mine, type, &numbers, &n));
	for (int64_t i = 0; i < n; i++) {
		TRY(save_one(db, type, numbers[i]));
		arena_reset(db->a);
	}
	return NULL;
}

must_check static const struct fault *rebuild(
	struct db *db, struct arena *mine, const struct record_type *const *types)
{
	TRY(record_sql_clear(db));
	TRY(record_sql_clear_entries(db));
	TRY(index_all(db, types));
	for (int t = 0; types[t]; t++)
		TRY(save_kind(db, mine, types[t]));
	return NULL;
}

const struct fault *record_rebuild(struct write *w, const struct record_type *const *types)
{
	ARENA of_one = { 0 };
	struct arena *mine = w->db->a;

	w->db->a = &of_one;
	const struct fault *f = rebuild(w->db, mine, types);

	w->db->a = mine;
	/* The fault lies in an arena that ends here. */
	return f ? FAULT(mine, f->kind, "%.*s", ARG(f->what)) : NULL;
}

/* The row of a record against what its entries say. */
must_check static const struct fault *examine_one(
	struct db *db, const struct record_type *type, int64_t number, struct str *complaint)
{
	struct record_row is, must;
	struct record_story story;
	bool found;

	TRY(record_find(db, type->kind, number, &is, &found));
	TRY(record_read(db, type, number, &story));
	const struct record_base *b = record_fold(db->a, type, &story);

	must = type->row(b);
	if (!found || !str_eq(is.state, type->kind->states[b->state].text) || is.version != b->version ||
		is.year != must.year || is.day != must.day || !str_eq(is.title, must.title) ||
		!str_eq(is.agency, b->agency))
		*complaint = str_fmt(db->a, "record %lld is not what the journal says", (long long)number);
	return record_story_files_examine(db, type->kind, number, &story, complaint);
}

const struct fault *record_examine(
	struct db *db, const struct record_type *const *types, struct str *complaint)
{
	*complaint = (struct str){ 0 };
	for (int t = 0; types[t]; t++) {
		int64_t *numbers, n;

		TRY(numbers_of(db, db->a, types[t], &numbers, &n));
		for (int64_t i = 0; i < n && !complaint->n; i++)
			TRY(examine_one(db, types[t], numbers[i], complaint));
		if (types[t]->examine && !complaint->n)
			TRY(types[t]->examine(db, complaint));
	}
	return complaint->n ? NULL : record_files_examine(db, complaint);
}
