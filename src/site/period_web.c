#include "site/period_web.h"

#include "http/route.h"

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
	return NULL;
}

/* Counted with a newer catalogue it may hold numbers that this one does not know. */
static bool fits(const struct busy *busy, const struct catalogue *c)
{
	for (int i = 0; i < busy->procedures_n; i++)
		if (busy->procedures[i] > c->procedures.n)
			return false;
	for (int i = 0; i < busy->agencies_n; i++)
		if (busy->agencies[i].number > c->agencies.n)
			return false;
	return true;
}

/* The newest marks are taken before the newest catalogue, so what is kept is never older than its marks. */
must_check static const struct fault *count_newest(struct request *rq, struct busy *out)
{
	struct app *app = rq->app;
	unsigned look;

	*out = (struct busy){ 0 };
	site_shown(rq, ROUTE_KEPT_FIGURES, &out->shown, &look);
	CATALOGUE newest = site_catalogue(rq);
	TRY(count(rq, newest.c, out));
	pthread_mutex_lock(&app->lock);
	app->busy = *out;
	pthread_mutex_unlock(&app->lock);
	return NULL;
}

const struct fault *site_busy(struct request *rq, const struct catalogue *c, struct busy *out)
{
	struct app *app = rq->app;
	struct kept_state shown;
	unsigned look;

	site_shown(rq, ROUTE_KEPT_FIGURES, &shown, &look);
	pthread_mutex_lock(&app->lock);
	*out = app->busy;
	pthread_mutex_unlock(&app->lock);
	if (memcmp(&out->shown, &shown, sizeof shown) != 0)
		TRY(count_newest(rq, out));
	if (fits(out, c))
		return NULL;
	*out = (struct busy){ 0 };
	return count(rq, c, out);
}
