/* What no table can say of the steps of an inspection plan. */
#include "plan/plan_inspection.h"

#define N(name) INSPECTION_PLAN_##name

const struct plan_unit *plan_inspection_unit(const struct plan_inspection *p, struct str code)
{
	for (int i = 0; i < p->units_n; i++)
		if (!p->units[i].gone && str_eq(p->units[i].code, code))
			return &p->units[i];
	return NULL;
}

bool plan_inspection_is_open(const struct plan_inspection *p)
{
	return p->base.state == INSPECTION_PLAN_ISSUED;
}

int plan_inspection_units(const struct plan_inspection *p)
{
	int n = 0;

	for (int i = 0; i < p->units_n; i++)
		n += !p->units[i].gone;
	return n;
}

daynum plan_unit_last_day(const struct plan_inspection *p, const struct plan_unit *u)
{
	if (u->day != DAYNUM_NONE)
		return u->day;
	return day_from_civil((struct civil){ p->year, u->month, days_in_month(p->year, u->month) });
}

enum plan_method plan_unit_method(const struct plan_inspection *p, const struct plan_unit *u)
{
	return u->has_method ? u->method : p->method;
}

static bool has_body(const struct plan_inspection *p, struct str code)
{
	for (int i = 0; i < p->bodies_n; i++)
		if (!p->bodies[i].gone && str_eq(p->bodies[i].code, code))
			return true;
	return false;
}

/* The body that leads the team; there is one at most. */
static bool has_leader(const struct plan_inspection *p)
{
	for (int i = 0; i < p->bodies_n; i++)
		if (!p->bodies[i].gone && p->bodies[i].duty == PLAN_LEADS)
			return true;
	return false;
}

static struct plan_head head_after(const struct plan_inspection *p, const struct record_event *e)
{
	struct plan_head h = { p->sign, p->date, p->year, N(SIGN), N(DATE), N(YEAR) };

	plan_take(&h.sign, e, N(SIGN));
	if (e->values[N(DATE)].n)
		h.date = record_day(e, N(DATE));
	if (e->values[N(YEAR)].n)
		h.year = (int)record_count(e, N(YEAR));
	return h;
}

/* Planned in the plan's year and not before the plan. day DAYNUM_NONE: somewhen in the month. */
static struct record_refusal when_fits(int month, daynum day, const struct plan_head *h, int at)
{
	struct civil issued = civil_from_day(h->date);

	if (day != DAYNUM_NONE && plan_year_of(day) != h->year)
		return RECORD_REFUSED_AT(MSG_plan_visit_other_year, at);
	if (h->date == DAYNUM_NONE)
		return RECORD_FINE;
	if (day != DAYNUM_NONE ? day < h->date : issued.year == h->year && month < issued.month)
		return RECORD_REFUSED_AT(MSG_plan_visit_before, at);
	return RECORD_FINE;
}

static struct record_refusal decide_when(
	const struct plan_inspection *p, const struct record_event *e, bool needed)
{
	struct plan_head h = head_after(p, e);
	daynum day = record_day(e, N(DAY));
	int month = (int)record_count(e, N(MONTH));
	bool has_month = e->values[N(MONTH)].n > 0;

	if (!has_month && day == DAYNUM_NONE)
		return needed ? RECORD_REFUSED_AT(MSG_plan_no_time, N(MONTH)) : RECORD_FINE;
	if (has_month && month < 1)
		return RECORD_REFUSED_AT(MSG_record_out_of_range, N(MONTH));
	if (has_month && day != DAYNUM_NONE && civil_from_day(day).month != month)
		return RECORD_REFUSED_AT(MSG_plan_month_of_day, N(MONTH));
	return when_fits(month, day, &h, day != DAYNUM_NONE ? N(DAY) : N(MONTH));
}

static struct record_refusal decide_new_unit(const struct plan_inspection *p, const struct record_event *e)
{
	struct str code = e->values[N(UNIT)];

	if (plan_inspection_unit(p, code))
		return RECORD_REFUSED_AT(MSG_plan_unit_twice, N(UNIT));
	if (p->units_n >= LIMIT_PLAN_UNITS)
		return RECORD_REFUSED(MSG_plan_full);
	return decide_when(p, e, true);
}

static struct record_refusal decide_body(const struct plan_inspection *p, const struct record_event *e)
{
	if (has_body(p, e->values[N(BODY)]))
		return RECORD_REFUSED_AT(MSG_plan_body_twice, N(BODY));
	if (record_word(&plan_inspection_kind, e, N(DUTY)) == PLAN_LEADS && has_leader(p))
		return RECORD_REFUSED_AT(MSG_plan_leader_twice, N(DUTY));
	if (p->bodies_n >= LIMIT_PLAN_BODIES)
		return RECORD_REFUSED(MSG_plan_full);
	return RECORD_FINE;
}

static struct record_refusal decide_item(const struct plan_inspection *p, const struct record_event *e)
{
	int64_t item = record_count(e, N(ITEM));

	if (e->verb == N(REMOVE_BODY))
		return item < 1 || item > p->bodies_n || p->bodies[item - 1].gone
			       ? RECORD_REFUSED_AT(MSG_plan_no_body, N(ITEM))
			       : RECORD_FINE;
	if (item < 1 || item > p->units_n || p->units[item - 1].gone)
		return RECORD_REFUSED_AT(MSG_plan_no_unit, N(ITEM));
	if (e->verb == N(AMEND_DROP) && plan_inspection_units(p) == 1)
		return RECORD_REFUSED_AT(MSG_plan_last_unit, N(ITEM));
	if (e->verb != N(AMEND_UNIT))
		return RECORD_FINE;
	if (!e->values[N(MONTH)].n && !e->values[N(DAY)].n && !e->values[N(METHOD)].n)
		return RECORD_REFUSED(MSG_plan_nothing);
	return decide_when(p, e, false);
}

static struct record_refusal decide_head(const struct plan_inspection *p, const struct record_event *e)
{
	struct plan_head h = head_after(p, e);
	struct record_refusal r = plan_head_fits(&h);
	daynum from = e->values[N(FROM)].n ? record_day(e, N(FROM)) : p->from,
	       to = e->values[N(TO)].n ? record_day(e, N(TO)) : p->to;

	if (!r.refused && from != DAYNUM_NONE && to != DAYNUM_NONE && to < from)
		r = RECORD_REFUSED_AT(MSG_plan_period, N(TO));
	for (int i = 0; i < p->units_n && !r.refused; i++)
		if (!p->units[i].gone)
			r = when_fits(p->units[i].month, p->units[i].day, &h,
				e->values[N(YEAR)].n ? N(YEAR) : N(DATE));
	return r;
}

static struct record_refusal decide_revise(const struct plan_inspection *p, const struct record_event *e)
{
	for (int f = 0; f < N(ITEM); f++)
		if (e->values[f].n)
			return decide_head(p, e);
	return RECORD_REFUSED(MSG_plan_nothing);
}

static struct record_refusal decide_issue(const struct plan_inspection *p, const struct record_event *e)
{
	struct plan_head h = head_after(p, e);
	struct record_refusal r = plan_head_fits(&h);

	if (!r.refused)
		r = plan_head_is_complete(&h, day_of(e->recorded));
	if (r.refused)
		return r;
	if (p->from == DAYNUM_NONE || p->to == DAYNUM_NONE)
		return RECORD_REFUSED(MSG_plan_no_period);
	if (!p->has_method)
		return RECORD_REFUSED(MSG_plan_no_method);
	if (!p->content)
		return RECORD_REFUSED(MSG_plan_no_content);
	if (!plan_inspection_units(p))
		return RECORD_REFUSED(MSG_plan_no_units);
	return decide_head(p, e);
}

struct record_refusal plan_inspection_decide(const void *state, const struct record_event *e, const void *env)
{
	const struct plan_inspection *p = state;
	const struct plan_env *known = env;

	if (e->agency.n)
		return RECORD_REFUSED(MSG_plan_for_province);
	if (known->unknown != RECORD_NO_FIELD)
		return RECORD_REFUSED_AT(
			known->unknown == N(UNIT) ? MSG_plan_unit_unknown : MSG_record_bad_agency,
			known->unknown);
	switch (e->verb) {
	case N(BEGIN): return decide_head(p, e);
	case N(REVISE): return decide_revise(p, e);
	case N(ISSUE): return decide_issue(p, e);
	case N(ADD_UNIT):
	case N(AMEND_ADD): return decide_new_unit(p, e);
	case N(ADD_BODY): return decide_body(p, e);
	case N(CLOSE):
	case N(WITHDRAW): return RECORD_FINE;
	default: return decide_item(p, e);
	}
}
