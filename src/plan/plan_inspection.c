/* The tables of the yearly inspection plan, and what a step does. */
#include "plan/plan_inspection.h"

const struct record_word plan_method_words[PLAN_METHODS + 1] = { { S_INIT("direct"), MSG_plan_m_direct },
	{ S_INIT("by_report"), MSG_plan_m_report }, { S_INIT("unannounced"), MSG_plan_m_unannounced },
	{ { 0 }, MSG_plan_m_direct } };
const struct record_word plan_duty_words[PLAN_DUTIES + 1] = { { S_INIT("leads"), MSG_plan_d_leads },
	{ S_INIT("takes_part"), MSG_plan_d_takes_part }, { { 0 }, MSG_plan_d_leads } };

#define N(name) INSPECTION_PLAN_##name
#define FLAG(area, text) \
	[N(CONTENT) + (area)] = { S_INIT(text), RECORD_FLAG, 0, false, MSG_plan_f_content_##area, NULL }
static const struct record_field fields[INSPECTION_PLAN_FIELDS] = {
	[N(TITLE)] = { S_INIT("title"), RECORD_LINE, 300, false, MSG_plan_f_title, NULL },
	[N(YEAR)] = { S_INIT("year"), RECORD_COUNT, 2199, false, MSG_plan_f_year, NULL },
	[N(SIGN)] = { S_INIT("sign"), RECORD_LINE, 40, false, MSG_plan_f_sign, NULL },
	[N(DATE)] = { S_INIT("date"), RECORD_DAY, 0, false, MSG_plan_f_date, NULL },
	[N(ISSUER)] = { S_INIT("issuer"), RECORD_AGENCY, 0, false, MSG_plan_f_issuer, NULL },
	[N(BASIS)] = { S_INIT("basis"), RECORD_LINES, 4000, false, MSG_plan_f_basis, NULL },
	[N(SCOPE)] = { S_INIT("scope"), RECORD_LINES, 4000, true, MSG_plan_f_scope, NULL },
	[N(FROM)] = { S_INIT("period_from"), RECORD_DAY, 0, false, MSG_plan_f_from, NULL },
	[N(TO)] = { S_INIT("period_to"), RECORD_DAY, 0, false, MSG_plan_f_to, NULL },
	[N(METHOD)] = { S_INIT("method"), RECORD_WORD, 0, false, MSG_plan_f_method, plan_method_words },
	FLAG(0, "content_0"),
	FLAG(1, "content_1"),
	FLAG(2, "content_2"),
	FLAG(3, "content_3"),
	FLAG(4, "content_4"),
	FLAG(5, "content_5"),
	FLAG(6, "content_6"),
	[N(ITEM)] = { S_INIT("item"), RECORD_ITEM, LIMIT_PLAN_UNITS, false, MSG_plan_f_place, NULL },
	[N(UNIT)] = { S_INIT("unit"), RECORD_AGENCY, 0, false, MSG_plan_f_unit, NULL },
	[N(MONTH)] = { S_INIT("month"), RECORD_COUNT, 12, false, MSG_plan_f_month, NULL },
	[N(DAY)] = { S_INIT("day"), RECORD_DAY, 0, false, MSG_plan_f_planned, NULL },
	[N(BODY)] = { S_INIT("body"), RECORD_AGENCY, 0, false, MSG_plan_f_body, NULL },
	[N(DUTY)] = { S_INIT("duty"), RECORD_WORD, 0, false, MSG_plan_f_duty, plan_duty_words },
	[N(NOTE)] = { S_INIT("note"), RECORD_LINES, 4000, true, MSG_plan_f_note, NULL },
	[N(REASON)] = { S_INIT("reason"), RECORD_LINES, 2000, true, MSG_plan_f_reason, NULL },
};

#define F(name) RECORD_FIELD_BIT(INSPECTION_PLAN_##name)
#define CONTENT (((UINT64_C(1) << PLAN_AREAS) - 1) << INSPECTION_PLAN_CONTENT)
#define HEAD (F(SIGN) | F(DATE) | F(ISSUER) | F(BASIS) | F(SCOPE) | F(FROM) | F(TO) | F(METHOD) | CONTENT)
#define DRAFT (1u << INSPECTION_PLAN_DRAFT)
#define ISSUED (1u << INSPECTION_PLAN_ISSUED)
#define PLANNERS (ROLE_BIT(HOME_AFFAIRS) | ROLE_BIT(PROVINCE_OFFICE))
#define ND30 S_INIT("Nghị định 30/2020/NĐ-CP, Điều 13 và Điều 15")
static const struct record_verb verbs[INSPECTION_PLAN_VERBS] = {
	[N(BEGIN)] = { S_INIT("begin"), 1u << INSPECTION_PLAN_NONE, DRAFT, PLANNERS, F(TITLE) | F(YEAR), HEAD,
		MSG_plan_v_begin, { 0 } },
	[N(REVISE)] = { S_INIT("revise"), DRAFT, 0, PLANNERS, 0, F(TITLE) | F(YEAR) | HEAD, MSG_plan_v_revise,
		{ 0 } },
	[N(ADD_UNIT)] = { S_INIT("add_unit"), DRAFT, 0, PLANNERS, F(UNIT), F(MONTH) | F(DAY) | F(METHOD),
		MSG_plan_v_add_unit, { 0 } },
	[N(REMOVE_UNIT)] = { S_INIT("remove_unit"), DRAFT, 0, PLANNERS, F(ITEM), 0, MSG_plan_v_remove_unit,
		{ 0 } },
	[N(ADD_BODY)] = { S_INIT("add_body"), DRAFT | ISSUED, 0, PLANNERS, F(BODY) | F(DUTY), 0,
		MSG_plan_v_add_body, { 0 } },
	[N(REMOVE_BODY)] = { S_INIT("remove_body"), DRAFT | ISSUED, 0, PLANNERS, F(ITEM), 0,
		MSG_plan_v_remove_body, { 0 } },
	[N(ISSUE)] = { S_INIT("issue"), DRAFT, ISSUED, PLANNERS, 0, F(SIGN) | F(DATE), MSG_plan_v_issue,
		ND30 },
	[N(AMEND_ADD)] = { S_INIT("amend_add"), ISSUED, 0, PLANNERS, F(UNIT) | F(REASON),
		F(MONTH) | F(DAY) | F(METHOD), MSG_plan_v_amend_unit_add, { 0 } },
	[N(AMEND_UNIT)] = { S_INIT("amend_unit"), ISSUED, 0, PLANNERS, F(ITEM) | F(REASON),
		F(MONTH) | F(DAY) | F(METHOD), MSG_plan_v_amend_unit, { 0 } },
	[N(AMEND_DROP)] = { S_INIT("amend_drop"), ISSUED, 0, PLANNERS, F(ITEM) | F(REASON), 0,
		MSG_plan_v_amend_unit_drop, { 0 } },
	[N(CLOSE)] = { S_INIT("close"), ISSUED, 1u << INSPECTION_PLAN_CLOSED, PLANNERS, 0, F(NOTE),
		MSG_plan_v_close, { 0 } },
	[N(WITHDRAW)] = { S_INIT("withdraw"), DRAFT | ISSUED, 1u << INSPECTION_PLAN_WITHDRAWN, PLANNERS,
		F(REASON), 0, MSG_plan_v_withdraw, { 0 } },
};
static const struct record_state states[INSPECTION_PLAN_STATES] = { { { 0 }, MSG_plan_s_draft },
	{ S_INIT("draft"), MSG_plan_s_draft }, { S_INIT("issued"), MSG_plan_s_issued },
	{ S_INIT("closed"), MSG_plan_s_closed }, { S_INIT("withdrawn"), MSG_plan_s_withdrawn } };
const struct record_kind plan_inspection_kind = { S_INIT("inspection_plan"), fields, INSPECTION_PLAN_FIELDS,
	verbs, INSPECTION_PLAN_VERBS, states, INSPECTION_PLAN_STATES };

/* Ticks say the whole content: whoever gives some replaces those before. */
static void take_content(struct plan_inspection *p, const struct record_event *e)
{
	unsigned content = 0;

	for (int area = 0; area < PLAN_AREAS; area++)
		content |= record_flag(e, N(CONTENT) + area) ? 1u << area : 0;
	p->content = content ? content : p->content;
}

static void take_head(struct plan_inspection *p, const struct record_event *e)
{
	plan_take(&p->title, e, N(TITLE));
	plan_take(&p->sign, e, N(SIGN));
	plan_take(&p->issuer, e, N(ISSUER));
	plan_take(&p->basis, e, N(BASIS));
	plan_take(&p->scope, e, N(SCOPE));
	if (e->values[N(YEAR)].n)
		p->year = (int)record_count(e, N(YEAR));
	if (e->values[N(DATE)].n)
		p->date = record_day(e, N(DATE));
	if (e->values[N(FROM)].n)
		p->from = record_day(e, N(FROM));
	if (e->values[N(TO)].n)
		p->to = record_day(e, N(TO));
	if (e->values[N(METHOD)].n) {
		p->has_method = true;
		p->method = (enum plan_method)record_word(&plan_inspection_kind, e, N(METHOD));
	}
	take_content(p, e);
}

static void take_when(struct plan_unit *u, const struct record_event *e)
{
	if (e->values[N(DAY)].n) {
		u->day = record_day(e, N(DAY));
		u->month = civil_from_day(u->day).month;
	} else if (e->values[N(MONTH)].n) {
		u->day = DAYNUM_NONE;
		u->month = (int)record_count(e, N(MONTH));
	}
	if (e->values[N(METHOD)].n) {
		u->has_method = true;
		u->method = (enum plan_method)record_word(&plan_inspection_kind, e, N(METHOD));
	}
	plan_take(&u->why_changed, e, N(REASON));
}

static void add_unit(struct plan_inspection *p, const struct record_event *e)
{
	assert(p->units_n < LIMIT_PLAN_UNITS);
	struct plan_unit *u = &p->units[p->units_n++];

	u->code = e->values[N(UNIT)];
	take_when(u, e);
}

static void add_body(struct plan_inspection *p, const struct record_event *e)
{
	assert(p->bodies_n < LIMIT_PLAN_BODIES);
	p->bodies[p->bodies_n++] = (struct plan_body){ .code = e->values[N(BODY)],
		.duty = (enum plan_duty)record_word(&plan_inspection_kind, e, N(DUTY)) };
}

static struct plan_unit *unit_of(struct plan_inspection *p, const struct record_event *e)
{
	int64_t item = record_count(e, N(ITEM));

	assert(item >= 1 && item <= p->units_n);
	return &p->units[item - 1];
}

static void drop_unit(struct plan_unit *u, const struct record_event *e)
{
	plan_take(&u->why_changed, e, N(REASON));
	u->gone = true;
}

void plan_inspection_apply(void *state, const struct record_event *e)
{
	struct plan_inspection *p = state;

	switch (e->verb) {
	case N(BEGIN):
	case N(REVISE):
	case N(ISSUE): take_head(p, e); break;
	case N(ADD_UNIT):
	case N(AMEND_ADD): add_unit(p, e); break;
	case N(AMEND_UNIT): take_when(unit_of(p, e), e); break;
	case N(REMOVE_UNIT):
	case N(AMEND_DROP): drop_unit(unit_of(p, e), e); break;
	case N(ADD_BODY): add_body(p, e); break;
	case N(REMOVE_BODY): p->bodies[record_count(e, N(ITEM)) - 1].gone = true; break;
	case N(CLOSE): p->note = e->values[N(NOTE)]; break;
	case N(WITHDRAW): p->why_withdrawn = e->values[N(REASON)]; break;
	default: impossible();
	}
}
