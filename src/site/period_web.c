#include "site/period_web.h"

#include <stdlib.h>

struct figure_request site_figures(struct request *rq, const struct catalogue *c)
{
	daynum today = day_of(rq->now);
	daynum january = day_from_civil((struct civil){ civil_from_day(today).year, 1, 1 });
	bool given = rq->app->first != DAYNUM_NONE && rq->app->first <= today;

	return (struct figure_request){ .agencies = &c->agencies,
		.procedures = &c->procedures,
		.from = given ? rq->app->first : january,
		.to = given ? rq->app->last : today,
		.now = rq->now };
}

static int64_t received(const struct figure_named_row *r)
{
	return figure_cell(&r->sums, CELL_RECEIVED);
}

static int by_received(const void *a, const void *b)
{
	const struct figure_named_row *x = a, *y = b;
	int64_t d = received(y) - received(x);

	return d ? (d > 0) - (d < 0) : str_cmp(x->key, y->key);
}

static void keep_procedures(struct figure_report *r, struct busy *out)
{
	qsort(r->rows, r->rows_n, sizeof *r->rows, by_received);
	for (size_t i = 0; i < r->rows_n && out->procedures_n < BUSY_PROCEDURES; i++)
		if (r->rows[i].number > 0 && received(&r->rows[i]))
			out->procedures[out->procedures_n++] = (int)r->rows[i].number;
}

static void keep_agencies(struct figure_report *r, struct busy *out)
{
	qsort(r->rows, r->rows_n, sizeof *r->rows, by_received);
	for (size_t i = 0; i < r->rows_n && out->agencies_n < BUSY_AGENCIES; i++) {
		const struct figure_sums *s = &r->rows[i].sums;

		if (r->rows[i].number > 0)
			out->agencies[out->agencies_n++] = (struct busy_agency){ (int)r->rows[i].number,
				received(&r->rows[i]),
				figure_cell(s, CELL_RESOLVED_EARLY) + figure_cell(s, CELL_RESOLVED_ON_TIME),
				figure_cell(s, CELL_IN_PROGRESS),
				figure_cell(s, CELL_RESOLVED_LATE) + figure_cell(s, CELL_OVERDUE) };
	}
}

/* Agencies whose figures do not balance are not shown. */
must_check static const struct fault *count(struct request *rq, const struct catalogue *c, struct busy *out)
{
	struct figure_request q = site_figures(rq, c);
	struct figure_report report;
	READER held = { 0 };

	TRY(site_reader(rq, &held));
	q.by = BY_PROCEDURE;
	TRY(figures_report(held.db, &q, &report));
	keep_procedures(&report, out);
	q.by = BY_AGENCY;
	TRY(figures_report(held.db, &q, &report));
	if (!report.broken)
		keep_agencies(&report, out);
	out->from = q.from;
	out->to = day_of(report.until);
	out->taken = rq->now;
	return NULL;
}

const struct fault *site_busy(struct request *rq, const struct catalogue *c, struct busy *out)
{
	struct app *app = rq->app;

	pthread_mutex_lock(&app->lock);
	struct busy busy = app->busy;
	pthread_mutex_unlock(&app->lock);
	/* A cache counted with a newer catalogue may hold numbers that this one does not know. */
	for (int i = 0; i < busy.procedures_n; i++)
		if (busy.procedures[i] > c->procedures.n)
			busy.taken = INSTANT_NONE;
	for (int i = 0; i < busy.agencies_n; i++)
		if (busy.agencies[i].number > c->agencies.n)
			busy.taken = INSTANT_NONE;
	bool fresh = busy.taken != INSTANT_NONE && rq->now >= busy.taken &&
		     rq->now - busy.taken < BUSY_SECONDS && day_of(rq->now) == day_of(busy.taken);

	if (!fresh) {
		busy = (struct busy){ 0 };
		TRY(count(rq, c, &busy));
		pthread_mutex_lock(&app->lock);
		app->busy = busy;
		pthread_mutex_unlock(&app->lock);
	}
	*out = busy;
	return NULL;
}
