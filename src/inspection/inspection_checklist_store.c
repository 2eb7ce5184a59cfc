#include "inspection/inspection_checklist_store.h"
#include "catalogue/pack.h"
#include "figures/figures_report.h"

const struct fault *checklist_load(struct arena *a, struct checklist *out)
{
	for (int i = 0; i < pack_n; i++)
		if (str_eq(pack[i].path, S("vn/inspection-checklist.csv")))
			return checklist_read(a, pack[i].raw, out);
	impossible(); /* meson.build names what is embedded */
}

static void know_dossiers(struct checklist_facts *f, const struct figure_sums *s)
{
	static const struct {
		enum checklist_fact fact;
		enum figure_cell cell;
	} same[] = { { CHECKLIST_RECEIVED, CELL_RECEIVED }, { CHECKLIST_RESOLVED, CELL_RESOLVED },
		{ CHECKLIST_LATE, CELL_RESOLVED_LATE }, { CHECKLIST_OVERDUE, CELL_OVERDUE },
		{ CHECKLIST_APOLOGISED, CELL_APOLOGISED }, { CHECKLIST_NEW, CELL_NEW },
		{ CHECKLIST_NEW_ONLINE, CELL_NEW_ONLINE }, { CHECKLIST_NEW_POSTAL, CELL_NEW_POSTAL } };

	for (size_t i = 0; i < COUNT(same); i++)
		checklist_know(f, same[i].fact, figure_cell(s, same[i].cell));
	checklist_know(f, CHECKLIST_IN_TIME,
		figure_cell(s, CELL_RESOLVED_EARLY) + figure_cell(s, CELL_RESOLVED_ON_TIME) +
			figure_cell(s, CELL_RESOLVED_NO_DEADLINE));
}

static void know_procedures(struct checklist_facts *f, const struct figure_report *r)
{
	const struct procedure_counts *p = &r->procedures;

	checklist_know(f, CHECKLIST_PROCEDURES, p->total);
	checklist_know(f, CHECKLIST_WITHOUT_CODE, p->without_code);
	checklist_know(f, CHECKLIST_SHORTENED, p->changes[CHANGE_SHORTENED]);
	checklist_know(f, CHECKLIST_INTER_AGENCY, p->same_level + p->cross_level);
	checklist_know(f, CHECKLIST_OFFERED, p->offered);
	checklist_know(f, CHECKLIST_USED, r->services_with_dossiers);
}

static int64_t received_between_agencies(const struct figure_report *r)
{
	const struct procedure_list *all = r->request.procedures;
	int64_t n = 0;

	for (size_t i = 0; i < r->rows_n; i++) {
		int number = procedure_number(all, r->rows[i].key);
		const struct procedure_version *v =
			number ? procedure_on(all, number, day_of(r->until), r->journal_size) : NULL;

		if (v && v->interagency != INTERAGENCY_NONE)
			n += figure_cell(&r->rows[i].sums, CELL_RECEIVED);
	}
	return n;
}

const struct fault *checklist_gather(struct db *db, const struct catalogue *c, const struct inspection *x,
	instant now, struct checklist_facts *out)
{
	bool is_frozen = x->begun_at != INSTANT_NONE;
	struct figure_request rq = { .agencies = &c->agencies,
		.procedures = &c->procedures,
		.agency = catalogue_agency(c, x->base.agency),
		.from = x->period_from,
		.to = x->period_to,
		.known_at = is_frozen ? x->begun_at : INSTANT_NONE,
		.now = is_frozen ? x->begun_at : now,
		.by = BY_PROCEDURE };
	struct figure_report report;

	*out = (struct checklist_facts){ .declared = x->declared_only };
	if (x->declared_only) {
		checklist_take_figures(out, &x->declared);
		return NULL;
	}
	checklist_compare(out, x);
	if (!rq.agency || rq.from > day_of(rq.now))
		return NULL;
	TRY(figures_report(db, &rq, &report));
	if (report.broken)
		return FAULT(db->a, FAULT_CORRUPT, "the figures do not balance: %s", report.broken);
	know_dossiers(out, &report.total);
	know_procedures(out, &report);
	checklist_know(out, CHECKLIST_INTER_RECEIVED, received_between_agencies(&report));
	/* What was frozen stands, whatever was recorded within that second. */
	checklist_take_figures(out, &x->computed);
	return NULL;
}
