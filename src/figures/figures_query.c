#include "figures/figures_query.h"
#include "figures/figures_sql.h"
#include "figures/figures_steps.h"

#include <stdlib.h>

enum { MANY_LOOK_UPS = 4000 }; /* from here on reading all sums of days is faster than asking for each */

struct asking {
	struct arena *a;
	const struct figure_question *q;
	const struct figure_groups *g;
	struct figure_answer answer;
	struct intmap known; /* key -> index of the row */
	size_t cap;
};

static void add_totals(struct figure_totals *to, const struct figure_totals *from)
{
	for (int m = 0; m < FIGURE_MEASURE_N; m++)
		to->n[m] += from->n[m];
}

static struct figure_row *row_of(struct asking *k, int64_t key)
{
	bool added;
	int64_t at = intmap_put(&k->known, key, (int64_t)k->answer.rows_n, &added);

	if (!added)
		return &k->answer.rows[at];
	k->answer.rows = arena_grow(k->a, k->answer.rows, k->answer.rows_n, &k->cap, sizeof *k->answer.rows);
	k->answer.rows[k->answer.rows_n++] = (struct figure_row){ .key = key };
	return &k->answer.rows[at];
}

static int64_t month_of(instant t)
{
	struct civil c = civil_from_day(day_of(t));

	return c.year * 12 + c.month - 1;
}

static void count(void *arg, const struct figure_fact *where, const struct figure_totals *totals)
{
	struct asking *k = arg;
	bool before = where->step.at < instant_at(k->q->from, 0);
	struct figure_sums *row = NULL;

	if (k->g->grouping == GROUP_BY_KEY)
		row = &row_of(k, k->g->key(k->g->context, where->agency, where->procedure))->sums;
	else if (k->g->grouping == GROUP_BY_MONTH) /* steps before the period belong to what it starts with */
		row = &row_of(k, before ? INT64_MIN : month_of(where->step.at))->sums;
	add_totals(&k->answer.total.upto, totals);
	if (before)
		add_totals(&k->answer.total.before, totals);
	if (row)
		add_totals(&row->upto, totals);
	if (row && before)
		add_totals(&row->before, totals);
}

static int by_key(const void *a, const void *b)
{
	const struct figure_row *x = a, *y = b;

	return (x->key > y->key) - (x->key < y->key);
}

/* Each month starts with all that came before it: every month of the period gets a row. */
static void accumulate_months(struct asking *k)
{
	int64_t first = month_of(instant_at(k->q->from, 0)), last = month_of(k->q->until);
	struct figure_totals so_far = { { 0 } };
	size_t at = 0, n = 0;

	for (int64_t m = first; m <= last; m++)
		(void)row_of(k, m);
	qsort(k->answer.rows, k->answer.rows_n, sizeof *k->answer.rows, by_key);
	for (; at < k->answer.rows_n; at++) {
		struct figure_row row = k->answer.rows[at];
		struct figure_totals own = row.sums.upto;
		row.sums.before = so_far;
		add_totals(&so_far, &own);
		row.sums.upto = so_far;
		if (row.key != INT64_MIN)
			k->answer.rows[n++] = row;
	}
	k->answer.rows_n = n;
}

const struct fault *figures_ask(struct db *db, const struct figure_question *q, const struct figure_groups *g,
	struct figure_answer *out)
{
	struct asking k = { .a = db->a, .q = q, .g = g, .known = { .a = db->a } };
	struct figure_walk w = { db, q, g->grouping == GROUP_BY_KEY && g->by_procedure, count, &k };
	bool enough, tail;

	TRY(walk_days(&w, &enough, &tail));
	if (!enough) {
		k = (struct asking){ .a = db->a, .q = q, .g = g, .known = { .a = db->a } };
		TRY(walk_steps(&w));
	}
	k.answer.days_only = enough && !tail;
	if (g->grouping == GROUP_BY_MONTH)
		accumulate_months(&k);
	else if (k.answer.rows_n)
		qsort(k.answer.rows, k.answer.rows_n, sizeof *k.answer.rows, by_key);
	*out = k.answer;
	return NULL;
}

static int64_t procedure_key(const void *context, int64_t agency, int64_t procedure)
{
	(void)context, (void)agency;
	return procedure;
}

/* By the sums of procedures: exact, and slower. */
must_check static const struct fault *online_by_sums(
	struct db *db, const struct figure_question *q, const int64_t *procedures, size_t n, bool *used)
{
	const struct figure_groups g = { GROUP_BY_KEY, NULL, procedure_key, true };
	struct figure_answer answer;

	TRY(figures_ask(db, q, &g, &answer));
	for (size_t i = 0; i < n; i++)
		for (size_t r = 0; r < answer.rows_n; r++)
			if (answer.rows[r].key == procedures[i])
				used[i] = figure_cell(&answer.rows[r].sums, CELL_NEW_ONLINE) > 0;
	return NULL;
}

must_check static const struct fault *has_online(
	struct db *db, const struct figure_question *q, int64_t procedure, bool *used)
{
	struct figures_sql_has_online_row row;

	for (size_t i = 0; !*used && i < q->agencies_n; i++)
		TRY(figures_sql_has_online(
			db, q->agencies[i], procedure, q->from, day_of(q->until), &row, used));
	return NULL;
}

const struct fault *figures_online(struct db *db, const struct figure_question *q,
	const struct figure_answer *answer, const int64_t *procedures, size_t n, bool *used)
{
	if (!answer->days_only || q->agencies_n * n > MANY_LOOK_UPS)
		return online_by_sums(db, q, procedures, n, used);
	for (size_t i = 0; i < n; i++)
		TRY(has_online(db, q, procedures[i], &used[i]));
	return NULL;
}
