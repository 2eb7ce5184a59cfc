/* What no table can say of the steps of a reform plan. */
#include "plan/plan_reform.h"

static struct plan_head head_after(const struct plan_reform *p, const struct record_event *e)
{
	struct plan_head h = { p->sign, p->date, p->year, REFORM_SIGN, REFORM_DATE, REFORM_YEAR };

	plan_take(&h.sign, e, REFORM_SIGN);
	if (e->values[REFORM_DATE].n)
		h.date = record_day(e, REFORM_DATE);
	if (e->values[REFORM_YEAR].n)
		h.year = (int)record_count(e, REFORM_YEAR);
	return h;
}

/* A task is due in the year of its plan and not before the plan. */
static struct record_refusal due_fits(daynum due, const struct plan_head *h, int at)
{
	if (plan_year_of(due) != h->year)
		return RECORD_REFUSED_AT(MSG_plan_due_other_year, at);
	if (h->date != DAYNUM_NONE && due < h->date)
		return RECORD_REFUSED_AT(MSG_plan_due_before, at);
	return RECORD_FINE;
}

static int live_tasks(const struct plan_reform *p)
{
	int n = 0;

	for (int i = 0; i < p->tasks_n; i++)
		n += !p->tasks[i].gone;
	return n;
}

static struct record_refusal decide_head(const struct plan_reform *p, const struct record_event *e)
{
	struct plan_head h = head_after(p, e);
	struct record_refusal r = plan_head_fits(&h);

	for (int i = 0; i < p->tasks_n && !r.refused; i++)
		if (!p->tasks[i].gone)
			r = due_fits(
				p->tasks[i].due, &h, e->values[REFORM_YEAR].n ? REFORM_YEAR : REFORM_DATE);
	return r;
}

static struct record_refusal decide_issue(
	const struct plan_reform *p, const struct record_event *e, const struct plan_env *env)
{
	struct plan_head h = head_after(p, e);
	struct record_refusal r = plan_head_fits(&h);

	if (!r.refused)
		r = plan_head_is_complete(&h, day_of(e->recorded));
	if (r.refused)
		return r;
	if (!live_tasks(p))
		return RECORD_REFUSED(MSG_plan_no_tasks);
	if (env->taken)
		return RECORD_REFUSED(MSG_plan_taken);
	return decide_head(p, e);
}

/* The task that the step names, if it is there. */
static struct record_refusal find_task(
	const struct plan_reform *p, const struct record_event *e, const struct plan_task **out)
{
	int64_t item = record_count(e, REFORM_ITEM);

	if (item < 1 || item > p->tasks_n || p->tasks[item - 1].gone)
		return RECORD_REFUSED_AT(MSG_plan_no_task, REFORM_ITEM);
	*out = &p->tasks[item - 1];
	return RECORD_FINE;
}

static struct record_refusal decide_new_task(const struct plan_reform *p, const struct record_event *e)
{
	struct plan_head h = head_after(p, e);

	if (p->tasks_n >= LIMIT_PLAN_TASKS)
		return RECORD_REFUSED(MSG_plan_full);
	return due_fits(record_day(e, REFORM_DUE), &h, REFORM_DUE);
}

static bool changes_something(const struct record_event *e, const int *of, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (e->values[of[i]].n)
			return true;
	return false;
}

static struct record_refusal decide_changed_task(const struct plan_reform *p, const struct record_event *e)
{
	static const int of[] = { REFORM_AREA, REFORM_TASK, REFORM_RESULT, REFORM_OWNER, REFORM_PERSON,
		REFORM_DUE };
	struct plan_head h = head_after(p, e);

	if (!changes_something(e, of, COUNT(of)))
		return RECORD_REFUSED(MSG_plan_nothing);
	return e->values[REFORM_DUE].n ? due_fits(record_day(e, REFORM_DUE), &h, REFORM_DUE) : RECORD_FINE;
}

static struct record_refusal decide_progress(
	const struct plan_reform *p, const struct plan_task *t, const struct record_event *e)
{
	daynum day = record_day(e, REFORM_DAY);
	int64_t percent = record_count(e, REFORM_PERCENT);

	if (day > day_of(e->recorded))
		return RECORD_REFUSED_AT(MSG_record_in_future, REFORM_DAY);
	if (day < p->date)
		return RECORD_REFUSED_AT(MSG_plan_report_before, REFORM_DAY);
	if (day < t->reported)
		return RECORD_REFUSED_AT(MSG_plan_report_order, REFORM_DAY);
	if (percent < t->percent && !e->values[REFORM_REASON].n)
		return RECORD_REFUSED_AT(MSG_plan_percent_down, REFORM_REASON);
	if (percent == 100 && !e->values[REFORM_EVIDENCE].n && !t->evidence.n)
		return RECORD_REFUSED_AT(MSG_plan_no_evidence, REFORM_EVIDENCE);
	return RECORD_FINE;
}

/* Steps about a task that is there. */
static struct record_refusal decide_task(const struct plan_reform *p, const struct record_event *e)
{
	const struct plan_task *t = NULL;
	struct record_refusal r = find_task(p, e, &t);

	if (r.refused)
		return r;
	switch (e->verb) {
	case REFORM_CHANGE:
	case REFORM_AMEND: return decide_changed_task(p, e);
	case REFORM_PROGRESS: return decide_progress(p, t, e);
	case REFORM_EXPLAIN:
		return t->percent == 100 ? RECORD_REFUSED_AT(MSG_plan_task_done, REFORM_ITEM) : RECORD_FINE;
	case REFORM_DROP:
		return live_tasks(p) == 1 ? RECORD_REFUSED_AT(MSG_plan_last_task, REFORM_ITEM) : RECORD_FINE;
	default: return RECORD_FINE;
	}
}

static struct record_refusal decide_close(const struct plan_reform *p)
{
	for (int i = 0; i < p->tasks_n; i++)
		if (!p->tasks[i].gone && p->tasks[i].percent < 100 && !p->tasks[i].why_open.n)
			return RECORD_REFUSED(MSG_plan_open_tasks);
	return RECORD_FINE;
}

static struct record_refusal decide(
	const struct plan_reform *p, const struct record_event *e, const struct plan_env *env)
{
	static const int of[] = { REFORM_TITLE, REFORM_YEAR, REFORM_SIGN, REFORM_DATE, REFORM_ISSUER,
		REFORM_BASIS, REFORM_PURPOSE };

	if (env->unknown != RECORD_NO_FIELD)
		return RECORD_REFUSED_AT(MSG_record_bad_agency, env->unknown);
	switch (e->verb) {
	case REFORM_REVISE:
		return changes_something(e, of, COUNT(of)) ? decide_head(p, e)
							   : RECORD_REFUSED(MSG_plan_nothing);
	case REFORM_BEGIN: return decide_head(p, e);
	case REFORM_ISSUE: return decide_issue(p, e, env);
	case REFORM_ADD:
	case REFORM_AMEND_ADD: return decide_new_task(p, e);
	case REFORM_CLOSE: return decide_close(p);
	case REFORM_WITHDRAW: return RECORD_FINE;
	default: return decide_task(p, e);
	}
}

struct record_refusal plan_province_decide(const void *state, const struct record_event *e, const void *env)
{
	if (e->agency.n)
		return RECORD_REFUSED(MSG_plan_for_province);
	return decide(state, e, env);
}

struct record_refusal plan_agency_decide(const void *state, const struct record_event *e, const void *env)
{
	if (!e->agency.n || (e->verb == REFORM_BEGIN && !str_eq(e->agency, e->values[REFORM_ISSUER])))
		return RECORD_REFUSED_AT(
			MSG_plan_for_agency, e->verb == REFORM_BEGIN ? REFORM_ISSUER : RECORD_NO_FIELD);
	return decide(state, e, env);
}
