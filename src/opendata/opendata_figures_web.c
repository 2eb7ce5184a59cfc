/* The figures of a year: one row for each month and agency, the cells of the contract as columns. */
#include "opendata/opendata.h"

#include "figures/figures_report.h"

/* The meaning of a cell is its label in the figures, so that both never differ: MSG_opendata_c_cell stands
 * for it. */
#define X(name, text) { S_INIT(text), DATASET_NUMBER, MSG_opendata_c_cell },
static const struct dataset_column columns[] = { { S_INIT("month"), DATASET_TEXT, MSG_opendata_c_month },
	{ S_INIT("agency"), DATASET_TEXT, MSG_opendata_c_agency_code },
	{ S_INIT("agency_name"), DATASET_TEXT, MSG_opendata_c_agency_name }, FIGURE_CELLS(X) };
#undef X
enum { MONTHS = 12 };

static void say_row(struct dataset_out *o, struct str month, const struct figure_named_row *r)
{
	dataset_text(o, month);
	dataset_text(o, r->key);
	dataset_text(o, r->name);
	for (int cell = 0; cell < FIGURE_CELL_N; cell++)
		dataset_number(o, figure_cell(&r->sums, (enum figure_cell)cell));
}

/* Figures that do not balance are never shown. */
must_check static const struct fault *say_month(struct dataset_out *o, int year, int month)
{
	struct arena *a = o->rq->a;
	struct figure_request q = { .agencies = &o->c->agencies,
		.procedures = &o->c->procedures,
		.from = day_from_civil((struct civil){ year, month, 1 }),
		.to = day_from_civil((struct civil){ year, month, days_in_month(year, month) }),
		.now = o->rq->now,
		.by = BY_AGENCY };
	struct figure_report report;

	if (instant_at(q.from, 0) > q.now)
		return NULL;
	TRY(figures_report(o->db, &q, &report));
	if (report.broken)
		return FAULT(a, FAULT_CORRUPT, "figures of %d-%02d: %s", year, month, report.broken);
	for (size_t i = 0; i < report.rows_n && !o->full; i++)
		say_row(o, str_fmt(a, "%d-%02d", year, month), &report.rows[i]);
	return NULL;
}

static const struct fault *say(struct dataset_out *o)
{
	int year = (int)dataset_year(o);

	for (int m = 1; m <= MONTHS; m++)
		TRY(say_month(o, year, m));
	return NULL;
}

const struct dataset dataset_figures = { .name = S_INIT("so-lieu"),
	.title = MSG_opendata_figures,
	.what = MSG_opendata_figures_what,
	.columns = columns,
	.columns_n = COUNT(columns),
	.say = say,
	.page = S_INIT("/so-lieu"),
	.api = S_INIT("/api/v1/figures"),
	.by_year = true };
