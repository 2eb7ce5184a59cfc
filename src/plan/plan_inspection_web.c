/* The page of an inspection plan. */
#include "plan/plan_html.h"
#include "plan/plan_page_web.h"

struct visits {
	const struct plan_visit *list;
	size_t n;
};

must_check static const struct fault *find_visits(struct request *rq, int64_t plan, struct visits *out)
{
	const struct plan_visits *source = rq->app->plan_visits;

	return source ? source->find(rq, plan, &out->list, &out->n) : NULL;
}

static const struct plan_visit *visit_of(const struct visits *visits, struct str unit)
{
	for (size_t i = 0; i < visits->n; i++)
		if (str_eq(visits->list[i].unit, unit))
			return &visits->list[i];
	return NULL;
}

static struct str planned_text(struct request *rq, const struct plan_inspection *p, const struct plan_unit *u)
{
	struct buf b = { .a = rq->a };

	if (u->day != DAYNUM_NONE)
		return fmt_day_vi(rq->a, u->day);
	msg_plan_web_month_of(&b, rq->lang, u->month, p->year);
	return buf_str(&b);
}

static void add_visit(struct request *rq, const struct plan_inspection *p, const struct plan_unit *u,
	const struct visits *visits, struct plan_unit_row *row)
{
	const struct plan_visit *visit = visit_of(visits, u->code);
	bool passed = plan_inspection_is_open(p) && plan_unit_last_day(p, u) < day_of(rq->now);

	if (visit) {
		row->visit = visit->words;
		row->tone = visit->tone;
		row->to = visit->to;
		return;
	}
	row->visit = msg_text(rq->lang, passed ? MSG_plan_web_visit_passed : MSG_plan_web_visit_none);
	row->tone = passed ? TONE_WARN : TONE_PLAIN;
}

/* Unannounced inspections are not for the eyes of those who will be inspected. */
static bool is_shown(struct request *rq, const struct plan_inspection *p, const struct plan_unit *u)
{
	return !u->gone && (plan_unit_method(p, u) != PLAN_UNANNOUNCED || plan_reads_province(rq));
}

static void add_units(struct request *rq, const struct catalogue *c, const struct plan_inspection *p,
	const struct visits *visits, struct plan_inspection_view *v)
{
	struct plan_unit_row *rows = NEW_ARRAY(rq->a, struct plan_unit_row, p->units_n + 1);
	const struct plan_steps steps = { rq, plan_webs[PLAN_OF_INSPECTIONS], p };

	for (int i = 0; i < p->units_n; i++) {
		const struct plan_unit *u = &p->units[i];

		if (!is_shown(rq, p, u))
			continue;
		struct plan_unit_row *row = &rows[v->units_n++];

		*row = (struct plan_unit_row){ .name = str_dup(rq->a, site_agency_name(rq, c, u->code)),
			.planned = planned_text(rq, p, u),
			.method = msg_text(rq->lang, plan_method_words[plan_unit_method(p, u)].name),
			.why_changed = u->why_changed };
		add_visit(rq, p, u, visits, row);
		v->visited += visit_of(visits, u->code) != NULL;
		plan_add_step(&steps, INSPECTION_PLAN_REMOVE_UNIT, i + 1, row->steps, &row->steps_n);
		plan_add_step(&steps, INSPECTION_PLAN_AMEND_UNIT, i + 1, row->steps, &row->steps_n);
	}
	v->units = rows;
}

static void add_bodies(struct request *rq, const struct catalogue *c, const struct plan_inspection *p,
	struct plan_inspection_view *v)
{
	struct plan_body_row *rows = NEW_ARRAY(rq->a, struct plan_body_row, p->bodies_n + 1);

	for (int i = 0; i < p->bodies_n; i++)
		if (!p->bodies[i].gone)
			rows[v->bodies_n++] = (struct plan_body_row){
				str_dup(rq->a, site_agency_name(rq, c, p->bodies[i].code)),
				msg_text(rq->lang, plan_duty_words[p->bodies[i].duty].name)
			};
	v->bodies = rows;
}

static void add_content(struct request *rq, const struct plan_inspection *p, struct plan_inspection_view *v)
{
	struct str *names = NEW_ARRAY(rq->a, struct str, PLAN_AREAS);

	for (int area = 0; area < PLAN_AREAS; area++)
		if (p->content >> area & 1)
			names[v->content_n++] = msg_text(rq->lang, plan_area_name(area));
	v->content = names;
}

static void fill(struct request *rq, const struct catalogue *c, const struct plan_inspection *p,
	const struct record_story *story, struct plan_inspection_view *v)
{
	v->head = plan_head_view(rq, c, PLAN_OF_INSPECTIONS, p, story);
	v->head.title = p->title;
	v->head.sign = p->sign;
	v->head.year = p->year;
	v->head.date = p->date;
	if (!plan_reads_province(rq)) /* it names the units that is_shown() hides */
		v->head.history_n = 0;
	v->basis = plan_lines(rq, p->basis, &v->basis_n);
	v->scope = p->scope;
	v->note = p->note;
	v->why_withdrawn = p->why_withdrawn;
	v->from = p->from;
	v->to = p->to;
	v->method = p->has_method ? msg_text(rq->lang, plan_method_words[p->method].name) : S("");
	v->knows_visits = rq->app->plan_visits != NULL;
	add_content(rq, p, v);
	add_bodies(rq, c, p, v);
}

struct reply plan_inspection_reply(
	struct request *rq, const struct plan_inspection *p, const struct record_story *story)
{
	CATALOGUE held = site_catalogue(rq);
	struct plan_inspection_view v = { 0 };
	struct visits visits = { 0 };
	const struct fault *f = find_visits(rq, p->base.number, &visits);

	if (f)
		return reply_fault(f);
	fill(rq, held.c, p, story, &v);
	add_units(rq, held.c, p, &visits, &v);
	struct page page = staff_page(rq, v.head.title);
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	page.synthetic = rq->app->synthetic;
	plan_inspection_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}
