#include "site/home_web.h"

#include "base/utf8.h"
#include "article/article_view.h"
#include "article/article_web.h"
#include "figures/figures_page.h"
#include "legal/legal_web.h"
#include "portal/meta.h"
#include "procedure/procedure_page.h"
#include "site/period_web.h"
#include "visit/visit_web.h"

enum { HOME_AGENCIES = 4, NAME_CHARS = 110 };

/* Some names are a paragraph; a card shows their beginning, in whole words. */
static struct str short_name(struct arena *a, struct str name)
{
	struct str clipped = utf8_clip(name, NAME_CHARS);

	if (clipped.n == name.n)
		return name;
	while (clipped.n && clipped.p[clipped.n - 1] != ' ')
		clipped.n--;
	return str_fmt(a, "%.*s…", ARG(str_trim(clipped)));
}

static void add_popular(
	struct request *rq, const struct catalogue *c, const struct busy *busy, struct home *home)
{
	struct home_procedure *list = NEW_ARRAY(rq->a, struct home_procedure, BUSY_PROCEDURES);

	for (int i = 0; i < busy->procedures_n; i++) {
		const struct procedure_version *v =
			procedure_on(&c->procedures, busy->procedures[i], day_of(rq->now), KNOWN_NOW);

		if (v)
			list[home->procedure_count++] = (struct home_procedure){ v->code,
				short_name(rq->a, v->name), site_agency_name(rq, c, v->agency),
				allowance_text(rq->a, rq->lang, v->allow), online_words(rq->lang, v->online),
				online_tone(v->online) };
	}
	home->procedures = list;
}

/* The dossiers that one number of an agency counts: the row of /so-lieu by agency that it was taken from. */
static struct url list_of(
	struct request *rq, const struct busy *busy, struct str agency, struct figure_cells cells)
{
	struct arena *a = rq->a;
	struct url u = url_query(a, url_path(S("/so-lieu/ho-so")), S("co-quan"), S("all"));

	u = url_query(a, u, S("tu"), fmt_day(a, busy->from));
	u = url_query(a, u, S("den"), fmt_day(a, busy->to));
	u = url_query(a, u, S("theo"), S("co-quan"));
	u = url_query(a, u, S("dong"), agency);
	return url_query(a, u, S("chi-tieu"), figure_cells_name(a, cells));
}

static void add_agencies(
	struct request *rq, const struct catalogue *c, const struct busy *busy, struct home *home)
{
	struct home_agency *list = NEW_ARRAY(rq->a, struct home_agency, HOME_AGENCIES);

	for (int i = 0; i < busy->agencies_n && home->agency_count < HOME_AGENCIES; i++) {
		const struct busy_agency *b = &busy->agencies[i];
		struct str code = c->agencies.agencies[b->number].code;

		list[home->agency_count++] = (struct home_agency){ site_agency_name(rq, c, code),
			url_query(rq->a, url_path(S("/so-lieu")), S("co-quan"), code), b->received,
			b->in_time, b->in_progress, b->overdue,
			list_of(rq, busy, code, figure_cells_of(CELL_RECEIVED)),
			list_of(rq, busy, code, figure_cells_in_time()),
			list_of(rq, busy, code, figure_cells_of(CELL_IN_PROGRESS)),
			list_of(rq, busy, code, figure_cells_late()) };
	}
	home->agencies = list;
	home->from = busy->from;
	home->to = busy->to;
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

enum { HOME_LEGAL = 4, HOME_NEWS = 5 };

must_check static const struct fault *add_news(struct request *rq, struct db *db, struct home *home)
{
	const struct article_item *items;
	size_t n;

	TRY(article_newest(rq, db, ARTICLE_NEWS, 0, &items, &n));
	struct home_news *news = NEW_ARRAY(rq->a, struct home_news, n + 1);

	for (; home->news_n < n && home->news_n < HOME_NEWS; home->news_n++) {
		const struct article_item *item = &items[home->news_n];

		news[home->news_n] = (struct home_news){ item->title, item->to, item->published };
	}
	home->news = news;
	return NULL;
}

/* The newest of what is published, from one reading connection. */
must_check static const struct fault *add_newest(struct request *rq, struct home *home)
{
	READER reader = { 0 };
	struct legal_newest *legal = NEW(rq->a, struct legal_newest);

	TRY(site_reader(rq, &reader));
	TRY(legal_newest(rq, reader.db, HOME_LEGAL, legal));
	home->legal = legal;
	return add_news(rq, reader.db, home);
}

struct reply home_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct page page = site_page(rq, held.c, NAV_HOME, S(""));
	struct visit_view visits = visit_view_of(rq);
	struct home home = { .takes_feedback = true };
	struct busy busy;
	const struct fault *f = site_busy(rq, held.c, &busy);

	if (!f)
		f = add_newest(rq, &home);
	if (f)
		return reply_fault(f);
	add_fields(rq, held.c, &home);
	add_popular(rq, held.c, &busy, &home);
	add_agencies(rq, held.c, &busy, &home);
	page.synthetic = rq->app->synthetic && home.agency_count;
	struct linked_agency owner = { .name = page.owner, .page = url_path(S("/")) };

	if (page.owner.n)
		page_linked(&page, linked_agency(rq->a, &page, &owner));
	if (rq->app->visits)
		home.visits = &visits;
	return home_reply(rq, &page, &home);
}
