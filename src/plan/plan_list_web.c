/* The list of plans, and what of them waits. */
#include "plan/plan_html.h"
#include "plan/plan_page_web.h"

struct list_form {
	int64_t year, page;
	struct str agency;
};
struct listing {
	struct request *rq;
	const struct catalogue *c;
	const struct list_form *x;
	int root;   /* number of the agency asked for; 0: all */
	bool whole; /* whoever asks reads plans for the whole province */
	struct plan_list_view *v;
	struct plan_list_row *rows;
};

/* May be seen by whoever asks, and is what was asked for. */
static bool is_wanted(const struct listing *l, const struct plan_row *r)
{
	daynum today = day_of(l->rq->now);
	int number = catalogue_agency(l->c, r->agency);

	if (r->agency.n ? !staff_may_at(l->rq, PERMISSION_PLAN_READ, r->agency)
			: !l->whole && str_eq(r->state, S("draft")))
		return false;
	return !l->root || (number && agency_within(&l->c->agencies, number, l->root, today, KNOWN_NOW));
}

static enum msg state_name(const struct record_kind *k, struct str text, enum tone *tone)
{
	int state = record_state_of(k, text);

	if (state)
		*tone = plan_state_tone(state);
	return k->states[state].name;
}

static void add_row(struct listing *l, enum plan_which which, const struct plan_row *r)
{
	enum tone tone = TONE_PLAIN;
	enum msg state = state_name(plan_types[which]->kind, r->state, &tone);

	l->rows[l->v->rows_n++] =
		(struct plan_list_row){ .to = record_url(l->rq->a, plan_webs[which], r->number),
			.title = r->title,
			.sign = r->sign,
			.agency = r->agency.n ? str_dup(l->rq->a, site_agency_name(l->rq, l->c, r->agency))
					      : msg_text(l->rq->lang, MSG_plan_web_province),
			.kind = msg_text(l->rq->lang, plan_kind_name(which)),
			.state = msg_text(l->rq->lang, state),
			.tone = tone,
			.year = r->year,
			.date = r->date,
			.tasks = r->tasks,
			.done = r->done,
			.overdue = str_eq(r->state, S("issued")) ? r->overdue : 0,
			.units = r->units,
			.has_tasks = which != PLAN_OF_INSPECTIONS };
}

must_check static const struct fault *add_kind(struct listing *l, struct db *db, enum plan_which which)
{
	const struct plan_row *rows;
	int64_t first = (l->x->page - 1) * LIMIT_PAGE_ROWS;
	size_t n;

	TRY(plan_list(db, which, (int)l->x->year, day_of(l->rq->now), &rows, &n));
	for (size_t i = 0; i < n; i++)
		if (is_wanted(l, &rows[i]) && l->v->total++ >= first && l->v->rows_n < LIMIT_PAGE_ROWS)
			add_row(l, which, &rows[i]);
	return NULL;
}

must_check static const struct fault *add_years(
	struct request *rq, struct db *db, int64_t year, struct plan_list_view *v)
{
	int years[LIMIT_PLAN_YEARS];
	struct choice *list = NEW_ARRAY(rq->a, struct choice, LIMIT_PLAN_YEARS + 1);
	size_t n;

	TRY(plan_years(db, years, COUNT(years), &n));
	list[0] = (struct choice){ S("0"), msg_text(rq->lang, MSG_plan_web_all_years), year == 0 };
	for (size_t i = 0; i < n; i++) {
		struct str text = str_fmt(rq->a, "%d", years[i]);
		list[i + 1] = (struct choice){ text, text, year == years[i] };
	}
	v->years = list;
	v->years_n = n + 1;
	return NULL;
}

must_check static const struct fault *fill(struct listing *l, enum plan_which only)
{
	READER held = { 0 };

	TRY(site_reader(l->rq, &held));
	TRY(add_years(l->rq, held.db, l->x->year, l->v));
	for (int k = 0; k < PLAN_KINDS; k++)
		if (only == PLAN_KINDS || only == (enum plan_which)k)
			TRY(add_kind(l, held.db, (enum plan_which)k));
	return NULL;
}

/* Plans that whoever is signed in may draft. A role at some agency is enough for a plan of an agency. */
static void add_news(struct request *rq, struct plan_list_view *v)
{
	static const enum msg words[PLAN_KINDS] = { [PLAN_OF_PROVINCE] = MSG_plan_web_new_province,
		[PLAN_OF_AGENCY] = MSG_plan_web_new_agency,
		[PLAN_OF_INSPECTIONS] = MSG_plan_web_new_inspections };
	unsigned held = grants_roles(&rq->session->grants, day_of(rq->now));

	for (int k = 0; k < PLAN_KINDS; k++) {
		unsigned roles = plan_types[k]->kind->verbs[0].roles;
		bool may = k == PLAN_OF_AGENCY ? (held & roles) != 0
					       : staff_role_at(rq, roles, S("")) != ROLE_NOBODY;

		if (may)
			v->news[v->news_n++] = (struct record_link){ msg_text(rq->lang, words[k]),
				url_segment(
					rq->a, url_path(str_of(plan_webs[k]->path)), S(RECORD_NEW_SEGMENT)) };
	}
}

static struct url filtered(struct request *rq, struct url to, const struct list_form *x)
{
	if (x->year)
		to = url_query_int(rq->a, to, S("nam"), x->year);
	return x->agency.n ? url_query(rq->a, to, S("co-quan"), x->agency) : to;
}

static void add_kinds(
	struct request *rq, const struct list_form *x, enum plan_which only, struct plan_list_view *v)
{
	struct plan_chip *list = NEW_ARRAY(rq->a, struct plan_chip, PLAN_KINDS + 1);

	list[v->kinds_n++] = (struct plan_chip){ filtered(rq, url_path(S(PLANS_PATH)), x),
		msg_text(rq->lang, MSG_plan_web_all_kinds), only == PLAN_KINDS };
	for (int k = 0; k < PLAN_KINDS; k++)
		list[v->kinds_n++] = (struct plan_chip){ filtered(
								 rq, url_path(str_of(plan_webs[k]->path)), x),
			msg_text(rq->lang, plan_kind_name((enum plan_which)k)), only == (enum plan_which)k };
	v->kinds = list;
}

struct reply plans_get(struct request *rq)
{
	static const struct field fields[] = { FIELD_INT(struct list_form, year, "nam", 0, 2199),
		FIELD_INT(struct list_form, page, "trang", 1, 10000),
		FIELD_TEXT(struct list_form, agency, "co-quan", 0, LIMIT_QUERY_CHARS) };
	struct list_form x = { .page = 1 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);
	enum plan_which only = plan_which_of(rq);
	CATALOGUE held = site_catalogue(rq);
	struct agency_choice choice = site_agency(rq, held.c, x.agency);
	struct plan_list_view v = { .agency_typed = x.agency,
		.action = url_path(only == PLAN_KINDS ? S(PLANS_PATH) : str_of(plan_webs[only]->path)) };
	struct listing l = { rq, held.c, &x, choice.number, plan_reads_province(rq), &v,
		NEW_ARRAY(rq->a, struct plan_list_row, LIMIT_PAGE_ROWS) };

	if (form.error_count)
		return reply_error(400, site_form_problem(rq, &form));
	if (x.agency.n && !choice.number)
		v.problem = site_agency_problem(rq, held.c, x.agency, &choice);
	const struct fault *f = fill(&l, only);

	if (f)
		return reply_fault(f);
	v.rows = l.rows;
	v.pager = (struct pager){ filtered(rq, v.action, &x), S("trang"), x.page, site_pages(v.total) };
	add_news(rq, &v);
	add_kinds(rq, &x, only, &v);
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_plan_web_title));
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	page.synthetic = rq->app->synthetic;
	plan_list_page(&o, &page, &s, &v);
	return staff_reply(&o, v.problem.n > 0);
}

static bool is_mine(struct request *rq, const struct plan_waiting *w)
{
	return staff_may_at(rq, PERMISSION_PLAN_READ, w->agency.n ? w->agency : w->owner);
}

const struct fault *plans_waiting(struct request *rq, struct staff_lines *out)
{
	READER held = { 0 };
	daynum today = day_of(rq->now);
	const struct plan_waiting *all;
	struct staff_line *lines = NEW_ARRAY(rq->a, struct staff_line, STAFF_LINES);
	size_t n;

	TRY(site_reader(rq, &held));
	TRY(plan_waiting(held.db, today + PLAN_SOON_DAYS, &all, &n));
	for (size_t i = 0; i < n && out->n < STAFF_LINES; i++) {
		const struct plan_waiting *w = &all[i];
		enum plan_standing s = plan_standing_of(w->due, DAYNUM_NONE, today);
		struct url to = record_url(
			rq->a, plan_webs[w->agency.n ? PLAN_OF_AGENCY : PLAN_OF_PROVINCE], w->plan);

		if (!is_mine(rq, w))
			continue;
		lines[out->n++] =
			(struct staff_line){ url_fragment(rq->a, to, str_fmt(rq->a, "nv-%d", w->item)),
				w->title,
				str_fmt(rq->a, "%.*s: %.*s", ARG(msg_text(rq->lang, plan_standing_name(s))),
					ARG(fmt_day_vi(rq->a, w->due))),
				s == PLAN_OVERDUE ? TONE_BAD : TONE_WARN };
	}
	out->list = lines;
	return NULL;
}
