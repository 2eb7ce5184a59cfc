#include "account/holders_html.h"
#include "account/people_parts_web.h"

#include <stdlib.h>

struct holders_form {
	struct str role, agency;
	int64_t page;
};
struct asking {
	enum role role;    /* ROLE_NOBODY: all */
	struct str agency; /* with those below it; empty: all */
};

/* By agency, then in the order of ROLES, then by name. */
static int compare(const void *left, const void *right)
{
	const struct holder_row *a = left, *b = right;
	int order = str_cmp(a->agency, b->agency);

	if (!order)
		order = (a->role_order > b->role_order) - (a->role_order < b->role_order);
	return order ? order : str_cmp(a->name, b->name);
}

static bool is_wanted(
	struct request *rq, const struct asking *ask, const struct account_row *who, const struct grant *g)
{
	const struct agency_scope scope = staff_scope(rq);

	if (ask->role != ROLE_NOBODY && g->role != ask->role)
		return false;
	if (g->to != DAYNUM_NONE && g->to < day_of(rq->now))
		return false;
	if (ask->agency.n && !(g->agency.n && scope.is_within(scope.tree, g->agency, ask->agency)))
		return false;
	/* The person too, whose page is linked. */
	return staff_may_at(rq, PERMISSION_ACCOUNT_READ, g->agency) &&
	       staff_may_at(rq, PERMISSION_ACCOUNT_READ, who->agency);
}

must_check static const struct fault *find(
	struct request *rq, const struct asking *ask, struct holder_row **out, size_t *n)
{
	READER held = { 0 };
	CATALOGUE cat = site_catalogue(rq);
	const struct account_row *all;
	size_t all_n, cap = 0;

	TRY(site_reader(rq, &held));
	TRY(account_list(held.db, rq->now, &all, &all_n));
	for (size_t i = 0; i < all_n; i++)
		for (size_t k = 0; k < all[i].grants.n; k++) {
			const struct grant *g = &all[i].grants.list[k];

			if (!is_wanted(rq, ask, &all[i], g))
				continue;
			*out = arena_grow(rq->a, *out, *n, &cap, sizeof **out);
			(*out)[(*n)++] = (struct holder_row){ .number = all[i].number,
				.name = all[i].name,
				.agency = staff_agency_name(rq, cat.c, g->agency),
				.role = role_name(rq->lang, g->role),
				.role_order = (int)g->role,
				.days = grant_days_text(rq->a, rq->lang, g),
				.delegator = g->delegator_name,
				.in_force = grant_is_in_force(g, day_of(rq->now)) };
		}
	if (*n)
		qsort(*out, *n, sizeof **out, compare);
	return NULL;
}

/* What is asked, or what is wrong with it. */
static struct form_flaw read_asking(struct request *rq, const struct holders_form *x, struct asking *out)
{
	CATALOGUE held = site_catalogue(rq);
	struct agency_choice choice = site_agency(rq, held.c, x->agency);

	if (x->role.n && (!role_from(x->role, &out->role) || !role_is_staff(out->role)))
		return (struct form_flaw){ msg_text(rq->lang, MSG_site_web_unreadable), S("vai-tro") };
	if (x->agency.n && !choice.number)
		return (struct form_flaw){ site_agency_problem(rq, held.c, x->agency, &choice),
			S("co-quan") };
	if (choice.number)
		out->agency = str_dup(rq->a, held.c->agencies.agencies[choice.number].code);
	return (struct form_flaw){ 0 };
}

static struct pager pager_of(struct request *rq, const struct holders_form *x, int64_t total)
{
	struct url base = url_path(S(STAFF_PATH "/vai-tro"));

	if (x->role.n)
		base = url_query(rq->a, base, S("vai-tro"), x->role);
	if (x->agency.n)
		base = url_query(rq->a, base, S("co-quan"), x->agency);
	return (struct pager){ base, S("trang"), x->page, site_pages(total) };
}

struct reply holders_get(struct request *rq)
{
	static const struct field fields[] = { FIELD_CODE(struct holders_form, role, "vai-tro", 0),
		FIELD_TEXT(struct holders_form, agency, "co-quan", 0, LIMIT_QUERY_CHARS),
		FIELD_INT(struct holders_form, page, "trang", 1, 10000) };
	struct holders_form x = { .page = 1 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);
	struct holders_view v = { .agency = x.agency };
	struct asking ask = { 0 };
	struct holder_row *all = NULL;
	size_t n = 0;

	if (form.error_count)
		return reply_error(400, site_form_problem(rq, &form));
	v.flaw = read_asking(rq, &x, &ask);
	const struct fault *f = v.flaw.text.n ? NULL : find(rq, &ask, &all, &n);

	if (f)
		return reply_fault(f);
	size_t first = (size_t)(x.page - 1) * LIMIT_PAGE_ROWS;

	v.rows_n = first >= n ? 0 : n - first < LIMIT_PAGE_ROWS ? n - first : LIMIT_PAGE_ROWS;
	v.rows = v.rows_n ? all + first : NULL;
	v.total = (int64_t)n;
	v.pager = pager_of(rq, &x, v.total);
	v.choices = people_role_choices(rq, x.role, MSG_account_holders_all, &v.choices_n);
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_account_holders));
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	page.has_errors = v.flaw.text.n > 0;
	holders_page(&o, &page, &s, &v);
	return staff_reply(&o, page.has_errors);
}
