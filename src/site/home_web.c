#include "site/home_web.h"

#include "procedure/procedure_page.h"
#include "site/period_web.h"

#include <stdlib.h>

enum { POPULAR = 6, HOME_AGENCIES = 6 };

/* What the figures give: the busiest procedures and agencies. */
struct busy {
	struct figure_report procedures, agencies;
};

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

must_check static const struct fault *ask(struct request *rq, const struct catalogue *c, struct busy *out)
{
	struct figure_request q = site_figures(rq, c);
	READER held = { 0 };

	TRY(site_reader(rq, &held));
	q.by = BY_PROCEDURE;
	TRY(figures_report(held.db, &q, &out->procedures));
	q.by = BY_AGENCY;
	TRY(figures_report(held.db, &q, &out->agencies));
	return NULL;
}

static void add_popular(
	struct request *rq, const struct catalogue *c, struct figure_report *r, struct home *home)
{
	struct home_procedure *list = NEW_ARRAY(rq->a, struct home_procedure, POPULAR);

	qsort(r->rows, r->rows_n, sizeof *r->rows, by_received);
	for (size_t i = 0; i < r->rows_n && home->procedure_count < POPULAR; i++) {
		const struct procedure_version *v =
			procedure_on(&c->procedures, (int)r->rows[i].number, day_of(rq->now), KNOWN_NOW);

		if (!v || !received(&r->rows[i]))
			continue;
		list[home->procedure_count++] = (struct home_procedure){ v->code, v->name,
			site_agency_name(rq, c, v->agency), allowance_text(rq->a, rq->lang, v->allow),
			online_words(rq->lang, v->online), online_tone(v->online) };
	}
	home->procedures = list;
}

static void add_agencies(struct request *rq, struct figure_report *r, struct home *home)
{
	struct home_agency *list = NEW_ARRAY(rq->a, struct home_agency, HOME_AGENCIES);

	qsort(r->rows, r->rows_n, sizeof *r->rows, by_received);
	for (size_t i = 0; i < r->rows_n && home->agency_count < HOME_AGENCIES; i++) {
		const struct figure_sums *s = &r->rows[i].sums;

		list[home->agency_count++] = (struct home_agency){ r->rows[i].name,
			url_query(rq->a, url_path(S("/so-lieu")), S("co-quan"), r->rows[i].key),
			received(&r->rows[i]),
			figure_cell(s, CELL_RESOLVED_EARLY) + figure_cell(s, CELL_RESOLVED_ON_TIME),
			figure_cell(s, CELL_IN_PROGRESS),
			figure_cell(s, CELL_RESOLVED_LATE) + figure_cell(s, CELL_OVERDUE) };
	}
	home->agencies = list;
	home->from = r->request.from;
	home->to = day_of(r->until);
}

static void add_fields(struct request *rq, const struct catalogue *c, struct home *home)
{
	const struct str *fields;
	int n = catalogue_fields(c, rq->a, day_of(rq->now), &fields);
	struct home_field *list = NEW_ARRAY(rq->a, struct home_field, n + 1);

	for (int i = 0; i < n; i++)
		list[i] = (struct home_field){ fields[i],
			url_query(rq->a, url_path(S("/thu-tuc")), S("linh-vuc"), fields[i]), 0 };
	for (int p = 1; p <= c->procedures.n; p++) {
		const struct procedure_version *v =
			procedure_on(&c->procedures, p, day_of(rq->now), KNOWN_NOW);
		home->procedure_total += v != NULL;
		for (int i = 0; v && i < n; i++)
			list[i].count += str_eq(fields[i], v->field);
	}
	home->fields = list;
	home->field_count = (size_t)n;
}

struct reply home_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct page page = site_page(rq, held.c, NAV_HOME, S(""));
	struct home home = { 0 };
	struct busy busy = { 0 };
	const struct fault *f = ask(rq, held.c, &busy);

	if (f)
		return reply_fault(f);
	add_fields(rq, held.c, &home);
	add_popular(rq, held.c, &busy.procedures, &home);
	if (!busy.agencies.broken)
		add_agencies(rq, &busy.agencies, &home);
	page.synthetic = rq->app->synthetic && home.agency_count;
	return home_reply(rq, &page, &home);
}
