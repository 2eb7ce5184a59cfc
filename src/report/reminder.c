#include "report/report.h"

static const struct record_field fields[REMINDER_FIELDS] = {
	[REMINDER_F_REGIME] = { S_INIT("regime"), RECORD_LINE, LIMIT_CODE_CHARS, false, MSG_report_f_regime,
		NULL },
	[REMINDER_F_NAME] = { S_INIT("name"), RECORD_LINE, LIMIT_NAME_CHARS, false, MSG_report_f_name, NULL },
	[REMINDER_F_YEAR] = { S_INIT("year"), RECORD_COUNT, LAST_REPORT_YEAR, false, MSG_report_f_year,
		NULL },
	[REMINDER_F_TURN] = { S_INIT("turn"), RECORD_COUNT, 12, false, MSG_report_f_turn, NULL },
	[REMINDER_F_DUE] = { S_INIT("due"), RECORD_DAY, 0, false, MSG_report_f_due, NULL },
};
static const struct record_verb verbs[REMINDER_VERBS] = {
	[REMINDER_SEND] = { S_INIT("send"), 1u << REMINDER_NONE, 1u << REMINDER_SENT, ROLE_BIT(HOME_AFFAIRS),
		RECORD_FIELD_BIT(REMINDER_FIELDS) - 1, 0, MSG_report_v_remind, { 0 } },
};
static const struct record_state states[REMINDER_STATES] = { { { 0 }, MSG_report_is_none },
	{ S_INIT("sent"), MSG_report_is_reminded } };
const struct record_kind reminder_kind = { S_INIT("report_reminder"), fields, REMINDER_FIELDS, verbs,
	REMINDER_VERBS, states, REMINDER_STATES };

void reminder_apply(void *state, const struct record_event *e)
{
	struct reminder *r = state;

	r->regime = e->values[REMINDER_F_REGIME];
	r->name = e->values[REMINDER_F_NAME];
	r->year = (int)record_count(e, REMINDER_F_YEAR);
	r->turn = (int)record_count(e, REMINDER_F_TURN);
	r->due = record_day(e, REMINDER_F_DUE);
}

struct record_refusal reminder_decide(const void *state, const struct record_event *e, const void *env)
{
	const struct reminder_env *known = env;

	(void)state;
	(void)e;
	return known->today ? RECORD_REFUSED(MSG_report_reminded_today) : RECORD_FINE;
}
