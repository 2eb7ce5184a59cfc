/* The page of a reform plan. */
#include "plan/plan_html.h"
#include "plan/plan_page_web.h"

#include <stdlib.h>

static const enum deadline_look looks[PLAN_STANDINGS] = { [PLAN_RUNNING] = DEADLINE_PLAIN,
	[PLAN_SOON] = DEADLINE_SOON,
	[PLAN_OVERDUE] = DEADLINE_LATE,
	[PLAN_IN_TIME] = DEADLINE_DONE,
	[PLAN_LATE] = DEADLINE_DONE };

/* A page while it is filled. */
struct filling {
	struct request *rq;
	const struct catalogue *c;
	enum plan_which which;
	const struct plan_reform *p;
	const struct record_story *story;
	struct plan_reform_view *v;
	const struct plan_task_row **urgent;
};

struct on_form {
	daynum on;
};

/* The plan without the reports of later days. */
static const struct plan_reform *as_of(
	struct request *rq, enum plan_which which, const struct record_story *story, daynum on)
{
	struct record_event *events = NEW_ARRAY(rq->a, struct record_event, story->n + 1);
	struct record_story seen = { events, 0 };

	for (int i = 0; i < story->n; i++) {
		const struct record_event *e = &story->events[i];

		if (e->verb != REFORM_PROGRESS || record_day(e, REFORM_DAY) <= on)
			events[seen.n++] = *e;
	}
	return record_fold(rq->a, plan_types[which], &seen);
}

static const struct plan_report_line *reports_of(
	struct request *rq, const struct record_story *story, int item, daynum on, size_t *n)
{
	struct plan_report_line *list = NULL;
	size_t cap = 0;

	*n = 0;
	for (int i = story->n; i-- > 0;) {
		const struct record_event *e = &story->events[i];

		if (e->verb != REFORM_PROGRESS || record_count(e, REFORM_ITEM) != item ||
			record_day(e, REFORM_DAY) > on)
			continue;
		list = arena_grow(rq->a, list, *n, &cap, sizeof *list);
		list[(*n)++] = (struct plan_report_line){ record_day(e, REFORM_DAY),
			(int)record_count(e, REFORM_PERCENT), e->values[REFORM_NOTE],
			e->values[REFORM_REASON] };
	}
	return list;
}

static void add_steps(const struct plan_steps *of, int item, struct plan_task_row *row)
{
	static const int verbs[] = { REFORM_PROGRESS, REFORM_CHANGE, REFORM_AMEND, REFORM_REMOVE };

	for (size_t i = 0; i < COUNT(verbs); i++)
		plan_add_step(of, verbs[i], item, row->steps, &row->steps_n);
	if (row->percent < 100)
		plan_add_step(of, REFORM_EXPLAIN, item, row->steps, &row->steps_n);
}

static struct str agency_name(struct request *rq, const struct catalogue *c, struct str code)
{
	return str_dup(rq->a, site_agency_name(rq, c, code));
}

static struct plan_task_row row_of(
	struct request *rq, const struct catalogue *c, const struct plan_task *t, int item, daynum on)
{
	enum plan_standing standing = plan_standing_of(t->due, t->done, on);
	struct plan_task_row row = { .item = item,
		.id = str_fmt(rq->a, "nv-%d", item),
		.title = t->title,
		.result = t->result,
		.area = msg_text(rq->lang, plan_area_name(t->area)),
		.owner = agency_name(rq, c, t->owner),
		.person = t->person,
		.standing = msg_text(rq->lang, plan_standing_name(standing)),
		.look = looks[standing],
		.due = t->due,
		.first_due = t->first_due,
		.done = t->done,
		.percent = t->percent,
		.why_open = t->why_open,
		.why_changed = t->why_changed };

	row.evidence = plan_lines(rq, t->evidence, &row.evidence_n);
	return row;
}

static int by_due(const void *a, const void *b)
{
	const struct plan_task_row *x = *(const struct plan_task_row *const *)a,
				   *y = *(const struct plan_task_row *const *)b;

	return x->due != y->due ? (x->due < y->due ? -1 : 1) : x->item - y->item;
}

/* The tasks of an area, from rows on. */
static size_t fill_area(struct filling *f, int area, struct plan_task_row *rows)
{
	const struct plan_steps steps = { f->rq, plan_webs[f->which], f->p };
	size_t n = 0;

	for (int i = 0; i < f->p->tasks_n; i++) {
		const struct plan_task *t = &f->p->tasks[i];
		struct plan_task_row *row = &rows[n];

		if (t->gone || t->area != area)
			continue;
		n++;
		*row = row_of(f->rq, f->c, t, i + 1, f->v->on);
		row->reports = reports_of(f->rq, f->story, i + 1, f->v->on, &row->reports_n);
		add_steps(&steps, i + 1, row);
		if (row->look == DEADLINE_LATE || row->look == DEADLINE_SOON)
			f->urgent[f->v->urgent_n++] = row;
	}
	return n;
}

static void add_tasks(struct filling *f)
{
	size_t most = (size_t)f->p->tasks_n + 1;
	struct plan_task_row *rows = NEW_ARRAY(f->rq->a, struct plan_task_row, most);
	struct plan_task_group *groups = NEW_ARRAY(f->rq->a, struct plan_task_group, PLAN_AREAS);
	struct plan_reform_view *v = f->v;

	f->urgent = NEW_ARRAY(f->rq->a, const struct plan_task_row *, most);
	for (int area = 0; area < PLAN_AREAS; area++) {
		size_t n = fill_area(f, area, rows + v->tasks_n);

		if (n)
			groups[v->groups_n++] =
				(struct plan_task_group){ msg_text(f->rq->lang, plan_area_name(area)),
					rows + v->tasks_n, n };
		v->tasks_n += n;
	}
	qsort(f->urgent, v->urgent_n, sizeof *f->urgent, by_due);
	v->groups = groups;
	v->urgent = f->urgent;
}

static void add_sums(struct request *rq, const struct catalogue *c, const struct plan_reform *p,
	struct plan_reform_view *v)
{
	struct plan_sum_row *areas = NEW_ARRAY(rq->a, struct plan_sum_row, PLAN_AREAS);
	struct plan_sum_row *owners = NEW_ARRAY(rq->a, struct plan_sum_row, p->tasks_n + 1);

	v->all = plan_reform_sum(p, -1, S(""), v->on);
	for (int area = 0; area < PLAN_AREAS; area++)
		areas[v->areas_n++] = (struct plan_sum_row){ msg_text(rq->lang, plan_area_name(area)),
			plan_reform_sum(p, area, S(""), v->on) };
	for (int i = 0; i < p->tasks_n; i++) {
		bool seen = p->tasks[i].gone;

		for (int k = 0; k < i && !seen; k++)
			seen = !p->tasks[k].gone && str_eq(p->tasks[k].owner, p->tasks[i].owner);
		if (!seen)
			owners[v->owners_n++] = (struct plan_sum_row){ agency_name(rq, c, p->tasks[i].owner),
				plan_reform_sum(p, -1, p->tasks[i].owner, v->on) };
	}
	v->areas = areas;
	v->owners = owners;
}

static void fill(struct request *rq, const struct catalogue *c, enum plan_which which,
	const struct record_story *story, struct plan_reform_view *v)
{
	const struct plan_reform *p = as_of(rq, which, story, v->on);

	v->head = plan_head_view(rq, c, which, p, story);
	v->head.title = p->title;
	v->head.sign = p->sign;
	v->head.year = p->year;
	v->head.date = p->date;
	v->basis = plan_lines(rq, p->basis, &v->basis_n);
	v->purpose = p->purpose;
	v->note = p->note;
	v->why_withdrawn = p->why_withdrawn;
	v->action = record_url(rq->a, plan_webs[which], p->base.number);
	struct filling f = { rq, c, which, p, story, v, NULL };

	add_tasks(&f);
	add_sums(rq, c, p, v);
}

struct reply plan_reform_reply(struct request *rq, enum plan_which which, const struct record_story *story)
{
	static const struct field fields[] = { FIELD_DAY(struct on_form, on, "ngay") };
	daynum today = day_of(rq->now);
	struct on_form x = { 0 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);
	CATALOGUE held = site_catalogue(rq);
	struct plan_reform_view v = { .on = x.on && !form.error_count ? x.on : today };

	v.on_typed = form.error_count ? form_raw(&form, "ngay") : fmt_day_vi(rq->a, v.on);
	v.problem = site_form_problem(rq, &form);
	fill(rq, held.c, which, story, &v);
	struct page page = staff_page(rq, v.head.title);
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	page.has_errors = v.problem.n > 0;
	page.synthetic = rq->app->synthetic;
	plan_reform_page(&o, &page, &s, &v);
	return staff_reply(&o, page.has_errors);
}
