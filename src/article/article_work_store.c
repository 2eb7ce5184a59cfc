/* For those who write, and what is published by the clock. */
#include "article/article_store.h"
#include "article/article_sql.h"
#include "province/province.h"

const struct fault *article_work(
	struct db *db, int state, int64_t most, int64_t skip, const struct article_work_row **rows, size_t *n)
{
	cleanup_with(article_sql_staff_end) struct article_sql_staff_rows all = { 0 };
	struct str text = state ? article_kind.states[state].text : (struct str){ 0 };
	struct article_work_row *list = NULL;
	size_t count = 0, cap = 0;
	bool more;

	TRY(article_sql_staff(db, text, state ? text : S("~"), most, skip, &all));
	for (;;) {
		TRY(article_sql_staff_next(&all, &more));
		if (!more)
			break;
		list = arena_grow(db->a, list, count, &cap, sizeof *list);
		list[count++] = (struct article_work_row){ all.row.number,
			all.row.section == ARTICLE_PAGE ? ARTICLE_PAGE : ARTICLE_NEWS,
			db_keep(db, all.row.title), record_state_of(&article_kind, all.row.state),
			all.row.changed, all.row.due };
	}
	*rows = list;
	*n = count;
	return NULL;
}

const struct fault *article_counts(struct db *db, int64_t *counts)
{
	cleanup_with(article_sql_staff_count_end) struct article_sql_staff_count_rows rows = { 0 };
	bool more;

	memset(counts, 0, ARTICLE_STATE_N * sizeof *counts);
	TRY(article_sql_staff_count(db, &rows));
	for (;;) {
		TRY(article_sql_staff_count_next(&rows, &more));
		if (!more)
			return NULL;
		counts[record_state_of(&article_kind, rows.row.state)] += rows.row.n;
	}
}

must_check static const struct fault *find_due(struct db *db, instant upto, int64_t **list, size_t *n)
{
	cleanup_with(article_sql_due_end) struct article_sql_due_rows rows = { 0 };
	size_t cap = 0;
	bool more;

	*list = NULL;
	*n = 0;
	TRY(article_sql_due(db, upto, &rows));
	for (;;) {
		TRY(article_sql_due_next(&rows, &more));
		if (!more)
			return NULL;
		*list = arena_grow(db->a, *list, *n, &cap, sizeof **list);
		(*list)[(*n)++] = rows.row.number;
	}
}

/* What is refused (an article that got a fault meanwhile) stays scheduled, for people to see. */
static const struct fault *release(struct write *w, void *arg)
{
	int64_t *released = arg;
	int64_t *list;
	size_t n;

	*released = 0;
	TRY(find_due(w->db, w->now, &list, &n));
	for (size_t i = 0; i < n; i++) {
		struct record_run run = { .type = &article_type,
			.event = { .verb = ARTICLE_DO_RELEASE, .record = list[i], .by = ROLE_SYSTEM } };

		TRY(record_run(w, &run));
		*released += !run.refusal.refused && !run.unknown;
	}
	return NULL;
}

must_check static const struct fault *anything_due(struct province *p, struct arena *a, size_t *n)
{
	int64_t *list;
	struct db *db;

	TRY(province_take_reader(p, a, &db));
	const struct fault *f = find_due(db, province_now(p), &list, n);

	province_give_reader(p, db);
	return f;
}

const struct fault *article_release_due(struct province *p, struct arena *a, int64_t *released)
{
	size_t n = 0;

	*released = 0;
	TRY(anything_due(p, a, &n));
	return n ? writer_run(province_writer(p), a, release, released) : NULL;
}
