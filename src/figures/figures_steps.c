#include "figures/figures_steps.h"
#include "figures/figures_follow.h"
#include "figures/figures_sql.h"

static void visit_fact(const struct figure_walk *w, const struct figure_fact *f)
{
	struct figure_totals one = { { 0 } };

	if (f->step.at > w->q->until)
		return;
	one.n[f->step.measure] = f->step.delta;
	w->visit(w->arg, f, &one);
}

static bool asks_for(const struct figure_question *q, int64_t agency)
{
	for (size_t i = 0; i < q->agencies_n; i++)
		if (q->agencies[i] == agency)
			return true;
	return false;
}

/* Entries after the follower's position: folded now, for this question only. */
must_check static const struct fault *walk_tail(const struct figure_walk *w, int64_t position)
{
	struct figure_fold fold = { .a = w->db->a, .db = w->db, .numbers = w->q->numbers };

	if (position >= w->q->size)
		return NULL;
	TRY(figures_fold(&fold, position, w->q->size));
	for (size_t i = 0; i < fold.facts_n; i++)
		if (asks_for(w->q, fold.facts[i].agency))
			visit_fact(w, &fold.facts[i]);
	return NULL;
}

/* One row of figure_day. False when T lies within its day, before its last step. */
static bool visit_day(
	const struct figure_walk *w, int64_t agency, const struct figures_sql_days_row *row, bool *broken)
{
	struct figure_totals totals;
	struct figure_fact where = { .agency = agency, .procedure = row->procedure };

	if (row->day == day_of(w->q->until) && row->last_second > second_of_day(w->q->until))
		return false;
	*broken = !unpack_totals(row->totals, &totals);
	if (*broken)
		return false;
	where.step.at = instant_at((daynum)row->day, 0);
	w->visit(w->arg, &where, &totals);
	return true;
}

must_check static const struct fault *walk_agency_days(
	const struct figure_walk *w, int64_t agency, bool *enough)
{
	cleanup_with(figures_sql_days_end) struct figures_sql_days_rows rows = { 0 };
	int64_t first = w->procedures ? 1 : 0,
		last = w->procedures ? INT64_MAX : 0; /* row 0 sums the others */
	bool more, broken = false;

	TRY(figures_sql_days(w->db, agency, first, last, day_of(w->q->until), &rows));
	for (*enough = true; *enough;) {
		TRY(figures_sql_days_next(&rows, &more));
		if (!more)
			break;
		*enough = visit_day(w, agency, &rows.row, &broken);
	}
	return broken ? FAULT(w->db->a, FAULT_CORRUPT, "figure_day cannot be read: run motcua rebuild")
		      : NULL;
}

const struct fault *walk_days(const struct figure_walk *w, bool *enough, bool *tail)
{
	int64_t position;

	TRY(figures_position(w->db, &position));
	*tail = position < w->q->size;
	*enough = position <= w->q->size; /* sums of days know nothing of "as known at" */
	for (size_t i = 0; *enough && i < w->q->agencies_n; i++)
		TRY(walk_agency_days(w, w->q->agencies[i], enough));
	return *enough ? walk_tail(w, position) : NULL;
}

must_check static const struct fault *walk_agency_steps(const struct figure_walk *w, int64_t agency)
{
	cleanup_with(figures_sql_chunks_end) struct figures_sql_chunks_rows rows = { 0 };
	bool more, broken = false;

	TRY(figures_sql_chunks(w->db, agency, w->q->size, &rows));
	for (;;) {
		struct figure_fact f;
		TRY(figures_sql_chunks_next(&rows, &more));
		if (!more)
			return NULL;
		struct fact_reader r = { .rest = rows.row.steps, .last = { .agency = agency } };
		while (next_fact(&r, &f, &broken))
			if (f.position < w->q->size)
				visit_fact(w, &f);
		if (broken)
			return FAULT(
				w->db->a, FAULT_CORRUPT, "figure_chunk cannot be read: run motcua rebuild");
	}
}

const struct fault *walk_steps(const struct figure_walk *w)
{
	int64_t position;

	TRY(figures_position(w->db, &position));
	for (size_t i = 0; i < w->q->agencies_n; i++)
		TRY(walk_agency_steps(w, w->q->agencies[i]));
	return walk_tail(w, position);
}
