/* The list of agencies for everybody. */
#include "office/office_html.h"
#include "office/office_web.h"
#include "search/fold.h"

#include <stdlib.h>

struct offices {
	struct request *rq;
	const struct catalogue *c;
	struct str query, folded;
	const struct contact_row *contacts;
	size_t contacts_n;
	int64_t *procedures; /* by number of the agency */
	struct office_row *rows[OFFICE_GROUPS];
};

static void count_procedures(struct offices *x)
{
	const struct catalogue *c = x->c;

	x->procedures = NEW_ARRAY(x->rq->a, int64_t, c->agencies.n + 1);
	for (int i = 1; i <= c->procedures.n; i++) {
		const struct procedure_version *v =
			procedure_on(&c->procedures, i, day_of(x->rq->now), KNOWN_NOW);

		if (v)
			x->procedures[catalogue_agency(c, v->agency)]++;
	}
}

static struct str phone_of(const struct offices *x, struct str agency)
{
	const struct contact_row *r = contact_find(x->contacts, x->contacts_n, agency);

	return r && r->is_valid ? phone_text(x->rq->a, r->phone) : S("");
}

static bool is_wanted(const struct offices *x, int number)
{
	struct str name = x->c->agency_names[number], code = x->c->agencies.agencies[number].code;

	return !x->folded.n || str_find(name, x->folded) < name.n ||
	       str_find(x->c->agency_shorts[number], x->folded) < x->c->agency_shorts[number].n ||
	       str_eq_nocase(code, x->query);
}

static void add(struct offices *x, int number, const struct agency_version *v, struct office_list_view *view)
{
	struct arena *a = x->rq->a;
	struct office_group *g = &view->groups[v->level];

	view->total++;
	if (view->total > LIMIT_OFFICES_SHOWN) {
		view->cut = true;
		return;
	}
	x->rows[v->level][g->n++] =
		(struct office_row){ .to = url_segment(a, url_path(S("/co-quan")), v->code),
			.name = v->name,
			.code = v->code,
			.parent = v->parent.n ? site_agency_name(x->rq, x->c, v->parent) : S(""),
			.phone = phone_of(x, v->code),
			.procedures = x->procedures[number] };
}

struct ordered {
	struct str key;
	int number;
};
static int compare(const void *a, const void *b)
{
	const struct ordered *x = a, *y = b;

	return str_cmp(x->key, y->key);
}

/* All agencies by name, from [0]. */
static const struct ordered *by_name(const struct offices *x)
{
	int n = x->c->agencies.n;
	struct ordered *order = NEW_ARRAY(x->rq->a, struct ordered, n + 1);

	for (int i = 1; i <= n; i++)
		order[i - 1] = (struct ordered){ x->c->agency_order[i], i };
	qsort(order, (size_t)n, sizeof *order, compare);
	return order;
}

/* By name within each level. */
static void fill(struct offices *x, struct office_list_view *view)
{
	static const enum msg names[OFFICE_GROUPS] = { [LEVEL_MINISTRY] = MSG_office_level_ministry,
		[LEVEL_PROVINCE] = MSG_office_level_province,
		[LEVEL_DISTRICT] = MSG_office_level_district,
		[LEVEL_COMMUNE] = MSG_office_level_commune };
	int n = x->c->agencies.n;
	const struct ordered *order = by_name(x);

	for (int g = 0; g < OFFICE_GROUPS; g++) {
		x->rows[g] = NEW_ARRAY(x->rq->a, struct office_row, LIMIT_OFFICES_SHOWN);
		view->groups[g] = (struct office_group){ msg_text(x->rq->lang, names[g]), x->rows[g], 0 };
	}
	for (int i = 0; i < n; i++) {
		const struct agency_version *v =
			agency_on(&x->c->agencies, order[i].number, day_of(x->rq->now), KNOWN_NOW);

		if (v && is_wanted(x, order[i].number))
			add(x, order[i].number, v, view);
	}
}

struct offices_form {
	struct str query;
};

struct reply offices_get(struct request *rq)
{
	static const struct field fields[] = { FIELD_TEXT(
		struct offices_form, query, "q", 0, LIMIT_QUERY_CHARS) };
	CATALOGUE held = site_catalogue(rq);
	READER reader = { 0 };
	struct offices_form form = { 0 };
	struct form read = form_read_query(rq, fields, COUNT(fields), &form);
	struct offices x = { .rq = rq, .c = held.c, .query = form.query, .folded = fold(rq->a, form.query) };
	struct office_list_view view = { .query = form.query };
	struct page page = site_page(rq, held.c, NAV_NONE, msg_text(rq->lang, MSG_office_title));
	struct html_out o = page_out(rq);

	if (read.unreadable)
		return reply_error(400, S(""));
	const struct fault *f = site_reader(rq, &reader);

	if (!f)
		f = contact_list(reader.db, &x.contacts, &x.contacts_n);
	if (f)
		return reply_fault(f);
	count_procedures(&x);
	fill(&x, &view);
	page.description = msg_text(rq->lang, MSG_office_lead);
	office_list_page(&o, &page, &view);
	return page_reply(&o);
}
