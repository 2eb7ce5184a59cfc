/* The tables of the yearly reform plans, and what a step does. */
#include "plan/plan_reform.h"

static const struct record_field fields[REFORM_FIELDS] = {
	[REFORM_TITLE] = { S_INIT("title"), RECORD_LINE, 300, false, MSG_plan_f_title, NULL },
	[REFORM_YEAR] = { S_INIT("year"), RECORD_COUNT, 2199, false, MSG_plan_f_year, NULL },
	[REFORM_SIGN] = { S_INIT("sign"), RECORD_LINE, 40, false, MSG_plan_f_sign, NULL },
	[REFORM_DATE] = { S_INIT("date"), RECORD_DAY, 0, false, MSG_plan_f_date, NULL },
	[REFORM_ISSUER] = { S_INIT("issuer"), RECORD_AGENCY, 0, false, MSG_plan_f_issuer, NULL },
	[REFORM_BASIS] = { S_INIT("basis"), RECORD_LINES, 4000, false, MSG_plan_f_basis, NULL },
	[REFORM_PURPOSE] = { S_INIT("purpose"), RECORD_LINES, 4000, true, MSG_plan_f_purpose, NULL },
	[REFORM_ITEM] = { S_INIT("task"), RECORD_ITEM, LIMIT_PLAN_TASKS, false, MSG_plan_f_item, NULL },
	[REFORM_AREA] = { S_INIT("area"), RECORD_WORD, 0, false, MSG_plan_f_area, plan_area_words },
	[REFORM_TASK] = { S_INIT("task_title"), RECORD_LINE, 500, false, MSG_plan_f_task, NULL },
	[REFORM_RESULT] = { S_INIT("expected_result"), RECORD_LINE, 500, false, MSG_plan_f_result, NULL },
	[REFORM_OWNER] = { S_INIT("owner"), RECORD_AGENCY, 0, false, MSG_plan_f_owner, NULL },
	[REFORM_PERSON] = { S_INIT("person"), RECORD_LINE, 200, true, MSG_plan_f_person, NULL },
	[REFORM_DUE] = { S_INIT("due"), RECORD_DAY, 0, false, MSG_plan_f_due, NULL },
	[REFORM_PERCENT] = { S_INIT("percent"), RECORD_COUNT, 100, false, MSG_plan_f_percent, NULL },
	[REFORM_DAY] = { S_INIT("day"), RECORD_DAY, 0, false, MSG_plan_f_day, NULL },
	[REFORM_EVIDENCE] = { S_INIT("evidence"), RECORD_LINES, 4000, true, MSG_plan_f_evidence, NULL },
	[REFORM_NOTE] = { S_INIT("note"), RECORD_LINES, 4000, true, MSG_plan_f_note, NULL },
	[REFORM_REASON] = { S_INIT("reason"), RECORD_LINES, 2000, true, MSG_plan_f_reason, NULL },
};

#define F(name) RECORD_FIELD_BIT(REFORM_##name)
#define HEAD (F(SIGN) | F(DATE) | F(BASIS) | F(PURPOSE))
#define TASK (F(AREA) | F(TASK) | F(OWNER) | F(DUE))
#define TASK_MORE (F(RESULT) | F(PERSON))
#define DRAFT (1u << REFORM_DRAFT)
#define ISSUED (1u << REFORM_ISSUED)
#define NQ76 S_INIT("Nghị quyết 76/NQ-CP ngày 15/7/2021")
#define ND30 S_INIT("Nghị định 30/2020/NĐ-CP, Điều 13 và Điều 15")
#define NO_BASIS \
	{ \
		0 \
	}
#define VERBS(roles, own, others) \
	{ \
		[REFORM_BEGIN] = { S_INIT("begin"), 1u << REFORM_NONE, DRAFT, roles, \
			F(TITLE) | F(YEAR) | (own), HEAD | (others), MSG_plan_v_begin, NQ76 }, \
		[REFORM_REVISE] = { S_INIT("revise"), DRAFT, 0, roles, 0, \
			F(TITLE) | F(YEAR) | HEAD | (others), MSG_plan_v_revise, NO_BASIS }, \
		[REFORM_ADD] = { S_INIT("add_task"), DRAFT, 0, roles, TASK, TASK_MORE, MSG_plan_v_add, \
			NQ76 }, \
		[REFORM_CHANGE] = { S_INIT("change_task"), DRAFT, 0, roles, F(ITEM), TASK | TASK_MORE, \
			MSG_plan_v_change, NO_BASIS }, \
		[REFORM_REMOVE] = { S_INIT("remove_task"), DRAFT, 0, roles, F(ITEM), 0, MSG_plan_v_remove, \
			NO_BASIS }, \
		[REFORM_ISSUE] = { S_INIT("issue"), DRAFT, ISSUED, roles, 0, F(SIGN) | F(DATE), \
			MSG_plan_v_issue, ND30 }, \
		[REFORM_PROGRESS] = { S_INIT("progress"), ISSUED, 0, roles, F(ITEM) | F(PERCENT) | F(DAY), \
			F(EVIDENCE) | F(NOTE) | F(REASON), MSG_plan_v_progress, NO_BASIS }, \
		[REFORM_EXPLAIN] = { S_INIT("explain"), ISSUED, 0, roles, F(ITEM) | F(REASON), 0, \
			MSG_plan_v_explain, NO_BASIS }, \
		[REFORM_AMEND_ADD] = { S_INIT("amend_add"), ISSUED, 0, roles, TASK | F(REASON), TASK_MORE, \
			MSG_plan_v_amend_add, NO_BASIS }, \
		[REFORM_AMEND] = { S_INIT("amend_task"), ISSUED, 0, roles, F(ITEM) | F(REASON), \
			TASK | TASK_MORE, MSG_plan_v_amend, NO_BASIS }, \
		[REFORM_DROP] = { S_INIT("amend_drop"), ISSUED, 0, roles, F(ITEM) | F(REASON), 0, \
			MSG_plan_v_drop, NO_BASIS }, \
		[REFORM_CLOSE] = { S_INIT("close"), ISSUED, 1u << REFORM_CLOSED, roles, 0, F(NOTE), \
			MSG_plan_v_close, NO_BASIS }, \
		[REFORM_WITHDRAW] = { S_INIT("withdraw"), DRAFT | ISSUED, 1u << REFORM_WITHDRAWN, roles, \
			F(REASON), 0, MSG_plan_v_withdraw, NO_BASIS }, \
	}
/* An agency issues its own plan; that of the province may come from its committee or a department.
 * A leader for the whole province is the chairman: staff_role_at() asks for the role at the agency "". */
static const struct record_verb province_verbs[REFORM_VERBS] =
	VERBS(ROLE_BIT(HOME_AFFAIRS) | ROLE_BIT(PROVINCE_OFFICE) | ROLE_BIT(LEADER), 0, F(ISSUER));
static const struct record_verb agency_verbs[REFORM_VERBS] =
	VERBS(ROLE_BIT(HEAD_OF_UNIT) | ROLE_BIT(LEADER), F(ISSUER), 0);

static const struct record_state states[REFORM_STATES] = { { { 0 }, MSG_plan_s_draft },
	{ S_INIT("draft"), MSG_plan_s_draft }, { S_INIT("issued"), MSG_plan_s_issued },
	{ S_INIT("closed"), MSG_plan_s_closed }, { S_INIT("withdrawn"), MSG_plan_s_withdrawn } };
const struct record_kind plan_province_kind = { S_INIT("province_plan"), fields, REFORM_FIELDS,
	province_verbs, REFORM_VERBS, states, REFORM_STATES };
const struct record_kind plan_agency_kind = { S_INIT("agency_plan"), fields, REFORM_FIELDS, agency_verbs,
	REFORM_VERBS, states, REFORM_STATES };

static void take_head(struct plan_reform *p, const struct record_event *e)
{
	plan_take(&p->title, e, REFORM_TITLE);
	plan_take(&p->sign, e, REFORM_SIGN);
	plan_take(&p->issuer, e, REFORM_ISSUER);
	plan_take(&p->basis, e, REFORM_BASIS);
	plan_take(&p->purpose, e, REFORM_PURPOSE);
	if (e->values[REFORM_YEAR].n)
		p->year = (int)record_count(e, REFORM_YEAR);
	if (e->values[REFORM_DATE].n)
		p->date = record_day(e, REFORM_DATE);
}

static void take_task(struct plan_task *t, const struct record_event *e)
{
	plan_take(&t->title, e, REFORM_TASK);
	plan_take(&t->result, e, REFORM_RESULT);
	plan_take(&t->owner, e, REFORM_OWNER);
	plan_take(&t->person, e, REFORM_PERSON);
	plan_take(&t->why_changed, e, REFORM_REASON);
	if (e->values[REFORM_AREA].n)
		t->area = (int)record_count(e, REFORM_AREA);
	if (e->values[REFORM_DUE].n)
		t->due = record_day(e, REFORM_DUE);
	/* In a draft nothing was promised yet. */
	if (t->first_due == DAYNUM_NONE || e->verb == REFORM_CHANGE)
		t->first_due = t->due;
}

static void take_progress(struct plan_task *t, const struct record_event *e)
{
	t->percent = (int)record_count(e, REFORM_PERCENT);
	t->reported = record_day(e, REFORM_DAY);
	plan_take(&t->evidence, e, REFORM_EVIDENCE);
	plan_take(&t->note, e, REFORM_NOTE);
	if (t->percent < 100)
		t->done = DAYNUM_NONE;
	else if (t->done == DAYNUM_NONE)
		t->done = t->reported;
}

static struct plan_task *task_of(struct plan_reform *p, const struct record_event *e)
{
	int64_t item = record_count(e, REFORM_ITEM);

	assert(item >= 1 && item <= p->tasks_n);
	return &p->tasks[item - 1];
}

static struct plan_task *new_task(struct plan_reform *p)
{
	assert(p->tasks_n < LIMIT_PLAN_TASKS);
	return &p->tasks[p->tasks_n++];
}

void plan_reform_apply(void *state, const struct record_event *e)
{
	struct plan_reform *p = state;

	switch (e->verb) {
	case REFORM_BEGIN:
	case REFORM_REVISE:
	case REFORM_ISSUE: take_head(p, e); break;
	case REFORM_ADD:
	case REFORM_AMEND_ADD: take_task(new_task(p), e); break;
	case REFORM_CHANGE:
	case REFORM_AMEND: take_task(task_of(p, e), e); break;
	case REFORM_DROP:
	case REFORM_REMOVE:
		plan_take(&task_of(p, e)->why_changed, e, REFORM_REASON);
		task_of(p, e)->gone = true;
		break;
	case REFORM_PROGRESS: take_progress(task_of(p, e), e); break;
	case REFORM_EXPLAIN: task_of(p, e)->why_open = e->values[REFORM_REASON]; break;
	case REFORM_CLOSE: p->note = e->values[REFORM_NOTE]; break;
	case REFORM_WITHDRAW: p->why_withdrawn = e->values[REFORM_REASON]; break;
	default: impossible();
	}
}
