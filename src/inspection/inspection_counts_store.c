#include "inspection/inspection_counts_store.h"

/* The whole inspection, in scratch: it is large, and only little of it is kept. */
must_check static const struct fault *load(
	struct db *db, struct arena *scratch, int64_t number, const struct inspection **out)
{
	struct arena *mine = db->a;
	struct record_story story;
	void *state = NULL;

	db->a = scratch;
	const struct fault *f = record_load(db, &inspection_type, number, &state, &story);
	db->a = mine;
	*out = state;
	return f ? FAULT(mine, f->kind, "%.*s", ARG(f->what)) : NULL;
}

const struct fault *inspection_lines(
	struct db *db, int year, daynum today, const struct inspection_line **lines, size_t *n)
{
	const struct record_row *rows;
	ARENA scratch = { 0 };

	TRY(record_list(db, &inspection_kind, year, &rows, n));
	struct inspection_line *list = NEW_ARRAY(db->a, struct inspection_line, *n + 1);
	for (size_t i = 0; i < *n; i++) {
		const struct inspection *x;

		list[i].row = rows[i];
		TRY(load(db, &scratch, rows[i].number, &x));
		if (x) {
			list[i].plan = x->plan;
			list[i].counts = inspection_counts_of(x, today);
		}
		arena_reset(&scratch);
	}
	*lines = list;
	return NULL;
}

const struct fault *inspection_wording(
	struct db *db, int64_t inspection, int64_t number, struct inspection_wording *out)
{
	const struct inspection *x;
	ARENA scratch = { 0 };

	*out = (struct inspection_wording){ 0 };
	TRY(load(db, &scratch, inspection, &x));
	if (!x || number < 1 || number > x->recommendations_n)
		return NULL;
	*out = (struct inspection_wording){ str_dup(db->a, x->title),
		str_dup(db->a, x->recommendations[number - 1].text), x->base.state };
	return NULL;
}
