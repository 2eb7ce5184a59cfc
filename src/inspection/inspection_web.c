#include "inspection/inspection_view_web.h"

#include "inspection/inspection_html.h"
#include "inspection/inspection_papers_web.h"
#include "plan/plan_inspection.h"
#include "plan/plan_store.h"

enum { CLIPPED_CHARS = 70, FIRST_YEAR = 1900, LAST_YEAR = 2199, YEARS_SHOWN = 10, SAMPLE_DEFAULT = 15 };

/* "2: Phần mềm chưa tương thích…" */
static struct str item_name(struct request *rq, int number, struct str text)
{
	struct str line = str_sub(text, 0, str_find_char(text, '\n')), clip = utf8_clip(line, CLIPPED_CHARS);

	return str_fmt(rq->a, "%d: %.*s%s", number, ARG(clip), clip.n < text.n ? "…" : "");
}

struct choosing {
	struct request *rq;
	struct str chosen;
	struct choice *list;
	size_t n;
};
static void offer(struct choosing *c, struct str value, struct str name)
{
	c->list[c->n++] = (struct choice){ value, name, str_eq(value, c->chosen) };
}

static void offer_item(struct choosing *c, int number, struct str text)
{
	offer(c, str_fmt(c->rq->a, "%d", number), item_name(c->rq, number, text));
}

/* Items of an inspection that a step can be about. */
static void offer_items(struct choosing *c, const struct inspection *x, int field)
{
	for (int i = 0; field == INSPECTION_FIELD_MEMBER && i < x->members_n; i++)
		if (!x->members[i].released)
			offer_item(c, i + 1, x->members[i].name);
	for (int i = 0; field == INSPECTION_FIELD_FINDING && i < x->findings_n; i++)
		if (!x->findings[i].dropped)
			offer_item(c, i + 1, x->findings[i].text);
	for (int i = 0; field == INSPECTION_FIELD_RECOMMENDATION && i < x->recommendations_n; i++)
		if (x->recommendations[i].state < REMEDY_VERIFIED)
			offer_item(c, i + 1, x->recommendations[i].text);
	for (int i = 0; field == INSPECTION_FIELD_PROPOSAL && i < x->proposals_n; i++)
		if (!x->proposals[i].answered)
			offer_item(c, i + 1, x->proposals[i].text);
	for (int i = 0; field == INSPECTION_FIELD_DOSSIER && i < x->checks_n; i++)
		offer(c, x->checks[i].dossier, x->checks[i].dossier);
}

/* The plans of inspections, newest first. A fault leaves the choice empty: the plan can be named by its
 * number. */
static void offer_plans(struct choosing *c)
{
	READER held = { 0 };
	const struct record_row *rows;
	size_t n;

	if (site_reader(c->rq, &held) || record_list(held.db, &plan_inspection_kind, 0, &rows, &n))
		return;
	c->list = NEW_ARRAY(c->rq->a, struct choice, n + 1);
	offer(c, S(""), msg_text(c->rq->lang, MSG_inspection_web_no_plan));
	for (size_t i = 0; i < n; i++)
		offer(c, str_fmt(c->rq->a, "%lld", (long long)rows[i].number), rows[i].title);
}

static const struct choice *choices(
	struct request *rq, const void *state, const struct record_event *e, int field, size_t *n)
{
	enum { MOST = INSPECTION_FINDINGS + 1 };
	struct choosing c = { .rq = rq, .chosen = e->values[field] };
	bool item = field == INSPECTION_FIELD_MEMBER || field == INSPECTION_FIELD_FINDING ||
		    field == INSPECTION_FIELD_RECOMMENDATION || field == INSPECTION_FIELD_PROPOSAL ||
		    field == INSPECTION_FIELD_DOSSIER;

	*n = 0;
	if (field == INSPECTION_FIELD_PLAN)
		offer_plans(&c);
	if (item && state) {
		c.list = NEW_ARRAY(rq->a, struct choice, MOST);
		offer(&c, S(""), msg_text(rq->lang, MSG_record_choose));
		offer_items(&c, state, field);
	}
	*n = c.n;
	return c.list;
}

/* The earlier declaration is where the next one begins. */
static void prefill_figures(struct request *rq, const struct inspection *x, struct record_event *e)
{
	for (int f = 0; f < INSPECTION_FIGURE_N; f++)
		if (x->declared.known[f])
			e->values[inspection_figure_field((enum inspection_figure)f)] =
				str_fmt(rq->a, "%lld", (long long)x->declared.n[f]);
}

static const struct fault *prefill(struct request *rq, const void *state, struct record_event *e)
{
	const struct inspection *x = state;
	daynum today = day_of(rq->now);
	struct buf from = { .a = rq->a }, to = { .a = rq->a };

	switch (e->verb) {
	case INSPECTION_DO_OPEN:
		e->values[INSPECTION_FIELD_PERIOD_FROM] =
			fmt_day(rq->a, day_from_civil((struct civil){ civil_from_day(today).year, 1, 1 }));
		e->values[INSPECTION_FIELD_PERIOD_TO] = fmt_day(rq->a, today);
		break;
	case INSPECTION_DO_DECIDE:
	case INSPECTION_DO_NOTIFY:
	case INSPECTION_DO_CONCLUDE: e->values[INSPECTION_FIELD_DATE] = fmt_day(rq->a, today); break;
	case INSPECTION_DO_RESCHEDULE:
		add_minute_local(&from, x->from);
		add_minute_local(&to, x->to);
		e->values[INSPECTION_FIELD_FROM] = buf_str(&from);
		e->values[INSPECTION_FIELD_TO] = buf_str(&to);
		e->values[INSPECTION_FIELD_PLACE] = x->place;
		break;
	case INSPECTION_DO_DECLARE: prefill_figures(rq, x, e); break;
	case INSPECTION_DO_DRAW:
		e->values[INSPECTION_FIELD_SEED] = x->decision.number;
		e->values[INSPECTION_FIELD_SIZE] = str_fmt(rq->a, "%d", SAMPLE_DEFAULT);
		break;
	case INSPECTION_DO_RECOMMEND: e->values[INSPECTION_FIELD_OWNER] = x->base.agency; break;
	case INSPECTION_DO_SIGN_TEAM:
	case INSPECTION_DO_SIGN_UNIT: e->values[INSPECTION_FIELD_NAME] = rq->session->name; break;
	default: break;
	}
	return NULL;
}

/* Number and date of a plan that was chosen, unless they were typed. */
must_check static const struct fault *name_plan(struct request *rq, struct record_event *e)
{
	READER held = { 0 };
	struct record_story story;
	void *state;
	int64_t number = record_count(e, INSPECTION_FIELD_PLAN);

	if (!number || e->values[INSPECTION_FIELD_PLAN_NUMBER].n)
		return NULL;
	TRY(site_reader(rq, &held));
	TRY(record_load(held.db, &plan_inspection_type, number, &state, &story));
	const struct plan_inspection *p = state;

	if (!p || !p->sign.n || p->date == DAYNUM_NONE)
		return NULL;
	e->values[INSPECTION_FIELD_PLAN_NUMBER] = p->sign;
	e->values[INSPECTION_FIELD_PLAN_DATE] = fmt_day(rq->a, p->date);
	return NULL;
}

must_check static const struct fault *draw_sample(
	struct request *rq, const struct inspection *x, struct record_event *e)
{
	READER held = { 0 };
	CATALOGUE cat = site_catalogue(rq);
	struct inspection_pool pool;
	struct buf codes = { .a = rq->a };

	TRY(site_reader(rq, &held));
	TRY(inspection_candidates(held.db, cat.c, x, rq->now, &pool));
	(void)inspection_draw(pool.list, pool.n, e->values[INSPECTION_FIELD_SEED],
		(size_t)record_count(e, INSPECTION_FIELD_SIZE));
	for (size_t i = 0; i < pool.n; i++) {
		if (!pool.list[i].taken)
			continue;
		buf_add(&codes, codes.n ? S(" ") : S(""));
		buf_add(&codes, pool.list[i].code);
	}
	e->values[INSPECTION_FIELD_CODES] = buf_str(&codes);
	e->values[INSPECTION_FIELD_JOURNAL_SIZE] = str_fmt(rq->a, "%lld", (long long)pool.journal_size);
	return NULL;
}

must_check static const struct fault *freeze(
	struct request *rq, const struct inspection *x, struct record_event *e)
{
	READER held = { 0 };
	CATALOGUE cat = site_catalogue(rq);

	if (x->declared_only)
		return NULL;
	TRY(site_reader(rq, &held));
	return inspection_freeze(held.db, cat.c, x, rq->now, e);
}

static const struct fault *complete(struct request *rq, const void *state, struct record_event *e)
{
	switch (e->verb) {
	case INSPECTION_DO_OPEN: return name_plan(rq, e);
	case INSPECTION_DO_DRAW: return draw_sample(rq, state, e);
	case INSPECTION_DO_BEGIN: return freeze(rq, state, e);
	default: return NULL;
	}
}

static uint64_t also_set(int verb)
{
	return verb == INSPECTION_DO_BEGIN ? INSPECTION_ALL_FIGURES : 0;
}

static struct str title(struct request *rq, const void *state)
{
	(void)rq;
	return ((const struct inspection *)state)->title;
}

const struct record_web inspection_pages = { .type = &inspection_type,
	.path = INSPECTION_PATH,
	.agency_field = INSPECTION_FIELD_UNIT,
	.set_by_program = INSPECTION_F(JOURNAL_SIZE) | INSPECTION_F(JOURNAL_ROOT) | INSPECTION_F(CODES),
	.also_set = also_set,
	.file_segment = INSPECTION_FILE_SEGMENT,
	.title = title,
	.choices = choices,
	.prefill = prefill,
	.complete = complete };

struct reply inspection_new_get(struct request *rq)
{
	return record_new_get(rq, &inspection_pages);
}

struct reply inspection_new_post(struct request *rq)
{
	return record_new_post(rq, &inspection_pages);
}

struct reply inspection_step_get(struct request *rq)
{
	return record_step_get(rq, &inspection_pages);
}

struct reply inspection_step_post(struct request *rq)
{
	return record_step_post(rq, &inspection_pages);
}

const struct fault *inspection_agency(struct request *rq, struct str *agency, bool *found)
{
	return record_agency(rq, &inspection_pages, agency, found);
}

const struct fault *inspection_of(struct request *rq, struct inspection **out, struct record_story *story)
{
	void *state;

	TRY(record_open(rq, &inspection_pages, &state, story));
	*out = state;
	return NULL;
}

struct reply inspection_get(struct request *rq)
{
	CATALOGUE cat = site_catalogue(rq);
	struct inspection_page_view v = { 0 };
	struct record_story story;
	struct inspection *x;
	const struct fault *f = inspection_of(rq, &x, &story);

	if (f)
		return reply_fault(f);
	if (!x)
		return reply_error(404, msg_text(rq->lang, MSG_record_unknown));
	v.x = x;
	v.notice = record_notice(rq, &inspection_pages);
	inspection_view_fill(rq, cat.c, &v);
	v.papers = inspection_paper_links(rq, x, &v.papers_n);
	v.lines = record_lines(rq, &inspection_pages, &story, &v.lines_n);
	struct page page = staff_page(rq, x->title);
	struct staff s = staff_of(rq);
	struct html_out o = page_out(rq);

	page.synthetic = rq->app->synthetic;
	inspection_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}

struct list_form {
	int64_t year;
};

static void add_year(struct inspection_list_view *v, int year)
{
	for (int i = 0; i < v->years_n; i++)
		if (v->years[i] == year)
			return;
	if (v->years_n < YEARS_SHOWN)
		v->years[v->years_n++] = year;
}

must_check static const struct fault *list_rows(struct request *rq, struct inspection_list_view *v)
{
	READER held = { 0 };
	CATALOGUE cat = site_catalogue(rq);
	const struct record_row *all;
	size_t n;

	TRY(site_reader(rq, &held));
	TRY(record_list(held.db, &inspection_kind, 0, &all, &n));
	struct inspection_list_row *rows = NEW_ARRAY(rq->a, struct inspection_list_row, n + 1);

	for (size_t i = 0; i < n; i++) {
		const struct record_row *r = &all[i];

		if (!staff_may_at(rq, PERMISSION_INSPECTION_READ, r->agency))
			continue;
		add_year(v, r->year);
		if (v->year && r->year != v->year)
			continue;
		int state = record_state_of(&inspection_kind, r->state);

		rows[v->rows_n++] = (struct inspection_list_row){ r->number, r->title,
			str_dup(rq->a, site_agency_name(rq, cat.c, r->agency)),
			msg_text(rq->lang, inspection_kind.states[state].name), inspection_state_tone(state),
			r->day };
	}
	v->rows = rows;
	return NULL;
}

struct reply inspections_get(struct request *rq)
{
	static const struct field fields[] = { FIELD_INT(
		struct list_form, year, "nam", FIRST_YEAR, LAST_YEAR) };
	struct list_form x = { 0 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);
	struct inspection_list_view v = { .year = (int)x.year };

	if (form.error_count)
		return reply_error(400, site_form_problem(rq, &form));
	const struct fault *f = list_rows(rq, &v);

	if (f)
		return reply_fault(f);
	v.this_year = civil_from_day(day_of(rq->now)).year;
	v.sees_year = staff_may_at(rq, PERMISSION_INSPECTION_READ, S(""));
	v.may_open = staff_role_at(rq, inspection_kind.verbs[INSPECTION_DO_OPEN].roles, S("")) != ROLE_NOBODY;
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_inspection_web_title));
	struct staff s = staff_of(rq);
	struct html_out o = page_out(rq);

	page.synthetic = rq->app->synthetic;
	inspections_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}
