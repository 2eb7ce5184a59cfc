#include "procedure/procedure_web.h"

#include "portal/meta.h"
#include "procedure/procedure_html.h"
#include "procedure/procedure_page.h"
#include "site/site_web.h"

enum { MAX_PAGE = 100000 };

/* What the address asks for. */
struct asked {
	struct str query, agency, field;
	int level; /* -1: any */
	int64_t page;
};
static const char *const level_values[] = { "1", "2", "3", "4", "partial", "full", NULL };
static const struct field asked_fields[] = {
	FIELD_TEXT(struct asked, query, "q", 0, LIMIT_QUERY_CHARS),
	FIELD_TEXT(struct asked, agency, "co-quan", 0, LIMIT_NAME_CHARS),
	FIELD_TEXT(struct asked, field, "linh-vuc", 0, LIMIT_NAME_CHARS),
	FIELD_WORD(struct asked, level, "muc", level_values),
	FIELD_INT(struct asked, page, "trang", 1, MAX_PAGE),
};

static struct procedure_row row_of(
	struct request *rq, const struct catalogue *c, const struct procedure_version *v)
{
	return (struct procedure_row){ v->code, v->name, site_agency_name(rq, c, v->agency),
		allowance_text(rq->a, rq->lang, v->allow), online_words(rq->lang, v->online),
		online_tone(v->online) };
}

/* The agencies that decide procedures today, by name, and which of them is chosen. */
static void add_agencies(
	struct request *rq, const struct catalogue *c, int chosen, struct procedures_view *view)
{
	daynum today = day_of(rq->now);
	bool *has = NEW_ARRAY(rq->a, bool, c->agencies.n + 1);
	struct choice *list = NEW_ARRAY(rq->a, struct choice, c->agencies.n + 1);
	int *numbers = NEW_ARRAY(rq->a, int, c->agencies.n + 1);
	size_t n = 0;

	for (int i = 1; i <= c->procedures.n; i++) {
		const struct procedure_version *v = procedure_on(&c->procedures, i, today, KNOWN_NOW);
		if (v)
			has[catalogue_agency(c, v->agency)] = true;
	}
	if (chosen)
		has[chosen] = true;
	for (int i = 1; i <= c->agencies.n; i++) {
		size_t at = n;

		if (!has[i])
			continue;
		for (; at > 0 && str_cmp(c->agency_order[i], c->agency_order[numbers[at - 1]]) < 0; at--) {
			list[at] = list[at - 1];
			numbers[at] = numbers[at - 1];
		}
		struct str code = c->agencies.agencies[i].code;

		list[at] = (struct choice){ code, site_agency_name(rq, c, code), i == chosen };
		numbers[at] = i;
		n++;
	}
	view->agencies = list;
	view->agencies_n = n;
}

static void add_choices(struct request *rq, const struct catalogue *c, const struct asked *asked,
	struct procedures_view *view)
{
	const struct str *fields;
	int n = catalogue_fields(c, rq->a, day_of(rq->now), &fields);
	struct choice *field_list = NEW_ARRAY(rq->a, struct choice, n + 1);
	struct choice *levels = NEW_ARRAY(rq->a, struct choice, ONLINE_LEVEL_N);
	unsigned used = 0;

	for (int i = 0; i < n; i++)
		field_list[i] = (struct choice){ fields[i], fields[i], str_eq(fields[i], asked->field) };
	for (int i = 1; i <= c->procedures.n; i++) {
		const struct procedure_version *v =
			procedure_on(&c->procedures, i, day_of(rq->now), KNOWN_NOW);
		used |= v ? 1u << v->online : 0;
	}
	for (int l = 0; l < ONLINE_LEVEL_N; l++)
		if (used & 1u << l || l == asked->level)
			levels[view->levels_n++] = (struct choice){ str_of(level_values[l]),
				online_words(rq->lang, (enum online_level)l), l == asked->level };
	view->fields = field_list;
	view->fields_n = (size_t)n;
	view->levels = levels;
}

static struct url list_url(struct request *rq, const struct asked *asked)
{
	struct url u = url_path(S("/thu-tuc"));

	if (asked->query.n)
		u = url_query(rq->a, u, S("q"), asked->query);
	if (asked->agency.n)
		u = url_query(rq->a, u, S("co-quan"), asked->agency);
	if (asked->field.n)
		u = url_query(rq->a, u, S("linh-vuc"), asked->field);
	if (asked->level >= 0)
		u = url_query(rq->a, u, S("muc"), str_of(level_values[asked->level]));
	return u;
}

static void add_rows(struct request *rq, const struct catalogue *c, const struct asked *asked, int agency,
	struct procedures_view *view)
{
	struct catalogue_filter filter = { asked->query, agency, asked->field,
		asked->level < 0 ? 0 : 1u << asked->level, day_of(rq->now) };
	struct catalogue_found found = catalogue_search(c, rq->a, &filter);
	int64_t pages = site_pages(found.n), page = asked->page < pages ? asked->page : pages;
	struct procedure_row *rows = NEW_ARRAY(rq->a, struct procedure_row, LIMIT_PAGE_ROWS);

	for (int64_t i = (page - 1) * LIMIT_PAGE_ROWS; i < found.n && view->rows_n < LIMIT_PAGE_ROWS; i++)
		rows[view->rows_n++] =
			row_of(rq, c, procedure_on(&c->procedures, found.numbers[i], filter.day, KNOWN_NOW));
	view->rows = rows;
	view->total = found.n;
	view->filtered = agency || asked->field.n || asked->level >= 0;
	view->pager = (struct pager){ list_url(rq, asked), S("trang"), page, pages };
}

struct reply procedures_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct asked asked = { .level = -1, .page = 1 };
	struct form f = form_read_query(rq, asked_fields, COUNT(asked_fields), &asked);
	struct agency_choice agency = site_agency(rq, held.c, asked.agency);
	struct procedures_view view = { .query = asked.query, .problem = site_form_problem(rq, &f) };
	struct page page = site_page(rq, held.c, NAV_PROCEDURES, msg_text(rq->lang, MSG_portal_procedures));
	struct html_out o = page_out(rq);

	if (!view.problem.n && agency.matches != 1)
		view.problem = site_agency_problem(rq, held.c, asked.agency, &agency);
	add_agencies(rq, held.c, agency.number, &view);
	add_choices(rq, held.c, &asked, &view);
	if (!view.problem.n)
		add_rows(rq, held.c, &asked, agency.number, &view);
	page.has_errors = view.problem.n > 0;
	page_feed(&page, msg_text(rq->lang, MSG_feed_procedures), url_path(S("/thu-tuc/atom.xml")));
	procedures_page(&o, &page, &view);
	struct reply reply = page_reply(&o);

	reply.status = page.has_errors ? 400 : 200;
	return reply;
}
