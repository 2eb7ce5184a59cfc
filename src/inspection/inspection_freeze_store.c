/* What the system itself knows of a unit: its figures, and the dossiers to draw a sample from. */
#include "base/intmap.h"
#include "dossier/dossier_store.h"
#include "figures/figures_report.h"
#include "inspection/inspection_store.h"

static struct figure_request request_of(const struct catalogue *c, const struct inspection *x, instant now)
{
	return (struct figure_request){ .agencies = &c->agencies,
		.procedures = &c->procedures,
		.agency = catalogue_agency(c, x->base.agency),
		.from = x->period_from,
		.to = x->period_to,
		.now = now };
}

static void set(struct arena *a, struct record_event *e, enum inspection_figure f, int64_t n)
{
	e->values[inspection_figure_field(f)] = str_fmt(a, "%lld", (long long)n);
}

static void set_dossiers(struct arena *a, struct record_event *e, const struct figure_sums *s)
{
	/* On time and early are one figure, as inspected units declare it. Without a deadline nobody is late.
	 */
	int64_t in_time = figure_cell(s, CELL_RESOLVED_EARLY) + figure_cell(s, CELL_RESOLVED_ON_TIME) +
			  figure_cell(s, CELL_RESOLVED_NO_DEADLINE);
	int64_t within = figure_cell(s, CELL_WITHIN_DEADLINE) + figure_cell(s, CELL_NO_DEADLINE);

	set(a, e, INSPECTION_RECEIVED, figure_cell(s, CELL_RECEIVED));
	set(a, e, INSPECTION_RECEIVED_NEW, figure_cell(s, CELL_NEW));
	set(a, e, INSPECTION_CARRIED_OVER, figure_cell(s, CELL_CARRIED_OVER));
	set(a, e, INSPECTION_RESOLVED, figure_cell(s, CELL_RESOLVED));
	set(a, e, INSPECTION_IN_TIME, in_time);
	set(a, e, INSPECTION_LATE, figure_cell(s, CELL_RESOLVED_LATE));
	set(a, e, INSPECTION_IN_PROGRESS, figure_cell(s, CELL_IN_PROGRESS));
	set(a, e, INSPECTION_WITHIN_DEADLINE, within);
	set(a, e, INSPECTION_OVERDUE, figure_cell(s, CELL_OVERDUE));
}

static void set_procedures(struct arena *a, struct record_event *e, const struct figure_report *r)
{
	const struct procedure_counts *p = &r->procedures;

	set(a, e, INSPECTION_PROCEDURES, p->total);
	set(a, e, INSPECTION_INTER_AGENCY, p->same_level + p->cross_level);
	set(a, e, INSPECTION_SAME_LEVEL, p->same_level);
	set(a, e, INSPECTION_CROSS_LEVEL, p->cross_level);
	set(a, e, INSPECTION_ONLINE_3, p->online[ONLINE_3]);
	set(a, e, INSPECTION_ONLINE_4, p->online[ONLINE_4]);
	set(a, e, INSPECTION_CHANGES_NEW, p->changes[CHANGE_NEW]);
	set(a, e, INSPECTION_CHANGES_AMENDED, p->changes[CHANGE_AMENDED]);
	set(a, e, INSPECTION_CHANGES_SHORTENED, p->changes[CHANGE_SHORTENED]);
	set(a, e, INSPECTION_ONLINE_OFFERED, p->offered);
	set(a, e, INSPECTION_ONLINE_USED, r->services_with_dossiers);
}

const struct fault *inspection_freeze(struct db *db, const struct catalogue *c, const struct inspection *x,
	instant now, struct record_event *e)
{
	struct figure_request rq = request_of(c, x, now);
	struct figure_report report;
	struct buf root = { .a = db->a };

	if (!rq.agency || x->period_from > day_of(now))
		return NULL; /* nothing to compute: the law says what to do */
	TRY(figures_report(db, &rq, &report));
	if (report.broken)
		return FAULT(db->a, FAULT_CORRUPT, "the figures do not balance: %s", report.broken);
	set_dossiers(db->a, e, &report.total);
	set_procedures(db->a, e, &report);
	set(db->a, e, INSPECTION_FEEDBACK, figure_cell(&report.total, CELL_FEEDBACK));
	add_base64(&root, (struct str){ (const char *)report.journal_root.b, sizeof report.journal_root.b });
	e->values[INSPECTION_FIELD_JOURNAL_SIZE] = str_fmt(db->a, "%lld", (long long)report.journal_size);
	e->values[INSPECTION_FIELD_JOURNAL_ROOT] = buf_str(&root);
	return NULL;
}

/* The dossiers of a stratum, by internal number. */
must_check static const struct fault *mark(struct db *db, const struct figure_request *rq,
	enum figure_cell cell, unsigned stratum, struct intmap *strata)
{
	struct figure_list list;

	TRY(figures_cell_dossiers(db, rq, figure_cells_of(cell), NULL, &list));
	for (size_t i = 0; i < list.n; i++) {
		bool added;
		int64_t key = list.dossiers[i] * STRATUM_N + (int64_t)stratum;
		(void)intmap_put(strata, key, 1, &added);
	}
	return NULL;
}

must_check static const struct fault *candidate_of(struct db *db, struct arena *scratch, int64_t number,
	const struct intmap *strata, struct inspection_candidate *out)
{
	struct arena *mine = db->a;
	struct dossier d = { 0 };

	db->a = scratch;
	const struct fault *f = dossier_load(db, number, &d);
	db->a = mine;
	if (f)
		return FAULT(mine, f->kind, "%.*s", ARG(f->what));
	*out = (struct inspection_candidate){ .code = db_keep(db, d.code) };
	for (int i = 0; i < d.waits_n; i++)
		if (d.waits[i].kind == WAIT_SUPPLEMENT)
			out->strata |= 1u << STRATUM_SUPPLEMENTED;
	for (unsigned s = 0; s < STRATUM_N; s++) {
		int64_t is;
		if (intmap_get(strata, number * STRATUM_N + (int64_t)s, &is))
			out->strata |= 1u << s;
	}
	arena_reset(scratch);
	return NULL;
}

must_check static const struct fault *read_candidates(
	struct db *db, const struct figure_request *rq, struct inspection_pool *out)
{
	struct intmap strata = { .a = db->a };
	struct figure_list all;
	ARENA scratch = { 0 };

	TRY(journal_size(db, &out->journal_size));
	TRY(mark(db, rq, CELL_RESOLVED_LATE, STRATUM_LATE, &strata));
	TRY(mark(db, rq, CELL_OVERDUE, STRATUM_LATE, &strata));
	TRY(mark(db, rq, CELL_REFUSED, STRATUM_REFUSED, &strata));
	TRY(mark(db, rq, CELL_RESOLVED_ON_TIME, STRATUM_LAST_MINUTE, &strata));
	TRY(figures_cell_dossiers(db, rq, figure_cells_of(CELL_RECEIVED), NULL, &all));
	out->list = NEW_ARRAY(db->a, struct inspection_candidate, all.n + 1);
	for (size_t i = 0; i < all.n; i++)
		TRY(candidate_of(db, &scratch, all.dossiers[i], &strata, &out->list[i]));
	out->n = all.n;
	return NULL;
}

const struct fault *inspection_candidates(struct db *db, const struct catalogue *c,
	const struct inspection *x, instant now, struct inspection_pool *out)
{
	struct figure_request rq = request_of(c, x, now);

	*out = (struct inspection_pool){ 0 };
	if (!rq.agency || x->period_from > day_of(now))
		return NULL;
	return read_candidates(db, &rq, out);
}
