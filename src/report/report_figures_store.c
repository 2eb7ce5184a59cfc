/* The figures that a report freezes. */
#include "figures/figures_report.h"
#include "report/report_store.h"

static struct figure_request request_of(const struct report_question *q)
{
	return (struct figure_request){ .agencies = q->agencies,
		.procedures = q->procedures,
		.agency = q->agency,
		.from = q->from,
		.to = q->to,
		.now = q->now };
}

static struct report_figures figures_of(struct arena *a, const struct figure_report *f)
{
	static const struct {
		enum report_figure figure;
		enum figure_cell cell;
	} cells[] = {
		{ REPORT_FIGURE_RECEIVED, CELL_RECEIVED },
		{ REPORT_FIGURE_NEW, CELL_NEW },
		{ REPORT_FIGURE_NEW_ONLINE, CELL_NEW_ONLINE },
		{ REPORT_FIGURE_CARRIED_OVER, CELL_CARRIED_OVER },
		{ REPORT_FIGURE_RESOLVED, CELL_RESOLVED },
		{ REPORT_FIGURE_EARLY, CELL_RESOLVED_EARLY },
		{ REPORT_FIGURE_ON_TIME, CELL_RESOLVED_ON_TIME },
		{ REPORT_FIGURE_ENDED_LATE, CELL_RESOLVED_LATE },
		{ REPORT_FIGURE_NO_DEADLINE, CELL_RESOLVED_NO_DEADLINE },
		{ REPORT_FIGURE_IN_PROGRESS, CELL_IN_PROGRESS },
		{ REPORT_FIGURE_OVERDUE, CELL_OVERDUE },
	};
	struct report_figures out = { .journal_size = f->journal_size };
	struct buf root = { .a = a };

	for (size_t i = 0; i < COUNT(cells); i++)
		out.n[cells[i].figure] = figure_cell(&f->total, cells[i].cell);
	out.n[REPORT_FIGURE_PROCEDURES] = f->procedures.total;
	out.n[REPORT_FIGURE_OFFERED] = f->procedures.offered;
	out.n[REPORT_FIGURE_USED] = f->services_with_dossiers;
	out.n[REPORT_FIGURE_GAPS] = f->procedures.without_code + f->procedures.without_fee;
	add_base64(&root, (struct str){ (const char *)f->journal_root.b, sizeof f->journal_root.b });
	out.journal_root = buf_str(&root);
	return out;
}

const struct fault *report_figures_read(
	struct db *db, const struct report_question *q, struct report_figures *out)
{
	struct figure_request rq = request_of(q);
	struct figure_report f;

	TRY(figures_report(db, &rq, &f));
	*out = figures_of(db->a, &f);
	return NULL;
}

const struct fault *report_figures_within(
	struct db *db, const struct report_question *q, struct report_figures *out)
{
	struct figure_request rq = request_of(q);
	struct figure_report f;

	TRY(figures_report_within(db, &rq, &f));
	*out = figures_of(db->a, &f);
	return NULL;
}
